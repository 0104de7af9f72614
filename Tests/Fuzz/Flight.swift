import Glibc

/// The input that a worker is at, in a file that outlives a crash.
///
/// The file is mapped and belongs to this process alone: nobody truncates it.
final class Flight: Sendable {
    let path: String
    private nonisolated(unsafe) let memory: UnsafeMutableRawPointer
    private static let room = 8 << 20

    init?(path: String) {
        self.path = path
        let file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o640)
        guard file >= 0, ftruncate(file, Flight.room) == 0,
            let memory = mmap(nil, Flight.room, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
            memory != MAP_FAILED
        else { return nil }
        close(file)
        self.memory = memory
    }

    /// Notes the input: its length in eight bytes, then its bytes.
    func note(_ bytes: [UInt8]) {
        let count = min(bytes.count, Flight.room - 8)
        memory.storeBytes(of: count, as: Int.self)
        bytes.withUnsafeBytes { source in
            guard let start = source.baseAddress else { return }
            (memory + 8).copyMemory(from: start, byteCount: count)
        }
    }

    /// The input that was noted last.
    var bytes: [UInt8] {
        let count = memory.load(as: Int.self)
        return Array(UnsafeRawBufferPointer(start: memory + 8, count: count))
    }
}
