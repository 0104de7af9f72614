import Model
import Rollup
import TestSupport
import Testing

/// What is told of a record that gives way to a later one of its key.
@Suite("Replaced records")
struct ReplacedRecordTests {
    private static let header = "unit,period,contest_entries,sessions,plan_issued,note\n"

    private func told(_ files: [(path: String, rows: String)]) throws -> [Finding] {
        let files = files.map { Scenario.File($0.path, ReplacedRecordTests.header + $0.rows) }
        return try Scenario(plan([], ""), files).records(window: "2024", asOf: "2025-01-01")
            .findings.filter { $0.code == .duplicate || $0.code == .superseded }
            .sorted(by: Finding.inReadingOrder)
    }

    /// A report by quarters of a ward is none: 4, 6 and 5 are neither 15 nor a repetition.
    @Test func rowsOfOneReportWithOtherFiguresAreToldOf() throws {
        let found = try told([
            ("2024-12-01/W1/a.csv", "W1,2024,4,1,Có,\nW1,2024,6,1,Có,\nW1,2024,5,1,Có,\n")
        ])
        #expect(found.map(\.severity) == [.warning, .warning])
        #expect(found.map(\.row) == [2, 3])
        #expect(found.allSatisfy { $0.message.contains("\"Số bài dự thi\";") })
        #expect(found.allSatisfy { !$0.message.contains("trùng nhau") })
    }

    @Test(arguments: ["W1,2024,4,1,Không,", "W1,2024,4,,Có,"])
    func aFigureThatALaterRowDeniesOrLeavesOutIsAnother(row: String) throws {
        let found = try told([("2024-12-01/W1/a.csv", "W1,2024,4,1,Có,\n\(row)\n")])
        #expect(found.map(\.severity) == [.warning])
    }

    /// The same once more, and what only adds to it, is a repetition.
    @Test(arguments: ["W1,2024,4,1,Có,", "W1,2024,04,1,có,x"])
    func aRepetitionIsNoMoreThanThat(row: String) throws {
        let found = try told([("2024-12-01/W1/a.csv", "W1,2024,4,1,Có,\n\(row)\n")])
        #expect(found.map(\.severity) == [.notice])
        #expect(found.first?.message.contains("trùng nhau") == true)
    }

    @Test func aLaterReportThatLeavesFiguresBlankNamesThem() throws {
        let found = try told([
            ("2024-12-01/W1/a.csv", "W1,2024,4,1,Có,\n"), ("2024-12-05/W1/b.csv", "W1,2024,5,,,\n"),
        ])
        #expect(found.map(\.code) == [.superseded])
        #expect(found.map(\.severity) == [.warning])
        let message = try #require(found.first?.message)
        #expect(message.contains("\"Đã ban hành kế hoạch\", \"Số buổi tuyên truyền\""))
        #expect(!message.contains("Số bài dự thi"))
    }

    @Test func aLaterReportThatMendsAFigureIsANotice() throws {
        let found = try told([
            ("2024-12-01/W1/a.csv", "W1,2024,4,1,Có,\n"),
            ("2024-12-05/W1/b.csv", "W1,2024,5,2,Không,\n"),
        ])
        #expect(found.map(\.severity) == [.notice])
        #expect(found.map(\.code) == [.superseded])
    }

    /// A register is sent again with what has changed; what is left out there is no report.
    @Test func aRegisterMayBeSentAgainWithLess() throws {
        let header = "unit,year,name,subject,agree,ballots\n"
        let found = try Scenario(
            plan([], ""),
            [
                .init("2024-12-01/W1/a.csv", header + "W1,2024,A Mẫu,Cá nhân,5,7\n"),
                .init("2024-12-05/W1/b.csv", header + "W1,2024,A Mẫu,Cá nhân,,\n"),
            ]
        ).records(window: "2024", asOf: "2025-01-01").findings
        #expect(found.filter { $0.code == .superseded }.map(\.severity) == [.notice])
    }

    // MARK: - Lists that were sent again

    private static let people = "unit,year,name,subject\n"

