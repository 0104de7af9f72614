import Judgement
import Model
@testable import Reports
import TestSupport
import Testing

/// Decisions that name no indicator and no deadline: they are about all of them (CONTRACT §11.19).
///
/// All data is synthetic.
@Suite struct GeneralDecisionTests {
    private static let duties = """
        deadlines:
          nam: {form: document, before: "{year}-12-15", applies_to: wards}
          quy: {form: review, before: "{year}-10-15", name: Biên bản, applies_to: wards}
        """

    /// A blank `Mã chỉ tiêu` is all of them (docs/hoi-dong.md), deadlines too, of whom the decision
    /// names: a unit, a node above it or everybody.
    @Test(arguments: ["W1", "D", ""], ["2024", ""])
    func anExtensionOfEverythingIsOneOfTheDeadlinesToo(named: String, year: String) throws {
        let scenario = Scenario(
            plan([issues("due: {before: \"{year}-12-15\"}")], Self.duties),
            [plans("W1", "2024-12-18", received: "2024-12-18")],
            decisions: "7/QĐ,2024-12-10,Gia hạn,\(named),,\(year),2024-12-20,Bão lụt,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2024-12-19")
        #expect(judgement.unit("W1", "I")?.status == .met)
        for deadline in judgement.deadlines {
            let units = Dictionary(
                uniqueKeysWithValues: deadline.units.map {
                    (judgement.scene.roster.units[$0.unit].id, $0)
                }
            )
            #expect(units["W1"]?.lastDay == Day(iso: "2024-12-20"))
            #expect(units["W1"]?.status == (deadline.deadline == 0 ? .onTime : .pending))
            let isForOthers = named != "W1"
            #expect(units["W2"]?.status == (isForOthers ? .pending : .missing))
        }
        let shown = DecisionWords(scene: judgement.scene).lines
        #expect(shown.count == 1)
        #expect(
            shown.first?.contains("gia hạn tất cả chỉ tiêu và thời hạn đến hết ngày") == true,
            "\(shown)"
        )
        let next = try scenario.judge(window: "2025", asOf: "2025-12-18")
        #expect(next.submission("W1")?.lastDay == Day(iso: "2025-12-14"))
    }

    /// The same of a waiver; of a plan without deadlines nothing is said of any.
    @Test(arguments: ["W1", "D", ""])
    func aWaiverOfEverythingIsOneOfTheDeadlinesToo(named: String) throws {
        let decision = "7/QĐ,2024-12-10,Miễn,\(named),,2024,,Bão lụt,\n"
        let scenario = Scenario(plan([issues()], Self.duties), decisions: decision)
        let judgement = try scenario.judge(window: "2024", asOf: "2024-12-19")
        #expect(judgement.unit("W1", "I")?.status == .exempt)
        #expect(judgement.submission("W1")?.status == .notRequired)
        #expect(judgement.submission("W2")?.status == (named == "W1" ? .missing : .notRequired))
        let shown = DecisionWords(scene: judgement.scene).lines
        #expect(shown.first?.contains("miễn tất cả chỉ tiêu và thời hạn") == true, "\(shown)")
        let bare = try Scenario(plan([issues()]), decisions: decision)
            .judge(window: "2024", asOf: "2024-12-19")
        let lines = DecisionWords(scene: bare.scene).lines
        #expect(lines.first?.contains("thời hạn") == false, "\(lines)")
    }

    /// It does nothing where it comes before every last day of the plan, and only there.
    @Test(arguments: [("2024-10-01", true), ("2024-10-20", false)])
    func anExtensionOfEverythingToADayBeforeAllLastDaysDoesNothing(day: String, isIdle: Bool) throws
    {
        let judgement = try Scenario(
            plan([issues("due: {before: \"{year}-12-15\"}")], Self.duties),
            decisions: "7/QĐ,2024-09-10,Gia hạn,,,2024,\(day),Bão lụt,\n"
        ).judge(window: "2024", asOf: "2024-12-19")
        #expect(DecisionWords(scene: judgement.scene).lines.isEmpty == isIdle)
        let said = judgement.findings.filter { $0.file == "decisions.csv" }
        #expect(said.count == (isIdle ? 1 : 0))
    }
}
