import Foundation
import Model
import Reports
import Testing

@testable import Workbooks

struct WorkbookRendererTests {
    private static let created = Instant(seconds: 1_701_795_600)

    private func book(_ sheets: [Sheet]) -> WorkbookContent {
        WorkbookContent(
            title: "Báo cáo",
            office: "Phòng Nội vụ",
            created: WorkbookRendererTests.created,
            sheets: sheets
        )
    }

    private func list(_ name: String = "PL", texts: [String]) -> Sheet {
        Sheet(
            name: name,
            titles: ["DANH SÁCH"],
            columns: [SheetColumn("Nội dung", width: 20)],
            numbersColumns: false,
            rows: texts.map { SheetRow([.text($0)]) }
        )
    }

    /// A sheet with everything that the renderer draws.
    private func showcase() -> Sheet {
        var rows: [SheetRow] = [SheetRow(.group, [.text("I"), .text("Các phường")])]
        for number in 1...3 {
            let day = Day(year: 2023, month: 12, day: number)
            rows.append(
                SheetRow(
                    outlineLevel: 1,
                    [
                        .integer(number), .text("Phường số \(number)").noted("Đầu mối: văn phòng"),
                        .integer(number * 10), .percent(86, of: 87), .date(day),
                        .status(.unmet, "Chưa đạt"),
                    ]
                )
            )
        }
        let sum = Formula.sum(column: 2, rows: 1...3)
        rows.append(
            SheetRow(
                .subtotal,
                [SheetCell(.text("Cộng"), span: 2), .empty, .formula(sum, cached: Quantity(60))]
            )
        )
        let total = Formula.sum(column: 2, rows: [4])
        rows.append(
            SheetRow(
                .total,
                [
                    SheetCell(.text("Tổng cộng"), span: 2).linked(
                        to: SheetLink(sheet: "PL2", row: 1)
                    ),
                    .empty, .formula(total, cached: Quantity(60)),
                ]
            )
        )
        return Sheet(
            name: "PL2",
            tabColour: .blue,
            letterhead: Letterhead(superior: "ỦY BAN NHÂN DÂN QUẬN", office: "PHÒNG NỘI VỤ"),
            titles: ["PHỤ LỤC II", "KẾT QUẢ THEO ĐƠN VỊ"],
            subtitle: "(Kèm theo Báo cáo số …)",
            unitLine: "Đơn vị tính: bài",
            columns: [
                .ordinal(.vietnamese), SheetColumn("Đơn vị", width: 30),
                SheetColumn("Số bài", group: "Kết quả", width: 8, kind: .integer),
                SheetColumn(
                    "Tỷ lệ (%)",
                    group: "Kết quả",
                    width: 8,
                    kind: .percent,
                    hasBars: true
                ),
                SheetColumn("Ngày", width: 8, kind: .date), SheetColumn("Đánh giá", width: 14),
            ],
            rows: rows,
            notes: ["Ghi chú: số liệu tạm tính."],
            legend: [LegendEntry(.unmet, word: "Chưa đạt", meaning: "Thấp hơn chỉ tiêu giao")],
            signature: Signature(),
            frozenColumns: 2,
            hasAutofilter: true
        )
    }

    @Test func everyPartIsWellFormedAndNothingIsLeftBeside() throws {
        let written = try WrittenWorkbook(book([showcase()]))
        #expect(written.malformedParts.isEmpty)
        #expect(written.parts.count > 10)
        #expect(written.leftovers.isEmpty)
    }

    @Test func theSameContentGivesTheSameBytes() throws {
        let content = book([showcase(), list(texts: ["a", "b"])])
        #expect(try WrittenWorkbook(content).bytes == WrittenWorkbook(content).bytes)
    }

    @Test func theCreationDateIsTheOneGiven() throws {
        let written = try WrittenWorkbook(book([list(texts: ["a"])]))
        #expect(written.text("docProps/core.xml").contains("2023-12-05T10:00:00Z"))
    }

    @Test func formulasCarryAddressesAndCachedValues() throws {
        let sheet = showcase()
        #expect(sheet.inconsistentFormulas.isEmpty)
        let written = try WrittenWorkbook(book([sheet]))
        // Letterhead 4, titles 2, subtitle, gap, unit line, header 2, numbers: the table starts
        // in row 13.
        #expect(written.sheet(1).contains("<f>SUM(C14:C16)</f><v>60</v>"))
        #expect(written.sheet(1).contains("<f>SUM(C17)</f><v>60</v>"))
    }

