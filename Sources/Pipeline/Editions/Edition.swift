import Disk
import Intake
import Judgement
import LedgerStore
import Model
import Plans
import Reports

/// One edition of a plan's reports: everything that is written, and whether `latest` may point to
/// it.
struct Edition {
    let plan: String
    let frame: RunFrame
    let judgement: Judgement
    /// The versions of the plan's own files that the run used.
    let planFiles: [FileVersion]
    /// How files are named in what is written and said.
    let paths: ShownPaths
    /// How the texts are worded.
    let templates: TextTemplates
    let ledger: Ledger
    let viewpoint: Viewpoint
    /// The run that this one repeats, if any.
    let repeated: RunRecord?

    var options: RunOptions { frame.options }
    var window: Window { judgement.scene.window }

    /// Writes the edition, publishes it and records it in the ledger.
    func publish(_ timings: inout Timings) async throws(PipelineError) -> RunOutcome {
        let counts = RunCounts(judgement)
        let release = try release(counts)
        let runID = try newID()
        let news = try news()
        let freezing = try freezing(by: runID, counts, release)
        var record = begun(runID, counts, release)
        if release.isOrdinary { freezing.note(in: &record.parameters) }
        // Said before it is done, so that a run that is killed in between can be told apart later.
        try PipelineError.wrapping { () throws(LedgerError) in try ledger.recordRun(record) }
        let folder: String
        do throws(PipelineError) {
            let publication = try await write(
                runID,
                refusals: release.refusals,
                freezing.standing,
                &record,
                &timings
            )
            folder = try commit(publication, movingLatest: release.movesLatest)
        } catch {
            record.outcome = .failed
            try? ledger.recordRun(record, entry: entry(of: record, detail: error.lines.first ?? ""))
            throw error
        }
        record.outcome = release.isHeldBack ? .unpublished : .published
        let isRecorded = recordSuccess(of: record)
        return outcome(of: record, in: folder, isRecorded: isRecorded, counts, release, news)
    }

    /// What the ledger is told of a run before it does anything.
    private func begun(
        _ runID: RunID,
        _ counts: RunCounts,
        _ release: EditionRelease
    ) -> RunRecord {
        RunRecord(
            id: runID.description,
            plan: plan,
            window: window.id,
            asOf: frame.asOf,
            knownAt: frame.knownAt,
            clock: options.now,
            state: viewpoint.state,
            output: plan + "/" + window.id + "/" + runID.description,
            outcome: .begun,
            version: Program.version,
            counts: counts.byName,
            parameters: release.parameters
        )
    }

    /// Lets the edition appear, and gives its folder; a signal to end comes too late from here on,
    /// unless that fails.
    private func commit(
        _ publication: consuming Publication,
        movingLatest: Bool
    ) throws(PipelineError) -> String {
        EndingSignals.ignore()
        do throws(FileError) {
            return try publication.commit(movingLatest: movingLatest)
        } catch {
            EndingSignals.obey()
            throw PipelineError(error)
        }
    }

    /// Records a run whose edition stands; false where that could not be done.
    ///
    /// The run has succeeded all the same: a ledger that cannot be written now hears of it from the
    /// next run (``Settlement``).
    private func recordSuccess(of record: RunRecord) -> Bool {
        do throws(LedgerError) {
            try ledger.recordRun(record, entry: entry(of: record, detail: ""))
            return true
        } catch {
            return false
        }
    }

    private func outcome(
        of record: RunRecord,
        in folder: String,
        isRecorded: Bool,
        _ counts: RunCounts,
        _ release: EditionRelease,
        _ news: News
    ) -> RunOutcome {
        let rootResults = judgement.indicators.compactMap { result in
            result.nodes.first { $0.node == judgement.scene.root }
        }
        return RunOutcome(
            plan: plan,
            window: window,
            runID: record.id,
            folder: folder,
            isLatest: release.movesLatest,
            isRecorded: isRecorded,
            isFaithful: isFaithful(record),
            refusals: release.isHeldBack ? release.refusals : [],
            files: counts.files,
            rows: counts.rows,
            rowsRejected: counts.rowsRejected,
            filesRejected: counts.files - counts.accepted,
            findings: counts.findings,
            root: RootStanding(rootResults.map(\.status)),
            rejected: news.rejected,
            untaken: news.untaken,
            duties: options.tellsDuties ? OpenDuty.all(judgement) : []
        )
    }

    /// Whether a run that is made again has the bytes that it had, as far as this program can be
    /// held to that: it must be of the same version, and the first run sealed.
    private func isFaithful(_ record: RunRecord) -> Bool {
        guard let repeated, let seal = repeated.seal, repeated.version == record.version else {
            return true
        }
        return seal.filesDigest == record.seal?.filesDigest
    }

    private func entry(of record: RunRecord, detail: String) -> AuditEntry {
        AuditEntry(.run, of: record, at: options.now, by: options.operator, detail: detail)
    }

    /// Which edition decisions make final, and the number of this one.
    private func freezing(
        by runID: RunID,
        _ counts: RunCounts,
        _ release: EditionRelease
    ) throws(PipelineError) -> Freezing {
        var freezing = Freezing(
            decisions: judgement.scene.decisions,
            window: window.period,
            on: frame.asOf.day,
            runs: try earlierRuns(),
            runID: repeated?.id ?? runID.description,
            openWarnings: counts.findings[.warning] ?? 0,
            mayCarryOut: repeated.map { $0.isOrdinary && $0.outcome == .published }
                ?? (release.isOrdinary && !release.isHeldBack),
            done: repeated?.parameters ?? RunParameters()
        )
        // A run of an older program is made again in its words.
        if try isOfOlderProgram() { freezing.standing.official = nil }
        return freezing
    }

