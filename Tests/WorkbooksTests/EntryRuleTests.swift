import Model
import Reports
import Testing

@testable import Workbooks

/// Rules for what people write into cells.
@Suite struct EntryRuleTests {
    private func entry(_ format: SheetEntry.Format, _ rule: SheetEntry.Rule?) -> SheetEntry {
        SheetEntry(
            format: format,
            rule: rule,
            prompt: SheetEntry.Hint(title: String(repeating: "Tiêu đề ", count: 9), text: "<&\">"),
            complaint: SheetEntry.Hint(
                title: "Cần ghi lại",
                text: String(repeating: "Đề nghị ghi lại. ", count: 40)
            )
        )
    }

    private func content(_ entries: [SheetEntry], _ rows: [SheetRow]) -> WorkbookContent {
        WorkbookContent(
            title: "Mẫu",
            office: "Phòng Mẫu",
            created: Instant(seconds: 1),
            sheets: [
                Sheet(
                    name: "Biểu",
                    titles: ["BIỂU MẪU"],
                    columns: entries.map { SheetColumn("Cột", width: 10, entry: $0) },
                    numbersColumns: false,
                    rows: rows,
                    entryRows: 100
                ),
                Sheet(
                    name: "DanhMuc",
                    titles: ["DANH MỤC"],
                    columns: [SheetColumn("Giá trị", width: 10)],
                    numbersColumns: false,
                    rows: ["Có", "Không"].map { SheetRow([.text($0)]) }
                ),
            ]
        )
    }

    @Test func everyRuleIsWrittenForTheRowsToFillIn() throws {
        let span = DateSpan(
            from: try #require(Day(iso: "2024-01-01")),
            to: try #require(Day(iso: "2024-12-31"))
        )
        let list = CellRange(column: 0, rows: 0...1)
        let book = try WrittenWorkbook(
            content(
                [
                    entry(.whole, .whole(atLeast: 0)), entry(.decimal, .decimal(atLeast: 0)),
                    entry(.date, .dates(span)), entry(.text, .length(atMost: 50)),
                    entry(.text, .list(sheet: "DanhMuc", list)), entry(.text, nil),
                ],
                [SheetRow([.empty, .empty, .empty, .text("01-02")])]
            )
        )
        #expect(book.malformedParts.isEmpty)
        let sheet = book.sheet(1)
        // The title, a narrow row, the headings: the table begins in row 4.
        for part in [
            "count=\"6\"", "type=\"whole\" operator=\"greaterThanOrEqual\"", "sqref=\"A4:A103\"",
            "type=\"decimal\"", "type=\"date\"", "<formula1>45292</formula1>",
            "<formula2>45657</formula2>", "type=\"textLength\" operator=\"lessThanOrEqual\"",
            "<formula1>'DanhMuc'!$A$4:$A$5</formula1>", "numberStoredAsText=\"1\"",
            "prompt=\"&lt;&amp;&quot;&gt;\"",
        ] {
            #expect(sheet.contains(part), "\(part)")
        }
        #expect(book.text("xl/styles.xml").contains("formatCode=\"@\""))
        #expect(book.text("xl/styles.xml").contains("formatCode=\"dd/mm/yyyy\""))
    }

    @Test func whatIsKnownAppearsOnceTheRowIsFilledIn() throws {
        let book = try WrittenWorkbook(
            content(
                [entry(.text, nil), entry(.text, nil), entry(.text, nil)],
                [SheetRow([SheetCell(.derived("P\"1", onceFilled: [1...1, 2...2]))])]
            )
        )
        #expect(
            book.sheet(1).contains(
                "<f>IF(COUNTA(B4:B4,C4:C4)=0,\"\",\"P\"\"1\")</f>"
            )
                || book.sheet(1).contains(
                    "<f>IF(COUNTA(B4:B4,C4:C4)=0,&quot;&quot;,&quot;P&quot;&quot;1&quot;)</f>"
                )
        )
    }

    @Test func aListThatIsNotThereIsAnError() throws {
        let list = SheetEntry.Rule.list(sheet: "Khac", CellRange(column: 0, rows: 0...1))
        let content = content([entry(.text, list)], [])
        #expect(throws: WorkbookError.missingTarget(sheet: "Biểu", target: "Khac")) {
            try WorkbookRenderer.write(content, to: "/tmp/khong-ghi.xlsx")
        }
        let tooLong = SheetEntry.Rule.list(sheet: "DanhMuc", CellRange(column: 0, rows: 0...9))
        #expect(throws: WorkbookError.self) {
            try WorkbookRenderer.write(
                self.content([entry(.text, tooLong)], []),
                to: "/tmp/khong-ghi.xlsx"
            )
        }
    }
}
