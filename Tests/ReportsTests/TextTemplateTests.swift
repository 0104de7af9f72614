import Plans
import TestSupport
import Testing

@testable import Reports

/// Texts that an office words itself.
@Suite("Text templates") struct TextTemplateTests {
    private func mistakes(_ files: [String: String]) -> [Mistake] {
        var mistakes: [Mistake] = []
        _ = TextTemplates.read(files.mapValues { Array($0.utf8) }, mistakes: &mistakes)
        return mistakes.sorted(by: Mistake.inReadingOrder)
    }

    @Test(arguments: Language.allCases)
    func theShippedTemplatesAreSound(language: Language) {
        for name in TextName.written(in: language) {
            let text = String(decoding: name.shipped(in: language), as: UTF8.self)
            let path = name.path(in: language)
            #expect(TemplateCheck(name: name, path: path, text: text).mistakes == [])
            #expect(mistakes([path: text]) == [])
        }
    }

    @Test func anOfficeWordsEachLanguageByItself() throws {
        var mistakes: [Mistake] = []
        let templates = TextTemplates.read(
            [
                "templates/letterhead.mustache": Array("{{office}} (vi)".utf8),
                "templates/letterhead.en.mustache": Array("{{office}} (en)".utf8),
                "templates/report.en.mustache": Array("{{>letterhead}}".utf8),
            ],
            mistakes: &mistakes
        )
        #expect(mistakes == [])
        let values: [String: TextValue] = ["office": .text("PHÒNG NỘI VỤ")]
        let english = templates.render(.report, in: .english, values, width: 60)
        #expect(english == "PHÒNG NỘI VỤ (en)\n")
        let reminder = templates.render(.reminder, in: .vietnamese, values, width: 60)
        #expect(reminder.hasPrefix("PHÒNG NỘI VỤ (vi)\n"))
    }

    @Test func remindersHaveNoTemplateInAnotherLanguage() throws {
        let found = try #require(mistakes(["templates/reminder.en.mustache": "{{unit}}"]).first)
        #expect(found.message == "không có mẫu văn bản nào mang tên này")
    }

