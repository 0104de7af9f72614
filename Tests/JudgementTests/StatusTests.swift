import Judgement
import Model
import TestSupport
import Testing

@Suite("Statuses of a unit (CONTRACT §5)")
struct StatusTests {
    private let byJune = "due: {by: 2024-06-30}"

    @Test func byIsInclusive() throws {
        let scenario = Scenario(
            plan([issues(byJune)]),
            [plans("W1", "2024-06-30"), plans("W2", "2024-07-01")]
        )
        #expect(try scenario.status("W1", "2024-12-31") == .met)
        #expect(try scenario.status("W2", "2024-12-31") == .late)
    }

    @Test func beforeIsExclusive() throws {
        let scenario = Scenario(
            plan([issues("due: {before: 2024-06-30}")]),
            [plans("W1", "2024-06-29"), plans("W2", "2024-06-30")]
        )
        #expect(try scenario.status("W1", "2024-12-31") == .met)
        #expect(try scenario.status("W2", "2024-12-31") == .late)
    }

    @Test func lateSaysTheDayOnWhichTheRuleCameToHold() throws {
        // Two are needed: the second one, of 5 July, is what makes it hold.
        let two =
            "id: I, applies_to: wards, measure: count(document), each: \">= 2\", \(byJune)"
        let judgement = try Scenario(
            plan([two]),
            [plans("W1", "2024-08-09", "2024-03-01", "2024-07-05")]
        ).judge(window: "2024", asOf: "2024-12-31")
        let result = try #require(judgement.unit("W1", "I"))
        #expect(result.status == .late)
        #expect(result.value == Quantity(3))
        #expect(result.reason == .late(on: try #require(Day(iso: "2024-07-05"))))
    }

    @Test(arguments: [
        ("2024-06-30T23:59:59", Status.pending), ("2024-06-30", .pending),
        ("2024-07-01T00:00:00", .unmet),
    ])
    func anUnsatisfiedRuleIsPendingToTheLastSecondOfTheDueDay(asOf: String, expected: Status) throws
    {
        let scenario = Scenario(plan([issues(byJune)]), [noPlans("W1")])
        #expect(try scenario.status("W1", asOf) == expected)
    }

    @Test(arguments: [
        ("2024-06-29T23:59:59", Status.pending), ("2024-06-30T00:00:00", .unmet),
    ])
    func beforeIsPastAtTheStartOfItsDay(asOf: String, expected: Status) throws {
        let scenario = Scenario(
            plan([issues("due: {before: 2024-06-30}")]),
            [noPlans("W1")]
        )
        #expect(try scenario.status("W1", asOf) == expected)
    }

    @Test(arguments: [
        ("2024-06-30T23:59:59", Status.pending), ("2024-07-01T00:00:00", .noData),
    ])
    func nothingHandedInIsPendingAndThenNoData(asOf: String, expected: Status) throws {
        let scenario = Scenario(plan([issues(byJune)]))
        #expect(try scenario.status("W1", asOf) == expected)
        let judgement = try scenario.judge(window: "2024", asOf: asOf)
        #expect(judgement.unit("W1", "I")?.value == nil)
    }

    @Test(arguments: [
        ("2024-12-31T23:59:59", Status.pending, Status.pending),
        ("2025-01-01T00:00:00", .unmet, .noData),
    ])
    func withoutADueDateTheWindowsEndDecides(asOf: String, covered: Status, other: Status) throws {
        let scenario = Scenario(plan([issues()]), [noPlans("W1")])
        #expect(try scenario.status("W1", asOf) == covered)
        #expect(try scenario.status("W2", asOf) == other)
    }

    @Test func theWindowsEndIsThatOfItsReportingYear() throws {
        let scenario = Scenario(plan([issues()], "year_starts: \"12-15\""), [noPlans("W1")])
        #expect(try scenario.status("W1", "2024-12-14T23:59:59") == .pending)
        #expect(try scenario.status("W1", "2024-12-15T00:00:00") == .unmet)
    }

    @Test func aRecordBeforeTheWithinSpanIsInTime() throws {
        let scenario = Scenario(
            plan([issues("due: {within: [2024-07-01, 2024-09-30]}")]),
            [
                plans("W1", "2024-06-30"), plans("W2", "2024-09-30"), plans("W3", "2024-10-01"),
            ]
        )
        #expect(try scenario.status("W1", "2024-12-31") == .met)
        #expect(try scenario.status("W2", "2024-12-31") == .met)
        #expect(try scenario.status("W3", "2024-12-31") == .late)
    }

    @Test func metNeedsNoWaitingForTheDueDate() throws {
        let scenario = Scenario(plan([issues(byJune)]), [plans("W1", "2024-02-01")])
        #expect(try scenario.status("W1", "2024-02-01") == .met)
    }