    /// The runs of the plan and window that had been begun before this one, or before the one that
    /// it repeats.
    ///
    /// They are asked for where a decision freezes one of them or did so once; none are told
    /// otherwise.
    private func earlierRuns() throws(PipelineError) -> [RunRecord] {
        try PipelineError.wrapping { () throws(LedgerError) in
            if !judgement.scene.decisions.contains(where: { $0.kind == .freeze }) {
                guard try ledger.holdsFinal(plan: plan, window: window.id) else { return [] }
            }
            let runs = try ledger.runs(plan: plan, window: window.id)
            guard let repeated else { return runs }
            return Array(runs.prefix { $0.id != repeated.id })
        }
    }

    /// Whether the run repeats one of a program that did not name the official edition.
    private func isOfOlderProgram() throws(PipelineError) -> Bool {
        guard repeated != nil else { return false }
        return try PipelineError.wrapping { () throws(LedgerError) in
            try !ledger.knowsEffects(at: viewpoint.state)
        }
    }

    private func newID() throws(PipelineError) -> RunID {
        let known = try PipelineError.wrapping { () throws(LedgerError) in try ledger.runIDs() }
        let folder = options.places.output + "/" + plan + "/" + window.id + "/"
        return RunID(clock: options.now) { id in
            known.contains(id) || Folder.isFolder(folder + id)
        }
    }

    /// What a person has to hear of and was not there in the run before.
    private struct News {
        var rejected: [RejectedFile] = []
        var untaken: [UntakenFile] = []
    }

    /// The files with something rejected that were not there, or not yet received, in the run
    /// before, and what could not be taken in and did not lie there.
    ///
    /// A scheduled run looks back to the scheduled one before it: what a person ran by hand
    /// meanwhile was read by that person only.
    private func news() throws(PipelineError) -> News {
        guard repeated == nil else { return News() }
        let files = RejectedFile.all(judgement).sorted {
            $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8)
        }
        return try PipelineError.wrapping { () throws(LedgerError) in
            let before = try ledger.lastRun(plan: plan) {
                $0.outcome == .published && $0.isOrdinary && $0.asOf <= frame.asOf
                    && (options.schedule == nil || $0.parameters.schedule != nil)
            }
            let rejected = files.filter { file in
                before.map { $0.clock < file.firstSeen || $0.asOf < file.receivedAt } ?? true
            }
            return News(
                rejected: rejected.map(\.file),
                untaken: try UntakenFile.new(
                    in: viewpoint.state,
                    since: before?.state,
                    ledger: ledger,
                    paths: paths
                )
            )
        }
    }

    /// Writes every file of the edition, and records what they can be checked by before the edition
    /// appears: a kill in between leaves nothing that is not known.
    private func write(
        _ runID: RunID,
        refusals: [String],
        _ standing: EditionStanding,
        _ record: inout RunRecord,
        _ timings: inout Timings
    ) async throws(PipelineError) -> Publication {
        let publication = try PipelineError.writing { () throws(FileError) in
            try Publication(
                output: options.places.output,
                plan: plan,
                window: window.id,
                runID: runID
            )
        }
        let (inputs, files) = try await EditionWriter(self, standing).write(to: publication)
        let head = try PipelineError.wrapping { () throws(LedgerError) in try ledger.auditHead() }
        timings.mark(
            "reports",
            files: files.count,
            bytes: files.reduce(0) { $0 + Int($1.size) }
        )
        let manifest = Manifest(
            runID: record.id,
            frame: frame,
            judgement: judgement,
            inputs: inputs,
            planFiles: planFiles,
            counts: record.counts,
            timings: timings.stages,
            refusals: refusals,
            files: files,
            head: head
        ).pieces
        do throws(FileError) {
            let written = try publication.write(Manifest.name) { (put) throws(FileError) in
                for piece in manifest { try put(piece) }
            }
            record.seal = try EditionSeal(files, manifest: written.sha256)
        } catch {
            throw PipelineError(error)
        }
        do throws(LedgerError) { try ledger.recordRun(record) } catch {
            throw PipelineError(error)
        }
        return publication
    }

    /// Refuses to split by a level at which nothing stands below the root.
    ///
    /// - Throws: ``PipelineError/usage(_:)``.
    func checkSplit() throws(PipelineError) {
        guard repeated == nil, let level = splitLevel, judgement.nodes(ofLevel: level).isEmpty
        else { return }
        let scene = judgement.scene
        let handing = scene.units.count { scene.handsUp($0) && scene.levels[$0] == level }
        let name = "\"\(scene.plan.chain[level].id)\" (\(scene.plan.chain[level].name))"
        guard handing == 0 else {
            throw .usage(
                "Kế hoạch \(plan) có \(handing) đơn vị ở cấp \(name) tự lập báo cáo và gửi kết quả "
                    + "lên (handed_up_by) nên không tách báo cáo của các đơn vị ấy ở đây; lập báo cáo "
                    + "của từng đơn vị từ kế hoạch của chính đơn vị ấy."
            )
        }
        throw .usage(
            "Kế hoạch \(plan) không có đơn vị nào ở cấp \(name) dưới \(scene.roster.units[scene.root].name) để tách báo cáo."
        )
    }

    /// The place in the chain of the level to split by.
    var splitLevel: Int? {
        options.reports.splitBy.flatMap { level in
            judgement.scene.plan.chain.firstIndex { $0.id == level }
        }
    }
}