    @Test func pagesRepeatTheHeaderAndFitOnePageInWidth() throws {
        let written = try WrittenWorkbook(book([showcase()]))
        let sheet = written.sheet(1)
        #expect(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"))
        #expect(sheet.contains("paperSize=\"9\""))
        #expect(sheet.contains("orientation=\"landscape\""))
        #expect(sheet.contains("ySplit=\"12\""))
        #expect(sheet.contains("outlineLevel=\"1\""))
        let names = written.text("xl/workbook.xml")
        #expect(names.contains("'PL2'!$10:$12") || names.contains("PL2!$10:$12"))
        #expect(sheet.contains("<autoFilter ref=\"A12:F17\"/>"))
        #expect(sheet.contains("location=\"&apos;PL2&apos;!A14\"") || sheet.contains("'PL2'!A14"))
    }

    @Test func onlyTimesNewRomanIsUsedInCells() throws {
        let styles = try WrittenWorkbook(book([showcase()])).text("xl/styles.xml")
        #expect(styles.contains("Times New Roman"))
        #expect(!styles.contains("Calibri"))
    }

    @Test func percentagesAndDatesAreNumbers() throws {
        let written = try WrittenWorkbook(book([showcase()]))
        #expect(written.sheet(1).contains("<v>98.9"))
        #expect(written.sheet(1).contains("<v>45261</v>"))
        #expect(written.text("xl/styles.xml").contains("dd/mm/yyyy"))
    }

    @Test(arguments: [
        "=1+1", "+84 24 3858", "-5", "@SUM(A1)", "http://example.vn", "internal:PL!A1",
        "\t=cmd|' /C calc'!A0", "=HYPERLINK(\"x\")", "mailto:a@b.vn",
    ])
    func textIsNeverAFormulaOrALink(_ text: String) throws {
        let written = try WrittenWorkbook(book([list(texts: [text])]))
        #expect(!written.sheet(1).contains("<f>"))
        #expect(!written.sheet(1).contains("<hyperlink"))
        #expect(written.malformedParts.isEmpty)
    }

    @Test func hostileTextStaysReadable() throws {
        let texts = [
            "_x003D_1+1", "a\u{FFFE}b\u{FFFF}c", "a\u{0}b\u{1B}c", "<&>\"'", "]]>", "a\r\nb",
            String(repeating: "x", count: 40_000), String(repeating: "😀", count: 20_000),
            String(repeating: "_x0041_", count: 10_000), "  hai đầu  ", "e\u{301}",
        ]
        let written = try WrittenWorkbook(book([list(texts: texts)]))
        let sheet = written.sheet(1)
        #expect(written.malformedParts.isEmpty)
        #expect(sheet.contains("_x005F_x003D_1+1"))
        #expect(sheet.contains(">abc<"))
        #expect(sheet.contains("x…<"))
        #expect(sheet.contains("😀…<"))
        #expect(sheet.contains("&lt;&amp;&gt;&quot;'<"))
        #expect(sheet.contains("]]&gt;<"))
        #expect(sheet.contains(">a\nb<"))
        #expect(sheet.contains(" xml:space=\"preserve\">  hai đầu  <"))
    }

