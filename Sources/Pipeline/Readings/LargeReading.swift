import Dispatch
import Intake
import Synchronization

/// Reads one large file on several cores while its bytes arrive: the next blocks are cut while
/// earlier ones are read.
///
/// Who pushes waits once more blocks are under way than there are jobs, so that memory does not
/// grow with the file.
final class LargeReading {
    private var reader: FileReader
    private let done = Done()
    private let blocks = DispatchGroup()
    private let room: DispatchSemaphore
    private let shelf: (any IdentityShelf)?
    private let queue = DispatchQueue(label: "tonghop.blocks", attributes: .concurrent)
    private var started = 0
    private var added = 0

    /// The blocks that were read and whose turn has not come.
    private final class Done: Sendable {
        private let readings = Mutex<[Int: BlockReading]>([:])

        func put(_ reading: BlockReading, _ number: Int) {
            readings.withLock { $0[number] = reading }
        }

        func take(_ number: Int) -> BlockReading? {
            readings.withLock { $0.removeValue(forKey: number) }
        }
    }

    init(
        place: FilePlace,
        context: ReadingContext,
        jobs: Int,
        shelf: (any IdentityShelf)? = nil
    ) {
        self.shelf = shelf
        reader = FileReader(place: place, context: context)
        room = DispatchSemaphore(value: jobs + 1)
    }

    // Blocks of a file that is given up are under way.
    deinit { blocks.wait() }

    /// Takes the next bytes; see ``FileReader/push(_:)``.
    func push(_ bytes: RawSpan) {
        start(reader.push(bytes.withUnsafeBytes { Array($0) }))
    }

    /// The reading, once all bytes have been pushed.
    func finish() -> FileReading {
        start(reader.finish())
        blocks.wait()
        takeDone()
        return reader.settled()
    }

    private func start(_ blocks: [Block]) {
        for block in blocks {
            room.wait()
            takeDone()
            let interpreter = reader.interpreter
            let number = started
            started += 1
            queue.async(group: self.blocks) { [done, room] in
                done.put(interpreter.read(block), number)
                room.signal()
            }
        }
    }

    /// Adds what is read, in the order of the file.
    private func takeDone() {
        while let reading = done.take(added) {
            reader.add(reading, shelf: shelf)
            added += 1
        }
    }
}
