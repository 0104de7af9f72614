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

    @Test func decomposedNamesComeOutComposed() {
        var page = SummaryPage(width: 30)
        page.paragraph("Pho\u{300}ng No\u{323}\u{302}i vu\u{323}")
        #expect(Array(page.text.utf8) == Array("Phòng Nội vụ\n".utf8))
    }
}
