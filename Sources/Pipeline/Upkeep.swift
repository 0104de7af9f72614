import Disk
import Glibc
package import LedgerStore
package import Model

/// Work on a ledger that changes something beside runs: holds the lock while it lasts.
package struct Upkeep: ~Copyable {
    private let options: RunOptions
    private let ledger: Ledger
    private let lock: RunLock

    /// Takes the lock and opens the ledger that `options` name.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` where there is none, ``PipelineError/locked(_:)``
    ///   where a run goes on.
    package init(_ options: RunOptions) throws(PipelineError) {
        let directory = try Enquiry.directory(of: options.places)
        let lock = try PipelineError.locking { () throws(LockError) in
            try RunLock(stateDirectory: directory, since: options.now)
        }
        ledger = try PipelineError.wrapping { () throws(LedgerError) in
            try Ledger(stateDirectory: directory)
        }
        self.options = options
        self.lock = lock
    }

    // MARK: - Retention

    /// Removes the originals of submissions withdrawn longer ago than they are to be kept; gives
    /// them.
    package func prune(keeping retention: Retention) throws(PipelineError) -> [Ledger.Pruned] {
        let limit = retention.limit(at: options.now)
        return try PipelineError.wrapping { () throws(LedgerError) in
            try ledger.prune(withdrawnBy: limit) { removed in
                let bytes = removed.reduce(Int64(0)) { $0 &+ $1.size }
                return AuditEntry(
                    .prune,
                    at: options.now,
                    by: options.operator,
                    detail: "giữ \(retention), rút trước hoặc đúng \(limit.slashed): xoá "
                        + "\(removed.count) bản gốc, \(bytes) byte"
                )
            }
        }
    }

    // MARK: - Repair

    /// Keeps originals again that are lost or were changed and whose file lies unchanged in the
    /// drop folder; gives their digests.
    package func repair() throws(PipelineError) -> [String] {
        try PipelineError.wrapping { () throws(LedgerError) in
            var repaired: [String] = []
            for fault in try ledger.originalFaults() {
                switch fault {
                case .missing(let sha256, _, _), .altered(let sha256, _, _):
                    if try restore(sha256) { repaired.append(sha256) }
                default: continue
                }
            }
            guard !repaired.isEmpty else { return [] }
            try ledger.remember(
                AuditEntry(
                    .repair,
                    at: options.now,
                    by: options.operator,
                    detail: "lưu lại từ thư mục nộp bài: " + repaired.joined(separator: ", ")
                )
            )
            return repaired
        }
    }

    private func restore(_ sha256: String) throws(LedgerError) -> Bool {
        for place in try ledger.places(of: sha256) {
            let input = PlanInput(root: options.places.input)
            let folder =
                switch place.area {
                case .submissions: input.submissions(of: place.plan)
                case .config: input.folder(of: place.plan)
                }
            let reader = StableRead(root: folder, originals: ledger.originals)
            // Gone or closed to this account: another file may have the same bytes.
            guard let file = try? reader.open(place.path) else { continue }
            guard let status = try? file.status(), status.isRegularFile else {
                continue
            }
            var writer = try OriginalWriter(in: ledger.originals)
            var buffer = [UInt8](repeating: 0, count: 1 << 20)
            while let count = try? file.fill(&buffer), count > 0 {
                try writer.append(buffer.span.extracting(first: count).bytes)
            }
            if try writer.finish(restoring: sha256) { return true }
        }
        return false
    }

    // MARK: - Restoration

    /// Which version of a file is meant.
    package enum Choice: Sendable {
        case last
        /// From 1, as the history counts them.
        case number(Int)
        /// The last one that had been received by a time.
        case asOf(Instant)
    }

    /// Writes the bytes of a version of a file, or those with a SHA-256, to `path`; gives the
    /// version.
    ///
    /// The bytes are checked against their digest before the file appears, whole, with mode 0640. A
    /// file that is there already is left alone unless `replacing`.
    package func restore(
        _ target: String,
        plan: String,
        choice: Choice,
        to path: String,
        replacing: Bool
    ) throws(PipelineError) -> FileVersion {
        try WholeFile.refuse(path)
        let enquiry = Enquiry(ledger: ledger, output: options.places.output)
        let version = try enquiry.version(target, plan: plan, choice: choice)
        let original = try PipelineError.wrapping { () throws(LedgerError) in
            let original = try ledger.original(version.sha256)
            let found = try LedgerError.wrapping { () throws(FileError) in
                try SHA256.digest(ofFile: original)
            }
            guard found == version.sha256 else {
                throw .originalDamaged(sha256: version.sha256)
            }
            return original
        }
        guard replacing || access(path, F_OK) != 0 else {
            throw .failed(
                .unwritable,
                message: "Đã có tệp \"\(path)\"; chưa ghi gì. Thêm --force để ghi đè."
            )
        }
        let copy = try PipelineError.writing { () throws(FileError) in
            try PlacedFile(path, replacing: replacing ? .files : .nothing)
        }
        try PipelineError.wrapping { () throws(LedgerError) in
            try copy.fill(from: original, expecting: version.sha256)
            try ledger.remember(
                AuditEntry(
                    .restore,
                    at: options.now,
                    by: options.operator,
                    plan: plan,
                    detail: "\(version.path) SHA-256 \(version.sha256) → \(path)"
                )
            )
        }
        try PipelineError.writing { () throws(FileError) in try copy.place() }
        return version
    }
}

extension Enquiry {
    /// The version that a path or a SHA-256 and a choice name.
    func version(
        _ target: String,
        plan: String,
        choice: Upkeep.Choice
    ) throws(PipelineError) -> FileVersion {
        let isDigest = target.utf8.count == 64 && target.allSatisfy(\.isHexDigit)
        if isDigest {
            let digest = target.lowercased()
            for file in try history(plan: plan).files {
                if let found = file.versions.last(where: { $0.version.sha256 == digest }) {
                    return found.version
                }
            }
            throw .missing("Sổ nhận của kế hoạch \"\(plan)\" không có SHA-256 \(digest).")
        }
        let files = try history(plan: plan, path: target).files
        guard let file = files.first, files.count == 1 else {
            throw .usage(
                "\"\(target)\" có thể là: \(files.map(\.path).joined(separator: ", ")); hãy nêu SHA-256."
            )
        }
        let found: FileVersion? =
            switch choice {
            case .last: file.versions.last?.version
            case .number(let number): file.versions.first { $0.number == number }?.version
            case .asOf(let time): file.versions.last { $0.version.receivedAt <= time }?.version
            }
        guard let found else {
            throw .missing(
                "Tệp \"\(file.path)\" có \(file.versions.count) bản, không có bản cần lấy; xem "
                    + "\"tonghop ledger history\"."
            )
        }
        return found
    }
}
