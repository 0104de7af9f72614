import Foundation
import Model
import Reports
import Testing

@testable import Workbooks

struct PageLayoutTests {
    /// A page holds 23 rows of 20 points, of which 3 to 5 are the header on every page.
    private func layout(
        rows: Int,
        below: Int = 0,
        holds: [Int: PageLayout.Hold] = [:]
    ) -> PageLayout {
        let count = 5 + rows + below
        var all = [PageLayout.Hold](repeating: .none, count: count)
        for row in 0..<5 { all[row] = .firm }
        if below > 0 {
            for row in max(5, 5 + rows - PageLayout.lastRows)..<count { all[row] = .loose }
        }
        for (row, hold) in holds { all[row] = hold }
        return PageLayout(
            heights: [Double](repeating: 20, count: count),
            holds: all,
            header: 3..<5,
            tableEnd: 5 + rows,
            width: 900,
            isLandscape: true
        )
    }

    @Test func aPageWithHardlyARowIsSparedWhereLittleShrinkingDoes() {
        // One page as it is.
        #expect(layout(rows: 10, below: 5).pages == .init(breaks: []))
        // Notes alone, or below one row, on the second page.
        for rows in [18, 19] {
            let pages = layout(rows: rows, below: 5).pages
            #expect(pages?.breaks == [])
            #expect((70..<100).contains(pages?.percent ?? 0))
        }
        // Too much to be shrunk away.
        #expect(layout(rows: 18, below: 30).pages?.percent == nil)
    }

    @Test func notesStandBelowRowsOfTheTable() {
        // Of the rows 5...24 the last three go to the page of the notes.
        #expect(layout(rows: 20, below: 14).pages == .init(breaks: [22]))
    }

    @Test func fewerRowsGoWithNotesThatFillAPage() {
        // The page of the notes has room for two of the three rows.
        #expect(layout(rows: 19, below: 19).pages == .init(breaks: [22]))
    }

    @Test func notesThatFillAPageGetARowOfTheTableAboveThem() {
        // Header and notes fill the third page; a page less is in reach, but only with a bare
        // header.
        for below in 18...24 {
            let layout = layout(rows: 42, below: below)
            let last = layout.pages?.breaks.last ?? 0
            #expect(
                last > 0 && last < layout.tableEnd,
                "\(below): \(String(describing: layout.pages))"
            )
        }
    }

    @Test func noHeaderStandsOverNotesAlone() {
        // The table fills the first page and the notes the second.
        let pages = layout(rows: 18, below: 18).pages
        #expect(pages == .init(breaks: [23], repeatsHeader: false))
    }

    @Test func noHeaderStandsOverNotesAloneOnASmallerSheetEither() {
        var shrunk = 0
        for rows in 12...26 {
            for below in 5...40 {
                let layout = layout(rows: rows, below: below)
                guard let pages = layout.pages, let first = pages.breaks.first,
                    first >= layout.tableEnd
                else { continue }
                #expect(!pages.repeatsHeader, "\(rows) rows, \(below) below")
                if pages.percent != nil { shrunk += 1 }
            }
        }
        #expect(shrunk > 0)
    }

    @Test func aHeadingIsNeverTheLastLineOfAPage() {
        #expect(layout(rows: 30).pages?.breaks == [23])
        #expect(layout(rows: 30, holds: [22: .firm]).pages?.breaks == [22])
        #expect(layout(rows: 30, holds: [21: .firm, 22: .firm]).pages?.breaks == [21])
    }

    @Test func whatIsHeldTogetherAndLongerThanAPageIsDivided() {
        // Signatures with the lines above them, held together.
        var holds: [Int: PageLayout.Hold] = [:]
        for row in 65..<81 { holds[row] = .firm }
        let pages = layout(rows: 10, below: 66, holds: holds).pages
        #expect(pages?.breaks == [23, 46, 65])
        // Nothing but firm rows: the page ends where it is full.
        for row in 5..<81 { holds[row] = .firm }
        #expect(layout(rows: 10, below: 66, holds: holds).pages?.breaks == [23, 46, 69])
    }

    @Test func aSheetWithoutRowsOrWithAHugeHeaderFallsAsItDoes() {
        #expect(layout(rows: 0).pages == nil)
        var tall = layout(rows: 10)
        tall = PageLayout(
            heights: [20, 20, 20, 300, 300] + [Double](repeating: 20, count: 10),
            holds: tall.holds,
            header: 3..<5,
            tableEnd: 15,
            width: 900,
            isLandscape: true
        )
        #expect(tall.pages == nil)
    }

    // MARK: - In the file

    private func written(_ change: (inout Sheet) -> Void) throws -> WrittenWorkbook {
        var sheet = Sheet(
            name: "PL",
            letterhead: Letterhead(
                superior: "UBND QUẬN",
                office: "PHÒNG NỘI VỤ",
                nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                motto: "Độc lập - Tự do - Hạnh phúc"
            ),
            titles: ["DANH SÁCH"],
            columns: [
                SheetColumn("TT", width: 5), SheetColumn("Đơn vị", width: 40),
                SheetColumn("20", width: 8), SheetColumn("22", width: 8),
            ],
            rows: (1...60).map { SheetRow([.integer($0), .text("Đơn vị"), .empty, .empty]) },
            orientation: .landscape
        )
        change(&sheet)
        return try WrittenWorkbook(
            WorkbookContent(
                title: "Thử",
                office: "Phòng Nội vụ",
                created: Instant(seconds: 1_701_795_600),
                sheets: [sheet]
            )
        )
    }

    /// The rows of the file, from 1, that end a page.
    private func ends(_ written: WrittenWorkbook) -> [Int] {
        written.sheet(1).matches(of: #/<brk id="(\d+)"/#).compactMap { Int($0.output.1) }
    }

    @Test func aGroupBeginsOnThePageOfItsFirstUnit() throws {
        let plain = try written { _ in }
        let end = try #require(ends(plain).first)
        let grouped = try written { sheet in
            // The table begins in the file's ninth row.
            sheet.rows[end - 9] = SheetRow(.group, [.empty, .text("II. Phường")])
        }
        #expect(plain.sheet(1).contains("fitToHeight=\"0\""))
        #expect(ends(grouped).first == end - 1)
    }

    @Test func listsToBeFilteredKeepNoFixedBreaks() throws {
        #expect(ends(try written { $0.hasAutofilter = true }).isEmpty)
        let signed = try written {
            $0.hasAutofilter = true
            $0.signature = Signature()
        }
        #expect(!ends(signed).isEmpty)
    }

    @Test func letterheadAndSignaturesStandSideBySideBesideAWideColumnOfNames() throws {
        // Two merged blocks in the first row: the office at the left, the nation at the right.
        let sheet = try written { _ in }.sheet(1)
        #expect(sheet.matches(of: #/<mergeCell ref="[A-Z]+1:[A-Z]+1"/#).count == 2)
    }

    @Test(arguments: [
        ("2.763/2.763", 12.0), ("≥ 1.234", 6), ("12/12", 6), ("100", 0), ("Đạt", 0),
        ("2024-12-10/TX-P-HADINH", 0),
    ])
    func aNumberWithinAShortTextIsNotBroken(_ text: String, _ width: Double) {
        #expect(TextMeasure.longestFigure(text) == width)
    }
}
