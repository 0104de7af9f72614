import Disk
package import Intake
import LedgerStore
import Model

/// Reads the effective files of a plan, on several cores, into readings in the order asked for.
package struct FileIntake: Sendable {
    /// One file to read: its path below `submissions/`, its digest and where its bytes lie.
    package struct Request: Sendable {
        /// Below `submissions/`.
        package var path: String
        /// The SHA-256 of the bytes that are meant.
        package var sha256: String
        /// The path of its bytes among the originals.
        package var original: String
        /// Bytes.
        package var size: Int64

        package init(path: String, sha256: String, original: String, size: Int64) {
            self.path = path
            self.sha256 = sha256
            self.original = original
            self.size = size
        }
    }

    /// Where the bytes of the requests lie.
    package enum Source: Sendable {
        /// Among the originals: others than those that were kept are a damage of the ledger.
        case originals
        /// Where a list says that they lie, and others may write.
        case list
        /// In the drop folder, as they are now.
        case dropFolder
    }

    /// Files above this are read block by block on all cores; smaller ones each on one.
    static let largeFile: Int64 = 8 << 20
    private static let chunk = 4 << 20

    let context: ReadingContext
    /// How many files or blocks are read at once.
    let jobs: Int
    /// Bytes that are not those asked for are refused, but in the drop folder: no figure comes from
    /// others than its digest names.
    let source: Source

    /// Reads so many files at once from where they lie.
    package init(context: ReadingContext, jobs: Int, from source: Source) {
        self.context = context
        self.jobs = max(1, jobs)
        self.source = source
    }

    private var verifies: Bool { source != .dropFolder }

    /// Reads all files; the order of the readings is that of the requests, whatever finished first.
    ///
    /// - Throws: The error of the first request that could not be read, by the same order, so that
    ///   the same disk ends every run in the same words.
    package func read(
        _ requests: [Request],
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws(PipelineError) -> [FileReading] {
        var results = [Result<FileReading, PipelineError>?](repeating: nil, count: requests.count)
        var done = 0
        let small = requests.indices.filter { requests[$0].size <= FileIntake.largeFile }
        await withTaskGroup(of: [(Int, Result<FileReading, PipelineError>)].self) { group in
            // Several small files a task: a task for each of 100,000 costs more than reading it.
            let batch = max(1, min(64, small.count / (jobs * 4)))
            var next = 0
            func add() {
                guard next < small.count else { return }
                let part = small[next..<min(next + batch, small.count)]
                next += batch
                group.addTask {
                    part.map { index in (index, whole(requests[index])) }
                }
            }
            for _ in 0..<jobs * 2 { add() }
            while let read = await group.next() {
                for (index, result) in read { results[index] = result }
                done += read.count
                progress(done)
                add()
            }
        }
        for index in requests.indices where requests[index].size > FileIntake.largeFile {
            do throws(PipelineError) {
                results[index] = .success(try large(requests[index]))
            } catch {
                results[index] = .failure(error)
            }
            done += 1
            progress(done)
        }
        return try FileIntake.readings(results)
    }

    /// The readings of all requests, in their order.
    ///
    /// Callers take them by their places: one that were missing would give the others' to wrong
    /// files.
    private static func readings(
        _ results: [Result<FileReading, PipelineError>?]
    ) throws(PipelineError) -> [FileReading] {
        var readings: [FileReading] = []
        readings.reserveCapacity(results.count)
        for result in results {
            guard let result else {
                throw .unexpected(
                    "Có tệp chưa được đọc trong \(results.count) tệp; chưa công bố gì."
                )
            }
            readings.append(try result.get())
        }
        return readings
    }

    /// The reading of one file whose bytes are in memory.
    static func reading(
        of bytes: [UInt8],
        _ path: String,
        _ context: ReadingContext
    ) -> FileReading {
        var reader = FileReader(place: FilePlace(path: path, context: context), context: context)
        for block in reader.push(bytes) { reader.add(reader.interpreter.read(block)) }
        for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
        return reader.settled()
    }

    private func whole(_ request: Request) -> Result<FileReading, PipelineError> {
        do throws(PipelineError) {
            let bytes = try PipelineError.writing { () throws(FileError) in
                try PlanInput.read(request.original)
            }
            if verifies {
                let found = try PipelineError.writing { () throws(FileError) in
                    try SHA256.digest(of: bytes)
                }
                try request.require(found, in: source)
            }
            return .success(FileIntake.reading(of: bytes, request.path, context))
        } catch {
            return .failure(error)
        }
    }

    /// Reads one file block by block: the next blocks are cut while earlier ones are read.
    private func large(_ request: Request) throws(PipelineError) -> FileReading {
        let reading = LargeReading(
            place: FilePlace(path: request.path, context: context),
            context: context,
            jobs: jobs
        )
        let file = try PipelineError.writing { () throws(FileError) in
            try Descriptor(reading: request.original)
        }
        var hasher = try PipelineError.writing { () throws(FileError) in try SHA256() }
        var buffer = [UInt8](repeating: 0, count: FileIntake.chunk)
        while true {
            let count = try PipelineError.writing { () throws(FileError) in
                try file.fill(&buffer)
            }
            guard count > 0 else { break }
            let bytes = buffer.span.extracting(first: count).bytes
            if verifies { hasher.update(bytes) }
            reading.push(bytes)
        }
        if verifies {
            let found = try PipelineError.writing { () throws(FileError) in
                try hasher.finish()
            }
            try request.require(found, in: source)
        }
        return reading.finish()
    }
}

extension FileIntake.Request {
    /// Refuses bytes with another digest.
    fileprivate func require(
        _ found: String,
        in source: FileIntake.Source
    ) throws(PipelineError) {
        guard found != sha256 else { return }
        guard source == .list else {
            throw PipelineError(LedgerError.originalDamaged(sha256: sha256))
        }
        throw .failed(
            .failed,
            message: "\"\(original)\" không phải là bản của tệp \"\(path)\" có SHA-256 \(sha256)."
        )
    }
}
