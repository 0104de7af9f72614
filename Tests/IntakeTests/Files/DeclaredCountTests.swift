import Intake
import Model
import TestSupport
import Testing

/// How many rows a list has by the words of its total, and how many it has.
@Suite("Totals in words")
struct DeclaredCountTests {
    private static let header = "STT,Họ và tên,Đối tượng,Năm\n"
    private static let people = "1,Nguyễn Mẫu,Cá nhân,2024\n2,Trần Mẫu,Cá nhân,2024\n"
    private static let groups = "3,Tổ Một,Tập thể,2024\n"

    private func mismatches(_ text: String) throws -> [Finding] {
        try Desk.read(text, at: "2024-06-01/P1/a.csv").findings
            .filter { $0.code == .totalMismatch }
    }

    @Test(arguments: [
        "Tổng cộng: 03 người", "Cộng: 3 cá nhân", "Tổng số (03) người", "Tổng cộng (03 người)",
        "Tổng số người: 03", "Cộng: 3 điển hình tiên tiến", "Tổng cộng: 3 trường hợp",
        "Tổng số: 03 tập thể và cá nhân",
    ])
    func aCountThatTheRowsAreNotIsTold(label: String) throws {
        let found = try mismatches(Self.header + Self.people + ",\(label),,\n")
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.severity == .warning)
        #expect(finding.row == 4)
        #expect(finding.value == "3")
        #expect(finding.expected == "2")
    }

    @Test(arguments: [
        "Tổng cộng: 02 người", "Tổng cộng (02 người)", "Tổng số: 02 điển hình",
        // What is no count of rows, or more than one.
        "Tổng cộng: 01 tập thể, 02 cá nhân", "Tổng cộng: 05 lượt", "Tổng cộng: 5",
        "Tổng cộng năm 2024", "Cộng I", "Tổng cộng 5", "Tổng cộng: 03 giải",
    ])
    func nothingIsSaidOfOtherTotals(label: String) throws {
        #expect(try mismatches(Self.header + Self.people + ",\"\(label)\",,\n").isEmpty)
    }

    /// Of a list of several subjects a total may count one.
    @Test(
        arguments: [
            ("Tổng cộng: 03 người", nil), ("Tổng cộng: 02 người", nil), ("Cộng: 02 cá nhân", nil),
            ("Cộng: 01 tập thể", nil), ("Cộng: 02 tập thể", "1"), ("Cộng: 04 cá nhân", "2"),
            ("Cộng: 02 điển hình", "3"), ("Cộng: 01 hộ", "0"),
        ] as [(String, String?)]
    )
    func aSubjectMayBeCountedByItself(label: String, expected: String?) throws {
        let found = try mismatches(Self.header + Self.people + Self.groups + ",\(label),,\n")
        #expect(found.map(\.expected) == (expected.map { [$0] } ?? []))
    }

    @Test func eachSectionHasItsOwnTotal() throws {
        let found = try mismatches(
            Self.header + "I,Cá nhân,,\n" + Self.people + ",Cộng: 02 người,,\nII,Tập thể,,\n"
                + Self.groups + ",Cộng: 02 tập thể,,\n,Tổng cộng: 03 điển hình,,\n"
        )
        #expect(found.map(\.row) == [8])
        #expect(found.map(\.expected) == ["1"])
    }

    /// A row that is handed back is one of the list all the same.
    @Test func aRowThatIsHandedBackIsCounted() throws {
        let text = Self.header + Self.people + "3,Lê Mẫu,,2024\n"
        #expect(try mismatches(text + ",Tổng cộng: 03 người,,\n").isEmpty)
        #expect(try mismatches(text + ",Tổng cộng: 02 điển hình,,\n").map(\.expected) == ["3"])
    }

    /// Beside a column that is added up, the number may be its sum.
    @Test func aListWithACountIsLeftAlone() throws {
        let found = try mismatches(
            "TT,Loại hoạt động,Ngày,Nội dung,Số người dự\n1,Tập huấn,05/03/2024,A,30\n"
                + "2,Tập huấn,06/03/2024,B,40\nTổng cộng: 70 người,,,,\n"
        )
        #expect(found.isEmpty)
    }

    /// A year of birth is added up by nobody.
    @Test func aListWithYearsOfBirthIsCompared() throws {
        let found = try mismatches(
            "STT,Họ và tên,Năm sinh,Đối tượng,Năm\n1,Lê Mẫu,1980,Cá nhân,2024\n"
                + ",Tổng cộng: 02 người,,,\n"
        )
        #expect(found.map(\.expected) == ["1"])
    }

    /// Proposals are counted by their own word.
    @Test func proposalsAreCounted() throws {
        let reading = try Desk.read(
            "STT,Họ và tên,Đối tượng,Cấp khen thưởng,Năm\n1,Lê Mẫu,Cá nhân,Quận,2024\n"
                + ",Tổng cộng: 02 đề nghị,,,\n",
            at: "2024-06-01/P1/a.csv"
        )
        #expect(reading.records == 1)
        #expect(reading.rejected.isEmpty)
        #expect(reading.findings.map(\.code) == [.totalRow, .totalMismatch])
    }
}
