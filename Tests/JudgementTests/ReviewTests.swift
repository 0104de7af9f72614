import Judgement
import Model
import TestSupport
import Testing

@Suite("Reviews against the board's rules")
struct ReviewTests {
    private let rules = """
        reviews:
          quorum: ">= 2/3"
          threshold: "> 50%"
          of: members
          titles:
            Công dân Thủ đô ưu tú: {threshold: ">= 80%", of: valid, method: secret}
        """

    private func judge(_ rows: [String], _ more: [Scenario.File] = [], rules: String? = nil) throws
        -> Judgement
    {
        let reviews = Scenario.File(
            "2024-12-10/W1/hop.csv",
            "unit,held_on,exemplar,members,present,method,issued,collected,valid,agree,result\n"
                + rows.map { "W1,2024-12-01,\($0)\n" }.joined()
        )
        return try Scenario(plan([], rules ?? self.rules), [reviews] + more)
            .judge(window: "2024", asOf: "2025-01-05")
    }

    /// A nominee of the ward for the title that has a rule of its own.
    private func nominee(_ name: String, year: Int = 2024) -> Scenario.File {
        .init(
            "2024-12-12/W1/de-nghi.csv",
            "unit,year,name,subject,level,award,documented_on\n"
                + "W1,\(year),\(name),individual,city,Công dân Thủ đô ưu tú,2024-12-12\n"
        )
    }

    // 13 members: 2/3 is 8.67, so 9 must be there; more than half is 7.
    @Test(arguments: [
        "Bà A,13,9,secret,9,9,9,7,pass", "Bà A,13,13,show,,,,7,pass",
        "Bà A,13,13,secret,13,13,13,6,fail", "Bà A,12,8,secret,8,8,8,7,pass",
        // Nothing can be told from blanks.
        "Bà A,,9,secret,9,9,9,7,pass", "Bà A,13,13,,,,,,pass", "Bà A,13,13,,,,,6,",
        "Bà A,0,0,,,,,0,pass",
    ])
    func aReviewThatKeepsTheRulesIsNotMentioned(row: String) throws {
        #expect(try judge([row]).count(.contradiction) == 0)
    }

    @Test(arguments: [
        ("Bà A,13,8,secret,8,8,8,7,pass", "Số có mặt", "8/13", "≥ 2/3"),
        ("Bà A,13,8,secret,8,8,8,7,", "Số có mặt", "8/13", "≥ 2/3"),
        ("Bà A,13,13,secret,13,13,13,6,pass", "Kết quả", "Đạt (6/13)", "> 50%"),
        // Exactly half is not more than half.
        ("Bà A,12,12,secret,12,12,12,6,pass", "Kết quả", "Đạt (6/12)", "> 50%"),
        ("Bà A,13,13,secret,13,13,13,7,fail", "Kết quả", "Không đạt (7/13)", "> 50%"),
    ])
    func aResultAgainstTheRulesIsAFindingAndStandsAllTheSame(
        row: String,
        column: String,
        value: String,
        expected: String
    ) throws {
        let judgement = try judge([row])
        let found = try #require(judgement.findings.first { $0.code == .contradiction })
        #expect(judgement.count(.contradiction) == 1)
        #expect(found.severity == .warning)
        #expect(found.row == 2)
        #expect(found.column == column)
        #expect(found.value == value)
        #expect(found.expected == expected)
        #expect(judgement.board.reviews?.contrary == 1)
    }

    @Test func withoutAQuorumAFailedVoteIsNoSecondFinding() throws {
        let found = try judge(["Bà A,13,8,secret,8,8,8,8,fail"]).findings
        #expect(found.filter { $0.code == .contradiction }.map(\.column) == ["Số có mặt"])
    }

    // 80% of 10 valid ballots is 8.
    @Test(arguments: [
        ("Bà A,13,13,secret,13,13,10,8,pass", 0), ("Bà A,13,13,secret,13,13,10,7,pass", 1),
        ("Bà A,13,13,show,13,13,10,8,pass", 1), ("Ông B,13,13,show,13,13,10,7,pass", 0),
    ])
    func aTitleHasARuleOfItsOwn(row: String, count: Int) throws {
        let judgement = try judge([row], [nominee("BÀ A")])
        #expect(judgement.count(.contradiction) == count)
        if count > 0 {
            let found = judgement.findings.first { $0.code == .contradiction }
            #expect(found?.message.contains("Công dân Thủ đô ưu tú") == true)
        }
    }

    @Test func aProposalOfAnotherYearIsAnotherMatter() throws {
        let judgement = try judge(
            ["Bà A,13,13,show,13,13,10,7,pass"],
            [nominee("Bà A", year: 2025)]
        )
        #expect(judgement.count(.contradiction) == 0)
    }

    @Test func aReviewMayNameItsTitleItself() throws {
        let forms = "forms: {review: {fields: {award: {header: Danh hiệu, type: text}}}}"
        let file = Scenario.File(
            "2024-12-10/W1/hop.csv",
            "unit,held_on,exemplar,members,present,method,valid,agree,result,award\n"
                + "W1,2024-12-01,Bà A,13,13,secret,10,7,pass,công dân thủ đô ưu tú\n"
                + "W1,2024-12-01,Bà B,13,13,secret,10,7,pass,Giấy khen\n"
        )
        let judgement = try Scenario(plan([], rules, forms), [file])
            .judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.findings.filter { $0.code == .contradiction }.map(\.row) == [2])
    }

    @Test func numbersThatContradictEachOtherDecideNothing() throws {
        let judgement = try judge(["Bà A,13,14,secret,13,13,13,3,pass"])
        #expect(judgement.count(.ballotsInconsistent) == 1)
        #expect(judgement.count(.contradiction) == 0)
    }

    @Test func whatCannotBeCheckedIsSaid() throws {
        let judgement = try judge([
            "Bà A,13,9,secret,9,9,9,7,pass", "Bà B,13,8,secret,8,8,8,7,pass", "Bà C,,,,,,,,pass",
        ])
        let reviews = try #require(judgement.board.reviews)
        #expect([reviews.held, reviews.checked, reviews.contrary] == [3, 2, 1])
    }

    @Test func aPlanWithoutRulesChecksNone() throws {
        let judgement = try judge(["Bà A,13,2,secret,2,2,2,1,pass"], rules: "closed: exempt")
        #expect(judgement.count(.contradiction) == 0)
        #expect(judgement.board.reviews == nil)
    }
}
