import Intake
import LedgerStore

/// Reads large files while they are taken in: a register of a gigabyte then passes through memory once,
/// and the disk that keeps it works beside the cores that read it.
///
/// Nothing hangs on it: where the plan turns out to be another one than was thought, the files are read
/// again.
package final class ReceptionReader {
    /// The name of the context that the files are read in; see ``ContextDigest``.
    let digest: String
    private let context: ReadingContext
    private let jobs: Int
    private var readings: [ReadingKey: FileReading] = [:]

    init(context: ReadingContext, digest: String, jobs: Int) {
        self.context = context
        self.digest = digest
        self.jobs = jobs
    }

    /// Takes in one file of the submissions, and reads it.
    func read(
        _ path: String,
        by stable: StableRead,
        into pending: inout PendingOriginals
    ) throws(LedgerError) -> StableRead.Outcome {
        let reading = LargeReading(
            place: FilePlace(path: path, context: context),
            context: context,
            jobs: jobs
        )
        let outcome = try stable.read(path, into: &pending) { reading.push($0) }
        if case .kept(let file) = outcome, let sha256 = file.sha256 {
            readings[ReadingKey(sha256: sha256, path: path)] = reading.finish()
        }
        return outcome
    }

    /// Forgets the readings that nobody asked for: of files that came in again as they were.
    func forget() { readings = [:] }

    /// Gives a reading away, so that it is held by nobody else: it is as large as its file has rows.
    func take(_ key: ReadingKey) -> FileReading? { readings.removeValue(forKey: key) }
}
