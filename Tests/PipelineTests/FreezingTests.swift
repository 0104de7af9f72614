import LedgerStore
import Model
@testable import Pipeline
import Reports
import TestSupport
import Testing

/// Which edition a decision makes final.
@Suite("Editions that decisions freeze") struct FreezingTests {
    /// What came to light later is mended in the edition after it.
    @Test(arguments: [0, 3])
    func whatTheRunThatFreezesNoticedDoesNotStandInTheWay(openWarnings: Int) throws {
        let freezing = try freezing(["findings_warning": 0], openWarnings: openWarnings)
        #expect(freezing.carriedOut.map(\.run) == ["earlier"])
        #expect(freezing.standing.held.isEmpty)
        #expect(freezing.standing.number == 2)
    }

    @Test func openWarningsOfTheEditionThatIsMeantHoldTheDecisionUp() throws {
        let freezing = try freezing(["findings_warning": 1], openWarnings: 3)
        #expect(freezing.carriedOut.isEmpty)
        #expect(freezing.standing.held.count == 1)
    }

    @Test(arguments: [
        // Of a severity without findings nothing is kept.
        (["files": 3, "rows": 8], "earlier"),
        (["files": 3, "findings_notice": 2], "earlier"),
        (["files": 3, "findings_warning": 0], "earlier"),
        (["files": 3, "findings_warning": 1], "now"),
        // What another program did not count may hold warnings.
        ([:], "now"),
    ])
    func noEditionIsFrozenWhoseWarningsAreOpenOrUnknown(
        counts: [String: Int],
        frozen: String
    ) throws {
        let freezing = try freezing(counts, openWarnings: 0)
        #expect(freezing.carriedOut.map(\.run) == [frozen])
    }

    /// A run of 20 December, of which one is there already with so many findings, and a decision of
    /// that day.
    private func freezing(_ counts: [String: Int], openWarnings: Int) throws -> Freezing {
        let clock = try instant("2024-12-20T02:00")
        let edition = RunRecord(
            id: "earlier",
            plan: "p",
            window: "2024",
            asOf: clock,
            knownAt: clock,
            clock: clock,
            state: LedgerState(number: 1),
            output: "p/2024/earlier",
            outcome: .published,
            version: "1",
            counts: counts
        )
        let decision = Decision(
            number: "1",
            date: clock.day,
            kind: .freeze,
            reason: "",
            line: 2
        )
        return Freezing(
            decisions: [decision],
            window: .year(2024),
            on: clock.day,
            runs: [edition],
            runID: "now",
            openWarnings: openWarnings,
            mayCarryOut: true,
            done: RunParameters()
        )
    }
}