    private func leftBehind(_ files: [(path: String, names: [String])]) throws -> [Finding] {
        let files = files.map { file in
            let rows = file.names.map { name in
                name.contains(",") ? name + ",Cá nhân\n" : "W1,2024,\(name),Cá nhân\n"
            }
            return Scenario.File(file.path, ReplacedRecordTests.people + rows.joined())
        }
        return try Scenario(plan([], ""), files).records(window: "2024", asOf: "2025-01-01")
            .findings.filter { $0.code == .contradiction }
            .sorted(by: Finding.inReadingOrder)
    }

    @Test func whatAListSentAgainNoLongerHoldsIsToldOf() throws {
        let found = try leftBehind([
            ("2024-12-01/W1/a.csv", ["A Mẫu", "B Mẫu", "C Mẫu"]),
            ("2024-12-05/W1/a.csv", ["A Mẫu", "C Mẫu"]),
        ])
        #expect(found.map(\.file) == ["2024-12-01/W1/a.csv"])
        #expect(found.map(\.row) == [3])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("\"2024-12-05/W1/a.csv\"") == true)
        #expect(found.first?.message.contains("vẫn được tính") == true)
    }

    /// Who came again with a year of birth is told of as that, and is no row that stayed behind.
    @Test func whoCameAgainWithAYearOfBirthIsOnTheListAgain() throws {
        let header = "unit,year,name,subject,birth_year\n"
        let found = try Scenario(
            plan([], ""),
            [
                .init(
                    "2024-12-01/W1/a.csv",
                    header + "W1,2024,A Mẫu,Cá nhân,1970\nW1,2024,B Mẫu,Cá nhân,\n"
                        + "W1,2024,C Mẫu,Cá nhân,\n"
                ),
                .init(
                    "2024-12-05/W1/a.csv",
                    header + "W1,2024,A Mẫu,Cá nhân,1971\nW1,2024,B Mẫu,Cá nhân,\n"
                ),
            ]
        ).records(window: "2024", asOf: "2025-01-01").findings
        #expect(found.filter { $0.code == .contradiction }.map(\.row) == [4])
        #expect(found.filter { $0.code == .duplicate }.map(\.row) == [2])
    }

    /// Each list is held against the one that came after it.
    @Test func everyListIsHeldAgainstTheNext() throws {
        let found = try leftBehind([
            ("2024-11-01/W1/a.csv", ["A Mẫu", "B Mẫu"]),
            ("2024-11-05/W1/b.csv", ["A Mẫu", "C Mẫu"]),
            ("2024-11-09/W1/c.csv", ["A Mẫu", "D Mẫu"]),
        ])
        #expect(found.map(\.file) == ["2024-11-01/W1/a.csv", "2024-11-05/W1/b.csv"])
    }

    /// An addition that repeats a row, a row that was mended, another unit's or year's
    /// rows, a list that takes all up again: nothing stays behind unsaid.
    @Test(arguments: [
        [
            ("2024-12-01/W1/a.csv", ["A Mẫu", "B Mẫu", "C Mẫu"]),
            ("2024-12-05/W1/b.csv", ["A Mẫu", "D Mẫu"]),
        ],
        [
            ("2024-12-01/W1/a.csv", ["A Mẫu", "B Mẫu"]), ("2024-12-05/W1/sửa.csv", ["A Mẫu"]),
        ],
        [
            ("2024-12-01/P/a.csv", ["W1,2024,A Mẫu", "W2,2024,B Mẫu", "W1,2023,C Mẫu"]),
            ("2024-12-05/P/b.csv", ["W1,2024,A Mẫu"]),
        ],
        [
            ("2024-12-01/W1/a.csv", ["A Mẫu", "B Mẫu"]),
            ("2024-12-05/W1/b.csv", ["A Mẫu"]),
            ("2024-12-09/W1/c.csv", ["A Mẫu", "B Mẫu"]),
        ],
        [
            ("2024-12-01/P/a.csv", ["W1,2024,A Mẫu", "W1,2024,B Mẫu"]),
            ("2024-12-05/W1/b.csv", ["A Mẫu"]),
        ],
    ])
    func whatOnlyAddsOrMendsIsNotToldOf(files: [(path: String, names: [String])]) throws {
        #expect(try leftBehind(files).isEmpty)
    }
}
