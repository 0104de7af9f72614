import Intake
import Judgement
import LedgerStore
import Model
import Plans
import Reports

/// One edition of a plan's reports: everything that is written, and whether `latest` may point to it.
struct Edition {
    let plan: String
    let frame: RunFrame
    let judgement: Judgement
    /// The versions of the plan's own files that the run used.
    let planFiles: [FileVersion]
    /// How the texts are worded.
    let templates: TextTemplates
    let ledger: Ledger
    let viewpoint: Viewpoint
    /// The run that this one repeats, if any.
    let repeated: RunRecord?

    private var options: RunOptions { frame.options }
    private var window: Window { judgement.scene.window }

    /// Writes the edition, publishes it and records it in the ledger.
    func publish(_ timings: inout Timings) async throws(PipelineError) -> RunOutcome {
        let counts = RunCounts(judgement)
        // A night that is repeated was let through, or held back, when it was new.
        let refusals = repeated == nil ? try refusals(counts) : []
        let isHeldBack = !refusals.isEmpty && options.reports.acceptedAnomaly == nil
        // An edition of a day that has not come was made by a clock that was wrong.
        let latest = try latestAsOf().flatMap { asOf in
            options.isMachineClock && asOf.day > options.now.day ? nil : asOf
        }
        // An as-of day that has not come would keep every night until then from moving `latest`.
        // Nor may what the ledger knew some time ago replace what it knows.
        let isLookingBack = options.scope.knownAt.map { $0 < options.now } ?? false
        let isWhole =
            options.scope.unit == nil && !options.reports.isAnonymised && repeated == nil
            && !isLookingBack
        // What the board works from, and what may be frozen, is in the language of the office.
        let isOrdinary = isWhole && options.reports.language == .vietnamese
        let movesLatest =
            isWhole && frame.asOf.day <= options.now.day && !isHeldBack
            && (latest.map { $0 <= frame.asOf } ?? true)
        let runID = try newID()
        let rejected = try newlyRejected()
        var freezing = Freezing(
            decisions: judgement.scene.decisions,
            window: window.period,
            runs: try earlierRuns(),
            runID: repeated?.id ?? runID.description,
            openWarnings: counts.findings[.warning] ?? 0,
            mayCarryOut: repeated.map { $0.isOrdinary && $0.outcome == .published }
                ?? (isOrdinary && !isHeldBack),
            done: repeated?.parameters ?? RunParameters()
        )
        // A run of an older program is made again in its words.
        if try isOfOlderProgram() { freezing.standing.official = nil }
        var record = RunRecord(
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
            parameters: options.parameters(from: viewpoint, again: repeated)
        )
        // Said before it is done, so that a run that is killed in between can be told apart later.
        record.parameters.movesLatest = movesLatest
        record.parameters.isRefused = isHeldBack
        if isOrdinary { freezing.note(in: &record.parameters) }
        do throws(LedgerError) { try ledger.recordRun(record) } catch { throw PipelineError(error) }
        let folder: String
        do throws(PipelineError) {
            let publication = try await write(
                runID,
                counts,
                refusals,
                freezing.standing,
                &record,
                &timings
            )
            EndingSignals.ignore()
            do throws(FileError) {
                folder = try publication.commit(movingLatest: movesLatest)
            } catch {
                EndingSignals.obey()
                throw PipelineError(error)
            }
        } catch {
            record.outcome = .failed
            try? ledger.recordRun(record, entry: entry(of: record, detail: error.lines.first ?? ""))
            throw error
        }
        record.outcome = isHeldBack ? .unpublished : .published
        let differs =
            repeated.map {
                $0.version == record.version && $0.seal != nil
                    && $0.seal?.filesDigest != record.seal?.filesDigest
            } ?? false
        // The edition stands, so the run has succeeded; a ledger that cannot be written now hears of it
        // from the next run (``Settlement``).
        let isRecorded: Bool
        do throws(LedgerError) {
            try ledger.recordRun(record, entry: entry(of: record, detail: ""))
            isRecorded = true
        } catch {
            isRecorded = false
        }
        let rootResults = judgement.indicators.compactMap { result in
            result.nodes.first { $0.node == judgement.scene.root }
        }
        return RunOutcome(
            plan: plan,
            window: window,
            runID: runID.description,
            folder: folder,
            isLatest: movesLatest,
            isRecorded: isRecorded,
            isFaithful: !differs,
            refusals: isHeldBack ? refusals : [],
            files: counts.files,
            rows: counts.rows,
            rowsRejected: counts.rowsRejected,
            filesRejected: counts.files - counts.accepted,
            findings: counts.findings,
            hasUnmet: rootResults.contains { [.unmet, .noData].contains($0.status) },
            indicatorsMet: rootResults.count { $0.status == .met },
            indicators: rootResults.count,
            rejected: rejected,
            duties: options.tellsDuties ? OpenDuty.all(judgement) : []
        )
    }

    private func entry(of record: RunRecord, detail: String) -> AuditEntry {
        AuditEntry(.run, of: record, at: options.now, by: options.operator, detail: detail)
    }

