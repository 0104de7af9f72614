import Intake
import Model
import Plans
import Testing

/// What cannot be true in `changes.csv` refuses the plan, with its place.
@Suite struct ChangeContradictionTests {
    private struct Case: CustomTestStringConvertible {
        var testDescription: String
        /// The validity of the wards P1, P2 and P3.
        var closings: [String]
        var changes: [String]
        /// Line, column and a part of each mistake.
        var mistakes: [(Int, Int, String)]
    }

    private static let cases: [Case] = [
        Case(
            testDescription: "all agrees",
            closings: ["2024-07-01", "", ""],
            changes: ["2024-07-01,Nhập toàn bộ,P1,P2,Có"],
            mistakes: []
        ),
        Case(
            testDescription: "a merged unit goes on",
            closings: ["", "", ""],
            changes: ["2024-07-01,Nhập toàn bộ,P1,P2,Có"],
            mistakes: [(2, 3, "units.csv dòng 2, cột Hiệu lực đến ngày: 01/07/2024")]
        ),
        Case(
            testDescription: "a dissolved unit goes on",
            closings: ["", "", ""],
            changes: ["2024-07-01,Giải thể,P1,,"],
            mistakes: [(2, 3, "danh mục không ghi ngày")]
        ),
        Case(
            testDescription: "the days differ",
            closings: ["2024-08-01", "", ""],
            changes: ["2024-07-01,Nhập toàn bộ,P1,P2,Có"],
            mistakes: [(2, 1, "01/08/2024 (units.csv dòng 2")]
        ),
        Case(
            testDescription: "a ring",
            closings: ["2024-07-01", "2024-07-01", ""],
            changes: ["2024-07-01,Nhập toàn bộ,P1,P2,Có", "2024-07-01,Nhập toàn bộ,P2,P1,Có"],
            mistakes: [(3, 4, "P1 → P2 → P1")]
        ),
        Case(
            testDescription: "two main successors",
            closings: ["2024-07-01", "", ""],
            changes: ["2024-07-01,Chia tách,P1,P2,Có", "2024-07-01,Chia tách,P1,P3,Có"],
            mistakes: [(3, 5, "dòng 2: P2")]
        ),
        Case(
            testDescription: "two whole mergers",
            closings: ["2024-07-01", "", ""],
            changes: ["2024-07-01,Nhập toàn bộ,P1,P2,Có", "2024-07-01,Nhập toàn bộ,P1,P3,Có"],
            mistakes: [(3, 4, "dòng 2: P2")]
        ),
        Case(
            testDescription: "merged into nobody",
            closings: ["2024-07-01", "", ""],
            changes: ["2024-07-01,Nhập toàn bộ,P1,,Có"],
            mistakes: [(2, 4, "không ghi nhập vào đơn vị nào")]
        ),
        Case(
            testDescription: "one step after the other, and a part that went before",
            closings: ["2024-07-01", "2025-01-01", ""],
            changes: [
                "2023-03-01,Nhập một phần,P1,P3,Không", "2024-07-01,Sáp nhập,P1,P2,Có",
                "2025-01-01,Nhập toàn bộ,P2,P3,Có", "2024-01-01,Đổi tên,P3,P3,Có",
                "2024-01-01,Chuyển đơn vị quản lý,P3,P3,Có",
            ],
            mistakes: []
        ),
    ]

    @Test(arguments: cases)
    private func whatContradictsIsLocated(_ given: Case) throws {
        let units = given.closings.enumerated().map { index, closing in
            "P\(index + 1),Phường \(index + 1),PHUONG,,\(closing)\n"
        }
        let roster =
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Hiệu lực từ ngày,Hiệu lực đến ngày\n" + units.joined()
        let found = try mistakes(roster, given.changes)
        #expect(found.map { [$0.line, $0.column] } == given.mistakes.map { [$0.0, $0.1] })
        for (mistake, expected) in zip(found, given.mistakes) {
            #expect(mistake.text.contains(expected.2), "\(mistake.text)")
        }
    }

    @Test func aCodeThatIsGivenAwayAgainIsNoUnitsForCertain() throws {
        let roster =
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Hiệu lực từ ngày,Hiệu lực đến ngày\n"
            + "P1,Phường Một,PHUONG,,2024-07-01\nP1,Phường Mới,PHUONG,2024-07-01,\n"
            + "P2,Phường Hai,PHUONG,,\n"
        let found = try mistakes(roster, ["2024-07-01,Nhập toàn bộ,P1,P2,Có"])
        #expect(found.map { [$0.line, $0.column] } == [[2, 3]])
        #expect(found.first?.text.contains("units.csv dòng 3") == true)
        // A renamed unit keeps its code, and nothing is said.
        #expect(try mistakes(roster, ["2024-07-01,Đổi tên,P1,P1,Có"]).isEmpty)
    }

    /// The wards of 2025: almost every code was given to one of the new wards, mostly under another
    /// name.
    ///
    /// Where that ward carries the old one on, the id is one unit; where a third does, it cannot
    /// be.
    @Test func aCodeGivenToAWardOfAnotherNameIsOneUnitOnlyWhereThatCarriesItOn() throws {
        let roster =
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Hiệu lực từ ngày,Hiệu lực đến ngày\n"
            + "P1,Phường Trúc Bạch,PHUONG,,2025-07-01\nP1,Phường Ba Đình,PHUONG,2025-07-01,\n"
            + "P2,Phường Quán Thánh,PHUONG,,2025-07-01\nP3,Phường Tây Hồ,PHUONG,2025-07-01,\n"
        let day = "2025-07-01,"
        let carriedOn = [
            day + "Nhập toàn bộ,P1,P1,Có", day + "Nhập toàn bộ,P2,P1,Có",
        ]
        #expect(try mistakes(roster, carriedOn).isEmpty)
        let split = [
            day + "Nhập một phần,P1,P1,Có", day + "Nhập một phần,P1,P3,Không",
            day + "Nhập toàn bộ,P2,P1,Có",
        ]
        #expect(try mistakes(roster, split).isEmpty)
        let elsewhere = [
            day + "Nhập một phần,P1,P1,Không", day + "Nhập một phần,P1,P3,Có",
            day + "Nhập toàn bộ,P2,P1,Có",
        ]
        let found = try mistakes(roster, elsewhere)
        #expect(found.map { [$0.line, $0.column] } == [[3, 5]])
        #expect(found.first?.text.contains("units.csv dòng 3") == true)
    }

    private func mistakes(_ roster: String, _ changes: [String]) throws -> [Mistake] {
        guard case .entries(let units) = RosterReader.read(Array(roster.utf8)) else {
            throw Unreadable()
        }
        let text =
            "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính\n"
            + changes.map { $0 + "\n" }.joined()
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        _ = PlanFilesReader.changes(
            Array(text.utf8),
            units: units,
            mistakes: &mistakes,
            findings: &findings
        )
        return mistakes.sorted(by: Mistake.inReadingOrder)
    }

    private struct Unreadable: Error {}
}
