import Disk
import Glibc
import Intake
import Judgement
import LedgerStore
import Model
import Plans
import Reports
import Rollup

/// A dry run of single files before they are sent: reads and judges each as a run would, stores
/// nothing.
package struct FileCheck: Sendable {
    private let assessment: Assessment
    private let now: Instant
    private let submissions: SubmissionFolder
    /// The unit whose files they are, where the command says so.
    private let submitter: String?

    /// Prepares a check against a plan; `unit` is the id of the unit that is to hand the files in.
    ///
    /// - Throws: ``PipelineError`` for a plan that is missing or invalid, a unit or window that is
    ///   none.
    package init(_ options: RunOptions, plan: String) throws(PipelineError) {
        let input = PlanInput(root: options.places.input)
        let checked = try CheckedPlan(plan, in: input)
        let frame = RunFrame(options: options)
        let window = try frame.window(of: checked.files.plan)
        submitter = options.scope.unit == nil ? nil : try frame.root(in: checked.files)
        assessment = try Assessment(
            of: checked,
            asOf: options.now,
            window: window,
            root: checked.files.plan.root
        )
        now = options.now
        submissions = SubmissionFolder(plan: plan, of: input)
    }

    /// Fails where one of the files is not there, before any of them is read.
    package func require(_ paths: [String]) throws(PipelineError) {
        let missing = paths.filter { path in
            var status = stat()
            return lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
        }
        guard missing.isEmpty else {
            throw .missing("Không có tệp: " + missing.joined(separator: ", ") + ".")
        }
    }

    /// What an official reads about one file, and whether the file or a row of it would not count.
    package func check(
        _ path: String
    ) async throws(PipelineError) -> (text: String, isRejected: Bool) {
        let verdict = try await verdict(path)
        return (CheckText.render(verdict), verdict.isRejected)
    }

    private func verdict(_ path: String) async throws(PipelineError) -> FileVerdict {
        let place = submissions.place(of: path, from: submitter)
        var verdict = FileVerdict(path: path)
        if let finding = obstacle(path, place) {
            verdict.findings = [finding]
            return verdict
        }
        let stamp = try stamp(path)
        let request = FileIntake.Request(
            path: place,
            sha256: "",
            original: path,
            size: stamp.size
        )
        let intake = FileIntake(context: assessment.context, jobs: 2, from: .dropFolder)
        let readings = try await intake.read([request])
        guard try self.stamp(path) == stamp, let reading = readings.first,
            reading.bytes == Int(stamp.size)
        else {
            verdict.findings = [FileFindings.changedWhileRead(place)]
            return verdict
        }
        guard reading.lines.total == reading.physicalLines, reading.lines.blank >= 0 else {
            throw .unexpected(
                "Tệp \"\(path)\" có \(reading.physicalLines) dòng nhưng chỉ phân loại được "
                    + "\(reading.lines.total)."
            )
        }
        let receipt = Receipt(path: place, modified: now, clock: now)
        let source = SourceFile(
            reading: reading,
            receivedAt: receipt.at,
            firstSeen: now,
            modified: stamp.modified,
            sha256: "",
            size: Int(stamp.size)
        )
        let judgement = Judgement.judge(
            RecordSet(
                collection: CollectedFiles(files: [source]),
                context: assessment.context,
                asOf: now
            ),
            assessment.scene,
            notices: receipt.isDatedAhead ? [FileFindings.datedAhead(place)] : [],
            isAlone: true
        )
        verdict.judgement = judgement
        // Whether a nominee was recognised stands in other files, which are not looked at here.
        verdict.findings = judgement.findings.filter { $0.code != .cityWithoutDistrict }
        return verdict
    }

    private func stamp(_ path: String) throws(PipelineError) -> FileStamp {
        do throws(FileError) {
            return FileStamp(try Descriptor(reading: path).status())
        } catch {
            throw PipelineError(error)
        }
    }

    /// Why a file is not read at all: what the drop folder would say of it, or pass over.
    private func obstacle(_ path: String, _ place: String) -> Finding? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            return CheckFindings.unreadable(place, reason: FileError.reason(errno))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: return CheckFindings.folder(place)
        default: return FileFindings.notAFile(place)
        }
        switch FileKind(name: Array(path.utf8.split(separator: UInt8(ascii: "/")).last ?? [])) {
        case .table: break
        case .spreadsheet: return FileFindings.spreadsheet(place)
        case .archive: return FileFindings.archive(place)
        case .lock, .other: return CheckFindings.ending(place)
        }
        let limit = StableRead.standardLimit
        if Int64(status.st_size) > limit {
            return FileFindings.tooLarge(place, size: Int64(status.st_size), limit: limit)
        }
        guard access(path, R_OK) == 0 else {
            return CheckFindings.unreadable(place, reason: FileError.reason(errno))
        }
        return nil
    }
}
