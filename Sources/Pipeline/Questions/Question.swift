import Judgement
import LedgerStore
package import Model
import Plans

/// What `explain` and `status` are asked about: the edition that `latest` points to, or what the
/// ledger shows from some point in time.
package struct Question: Sendable {
    /// The plan's id.
    package var plan: String
    /// The id of the window; nil for the one published last.
    package var window: String?
    /// The time whose standing is asked for; nil for the clock.
    package var asOf: Instant?
    /// The time whose knowledge is asked for; nil for the clock.
    package var knownAt: Instant?
    /// The clock as it was set; nil for the machine's, which no edition depends on.
    package var now: Instant?
    /// The clock of the machine.
    package var clock: Instant
    /// Where plans, editions and the ledger lie.
    package var places = RunPlaces()
    /// How many files are read at once.
    package var jobs = 2
    /// Leaves out why decisions were taken, which may name people.
    package var hidesReasons = false

    package init(plan: String, clock: Instant) {
        self.plan = plan
        self.clock = clock
    }

    /// The judgement that answers the question, judged again from the ledger.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` where nothing has been run yet,
    ///   ``PipelineError/usage(_:)`` for a window that is none.
    package func answer() async throws(PipelineError) -> Answer {
        let enquiry = try Enquiry(places)
        try require(enquiry)
        if let window, Period(id: window) == nil {
            throw .noWindow(window)
        }
        let isOfLatest = asOf == nil && knownAt == nil && now == nil
        if isOfLatest {
            let run = try enquiry.latest(plan: plan, window: window)
            let inputs = try enquiry.inputs(of: run)
            return try await answer(
                enquiry,
                inputs,
                from: Viewpoint(of: run),
                root: run.root(in: inputs.files),
                source: source(run)
            )
        }
        let clock = now ?? self.clock
        let state = try PipelineError.wrapping { () throws(LedgerError) in
            try enquiry.ledger.state()
        }
        let viewpoint = Viewpoint(
            asOf: asOf ?? clock,
            knownAt: knownAt ?? clock,
            state: state ?? LedgerState(number: 0)
        )
        // The edition that people have before them is of the window published last.
        var asked = window
        if asked == nil { asked = try enquiry.published(plan: plan)?.window }
        let inputs = try PlanSource(ledger: enquiry.ledger, plan: plan)
            .inputs(from: viewpoint, window: asked)
        return try await answer(
            enquiry,
            inputs,
            from: viewpoint,
            root: inputs.files.plan.root,
            source: ["xem lại từ sổ nhận, không phải bản đã công bố"]
        )
    }

    /// Checks that the ledger knows the plan.
    private func require(_ enquiry: Enquiry) throws(PipelineError) {
        let known = try PipelineError.wrapping { () throws(LedgerError) in
            try enquiry.ledger.plans()
        }
        guard !known.contains(plan) else { return }
        try PlanInput(root: places.input).require(plan)
        throw .missing(
            "Kế hoạch \"\(plan)\" chưa được chạy lần nào; hãy chạy \"tonghop run --plan \(plan)\"."
        )
    }

    private func source(_ run: RunRecord) -> [String] {
        var source = ["bản đang công bố: \(run.output)"]
        if run.version != Program.version {
            source.append(
                "bản ấy do phiên bản \(run.version) lập; giải thích này tính lại bằng phiên bản "
                    + Program.version
            )
        }
        return source
    }

    private func answer(
        _ enquiry: Enquiry,
        _ inputs: PlanInputs,
        from viewpoint: Viewpoint,
        root: String,
        source: [String]
    ) async throws(PipelineError) -> Answer {
        let assessment = try Assessment(
            of: inputs,
            root: root,
            keeping: Question.keyTexts(inputs.files.plan),
            hidesReasons: hidesReasons
        )
        let judgement = try await assessment.judgement(ledger: enquiry.ledger, jobs: jobs)
            .renamed(assessment.paths.shown)
        let voided = try voided(judgement.scene.decisions, inputs, viewpoint, enquiry.ledger).map {
            VoidedFile(path: assessment.paths.shown($0.path), decision: $0.decision)
        }
        return Answer(
            judgement: judgement,
            voided: voided,
            source: source
        )
    }

    /// Texts by which people know a record again: those of its key, and the title of a work.
    private static func keyTexts(_ plan: Plan) -> [String: Set<String>] {
        Dictionary(
            plan.forms.forms.map { form in
                let fields = form.fields.filter {
                    $0.type.isText && ($0.isKey || $0.code == "title")
                }
                return (form.id, Set(fields.map(\.code)))
            },
            uniquingKeysWith: { $0.union($1) }
        )
    }

    /// The submissions that decisions left out and in whose place nothing counts, by path: a file
    /// that was corrected after the decision does.
    private func voided(
        _ decisions: [Decision],
        _ inputs: PlanInputs,
        _ viewpoint: Viewpoint,
        _ ledger: Ledger
    ) throws(PipelineError) -> [VoidedFile] {
        let voids = decisions.filter { if case .void = $0.kind { true } else { false } }
        guard !voids.isEmpty else { return [] }
        let counted = Set(inputs.submissions.map(\.path))
        let standing = try PlanSource(ledger: ledger, plan: plan)
            .submissions(from: viewpoint, voids: []).filter { !counted.contains($0.path) }
        let history = try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.history(plan: plan, area: .submissions, upTo: viewpoint.state)
        }
        let versions = Dictionary(grouping: history, by: \.path)
        var files: [VoidedFile] = []
        for decision in voids {
            for void in inputs.files.voids([decision]) {
                for version in standing
                where void.ids(among: versions[version.path] ?? []).contains(version.id) {
                    files.append(VoidedFile(path: version.path, decision: decision))
                }
            }
        }
        return files
    }
}
