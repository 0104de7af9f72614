import Disk
import Glibc
import Intake
import Rollup

/// Checks what came back from other machines against what was sent out.
struct SparkReturn {
    let requests: [FileIntake.Request]
    let context: ReadingContext
    /// The name of the context.
    let digest: String
    let jobs: Int

    /// The readings in lines of partial results: of every file asked for exactly one, of the
    /// version asked for, holding what was counted when it was read.
    ///
    /// - Throws: ``SparkFault`` for anything else.
    func files(in path: String) async throws(SparkFault) -> [PartialFile] {
        var files: [PartialFile] = []
        var failure: SparkFault?
        await withTaskGroup(of: Result<[PartialFile], SparkFault>.self) { group in
            var inFlight = 0
            func take(_ result: Result<[PartialFile], SparkFault>) {
                inFlight -= 1
                switch result {
                case .success(let found): files += found
                case .failure(let fault): failure = failure ?? fault
                }
            }
            do throws(SparkFault) {
                var lines = try LineFile(path)
                while failure == nil, let line = try lines.next() {
                    if inFlight > jobs, let result = await group.next() { take(result) }
                    group.addTask { self.files(ofLine: line) }
                    inFlight += 1
                }
            } catch {
                failure = error
            }
            while let result = await group.next() { take(result) }
        }
        if let failure { throw failure }
        try require(files)
        return files
    }

    private func files(ofLine line: [UInt8]) -> Result<[PartialFile], SparkFault> {
        do throws(PartialFault) {
            let partial = try PartialLine.read(line).partial
            guard partial.context == digest else { return .failure(.otherProgram) }
            var files: [PartialFile] = []
            for file in partial.files {
                guard let reading = file.reading(context) else {
                    return .failure(.altered(path: file.key.path))
                }
                files.append(PartialFile(reading, sha256: file.key.sha256))
            }
            return .success(files)
        } catch {
            return .failure(.damaged)
        }
    }

    /// Refuses files that are not those asked for.
    private func require(_ files: [PartialFile]) throws(SparkFault) {
        var sizes: [ReadingKey: Int64] = [:]
        for request in requests {
            sizes[ReadingKey(sha256: request.sha256, path: request.path)] = request.size
        }
        var missing = Set(sizes.keys)
        for file in files {
            guard let size = sizes[file.key] else { throw .unasked(path: file.key.path) }
            guard missing.remove(file.key) != nil else { throw .repeated(path: file.key.path) }
            guard file.tally.bytes == size else { throw .altered(path: file.key.path) }
        }
        if let first = missing.min(by: { $0.path < $1.path }) {
            throw .missing(path: first.path, count: missing.count)
        }
    }
}

/// The lines of a file, each read when it is asked for: a whole country's do not have to be in
/// memory.
private struct LineFile: ~Copyable {
    private let file: Descriptor
    private var buffer = [UInt8](repeating: 0, count: 4 << 20)
    private var rest: [UInt8] = []
    /// Where in `rest` the next line begins, and up to where it has no end.
    private var start = 0
    private var searched = 0

    init(_ path: String) throws(SparkFault) {
        do throws(FileError) { file = try Descriptor(reading: path) } catch { throw .damaged }
    }

    /// The next line without its end; nil behind the last.
    mutating func next() throws(SparkFault) -> [UInt8]? {
        while true {
            if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(rest[start..<end])
                start = end + 1
                searched = start
                return line
            }
            rest.removeFirst(start)
            start = 0
            searched = rest.count
            let count: Int
            do throws(FileError) { count = try file.fill(&buffer) } catch { throw .damaged }
            guard count > 0 else {
                // Every line has an end.
                guard rest.isEmpty else { throw .damaged }
                return nil
            }
            rest += buffer[..<count]
        }
    }
}