    /// The runs of the plan and window that had been begun before this one, or before the one that it
    /// repeats.
    ///
    /// They are asked for where a decision freezes one of them; none are told otherwise.
    private func earlierRuns() throws(PipelineError) -> [RunRecord] {
        guard judgement.scene.decisions.contains(where: { $0.kind == .freeze }) else { return [] }
        return try PipelineError.wrapping { () throws(LedgerError) in
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
        do throws(LedgerError) {
            let known = try ledger.runIDs()
            let folder = options.places.output + "/" + plan + "/" + window.id + "/"
            return RunID(clock: options.now) { id in
                known.contains(id) || Folder.isFolder(folder + id)
            }
        } catch {
            throw PipelineError(error)
        }
    }

    /// The as-of time of the edition that `latest` points to; nil where there is none.
    private func latestAsOf() throws(PipelineError) -> Instant? {
        let link = options.places.output + "/" + plan + "/" + window.id + "/latest"
        // The manifest of ten thousand files takes long to read for one line of it.
        if Folder.isFolder(link), let id = Latest.run(besides: link),
            let run = try PipelineError.wrapping({ () throws(LedgerError) in
                try ledger.runs(id: id, plan: plan, window: window.id).last
            })
        {
            return run.asOf
        }
        guard let bytes = try? PlanInput.read(link + "/" + Manifest.name) else { return nil }
        return Manifest.asOf(in: bytes)
    }

    // MARK: - Guards

    /// Why the plan's guards hold the edition back (CONTRACT §4, §11.26).
    private func refusals(_ counts: RunCounts) throws(PipelineError) -> [String] {
        let guards = judgement.scene.plan.guards
        var refusals: [String] = []
        if let rule = guards.rejectedRows, counts.rows > 0,
            !rule.holds(counts.rowsRejected, of: counts.rows)
        {
            refusals.append(
                "rejected_rows: \(counts.rowsRejected)/\(counts.rows) dòng bị loại, vượt giới hạn của kế hoạch."
            )
        }
        // The report of a sub-tree has no run of its own before it to be compared with.
        guard options.scope.unit == nil,
            guards.recordsVersusLastRun != nil || guards.filesVersusLastRun != nil,
            let last = try lastPublished()
        else { return refusals }
        for (rule, name, now) in [
            (guards.recordsVersusLastRun, "records", counts.records),
            (guards.filesVersusLastRun, "files", counts.files),
        ] {
            guard let rule, let before = last.counts[name], before > 0,
                !rule.holds(now, of: before)
            else { continue }
            refusals.append(
                "\(name)_vs_last_run: lần này \(now), lần công bố trước (\(last.id)) \(before)."
            )
        }
        return refusals
    }

    private func lastPublished() throws(PipelineError) -> RunRecord? {
        do throws(LedgerError) {
            return try ledger.lastRun(plan: plan, window: window.id) {
                // What came after the time that is looked at says nothing of it, and what only looked
                // back is no report that was given out.
                $0.movedLatest && $0.isOrdinary && $0.asOf <= frame.asOf
            }
        } catch {
            throw PipelineError(error)
        }
    }

    // MARK: - News

    /// The files with something rejected that were not there, or not yet received, in the run before.
    ///
    /// A scheduled run looks back to the scheduled one before it: what a person ran by hand meanwhile
    /// was read by that person only.
    private func newlyRejected() throws(PipelineError) -> [RejectedFile] {
        let files = RejectedFile.all(judgement).sorted {
            $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8)
        }
        guard !files.isEmpty, repeated == nil else { return [] }
        let before = try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.lastRun(plan: plan) {
                $0.outcome == .published && $0.isOrdinary && $0.asOf <= frame.asOf
                    && (options.schedule == nil || $0.parameters.schedule != nil)
            }
        }
        guard let before else { return files.map(\.file) }
        return files.filter { before.clock < $0.firstSeen || before.asOf < $0.receivedAt }
            .map(\.file)
    }

    // MARK: - Writing

    /// Writes every file of the edition, and records what they can be checked by before the edition
    /// appears: a kill in between leaves nothing that is not known.
    private func write(
        _ runID: RunID,
        _ counts: RunCounts,
        _ refusals: [String],
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
        let (inputs, files): (Manifest.Inputs, [EditionFile])
        let head: AuditHead?
        do throws(LedgerError) {
            (inputs, files) = try await EditionWriter(self, standing).write(to: publication)
            head = try ledger.auditHead()
        } catch {
            throw PipelineError(error)
        }
        timings.mark(
            "reports",
            files: files.count,
            bytes: files.reduce(0) { $0 + Int($1.size) }
        )
        let manifest = Manifest(
            runID: runID.description,
            frame: frame,
            judgement: judgement,
            inputs: inputs,
            planFiles: planFiles,
            counts: counts.byName,
            timings: timings.stages,
            refusals: refusals,
            files: files,
            head: head
        ).pieces
        do throws(LedgerError) {
            let written = try publication.write(Manifest.name) { (put) throws(LedgerError) in
                for piece in manifest { try put(piece) }
            }
            record.seal = try EditionSeal(files, manifest: written.sha256)
            try ledger.recordRun(record)
        } catch {
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
        throw .usage(
            "Kế hoạch \(plan) không có đơn vị nào ở cấp \"\(scene.plan.chain[level].id)\" "
                + "(\(scene.plan.chain[level].name)) dưới \(scene.roster.units[scene.root].name) để tách báo cáo."
        )
    }

    /// The place in the chain of the level to split by.
    var splitLevel: Int? {
        options.reports.splitBy.flatMap { level in
            judgement.scene.plan.chain.firstIndex { $0.id == level }
        }
    }
}
