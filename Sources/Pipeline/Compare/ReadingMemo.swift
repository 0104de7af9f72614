import Intake
import Judgement
import LedgerStore
import Rollup

/// Readings of files under one plan and roster, each made once however often it is judged.
struct ReadingMemo {
    private let context: ReadingContext
    private let ledger: Ledger
    private let jobs: Int
    private var readings: [ReadingKey: FileReading] = [:]

    init(context: ReadingContext, ledger: Ledger, jobs: Int) {
        self.context = context
        self.ledger = ledger
        self.jobs = jobs
    }

    /// The files, the versions that they replaced and those that were withdrawn, read where they
    /// have not been yet.
    mutating func collection(
        of versions: [FileVersion],
        withdrawn: [FileVersion]
    ) async throws(PipelineError) -> CollectedFiles {
        try await read(versions + withdrawn)
        let files = versions.compactMap { version in
            reading(of: version).map { SourceFile(version, HeldReading($0)) }
        }
        let past = PastVersion.all(of: versions, withdrawn: withdrawn)
        let replaced = past.compactMap { version in
            readings[version.key].map { SourceFile(version, HeldReading($0)) }
        }
        return CollectedFiles(files: files, replaced: replaced)
    }

    /// What a version was read as; nil before ``read(_:)``.
    func reading(of version: FileVersion) -> FileReading? {
        readings[ReadingKey(sha256: version.sha256, path: version.path)]
    }

    /// Reads versions, and those that they replaced, on several cores.
    mutating func read(_ versions: [FileVersion]) async throws(PipelineError) {
        var keys: [ReadingKey] = []
        var sizes: [Int64] = []
        var wanted: Set<ReadingKey> = []
        func want(_ path: String, _ sha256: String, _ size: Int64) {
            let key = ReadingKey(sha256: sha256, path: path)
            guard readings[key] == nil, wanted.insert(key).inserted else { return }
            keys.append(key)
            sizes.append(size)
        }
        for version in versions {
            want(version.path, version.sha256, version.size)
            for earlier in version.replaced { want(version.path, earlier.sha256, earlier.size) }
        }
        guard !keys.isEmpty else { return }
        let requests = try PipelineError.wrapping { () throws(LedgerError) in
            var requests: [FileIntake.Request] = []
            for (key, size) in zip(keys, sizes) {
                requests.append(
                    FileIntake.Request(
                        path: key.path,
                        sha256: key.sha256,
                        original: try ledger.original(key.sha256),
                        size: size
                    )
                )
            }
            return requests
        }
        let made = try await FileIntake(context: context, jobs: jobs, from: .originals).read(
            requests
        )
        for (key, reading) in zip(keys, made) { readings[key] = reading }
    }
}
