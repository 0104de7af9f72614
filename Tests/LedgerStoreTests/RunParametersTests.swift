import LedgerStore
import Model
import TestSupport
import Testing

@Suite struct RunParametersTests {
    /// Every name and form that stands in ledgers: a change here takes their meaning from old runs.
    @Test func whatIsKeptHasTheTextsThatLedgersHave() throws {
        var parameters = RunParameters()
        parameters.unit = "TX-P-01"
        parameters.isAnonymised = true
        parameters.language = "en"
        parameters.hasYearEnd = true
        parameters.splitBy = "district"
        parameters.acceptedAnomaly = "đã xem: a=b"
        parameters.schedule = "nightly@2025-01-05T02:00:00"
        parameters.again = "20250104-0200-01"
        parameters.knownAt = try instant("2025-01-03T02:00")
        parameters.seenBy = try instant("2025-01-02T02:00")
        parameters.movesLatest = true
        parameters.isRefused = true
        let text = """
            accept-anomaly=đã xem: a=b
            again=20250104-0200-01
            anonymise=yes
            known-at=2025-01-03T02:00:00
            lang=en
            latest=yes
            refused=yes
            schedule=nightly@2025-01-05T02:00:00
            seen-by=2025-01-02T02:00:00
            split-by=district
            unit=TX-P-01
            year-end=yes
            """
        #expect(try audited(parameters) == text)
        #expect(RunParameters(auditText: text) == parameters)
        #expect(!parameters.isOrdinary && !parameters.isWhole)
    }

    @Test func whatIsNotAskedForLeavesNothing() throws {
        var parameters = RunParameters(auditText: "unit=TX-P-01\nlatest=yes")
        parameters.unit = nil
        parameters.movesLatest = false
        #expect(parameters == RunParameters())
        #expect(try audited(parameters) == "")
        #expect(parameters.isOrdinary && parameters.isWhole)
        parameters.language = "en"
        #expect(!parameters.isOrdinary && parameters.isWhole)
    }

    @Test func decisionsAreToldApartByNumberAndDate() throws {
        let first = try freeze("12/QĐ", on: "2024-12-20")
        let other = try freeze("12/QĐ", on: "2023-12-20")
        var parameters = RunParameters()
        parameters.note("20241221-0200-01", madeFinalBy: first)
        parameters.note("20241222-0200-01", madeFinalBy: first)
        parameters.noteHeld(other)
        #expect(parameters.run(madeFinalBy: first) == "20241221-0200-01")
        #expect(parameters.run(madeFinalBy: other) == nil)
        #expect(!parameters.isHeld(first) && parameters.isHeld(other))
        #expect(parameters.madeFinal.map(\.run) == ["20241221-0200-01"])
        #expect(
            try audited(parameters) == """
                freeze-held:12/QĐ@2023-12-20=yes
                freeze:12/QĐ@2024-12-20=20241221-0200-01
                """
        )
    }

    @Test func whatAnotherVersionWroteStaysWhenTheRunIsRecordedAgain() throws {
        let scratch = try TemporaryDirectory()
        let ledger = try Ledger(stateDirectory: scratch.path)
        var run = try RunRecord.sample("20250105-0200-01", at: "2025-01-05T02:00")
        run.parameters = RunParameters(auditText: "held-back=yes\nlatest=yes")
        try ledger.recordRun(run)
        var again = try #require(try ledger.runs().first)
        #expect(again == run)
        again.parameters.isRefused = true
        try ledger.recordRun(again)
        let last = try #require(try ledger.runs().first)
        #expect(try audited(last.parameters) == "held-back=yes\nlatest=yes\nrefused=yes")
    }

    /// The text that the audit trail holds of a run with these parameters, behind its lines about
    /// the rest of the run.
    private func audited(_ parameters: RunParameters) throws -> String? {
        var run = try RunRecord.sample("20250105-0200-01", at: "2025-01-05T02:00")
        run.parameters = parameters
        let text = AuditEntry(.run, of: run, at: run.clock, by: .tester).parameters
        let lines = text?.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines?.prefix(5) == [
                "run.clock=\(run.clock.seconds)", "run.state=1",
                "run.output=p/2024/20250105-0200-01",
                "run.version=1", "run.counts=files:2 rows:3",
            ]
        )
        return lines?.dropFirst(5).joined(separator: "\n")
    }

    private func freeze(_ number: String, on day: String) throws -> Decision {
        Decision(number: number, date: try instant(day).day, kind: .freeze, reason: "", line: 2)
    }
}
