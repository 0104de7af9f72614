import Judgement
import Model
import TestSupport
import Testing

@Suite("The contest (CONTRACT §3, §11.3)")
struct ContestTests {
    private let contest = """
        contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15, max_words: 2000}]
        """
    private let measures =
        "measures: {all: count(contest_entry), good: count(contest_entry where valid)}"
    private let header = "unit,entry_id,title,authors,words,received_on,valid\n"

    private func judge(_ files: [Scenario.File]) throws -> Judgement {
        try Scenario(plan([], contest, measures), files).judge(window: "2024", asOf: "2025-01-01")
    }

    private func file(_ unit: String, _ rows: String..., day: String = "2024-08-01")
        -> Scenario.File
    {
        .init("\(day)/\(unit)/bai.csv", header + rows.map { "\(unit),\($0)\n" }.joined())
    }

    @Test(arguments: [
        ("1,Tấm gương,Bà A,2000,2024-03-01,", true), ("1,Tấm gương,Bà A,,2024-07-15,Có", true),
        ("1,Tấm gương,Bà A,2001,2024-04-01,", false),
        ("1,Tấm gương,Bà A,100,2024-04-01,Không", false),
        ("1,Tấm gương,,100,2024-04-01,", false), ("1,Tấm gương,Bà A,100,2024-02-29,", false),
        ("1,Tấm gương,Bà A,100,2024-07-16,", false),
    ])
    func anEntryIsValidForItsReasonsOnly(row: String, valid: Bool) throws {
        let judgement = try judge([file("W1", row)])
        #expect(judgement.measure("all", "W1") == Quantity(1))
        #expect(judgement.measure("good", "W1") == Quantity(valid ? 1 : 0))
    }

    @Test func eachReasonIsAFinding() throws {
        let judgement = try judge([
            file(
                "W1",
                "1,Bài một,,100,2024-04-01,",
                "2,Bài hai,Bà A,2001,2024-04-01,",
                "3,Bài ba,Bà A,10,2024-07-16,",
                "4,Bài bốn,Bà B,10,2024-04-01,",
                "5,Bài bốn,Bà B,10,2024-04-02,"
            )
        ])
        #expect(judgement.count(.authorMissing) == 1)
        #expect(judgement.count(.entryTooLong) == 1)
        #expect(judgement.count(.entryLate) == 1)
        #expect(judgement.count(.duplicate) == 1)
        #expect(judgement.measure("good", "W1") == Quantity(1))
    }

    @Test func theDeclaredValidityIsAColumnOfItsOwn() throws {
        let section = "measures: {m: count(contest_entry where declared_valid)}"
        let judgement = try Scenario(
            plan([], contest, section),
            [file("W1", "1,Bài,,9999,2024-04-01,Có", "2,Bài khác,Bà A,1,2024-04-01,Không")]
        ).judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.measure("m", "W1") == Quantity(1))
    }

    @Test func theSameTitleAndAuthorsUnderAnotherIdIsADuplicateHoweverItIsSpelt() throws {
        let judgement = try judge([
            file(
                "W1",
                "1,Người hòa giải,Nguyễn Văn A,10,2024-04-01,",
                "2,NGƯỜI  HOÀ GIẢI,nguyễn văn a,10,2024-04-02,",
                "3,Người hòa giải,Nguyễn Văn B,10,2024-04-02,"
            )
        ])
        #expect(judgement.measure("all", "W1") == Quantity(3))
        #expect(judgement.measure("good", "W1") == Quantity(2))
    }

    @Test func ofDuplicatesAcrossUnitsTheOneReceivedFirstStaysValid() throws {
        for (first, second) in [("W1", "W2"), ("W2", "W1")] {
            let judgement = try judge([
                file(second, "9,Tấm gương,Bà A,10,2024-04-02,", day: "2024-04-02"),
                file(first, "1,Tấm gương,Bà A,10,2024-04-01,", day: "2024-04-01"),
            ])
            #expect(judgement.measure("good", first) == Quantity(1))
            #expect(judgement.measure("good", second) == Quantity(0))
            #expect(judgement.measure("all", second) == Quantity(1))
        }
    }

    @Test func aCorrectionKeepsItsPlace() throws {
        // W1's entry is corrected after W2 copied it; it stays the first.
        let judgement = try judge([
            file("W1", "1,Tấm gương,Bà A,10,2024-04-01,", day: "2024-04-01"),
            file("W2", "9,Tấm gương,Bà A,10,2024-04-02,", day: "2024-04-02"),
            file("W1", "1,Tấm gương,Bà A,20,2024-04-01,", day: "2024-05-01"),
        ])
        #expect(judgement.measure("all", "W1") == Quantity(1))
        #expect(judgement.measure("good", "W1") == Quantity(1))
        #expect(judgement.measure("good", "W2") == Quantity(0))
    }

    @Test func withoutAnIdTheTitleAndAuthorsAreTheKey() throws {
        let judgement = try judge([
            file("W1", ",Tấm gương,Bà A,10,2024-04-01,", day: "2024-04-02"),
            file(
                "W1",
                ",Tấm gương,Bà A,30,2024-04-01,",
                ",Khác,Bà A,1,2024-04-01,",
                day: "2024-05-01"
            ),
        ])
        #expect(judgement.measure("all", "W1") == Quantity(2))
        #expect(judgement.measure("good", "W1") == Quantity(2))
    }

    @Test func theRegisterIsSummedUpByEdition() throws {
        // Authors: A and B of W1, A again of W2; C's entry is not valid.
        let judgement = try judge([
            file(
                "W1",
                "1,Bài một,Nguyễn Văn A; Trần B,10,2024-04-01,",
                "2,Bài hai,NGUYỄN VĂN A,10,2024-04-01,",
                "3,Bài ba,Lê C,10,2024-04-01,Không"
            ),
            file("W2", "1,Bài bốn,Nguyễn Văn A,10,2024-04-01,"),
            file("W3", "1,Bài năm,Lê C,9999,2024-04-01,"),
        ])
        let result = try #require(judgement.contests.first)
        #expect(judgement.contests.count == 1)
        #expect(result.entries == 5)
        #expect(result.valid == 3)
        #expect(result.authors == 3)
        #expect(result.unitsJoined == 2)
    }

    @Test func anEntryDatedAfterTheAsOfTimeIsNotCountedYet() throws {
        let scenario = Scenario(
            plan([], contest, measures),
            [
                file(
                    "W1",
                    "1,Bài,Bà A,1,2024-04-01,",
                    "2,Bài hai,Bà A,1,2024-05-01,",
                    day: "2024-04-01"
                )
            ]
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2024-04-30")
        #expect(judgement.measure("all", "W1") == Quantity(1))
        #expect(judgement.contests.first?.entries == 1)
    }

    @Test func authorsAreSeparatedByCommasToo() throws {
        // The file is quoted: A, B and B; C are three people of one unit.
        let judgement = try judge([
            file(
                "W1",
                "1,Bài một,\"Nguyễn Văn A, Trần B\",10,2024-04-01,",
                "2,Bài hai,Trần B;Lê C,10,2024-04-01,"
            )
        ])
        #expect(judgement.contests.first?.authors == 3)
    }

    @Test func theDuplicateOfTwoOnOneDayIsTheLaterOneInItsFile() throws {
        let scenario = Scenario(
            plan(
                [],
                contest,
                "measures: {m: 'count(contest_entry where valid and entry_id = \"1\")'}"
            ),
            [file("W1", "1,Bài,Bà A,10,2024-04-01,", "2,Bài,Bà A,10,2024-04-01,")]
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.measure("m", "W1") == Quantity(1))
    }
}
