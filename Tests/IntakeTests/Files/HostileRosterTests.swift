import Intake
import Model
import Plans
import Testing

/// Rosters made to be slow or to mislead: each fault is told once for each line.
///
/// All data is synthetic.
@Suite struct HostileRosterTests {
    private func mistakes(_ rows: [String]) -> [Mistake] {
        let text =
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày\n"
            + rows.map { $0 + "\n" }.joined()
        guard case .mistakes(let mistakes) = RosterReader.read(Array(text.utf8)) else { return [] }
        return mistakes
    }

    @Test func aLineIsToldOnceHoweverManyItRepeats() {
        let found = mistakes((0..<3_000).map { "A,Tên \($0),PHUONG,,," })
        #expect(found.count == 2_999)
        #expect(Set(found.map(\.line)) == Set(3...3_001))
    }

    /// The later line of the file is told, whichever begins first.
    @Test func linesThatOverlapInTimeAreTold() {
        let found = mistakes([
            "A,Một,PHUONG,,2024-01-01,2024-07-01", "A,Hai,PHUONG,,2024-07-01,",
            "A,Ba,PHUONG,,2023-01-01,2024-02-01", "A,Bốn,PHUONG,,2022-01-01,2023-01-01",
        ])
        #expect(found.map(\.line) == [4])
        #expect(found.first?.found == "A (dòng 2)")
        #expect(found.first?.message == "thời gian hiệu lực chồng lên nhau")
    }

    @Test func unitsBelowThemselvesAreTold() {
        let found = mistakes([
            "A,Một,PHUONG,B,,", "B,Hai,HUYEN,C,,", "C,Ba,TINH,A,,", "D,Bốn,PHUONG,A,,",
            "E,Năm,PHUONG,E,,", "F,Sáu,PHUONG,,,",
        ])
        #expect(found.map(\.line) == [2, 3, 4, 6])
        #expect(found.allSatisfy { $0.message == "đơn vị nằm dưới chính nó" })
    }

    /// An id is printed, and names files: what a terminal obeys and nobody sees has no place in it.
    @Test(arguments: ["P\u{1B}]0;x\u{7}", "P\u{200B}1", "P\t1"])
    func anIdThatHidesSomethingIsRefused(id: String) {
        let found = mistakes(["A,Một,HUYEN,,,", "\(id),Hai,PHUONG,A,,"])
        #expect(found.map(\.message) == ["mã đơn vị có ký tự không dùng được"])
        #expect(found.first?.line == 3)
    }

    /// Deeper than any stack.
    @Test func aChainOfAHundredThousandUnitsIsFollowed() {
        let rows = (0..<100_000).map { "U\($0),Tên,KHAC,\($0 == 0 ? "" : "U\($0 - 1)"),," }
        #expect(mistakes(rows).isEmpty)
        let closed = mistakes(["U0,Tên,KHAC,U99999,,"] + rows.dropFirst())
        #expect(closed.count == 100_000)
    }
}