    @Test func aRecordDatedAfterTheAsOfTimeDoesNotCountYet() throws {
        let scenario = Scenario(plan([issues()]), [plans("W1", "2024-07-02")])
        #expect(try scenario.status("W1", "2024-07-01T23:59:59") == .pending)
        #expect(try scenario.status("W1", "2024-07-02T00:00:00") == .met)
        let judgement = try scenario.judge(window: "2024", asOf: "2024-07-01")
        #expect(judgement.count(.dateImplausible) == 1)
    }

    @Test func aRecordOutsideTheWindowDoesNotCount() throws {
        let scenario = Scenario(
            plan([issues()]),
            [plans("W1", "2023-12-31"), plans("W2", "2024-01-01"), noPlans("W1")]
        )
        #expect(try scenario.status("W1", "2025-01-01") == .unmet)
        #expect(try scenario.status("W2", "2025-01-01") == .met)
        #expect(try scenario.status("W1", "2025-01-01", window: "2023") == .met)
    }

    @Test func blankIsNotZero() throws {
        // A rule that 0 satisfies: a blank must not.
        let rule = "id: I, applies_to: wards, measure: unit_report.posts, each: \"<= 5\""
        let scenario = Scenario(
            plan([rule]),
            [
                .init("2024-12-01/W1/bc.csv", "unit,period,posts,sessions\nW1,2024,0,1\n"),
                .init("2024-12-01/W2/bc.csv", "unit,period,posts,sessions\nW2,2024,,1\n"),
            ]
        )
        #expect(try scenario.status("W1", "2025-01-01") == .met)
        #expect(try scenario.status("W2", "2025-01-01") == .noData)
    }
}

@Suite("Rules and several requirements")
struct RuleTests {
    @Test(arguments: [
        ("= 2", [false, true, false]), (">= 2", [false, true, true]),
        ("<= 2", [true, true, false]),
        ("> 2", [false, false, true]), ("< 2", [true, false, false]),
        ("2..3", [false, true, true]),
        ("1..2", [true, true, false]), ("0..1", [true, false, false]),
    ])
    func aRuleHoldsForItsNumbersOnly(rule: String, holds: [Bool]) throws {
        // The wards have 1, 2 and 3 documents.
        let judgement = try Scenario(
            plan(["id: I, applies_to: wards, measure: count(document), each: \"\(rule)\""]),
            [
                plans("W1", "2024-01-01"), plans("W2", "2024-01-01", "2024-01-02"),
                plans("W3", "2024-01-01", "2024-01-02", "2024-01-03"),
            ]
        ).judge(window: "2024", asOf: "2025-01-01")
        let found = ["W1", "W2", "W3"].map { judgement.unit($0, "I")?.status == .met }
        #expect(found == holds)
    }

    private let both = issues(
        "due: {by: 2024-06-30}, also: [{measure: count(document where kind = report), each: \">= 1\"}]"
    )

    private func file(_ unit: String, plan: String?, report: String?) -> Scenario.File {
        var text = "unit,kind,number,issued_on\n"
        if let plan { text += "\(unit),plan,1,\(plan)\n" }
        if let report { text += "\(unit),report,2,\(report)\n" }
        return .init("2023-01-02/\(unit)/vb.csv", text)
    }

    @Test func everyRequirementHasToHold() throws {
        let scenario = Scenario(
            plan([both]),
            [
                file("W1", plan: "2024-05-01", report: "2024-06-30"),
                file("W2", plan: "2024-05-01", report: "2024-07-01"),
                file("W3", plan: "2024-05-01", report: nil),
            ]
        )
        #expect(try scenario.status("W1", "2024-12-31") == .met)
        #expect(try scenario.status("W2", "2024-12-31") == .late)
        #expect(try scenario.status("W3", "2024-12-31") == .unmet)
        #expect(try scenario.status("W3", "2024-06-30") == .pending)
    }

    @Test func requirementsOfATotalHaveToHoldTogether() throws {
        let total = """
            id: I, measure: count(proposal), total: ">= 2", also: [\
            {measure: count(proposal where subject = collective), total: ">= 1"}, \
            {measure: count(proposal where subject = individual), total: ">= 1"}]
            """
        func status(_ subjects: [String]) throws -> Status? {
            var text = "unit,year,name,subject,level,award,documented_on\n"
            for (index, subject) in subjects.enumerated() {
                text += "W1,2024,Tên \(index),\(subject),city,BK,2024-05-01\n"
            }
            return try Scenario(plan([total]), [.init("2024-06-01/W1/dn.csv", text)])
                .judge(window: "2024", asOf: "2025-01-01").node("D", "I")?.status
        }
        #expect(try status(["collective", "individual"]) == .met)
        #expect(try status(["individual", "individual", "individual"]) == .unmet)
        #expect(try status(["individual"]) == .unmet)
    }
}
