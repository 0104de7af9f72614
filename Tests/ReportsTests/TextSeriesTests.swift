import Mustache
import Plans
import TestSupport
import Testing

@testable import Reports

/// Letters to many readers say what each would say by itself.
@Suite struct TextSeriesTests {
    private static let head: [String: TextValue] = [
        "centre": .mark(TextLayout.Mark.centre), "right": .mark(TextLayout.Mark.right),
        "halves": .mark(TextLayout.Mark.halves), "superior": .text("UBND QUẬN MẪU"),
        "office": .text("PHÒNG NỘI VỤ"), "office_name": .text("Phòng Nội vụ"),
        "office_in_sentence": .text("phòng Nội vụ"), "symbol": .text("PNV"),
        "place_and_date": .text("Mẫu, ngày     tháng     năm 2025"), "plan": .text("Kế hoạch mẫu"),
        "window": .text("Năm 2024"), "as_of": .text("02:00 ngày 05/01/2025"), "edition": .text(""),
        "signer": .text("TRƯỞNG PHÒNG"),
        "recipients": .list([
            ["name": .text("Như trên;"), "is_first": .flag(true)],
            ["name": .text("Lưu: VT."), "is_first": .flag(false)],
        ]),
    ]

    private static let texts = [
        "", "01", "Trường Tiểu học Mẫu", "Pho\u{300}ng No\u{323}\u{302}i vu\u{323}", "\u{E000}dấu",
        "\u{100000}", "xong\n", "  lùi vào", "≥ 10 – “một”", "a\u{7}b\tc",
        String(repeating: "nội dung dài ", count: 12), "TT  Nội dung\n--  --------\n01  Một",
    ]

    private static func values(_ random: inout SplitMix64) -> [String: TextValue] {
        func text() -> TextValue { .text(texts.randomElement(using: &random) ?? "") }
        func group(_ more: [String]) -> TextValue {
            guard Bool.random(using: &random) else { return .group(nil) }
            return .group(
                Dictionary(uniqueKeysWithValues: (more + ["number"]).map { ($0, text()) })
            )
        }
        var values: [String: TextValue] = [
            "unit": text(), "day": text(), "overdue": group(["count", "table"]),
            "upcoming": group(["count", "table"]), "correction": group(["found", "table"]),
        ]
        for name in ["is_asked", "has_overdue", "only_upcoming", "only_correction"] {
            values[name] = .flag(Bool.random(using: &random))
        }
        return values
    }

    @Test(arguments: [
        "", "{{unit}}", "{{unit}}\n", "{{#overdue}}\n{{unit}} {{table}}{{/overdue}}{{day}}",
        "  {{>letterhead}}\n{{#overdue}}{{#number}}{{.}}{{/number}}{{table}}\n{{/overdue}}\n- {{unit}}",
        "{{centre}}{{unit}}\n{{day}}{{right}}{{unit}}\n{{unit}}{{halves}}\u{100000}{{day}}",
    ])
    func eachLetterIsWhatItWouldBeByItself(_ template: String) throws {
        var mistakes: [Mistake] = []
        let own = TextTemplates.read(
            ["templates/reminder.mustache": Array(template.utf8)],
            mistakes: &mistakes
        )
        #expect(mistakes == [])
        for templates in [TextTemplates.shipped, own] {
            let series = TextSeries(
                templates,
                .reminder,
                in: .vietnamese,
                head: TextSeriesTests.head,
                width: 100
            )
            var random = SplitMix64(seed: 7)
            for _ in 0..<200 {
                let values = TextSeriesTests.values(&random)
                let alone = templates.render(
                    .reminder,
                    in: .vietnamese,
                    values.merging(TextSeriesTests.head) { own, _ in own },
                    width: 100
                )
                #expect(series.render(values) == alone)
            }
        }
    }

    @Test func listsArePrintedToo() {
        let series = TextSeries(
            .shipped,
            .reminder,
            in: .vietnamese,
            head: [:],
            width: 100
        )
        let values = TextSeriesTests.head
        let alone = TextTemplates.shipped.render(
            .reminder,
            in: .vietnamese,
            values,
            width: 100
        )
        #expect(series.render(values) == alone)
    }

    // MARK: - Pieces

    private static let templates = Language.allCases.flatMap { language in
        [TextName.report, .reminder].map {
            String(decoding: $0.shipped(in: language), as: UTF8.self)
        }
    }

    /// What the engine prints of a template with values that are all there, or all left out.
    private func print(_ template: String, _ isThere: Bool) throws -> String {
        let library = try MustacheLibrary(
            templates: ["it": MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + template)]
        )
        return library.render(Everything(isThere: isThere), withTemplate: "it") ?? ""
    }

    /// Holds under each name a text, or nothing.
    private struct Everything: MustacheParent {
        let isThere: Bool

        func child(named name: String) -> Any? { isThere ? "«\(name)»" : nil }
    }

    @Test(
        arguments: templates + [
            "", "một dòng", "{{! ghi chú\nhai dòng }}\n\n" + String(repeating: "a\n", count: 400),
            String(repeating: "{{#a}}\nvăn bản\n{{/a}}\n\n  {{b}} {{{c}}}\r\n", count: 60),
        ]
    )
    func piecesPrintWhatTheWholePrints(_ template: String) throws {
        let pieces = TemplatePieces(template).pieces
        #expect(pieces.map(\.text).joined() == template)
        #expect(pieces.count > 1 || template.utf8.count < 700)
        for piece in pieces {
            let above = template.utf8.prefix(
                pieces.prefix { $0.linesAbove < piece.linesAbove }.reduce(0) {
                    $0 + $1.text.utf8.count
                }
            )
            #expect(above.count { $0 == 10 } == piece.linesAbove)
        }
        for isThere in [true, false] {
            let parts = try pieces.map { try print($0.text, isThere) }
            #expect(parts.joined() == (try print(template, isThere)))
        }
    }
}
