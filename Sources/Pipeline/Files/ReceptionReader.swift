import Dispatch
import Intake
import LedgerStore
import Synchronization

/// Reads files while they are taken in: a register of a gigabyte then passes through memory once,
/// small files are not opened again, and the disk that keeps them works beside the cores that read
/// them.
///
/// Nothing hangs on it: where the plan turns out to be another one than was thought, the files are
/// read again.
package final class ReceptionReader: Sendable {
    /// The name of the context that the files are read in; see ``ContextDigest``.
    let digest: String
    private let context: ReadingContext
    private let jobs: Int
    private let shelf: (any IdentityShelf)?
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "tonghop.received", attributes: .concurrent)
    private let readers = DispatchGroup()

    /// Bytes that may wait to be read; beyond that who brings them reads them.
    private static let mostWaiting = 32 << 20

    private struct State: Sendable {
        var readings: [ReadingKey: HeldReading] = [:]
        var waiting: [Portion] = []
        var waitingBytes = 0
        /// How many readers are at work.
        var readers = 0
    }

    /// Small files that have been taken in, with their bytes.
    struct Portion: Sendable {
        private(set) var files: [(key: ReadingKey, bytes: [UInt8])] = []
        private(set) var bytes = 0

        mutating func add(_ key: ReadingKey, _ bytes: [UInt8]) {
            files.append((key, bytes))
            self.bytes += bytes.count
        }
    }

    init(
        context: ReadingContext,
        digest: String,
        jobs: Int,
        shelf: (any IdentityShelf)? = nil
    ) {
        self.context = context
        self.digest = digest
        self.jobs = jobs
        self.shelf = shelf
    }

    /// Takes in one large file of the submissions, and reads it.
    func read(
        _ path: String,
        by stable: StableRead,
        into pending: inout PendingOriginals
    ) throws(LedgerError) -> StableRead.Outcome {
        let reading = LargeReading(
            place: FilePlace(path: path, context: context),
            context: context,
            jobs: jobs,
            shelf: shelf
        )
        let outcome = try stable.read(path, into: &pending) { reading.push($0) }
        if case .kept(let file) = outcome, let sha256 = file.sha256 {
            let finished = HeldReading(reading.finish())
            state.withLock { $0.readings[ReadingKey(sha256: sha256, path: path)] = finished }
        }
        return outcome
    }

    /// Reads small files that have been taken in, as soon as there is time.
    func read(_ portion: Portion) {
        let (isRoom, isReaderWanted) = state.withLock { state in
            guard jobs > 1, state.waitingBytes <= ReceptionReader.mostWaiting else {
                return (false, false)
            }
            state.waiting.append(portion)
            state.waitingBytes += portion.bytes
            guard state.readers < jobs else { return (true, false) }
            state.readers += 1
            return (true, true)
        }
        if !isRoom { readNow(portion) }
        if isReaderWanted { queue.async(group: readers) { self.readWaiting(leaving: true) } }
    }

    /// Waits until everything that was taken in has been read, and helps with it.
    func finish() {
        readWaiting(leaving: false)
        readers.wait()
    }

    /// Forgets the readings that nobody asked for: of files that came in again as they were.
    func forget() { state.withLock { $0 = State(readers: $0.readers) } }

    /// Gives a reading away, so that it is held by nobody else: it is as large as its file has
    /// rows.
    func take(_ key: ReadingKey) -> HeldReading? {
        state.withLock { $0.readings.removeValue(forKey: key) }
    }

    /// Reads what waits until nothing does; `leaving` is who was counted as a reader.
    private func readWaiting(leaving: Bool) {
        while true {
            let portion = state.withLock { state -> Portion? in
                guard let portion = state.waiting.popLast() else {
                    if leaving { state.readers -= 1 }
                    return nil
                }
                state.waitingBytes -= portion.bytes
                return portion
            }
            guard let portion else { return }
            readNow(portion)
        }
    }

    private func readNow(_ portion: Portion) {
        let readings = portion.files.map { file in
            ReadingPack.File(
                sha256: file.key.sha256,
                held: HeldReading(FileIntake.reading(of: file.bytes, file.key.path, context))
            )
        }
        // Brought together at once: a hundred thousand of them, each with lists of its own, would
        // wait in several times the room.
        let packs = ReadingPack.packs(of: readings, context)
        state.withLock { state in
            for file in packs.flatMap(\.files) { state.readings[file.key] = file.held }
        }
    }
}
