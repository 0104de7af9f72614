import Glibc
import Intake
import Judgement
import LedgerStore
import Model
import Plans
import Reports
import Rollup
import Workbooks

/// The run of one plan, from the drop folder to the published edition.
struct PlanRun: Sendable {
    let plan: String
    let frame: RunFrame
    let observer: RunObserver
    let ledger: Ledger

    private var options: RunOptions { frame.options }

    func execute() async throws(PipelineError) -> RunOutcome {
        var timings = Timings()
        let received = try receive()
        timings.mark("receive")
        let files = try planFiles(at: received)
        let window = try frame.window(of: files.plan)
        let rootID = try frame.root(in: files)
        let roster = RosterReader.roster(files.units, on: window.span.to)
        guard let root = roster.index(of: rootID) else {
            throw .unexpected("Danh mục không có đơn vị gốc \(rootID).")
        }
        let context = ReadingContext(
            plan: files.plan,
            roster: roster,
            changes: files.changes,
            reported: WorkbookLayout.reportedFields
        )
        let selection = try select(files, window)
        let collection = try await read(selection, context)
        timings.mark("read")
        let records = RecordSet(collection: collection, context: context, asOf: frame.asOf)
        timings.mark("resolve")
        let scene = Scene(
            plan: files.plan,
            roster: roster,
            changes: files.changes,
            clusters: files.clusters,
            decisions: files.decisions,
            window: window,
            asOf: frame.asOf,
            root: root
        )
        let judgement = Judgement.judge(
            records,
            scene,
            notices: received.findings + selection.findings
        )
        timings.mark("judge")
        let edition = Edition(
            plan: plan,
            frame: frame,
            judgement: judgement,
            planFiles: selection.config,
            ledger: ledger,
            state: received.state
        )
        let outcome = try edition.publish(&timings)
        observer.event(
            "published",
            [
                ("plan", plan), ("window", window.id), ("run", outcome.runID),
                ("files", String(outcome.files)), ("rows", String(outcome.rows)),
                ("rows_rejected", String(outcome.rowsRejected)),
                ("latest", outcome.isLatest ? "yes" : "no"),
            ]
        )
        return outcome
    }

    // MARK: - Taking in

    private struct Received {
        var findings: [Finding]
        var state: LedgerState
    }

    private func receive() throws(PipelineError) -> Received {
        let folder = PlanInput(root: options.input).folder(of: plan)
        do throws(LedgerError) {
            _ = try Reception(ledger: ledger, plan: plan, area: .config, root: folder)
                .receive(clock: options.now)
            let result = try Reception(
                ledger: ledger,
                plan: plan,
                area: .submissions,
                root: folder + "/submissions"
            ).receive(clock: options.now)
            let summary = result.summary
            observer.event(
                "received",
                [
                    ("plan", plan), ("new", String(summary.added.count)),
                    ("changed", String(summary.changed.count)),
                    ("withdrawn", String(summary.withdrawn.count)),
                    ("unchanged", String(summary.unchanged)), ("ignored", String(result.ignored)),
                ]
            )
            return Received(findings: result.findings, state: summary.state)
        } catch {
            throw PipelineError(error)
        }
    }

    /// The plan's own files as they stood at the as-of time (CONTRACT §11.13).
    private func planFiles(at received: Received) throws(PipelineError) -> PlanFiles {
        var files: [String: [UInt8]] = [:]
        do throws(LedgerError) {
            for version in try configVersions() {
                let path = try ledger.original(version.sha256)
                files[version.path] = try LedgerError.wrapping { () throws(FileError) in
                    try PlanInput.read(path)
                }
            }
        } catch {
            throw PipelineError(error)
        }
        return try PlanFiles(files, plan: plan)
    }

    private func configVersions() throws(LedgerError) -> [FileVersion] {
        try ledger.versions(
            plan: plan,
            area: .config,
            asOf: frame.asOf,
            knownAt: frame.knownAt
        )
    }

    // MARK: - Choosing and reading

    private struct Selection {
        var versions: [FileVersion]
        var config: [FileVersion]
        var findings: [Finding]
    }

    /// The version of each file that counts, decisions of the board included.
    private func select(_ files: PlanFiles, _ window: Window) throws(PipelineError) -> Selection {
        let voids = files.decisions.compactMap { decision -> VoidedSubmission? in
            guard decision.acts(on: frame.asOf.day, window: window.period),
                case .void(let target) = decision.kind
            else { return nil }
            return VoidedSubmission(target: target, decidedAt: Instant(endOf: decision.date))
        }
        do throws(LedgerError) {
            let versions = try ledger.versions(
                plan: plan,
                area: .submissions,
                asOf: frame.asOf,
                knownAt: frame.knownAt,
                voids: voids
            )
            var findings = versions.filter(\.isDatedAhead).map { FileFindings.datedAhead($0.path) }
            var firstPath: [String: String] = [:]
            for version in versions where version.size > 0 {
                if let other = firstPath[version.sha256] {
                    findings.append(FileFindings.sameBytes(version.path, as: other))
                } else {
                    firstPath[version.sha256] = version.path
                }
            }
            return Selection(
                versions: versions,
                config: try configVersions(),
                findings: findings
            )
        } catch {
            throw PipelineError(error)
        }
    }

    private func read(
        _ selection: Selection,
        _ context: ReadingContext
    ) async throws(PipelineError) -> Collection {
        var requests: [FileIntake.Request] = []
        // Replaced versions are read too: they say when a key was first received.
        var earlier: [(path: String, version: FileVersion.Earlier)] = []
        do throws(LedgerError) {
            for version in selection.versions {
                requests.append(
                    FileIntake.Request(
                        path: version.path,
                        original: try ledger.original(version.sha256),
                        size: version.size
                    )
                )
                earlier += version.replaced.map { (version.path, $0) }
            }
            for (path, version) in earlier {
                let original = try ledger.original(version.sha256)
                let status = try LedgerError.wrapping { () throws(FileError) in
                    try Descriptor(reading: original).status()
                }
                requests.append(
                    FileIntake.Request(path: path, original: original, size: Int64(status.st_size))
                )
            }
        } catch {
            throw PipelineError(error)
        }
        let total = requests.count
        let observer = observer
        let readings = try await FileIntake(context: context, jobs: options.jobs)
            .read(requests) { done in observer.progress(done, total) }
        for reading in readings
        where reading.lines.total != reading.physicalLines || reading.lines.blank < 0 {
            throw .unexpected(
                "Tệp \"\(reading.place.path)\" có \(reading.physicalLines) dòng nhưng chỉ phân loại "
                    + "được \(reading.lines.total); chưa công bố gì."
            )
        }
        let files = zip(selection.versions, readings).map { version, reading in
            SourceFile(
                reading: reading,
                receivedAt: version.receivedAt,
                firstSeen: version.firstSeen,
                modified: version.modified,
                sha256: version.sha256,
                size: Int(version.size)
            )
        }
        let replaced = zip(earlier, readings.dropFirst(files.count)).map { entry, reading in
            SourceFile(
                reading: reading,
                receivedAt: entry.version.receivedAt,
                firstSeen: entry.version.firstSeen,
                modified: 0,
                sha256: entry.version.sha256,
                size: 0
            )
        }
        return Collection(files: files, replaced: replaced)
    }
}
