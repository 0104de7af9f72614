import LedgerStore
import Model
@testable import Pipeline
import TestSupport
import Testing

/// Which edition a decision makes final.
@Suite("Editions that decisions freeze") struct FreezingTests {
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
        let freezing = Freezing(
            decisions: [decision],
            window: .year(2024),
            on: clock.day,
            runs: [edition],
            runID: "now",
            openWarnings: 0,
            mayCarryOut: true,
            done: RunParameters()
        )
        #expect(freezing.carriedOut.map(\.run) == [frozen])
    }
}
