import Disk
package import Model

/// One thing that was done and is to be remembered: a run, a removal, a restoration.
package struct AuditEntry: Hashable, Sendable {
    /// What was done.
    package var act: Act
    /// The clock of the run, which `--now` may set.
    package var at: Instant
    /// The machine's own clock.
    package var machineAt: Instant
    /// Who did it.
    package var by: Operator
    /// Nil where the act is about no single plan.
    package var plan: String?
    /// The id of the window of a run, like the times and the outcome below; nil for other acts.
    package var window: String?
    /// The id of the run.
    package var run: String?
    /// The as-of time of a run.
    package var asOf: Instant?
    /// The time by which what a run counts had to be known.
    package var knownAt: Instant?
    /// What became of a run.
    package var outcome: RunRecord.Outcome?
    /// What else is to be said, in Vietnamese or as figures.
    package var detail: String
    /// What every byte of the edition can be checked by.
    package var seal: EditionSeal?
    /// The options of the run and what else of its row has no field here, a `name=value` a line; of
    /// a removal the digests of what it removed.
    package var parameters: String?

    /// What was done.
    package enum Act: String, Hashable, Sendable, CaseIterable {
        case run
        /// A run that a kill had left begun was settled by the next one.
        case settle
        case prune
        case restore
        case repair
    }

    /// An act that is no run, done now by the machine's own clock.
    package init(
        _ act: Act,
        at clock: Instant,
        by operator: Operator,
        plan: String? = nil,
        detail: String = ""
    ) {
        self.act = act
        at = clock
        machineAt = Machine.clock
        by = `operator`
        self.plan = plan
        self.detail = detail
    }

    /// What became of a run and what it wrote.
    package init(
        _ act: Act,
        of run: RunRecord,
        at clock: Instant,
        by operator: Operator,
        detail: String = ""
    ) {
        self.init(act, at: clock, by: `operator`, plan: run.plan, detail: detail)
        window = run.window
        self.run = run.id
        asOf = run.asOf
        knownAt = run.knownAt
        outcome = run.outcome
        seal = run.seal
        parameters = run.auditText
    }

    /// The digest of the entry as the line of a number behind the line with another digest.
    ///
    /// Each field stands with the length of its text, so that no two entries have one text.
    func digest(
        number: Int64,
        after previous: String,
        _ received: ReceivedSeal
    ) throws(FileError) -> String {
        let fields: [(String, String?)] = [
            ("number", String(number)), ("previous", previous), ("act", act.rawValue),
            ("at", String(at.seconds)), ("machine_at", String(machineAt.seconds)),
            ("user", by.user), ("host", by.host), ("command", by.command), ("plan", plan),
            ("window", window), ("run", run), ("as_of", asOf.map { String($0.seconds) }),
            ("known_at", knownAt.map { String($0.seconds) }), ("outcome", outcome?.rawValue),
            ("detail", detail), ("files", seal.map { String($0.files) }),
            ("files_digest", seal?.filesDigest), ("manifest", seal?.manifest),
            ("parameters", parameters), ("last_pass", String(received.lastPass)),
            ("received", received.digest),
        ]
        let text = fields.map { name, value in
            value.map { "\(name) \($0.utf8.count):\($0)\n" } ?? "\(name) -\n"
        }
        return try SHA256.digest(of: Array(text.joined().utf8))
    }
}
