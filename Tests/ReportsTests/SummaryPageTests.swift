import Testing

@testable import Reports

struct SummaryPageTests {
    @Test func cellsGoOnInFurtherLinesAndLinesEndWithoutBlanks() {
        var page = SummaryPage(width: 30)
        page.row(
            ["01", "Trường Tiểu học Mẫu", "7"],
            [
                SummaryPage.Column(heading: "TT", width: 2),
                SummaryPage.Column(heading: "Đơn vị", width: 12),
                SummaryPage.Column(heading: "Số", width: 3, isRight: true),
            ]
        )
        #expect(page.text == "01  Trường Tiểu     7\n    học Mẫu\n")
    }

    @Test func aNumberIsNotBrokenWhereWordsCanGiveWay() {
        let columns = SummaryPage.Column.fitted(
            [
                SummaryPage.Column(heading: "Chỉ tiêu", width: 30),
                SummaryPage.Column(heading: "Giao", width: 5, isRight: true),
            ],
            to: [["Tổng mức thưởng của các đơn vị", "≥ 1.500.000.000"], ["Hai", "từ 5 đến 10"]]
        )
        #expect(columns.map(\.width) == [20, 15])
        var page = SummaryPage(width: 60)
        page.row(["Tổng mức thưởng của các đơn vị", "≥ 1.500.000.000"], columns)
        #expect(page.text == "Tổng mức thưởng của   ≥ 1.500.000.000\ncác đơn vị\n")
    }

    @Test func decomposedNamesComeOutComposed() {
        var page = SummaryPage(width: 30)
        page.paragraph("Pho\u{300}ng No\u{323}\u{302}i vu\u{323}")
        #expect(Array(page.text.utf8) == Array("Phòng Nội vụ\n".utf8))
    }
}
