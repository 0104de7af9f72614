import Judgement
import Model
import Plans
import TestSupport
import Testing

/// What the board grants or sets, where it reaches beyond one unit, one condition or the window
/// (CONTRACT §11.10, 11.19); corrections after a deadline (§11.6).
///
/// All data is synthetic.
@Suite struct GrantedTimeTests {
    // MARK: - Time beyond the window

    @Test(arguments: ["by: \"{year}-12-31\"", "before: \"{year+1}-01-10\""])
    func whatIsDoneInTheTimeGrantedBeyondTheWindowCounts(due: String) throws {
        let scenario = Scenario(
            plan([issues("due: {\(due)}")]),
            [plans("W1", "2025-01-12", received: "2025-01-12"), plans("W2", "2025-01-12")],
            decisions: "7/QĐ,2024-12-20,Gia hạn,W1,I,2024,2025-01-15,Thiên tai,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.unit("W1", "I")?.value == Quantity(1))
        #expect(judgement.unit("W1", "I")?.status == .met)
        // Nobody else was given that time.
        #expect(judgement.unit("W2", "I")?.status == .noData)
        let explanation = Explanation(0, of: judgement)
        let first = try #require(explanation.units.first?.figure.calculations.first)
        #expect(first.value == Quantity(1))
    }

    @Test func timeGrantedToANodeIsGrantedToItsUnits() throws {
        let scenario = Scenario(
            plan([issues("due: {by: \"{year}-06-30\"}")]),
            [plans("W1", "2024-07-02")],
            decisions: "7/QĐ,2024-06-20,Gia hạn,D,I,2024,2024-07-31,Thiên tai,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        #expect(judgement.unit("W1", "I")?.status == .met)
        #expect(judgement.unit("W1", "I")?.lastDay == Day(iso: "2024-07-31"))
    }

    // MARK: - Values that the board sets

    /// The number of months that held, where the rule must hold in each.
    @Test(arguments: [("12", Status.met), ("11", .unmet)])
    func aValueSetForMonthsIsTheirNumber(value: String, status: Status) throws {
        let scenario = Scenario(
            plan([issues("every: month")]),
            [plans("W1", "2024-03-05")],
            decisions: "7/QĐ,2024-12-20,Điều chỉnh,W1,I,2024,\(value),Sổ gốc,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
        let result = judgement.unit("W1", "I")
        #expect(result?.value?.rounded(decimals: 0) == value)
        #expect(result?.status == status)
        #expect(!judgement.codes.contains("not-in-list"))
    }

    /// `also` conditions stand beside the value: the decision is not about them.
    @Test func theConditionsBesideASetValueAreStillAsked() throws {
        let rule =
            issues("also: [{measure: count(document where kind = criteria), each: \">= 1\"}]")
        let scenario = Scenario(
            plan([rule]),
            [plans("W1", "2024-03-05")],
            decisions: "7/QĐ,2024-12-20,Điều chỉnh,W1,I,2024,11,Sổ gốc,\n"
        )
        let result = try scenario.judge(window: "2024", asOf: "2025-01-20").unit("W1", "I")
        #expect(result?.value == Quantity(11))
        #expect(result?.status == .unmet)
        #expect(result?.shortfalls.map(\.requirement) == [1])
    }

    @Test func aValueSetForAUnitReachesTheNodesAboveWhateverStandsBesideIt() throws {
        let measure = "measure: count(document where kind = plan), total: \">= 1\""
        let also = ", also: [{measure: count(document), total: \">= 1\"}]"
        for more in ["", also] {
            let scenario = Scenario(
                plan(["id: I, level: district, \(measure)\(more)"], root: "C"),
                [plans("W1", "2024-03-05"), plans("W2", "2024-03-05"), plans("W3", "2024-03-05")],
                units: city,
                decisions: "7/QĐ,2024-12-20,Điều chỉnh,W1,I,2024,10,Sổ gốc,\n"
            )
            let judgement = try scenario.judge(window: "2024", asOf: "2025-01-20")
            #expect(judgement.node("D1", "I")?.value == Quantity(11))
            #expect(judgement.node("D2", "I")?.value == Quantity(1))
            #expect(judgement.node("C", "I")?.value == Quantity(12))
        }
    }

    // MARK: - Editions of a contest

    @Test(arguments: [true, false])
    func anEntryOutsideTheEditionsBelongsToTheOneThatItMissed(isInOrder: Bool) throws {
        let editions = [
            "{id: xuan, year: 2024, opens: 2024-03-01, closes: 2024-04-30}",
            "{id: thu, year: 2024, opens: 2024-09-01, closes: 2024-10-15}",
        ]
        let listed = isInOrder ? editions : editions.reversed()
        let plan = try Scenario(plan([issues()], "contests: [\(listed.joined(separator: ", "))]"))
            .readPlan()
        func id(_ day: String) throws -> String? {
            plan.edition(on: try #require(Day(iso: day))).map { plan.contests[$0].id }
        }
        #expect(try id("2024-02-01") == "xuan")
        #expect(try id("2024-05-01") == "xuan")
        #expect(try id("2024-09-30") == "thu")
        #expect(try id("2024-10-16") == "thu")
        #expect(try id("2023-10-16") == nil)
    }

    // MARK: - Corrections after the deadline

    /// In a second file, and as a new version of the first.
    @Test func aCorrectionLeavesTheDayOfTheFirstReport() throws {
        let deadline = "deadlines: {hop: {form: review, before: \"{year+1}-01-10\", main: true}}"
        func review(_ day: String, _ unit: String, _ name: String, _ members: Int) -> Scenario.File
        {
            .init(
                "\(day)/\(unit)/\(name).csv",
                "unit,held_on,exemplar,members\n\(unit),2024-12-20,A,\(members)\n",
                received: "\(day)T08:00:00"
            )
        }
        var scenario = Scenario(plan([issues()], deadline))
        scenario.files = [
            review("2025-01-05", "W1", "hop", 7), review("2025-01-20", "W1", "hop-sua", 9),
            review("2025-01-20", "W2", "hop", 9), review("2025-01-20", "W3", "hop", 9),
        ]
        scenario.replaced = [review("2025-01-05", "W2", "hop", 7)]
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-25")
        #expect(judgement.submission("W1")?.status == .onTime)
        #expect(judgement.submission("W2")?.status == .onTime)
        #expect(judgement.submission("W2")?.receivedOn == Day(iso: "2025-01-05"))
        #expect(judgement.submission("W3")?.status == .late)
    }

    // MARK: - Sums beyond all range

    @Test func aSumBeyondAllRangeIsNoBlank() throws {
        let measure = "measure: unit_report.amount, each: \">= 1\""
        let forms = "forms: {unit_report: {fields: {amount: {header: Số tiền, type: decimal}}}}"
        let rows = ["2024-01,999999999999999", "2024-02,\"0,00000000000001\"", "2024-03,5"]
        let scenario = Scenario(
            plan(["id: I, applies_to: wards, \(measure)"], forms),
            [
                .init(
                    "2025-01-02/W1/bc.csv",
                    "Kỳ báo cáo,Số tiền\n" + rows.map { $0 + "\n" }.joined()
                )
            ]
        )
        let result = try scenario.judge(window: "2024", asOf: "2025-01-25").unit("W1", "I")
        #expect(result?.value == nil)
        #expect(result?.status == .noData)
        #expect(result?.reason == .outOfRange)
    }
}
