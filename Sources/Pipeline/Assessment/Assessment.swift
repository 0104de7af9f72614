import Disk
import Intake
package import Judgement
package import LedgerStore
import Model
import Plans
import Reports
import Rollup

/// Makes the judgement of a plan's inputs: reads the files, resolves the records, judges.
package struct Assessment: Sendable {
    /// What the judgement is made from.
    package let inputs: PlanInputs
    /// The id of the node whose report this is.
    package let root: String
    let context: ReadingContext
    let scene: Scene
    let paths: ShownPaths

    /// The number of records beyond which a run forgets what told them from each other: in a
    /// register of millions that is the most of its memory, in ten thousand small files it is not
    /// worth the trouble.
    private static let mostIdentities = 1_000_000
    /// The number of files beyond which it is worth while to give back what reading them took.
    private static let manyFiles = 50_000

    /// Prepares the judgement of inputs at a root.
    ///
    /// `keeping` has, by form id, the codes of fields whose texts are wanted beside those that the
    /// reports print. `hidesReasons` leaves out why decisions were taken, which may name people.
    ///
    /// - Throws: ``PipelineError/unexpected(_:)`` where the roster does not have the root.
    package init(
        of inputs: PlanInputs,
        root rootID: String,
        keeping texts: [String: Set<String>] = [:],
        hidesReasons: Bool = false
    ) throws(PipelineError) {
        try self.init(
            of: inputs,
            root: rootID,
            keeping: texts,
            hidesReasons: hidesReasons,
            context: nil
        )
    }

    /// The same with a context that was made of the same files, window and root before, if there is
    /// one.
    init(
        of inputs: PlanInputs,
        root rootID: String,
        keeping texts: [String: Set<String>] = [:],
        hidesReasons: Bool,
        context known: ReadingContext?
    ) throws(PipelineError) {
        self.inputs = inputs
        root = rootID
        let files = inputs.files
        let roster =
            known?.roster ?? Roster(lines: files.units, of: rootID, in: inputs.window.span)
        guard let root = roster.index(of: rootID) else {
            throw .unexpected("Danh mục không có đơn vị gốc \(rootID).")
        }
        let paths = ShownPaths(inputs, isAnonymised: hidesReasons)
        self.paths = paths
        context =
            known
            ?? ReadingContext(
                plan: files.plan,
                roster: roster,
                changes: files.changes,
                lines: files.units,
                reported: WorkbookLayout.reportedFields
                    .merging(YearEndReport.reportedFields) { $0.union($1) }
                    .merging(texts) { $0.union($1) }
            )
        scene = Scene(
            plan: files.plan,
            roster: roster,
            changes: files.changes,
            clusters: files.clusters,
            movements: files.movements,
            decisions: Assessment.decisions(inputs, paths, hidesReasons: hidesReasons),
            window: inputs.window,
            asOf: inputs.asOf,
            root: root,
            lines: files.units
        )
    }

    /// The decisions that do something, as reports may show them.
    private static func decisions(
        _ inputs: PlanInputs,
        _ paths: ShownPaths,
        hidesReasons: Bool
    ) -> [Decision] {
        inputs.files.decisions.filter { !inputs.idleDecisions.contains($0.line) }.map { decision in
            var shown = decision
            if hidesReasons { shown.reason = DecisionWords.hiddenReason }
            if case .void(let target) = decision.kind, target.contains("/") {
                shown.kind = .void(paths.shown(target))
            }
            return shown
        }
    }

    /// The assessment of a plan as it lies in its folder, without any submissions: files are read
    /// under it as a run would read them.
    init(of checked: CheckedPlan, _ frame: RunFrame) throws(PipelineError) {
        try self.init(
            of: checked,
            asOf: frame.asOf,
            window: try frame.window(of: checked.files.plan),
            root: try frame.root(in: checked.files)
        )
    }

    /// The same for another time, window or root than that of a run.
    init(
        of checked: CheckedPlan,
        asOf: Instant,
        window: Window,
        root: String
    ) throws(PipelineError) {
        let inputs = PlanInputs(
            asOf: asOf,
            window: window,
            files: checked.files,
            texts: checked.texts,
            config: [],
            submissions: [],
            notices: []
        )
        try self.init(of: inputs, root: root)
    }

    /// The context, if it is that of some inputs at a root as well.
    func context(for inputs: PlanInputs, root: String) -> ReadingContext? {
        let isSame =
            self.inputs.texts == inputs.texts && self.inputs.window == inputs.window
            && self.root == root
        return isSame ? context : nil
    }

    /// Reads, resolves and judges.
    ///
    /// Nothing is added to the readings that the ledger keeps.
    package func judgement(ledger: Ledger, jobs: Int) async throws(PipelineError) -> Judgement {
        var timings = Timings()
        return try await judgement(
            ledger: ledger,
            by: ReadingMeans(jobs: jobs, keptReadings: .used),
            keepsIdentities: true,
            &timings
        ).judgement
    }

    /// The same by any means.
    ///
    /// `keepsIdentities` keeps what tells the records of a large register from each other once they
    /// are resolved, which explanations ask for and reports do not.
    func judgement(
        ledger: Ledger,
        by means: ReadingMeans,
        keepsIdentities: Bool = false,
        _ timings: inout Timings
    ) async throws(PipelineError) -> (judgement: Judgement, counts: ReadingCounts) {
        let (collection, counts, new) = try await collection(of: ledger, by: means, &timings)
        // The disk has its share of the work while the processor has its own.
        async let kept = new?.kept() ?? .success(())
        async let noticed = notices
        let held = collection.files.reduce(0) { $0 + $1.held.records }
        if held > Assessment.mostIdentities || collection.files.count > Assessment.manyFiles {
            // What readers of blocks and small files have freed would lie beside what comes now.
            HeapGrowth.giveBack()
        }
        var records = RecordSet(
            collection: consume collection,
            context: context,
            asOf: inputs.asOf
        )
        let count = records.collection.files.reduce(0) { $0 + $1.held.records }
        if !keepsIdentities, count > Assessment.mostIdentities {
            records.forgetIdentities()
            HeapGrowth.giveBack()
        }
        timings.mark("resolve", files: records.collection.files.count, rows: count)
        let judgement = Judgement.judge(records, scene, notices: await noticed)
        // The reports of a country need as much again, and other threads make them.
        if records.collection.files.count > Assessment.manyFiles { HeapGrowth.giveBack() }
        timings.mark("judge")
        try await kept.get()
        timings.mark("keep")
        return (judgement, counts)
    }

    /// The name of all that the readings depend on besides the files.
    func digest() throws(PipelineError) -> ContextDigest {
        try PipelineError.writing { () throws(FileError) in
            try ContextDigest(of: inputs, context, program: try Program.identity())
        }
    }

    /// What is noticed about files without reading them.
    private var notices: [Finding] {
        var findings = inputs.notices
        findings += inputs.submissions.filter(\.isDatedAhead)
            .map { FileFindings.datedAhead($0.path) }
        var firstPath: [String: String] = [:]
        for version in inputs.submissions where version.size > 0 {
            if let other = firstPath[version.sha256] {
                findings.append(copied(version.path, from: other))
            } else {
                firstPath[version.sha256] = version.path
            }
        }
        // What lies in a unit's folder and cannot be read is for that unit to put right.
        for index in findings.indices where findings[index].unit == nil {
            guard [.binary, .notAFile].contains(findings[index].code) else { continue }
            let place = FilePlace(path: findings[index].file, context: context)
            findings[index].unit = place.submitter.map { context.roster.units[$0].id }
        }
        return findings
    }

    /// What is said of a file that holds the bytes of another.
    private func copied(_ path: String, from other: String) -> Finding {
        let places = [path, other].map { FilePlace(path: $0, context: context) }
        let units = places.map { $0.submitter ?? $0.namedUnit }
        if let unit = units[0], let source = units[1], unit != source {
            return FileFindings.sameBytes(
                path,
                of: context.roster.units[unit].id,
                as: other,
                of: context.roster.units[source].name
            )
        }
        if let period = places[0].period, let source = places[1].period, period != source {
            let calendar = context.plan.calendar
            return FileFindings.sameBytes(
                path,
                of: units[0].map { context.roster.units[$0].id },
                during: calendar.name(period),
                as: other,
                during: calendar.name(source)
            )
        }
        return FileFindings.sameBytes(path, as: other)
    }
}