    @Test(
        arguments: [
            ("{{plan}}\n  {{plann}}", 2, 3, "không có giá trị này", "plan"),
            ("{{plan", 1, 1, "không có dấu đóng", nil),
            ("a\n\n{{#overdue}}\n{{table}}\n", 3, 1, "không có thẻ đóng", nil),
            ("{{#overdue}}\n{{/upcoming}}", 2, 1, "không khớp với thẻ mở ở dòng 1", nil),
            ("{{/overdue}}", 1, 1, "không có thẻ mở", nil),
            ("{{table}}", 1, 1, "không có giá trị này", "unit"),
            ("{{overdue}}", 1, 1, "chỉ dùng để mở một phần", nil),
            ("é {{>letterhed}}", 1, 3, "không có mẫu dùng chung này", "letterhead"),
            ("{{>reminder}}", 1, 1, "không có mẫu dùng chung này", nil),
            ("{{=<% %>=}}", 1, 1, "loại thẻ không dùng", nil),
            ("{{<letterhead}}{{/letterhead}}", 1, 1, "loại thẻ không dùng", nil),
            ("{{uppercased(plan)}}", 1, 1, "không có giá trị này", nil),
            ("{{overdue.tabel}}", 1, 1, "không có giá trị này", nil),
        ] as [(String, Int, Int, String, String?)]
    )
    func aMistakeIsFoundAtItsPlace(
        text: String,
        line: Int,
        column: Int,
        message: String,
        nearest: String?
    ) throws {
        let found = try #require(mistakes(["templates/reminder.mustache": text]).first)
        #expect(found.file == "templates/reminder.mustache")
        #expect((found.line, found.column) == (line, column), "\(found.text)")
        #expect(found.message.contains(message), "\(found.text)")
        if nearest == "plan" || nearest == "letterhead" { #expect(found.nearest == nearest) }
    }

    @Test func allMistakesAreListedAtOnce() {
        let found = mistakes([
            "templates/reminder.mustache": "{{a}}\n{{b}}", "templates/report.mustache": "{{c}}",
            "templates/letterhead.mustache": "{{>signature}}",
        ])
        #expect(found.map(\.line) == [1, 1, 2, 1])
        #expect(found.first?.message.contains("không chứa mẫu khác") == true)
    }

    @Test func anUnknownNameIsReportedWithTheNearest() throws {
        let found = try #require(mistakes(["templates/reprot.mustache": ""]).first)
        #expect(found.file == "templates/reprot.mustache")
        #expect(found.nearest == "report")
    }

    @Test func whatIsNotUTF8IsAMistake() {
        var found: [Mistake] = []
        _ = TextTemplates.read(["templates/report.mustache": [0x50, 0xC3, 0x28]], mistakes: &found)
        #expect(found.count == 1)
    }

    private func render(
        _ template: String,
        _ values: [String: TextValue],
        width: Int = 40
    ) throws -> String {
        var mistakes: [Mistake] = []
        let templates = TextTemplates.read(
            ["templates/reminder.mustache": Array(template.utf8)],
            mistakes: &mistakes
        )
        try #require(mistakes == [])
        let marks: [String: TextValue] = [
            "centre": .mark(TextLayout.Mark.centre), "right": .mark(TextLayout.Mark.right),
            "halves": .mark(TextLayout.Mark.halves),
        ]
        return templates.render(
            .reminder,
            in: .vietnamese,
            values.merging(marks) { own, _ in own },
            width: width
        )
    }

    @Test func signsOfWebPagesStayAsTheyAre() throws {
        let text = try render("{{unit}} {{&unit}} {{{unit}}}", ["unit": .text("A & <B> \"C\"")])
        #expect(text == "A & <B> \"C\" A & <B> \"C\" A & <B> \"C\"\n".wrapped(40))
    }

    @Test func emptySectionsAreLeftOutAndThoseWithValuesArePrinted() throws {
        let template = """
            {{#day}}
            hạn {{day}}
            {{/day}}
            {{^day}}
            không hạn
            {{/day}}
            {{#overdue}}
            {{count}} {{unit}}
            {{/overdue}}
            {{#is_asked}}
            xin
            {{/is_asked}}
            """
        #expect(
            try render(
                template,
                ["day": .text(""), "overdue": .group(nil), "is_asked": .flag(true)]
            )
                == "không hạn\nxin\n"
        )
        #expect(
            try render(
                template,
                [
                    "day": .text("1"), "unit": .text("P"), "is_asked": .flag(false),
                    "overdue": .group(["count": .text("03")]),
                ]
            ) == "hạn 1\n03 P\n"
        )
    }

    @Test func longLinesGoOnUnderTheirBeginningAndMarksPlaceLines() throws {
        let text = try render(
            "   - {{unit}}\n{{centre}}GIỮA\nA{{right}}B\nA{{halves}}B\n  a  b",
            ["unit": .text("một hai ba bốn năm sáu bảy tám chín mười mười một")]
        )
        func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
        #expect(
            text.split(separator: "\n") == [
                "   - một hai ba bốn năm sáu bảy tám", "     chín mười mười một",
                Substring(blanks(18) + "GIỮA"), Substring("A" + blanks(27) + "B"),
                Substring(blanks(7) + "A" + blanks(20) + "B"), "  a  b",
            ]
        )
    }

    @Test func noTemplateEndsTheProgram() throws {
        let pieces = [
            "{{", "}}", "{{{", "}}}", "{", "}", "#", "^", "/", ">", "<", "$", "%", "=", "&", "!",
            "*",
            "overdue", "{{#overdue}}", "{{/overdue}}", "{{table}}", "{{>letterhead}}", "{{plan}}",
            "{{centre}}", "{{right}}", "{{.}}", "\n", " ", "chữ", "{{#recipients}}",
            "{{/recipients}}", "{{name}}", "\r\n", "{{! a }}", "\u{0}",
        ]
        var sound = 0
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            var mistakes: [Mistake] = []
            let templates = TextTemplates.read(
                ["templates/reminder.mustache": Array(text.utf8)],
                mistakes: &mistakes
            )
            #expect(mistakes.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "\(text)")
            guard mistakes.isEmpty else { continue }
            sound += 1
            let values: [String: TextValue] = [
                "plan": .text("Kế hoạch"), "overdue": .group(["table": .text("a\nb")]),
                "recipients": .list([["name": .text("một")], ["name": .text("hai")]]),
                "centre": .mark(TextLayout.Mark.centre), "right": .mark(TextLayout.Mark.right),
            ]
            let lines = templates.render(.reminder, in: .vietnamese, values, width: 40)
                .split(separator: "\n")
            for line in lines {
                #expect(DisplayWidth.of(line) <= 40, "\(text)")
            }
        }
        #expect(sound > 100)
    }

    @Test func sectionsThatNestTooDeepAreAMistake() {
        let text = String(repeating: "{{#overdue}}", count: 100_000)
        #expect(mistakes(["templates/reminder.mustache": text]).count == 1)
    }

    @Test func textsOutOfFilesCannotActAsMarks() throws {
        let name = PlainText.line("\u{E000}giữa\u{E001}phải\u{1B}[31m")
        #expect(name == "giữaphải[31m")
    }
}

extension String {
    /// The text in lines of a width, as the layout breaks it.
    fileprivate func wrapped(_ width: Int) -> String {
        DisplayWidth.wrap(self, to: width).joined(separator: "\n") + "\n"
    }
}
