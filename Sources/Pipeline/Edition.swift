import Intake
import Judgement
import LedgerStore
import Model
import Plans
import Reports
import Workbooks

/// One edition of a plan's reports: everything that is written, and whether `latest` may point to it.
struct Edition {
    let plan: String
    let frame: RunFrame
    let judgement: Judgement
    /// The versions of the plan's own files that the run used.
    let planFiles: [FileVersion]
    let ledger: Ledger
    let state: LedgerState

    private var options: RunOptions { frame.options }
    private var window: Window { judgement.scene.window }

    /// Writes the edition, publishes it and records it in the ledger.
    func publish(_ timings: inout Timings) async throws(PipelineError) -> RunOutcome {
        let counts = RunCounts(judgement)
        let refusals = try refusals(counts)
        let isHeldBack = !refusals.isEmpty && options.acceptedAnomaly == nil
        let latest = try latestAsOf()
        // An as-of day that has not come would keep every night until then from moving `latest`.
        let isOrdinary =
            options.unit == nil && !options.anonymise && frame.asOf.day <= options.now.day
        let movesLatest =
            isOrdinary && !isHeldBack && (latest.map { $0 <= frame.asOf } ?? true)
        let runID = try newID()
        var record = RunRecord(
            id: runID.description,
            plan: plan,
            window: window.id,
            asOf: frame.asOf,
            knownAt: frame.knownAt,
            clock: options.now,
            state: state,
            output: plan + "/" + window.id + "/" + runID.description,
            outcome: .begun,
            version: Program.version,
            counts: counts.byName,
            parameters: parameters
        )
        do throws(LedgerError) { try ledger.recordRun(record) } catch { throw PipelineError(error) }
        let folder: String
        do throws(PipelineError) {
            folder = try await write(runID, counts, refusals, movesLatest: movesLatest, &timings)
        } catch {
            record.outcome = .failed
            try? ledger.recordRun(record)
            throw error
        }
        record.outcome = isHeldBack ? .unpublished : .published
        if movesLatest { record.parameters["latest"] = "yes" }
        do throws(LedgerError) { try ledger.recordRun(record) } catch { throw PipelineError(error) }
        let rootResults = judgement.indicators.compactMap { result in
            result.nodes.first { $0.node == judgement.scene.root }
        }
        return RunOutcome(
            plan: plan,
            window: window,
            runID: runID.description,
            folder: folder,
            isLatest: movesLatest,
            refusals: isHeldBack ? refusals : [],
            files: counts.files,
            rows: counts.rows,
            rowsRejected: counts.rowsRejected,
            findings: counts.findings,
            hasUnmet: rootResults.contains { [.unmet, .noData].contains($0.status) },
            indicatorsMet: rootResults.count { $0.status == .met },
            indicators: rootResults.count
        )
    }

    private var parameters: [String: String] {
        var parameters: [String: String] = [:]
        if let unit = options.unit { parameters["unit"] = unit }
        if options.anonymise { parameters["anonymise"] = "yes" }
        if let reason = options.acceptedAnomaly { parameters["accept-anomaly"] = reason }
        return parameters
    }

    private func newID() throws(PipelineError) -> RunID {
        do throws(LedgerError) {
            let known = Set(try ledger.runs().map(\.id))
            let folder = options.output + "/" + plan + "/" + window.id + "/"
            return RunID(clock: options.now) { id in
                known.contains(id) || Folder.isFolder(folder + id)
            }
        } catch {
            throw PipelineError(error)
        }
    }

    /// The as-of time of the edition that `latest` points to; nil where there is none.
    private func latestAsOf() throws(PipelineError) -> Instant? {
        let path = options.output + "/" + plan + "/" + window.id + "/latest/manifest.json"
        guard let bytes = try? PlanInput.read(path) else { return nil }
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
        guard guards.recordsVersusLastRun != nil || guards.filesVersusLastRun != nil,
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
            return try ledger.runs(plan: plan, window: window.id)
                .last { $0.outcome == .published && $0.parameters["unit"] == nil }
        } catch {
            throw PipelineError(error)
        }
    }

    // MARK: - Writing

    private func write(
        _ runID: RunID,
        _ counts: RunCounts,
        _ refusals: [String],
        movesLatest: Bool,
        _ timings: inout Timings
    ) async throws(PipelineError) -> String {
        do throws(FileError) {
            let publication = try Publication(
                output: options.output,
                plan: plan,
                window: window.id,
                runID: runID
            )
            let frames = reportFrames
            var books: [(frame: ReportFrame, path: String)] = []
            for frame in frames {
                let name =
                    frames.count > 1 ? "report-\(frame.address?.id ?? "").xlsx" : "report.xlsx"
                books.append((frame, try publication.path(for: name)))
            }
            // The workbooks take longer than all texts together, so both are written at once.
            async let written = Edition.write(books)
            var failure: FileError?
            do throws(FileError) { try write(frames[0], to: publication) } catch { failure = error }
            let bookFailure = await written
            if let failure = failure ?? bookFailure { throw failure }
            timings.mark("reports")
            let manifest = Manifest(
                runID: runID.description,
                frame: self.frame,
                judgement: judgement,
                planFiles: planFiles,
                counts: counts.byName,
                timings: timings.milliseconds,
                refusals: refusals
            )
            try publication.write("manifest.json", manifest.json)
            return try publication.commit(movingLatest: movesLatest)
        } catch {
            throw PipelineError(error)
        }
    }

    /// Writes what is text.
    private func write(
        _ main: ReportFrame,
        to publication: borrowing Publication
    ) throws(FileError) {
        try publication.write("results.json", utf8(ResultsJSON.render(main)))
        try publication.write("summary.txt", utf8(SummaryText.render(main)))
        try publication.write(
            "findings.csv",
            utf8(
                FindingsCSV.render(
                    judgement.findings,
                    plan: plan,
                    anonymise: options.anonymise
                )
            )
        )
        // Rejected rows hold names as they were read: an anonymised edition leaves them out.
        if !options.anonymise {
            for file in RejectedCSV.render(main) {
                try publication.write("rejected/\(file.name).csv", utf8(file.content))
            }
        }
        for note in UnitNotes.render(main) {
            try publication.write("reminders/\(note.name).txt", utf8(note.content))
        }
        try publication.write("submission-up.csv", utf8(SubmissionUpCSV.render(main)))
    }

    /// Writes the workbooks, one for each addressee; gives the error that ended it, if one did.
    private static func write(_ books: [(frame: ReportFrame, path: String)]) async -> FileError? {
        for (frame, path) in books {
            do throws(WorkbookError) {
                try WorkbookRenderer.write(WorkbookLayout.content(frame), to: path)
            } catch {
                guard case .fileSystem(_, let code) = error else {
                    return FileError(.write, path, errno: 5, isOutput: true)
                }
                return FileError(.write, path, errno: code, isOutput: true)
            }
        }
        return nil
    }

    /// One frame for each addressee; one without an address where the plan names none.
    private var reportFrames: [ReportFrame] {
        let addresses = judgement.scene.plan.reports
        return (addresses.isEmpty ? [nil] : addresses.map(Optional.some)).map { address in
            ReportFrame(
                judgement: judgement,
                programVersion: Program.version,
                address: address,
                edition: 1,
                anonymise: options.anonymise,
                planVersion: version(of: "plan.yaml"),
                rosterVersion: version(of: "units.csv")
            )
        }
    }

    /// The beginning of a file's SHA-256, which names its version.
    private func version(of name: String) -> String? {
        planFiles.first { $0.path == name }.map { String($0.sha256.prefix(12)) }
    }

    private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
}