    @Test(arguments: [
        ("", SheetName.Problem.empty), ("History", .reserved), ("hISTORY", .reserved),
        ("a/b", .forbiddenCharacter("/")), ("'a", .apostropheAtEnd), ("a'", .apostropheAtEnd),
        (String(repeating: "ă", count: 32), .tooLong), ("a\u{1}", .forbiddenCharacter("\u{1}")),
        (String(repeating: "😀", count: 16), .tooLong),
    ])
    func namesThatExcelRefusesAreRefused(_ name: String, _ problem: SheetName.Problem) {
        #expect(throws: WorkbookError.sheetName(name, problem)) {
            _ = try WrittenWorkbook(book([list(name, texts: [])]))
        }
        #expect(SheetName.problem(in: SheetName.safe(name)) == nil)
    }

    @Test func twoSheetsOfTheSameNameAreRefused() {
        #expect(throws: WorkbookError.sheetName("pl", .taken)) {
            _ = try WrittenWorkbook(book([list("PL", texts: []), list("pl", texts: [])]))
        }
    }

    @Test func aLongTableGoesOnInAFurtherSheet() throws {
        var sheet = list("Danh sách", texts: [])
        sheet.columns = [SheetColumn("Số", width: 8, kind: .integer)]
        sheet.rows = (1...30).map { SheetRow([.integer($0)]) }
        let sum = Formula.sum(column: 0, rows: 0...29)
        sheet.rows.append(SheetRow(.total, [.formula(sum, cached: Quantity(465))]))
        // 3 rows above the table, 12 kept for what follows it: 20 rows in each part.
        let written = try WrittenWorkbook(book([sheet]), maximumRows: 35)
        #expect(written.text("xl/workbook.xml").contains("name=\"Danh sách_2\""))
        let formula = written.sheet(2).contains("SUM('Danh sách'!A4:A23,A4:A13)</f><v>465</v>")
        #expect(formula)
        #expect(written.malformedParts.isEmpty)
    }

    /// An overview with a chart of each kind and a map.
    private func overview() -> Sheet {
        var sheet = Sheet(name: "TongQuan", titles: ["TỔNG QUAN"], columns: [])
        let bars = OverviewChart(
            title: "=Mức đạt",
            kind: .bars,
            headings: ["Chỉ tiêu", "Đạt", "Chưa đạt"],
            rows: [[.text("A"), .integer(100), .empty], [.text("B"), .empty, .integer(60)]],
            series: [
                .init("Đạt", values: 1, rows: 0...1, look: .solid),
                .init("Chưa đạt", values: 2, rows: 0...1, look: .hatched),
            ],
            valueAxis: "%",
            maximum: 100
        )
        var days = bars
        days.kind = .days
        days.rows = [
            [.date(Day(number: 19_000)), .integer(0)], [.date(Day(number: 19_009)), .integer(4)],
        ]
        days.series = [.init("Đã báo cáo", values: 1, rows: 0...1, look: .bound)]
        sheet.overview = Overview(
            figures: [.init("82/87", "đơn vị đã báo cáo"), .init("05", "đơn vị cần đôn đốc")],
            charts: [bars, days],
            heatMap: HeatMap(
                title: "KẾT QUẢ",
                columns: ["Phường A", "Phường B"],
                rows: [.init("Chỉ tiêu", cells: [.init("●", .met), .init("○", .unmet)])],
                legend: [LegendEntry(.met, word: "●", meaning: "Đạt")],
                notes: ["Ghi chú"]
            )
        )
        return sheet
    }

    @Test func anOverviewHasChartsOverItsOwnCellsAndAMap() throws {
        let written = try WrittenWorkbook(book([overview(), showcase()]))
        #expect(written.malformedParts.isEmpty)
        let charts = written.parts.keys.filter { $0.hasPrefix("xl/charts/chart") }
        #expect(charts.count == 2)
        let bars = written.text("xl/charts/chart1.xml")
        #expect(bars.contains("TongQuan!$M$4:$M$5"))
        #expect(bars.contains("<a:pattFill"))
        #expect(!bars.contains("<c:f>Mức"))
        for text in ["82/87", "Phường B", "○", "Số liệu của các biểu đồ (không in)"] {
            #expect(written.strings.contains(">\(text)<"), "\(text)")
        }
        // The second page begins with the map.
        #expect(written.sheet(1).contains("<rowBreaks count=\"1\""))
    }

    @Test func aChartOfManyIndicatorsHasAPageOfItsOwnWithEveryName() throws {
        func written(_ count: Int) throws -> WrittenWorkbook {
            var sheet = overview()
            sheet.overview?.charts[0].rows = (1...count).map {
                [.text("Chỉ tiêu \($0)"), .integer($0), .empty]
            }
            for series in 0...1 {
                sheet.overview?.charts[0].series[series].rows = 0...(count - 1)
            }
            return try WrittenWorkbook(book([sheet]))
        }
        let one = try written(44)
        #expect(one.sheet(1).contains("<rowBreaks count=\"2\""))
        let bars = one.text("xl/charts/chart1.xml")
        #expect(bars.contains("TongQuan!$M$4:$M$47"))
        #expect(bars.contains("<c:tickLblSkip val=\"1\"/>"))
        let two = try written(88)
        #expect(two.sheet(1).contains("<rowBreaks count=\"3\""))
        #expect(two.text("xl/charts/chart2.xml").contains("TongQuan!$M$48:$M$91"))
    }

    @Test func theFirstPageOfASheetHasNoNumberAndTheOthersHaveItOnTop() throws {
        var long = list(texts: (1...9_000).map { "Dòng số \($0) của một danh sách dài" })
        long.rows += long.rows.map { SheetRow([$0.cells[0].bold()]) }
        let written = try WrittenWorkbook(book([showcase(), long]))
        for number in 1...2 {
            #expect(
                written.sheet(number).contains("<headerFooter differentFirst=\"1\"><oddHeader>")
            )
            #expect(written.sheet(number).contains("&amp;P"))
        }
        #expect(written.malformedParts.isEmpty)
        #expect(written.sheet(2).contains("<c r=\"A18000\""))
    }

    @Test func everyRowOfATableThatIsPackedInPiecesIsThereOnce() throws {
        let texts = (1...40_000).map {
            "Dòng số \($0) của một danh sách rất dài, tệp bai-\($0).csv"
        }
        var long = list(texts: texts)
        long.notes = ["Ghi chú ở dưới."]
        // The first and the last row bring what the library keeps of rows that it does not write.
        for index in [0, texts.count - 1] {
            long.rows[index].kind = .group
            long.rows[index].outlineLevel = 2
            long.rows[index].cells[0].note = "Theo Quyết định số 12/QĐ-UBND"
        }
        let written = try WrittenWorkbook(book([long]))
        #expect(written.malformedParts.isEmpty)
        let sheet = written.sheet(1)
        let rows = sheet.matches(of: /<row r="([0-9]+)"/).compactMap { Int($0.output.1) }
        #expect(rows == rows.sorted() && Set(rows).count == rows.count)
        let numbers = sheet.matches(of: />Dòng số ([0-9]+) của/).compactMap { Int($0.output.1) }
        #expect(numbers == Array(1...40_000))
        #expect(sheet.contains("outlineLevelRow=\"2\""))
        #expect(written.text("xl/comments1.xml").components(separatedBy: "12/QĐ-UBND").count == 3)
        let ends = try [#require(rows.first), #require(rows.last)]
        #expect(sheet.contains("<dimension ref=\"A\(ends[0]):A\(ends[1])\"/>"))
    }

    @Test func aLinkLeadsToItsCellAndIsEscaped() throws {
        var sheet = list("A & B's", texts: ["a", "b"])
        sheet.rows[1].cells[0].link = SheetLink(sheet: sheet.name, row: 0)
        let written = try WrittenWorkbook(book([sheet]))
        #expect(written.malformedParts.isEmpty)
        let links = written.sheet(1).matches(of: /<hyperlink ref="A([0-9]+)" location="([^"]*)"\/>/)
        let link = try #require(links.first?.output)
        let row = try #require(Int(link.1))
        #expect(link.2 == "'A &amp; B''s'!A\(row - 1)")
    }

    @Test func barsAreDrawnForPercentages() throws {
        #expect(try WrittenWorkbook(book([showcase()])).sheet(1).contains("<dataBar>"))
    }

    @Test func formulasCountWordsAndAddCellsSideBySide() throws {
        var sheet = showcase()
        let words = WordCount(["Chưa đạt", "\"x\""], in: CellBlock(columns: 5...5, rows: 0...3))
        sheet.rows[5].cells += [
            .formula(.across(CellBlock(columns: 2...2, rows: 1...1)), cached: Quantity(10)), .empty,
            .formula(.count([words]), cached: Quantity(3)),
        ]
        #expect(sheet.inconsistentFormulas.isEmpty)
        let written = try WrittenWorkbook(book([sheet])).sheet(1)
        #expect(written.contains("COUNTIF(F13:F16,"))
        #expect(written.contains("<f>SUM(C14)</f>"))
    }

    @Test func anEmptyTableSaysSo() throws {
        let written = try WrittenWorkbook(book([list(texts: [])]))
        #expect(written.strings.contains("Không có."))
    }

    @Test func linksToNowhereAreRefused() {
        var sheet = list(texts: ["a"])
        sheet.rows[0].cells[0].link = SheetLink(sheet: "PL9")
        #expect(throws: WorkbookError.missingTarget(sheet: "PL", target: "PL9")) {
            _ = try WrittenWorkbook(book([sheet]))
        }
    }

    @Test func formulasOverMissingRowsAreRefused() {
        var sheet = list(texts: ["a"])
        sheet.rows.append(
            SheetRow(.total, [.formula(.sum(column: 0, rows: 0...7), cached: .zero)])
        )
        #expect(throws: WorkbookError.missingOperand(sheet: "PL", row: 1)) {
            _ = try WrittenWorkbook(book([sheet]))
        }
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        #expect(throws: WorkbookError.self) {
            try WorkbookRenderer.write(book([list(texts: [])]), to: "/nowhere/report.xlsx")
        }
    }
}
