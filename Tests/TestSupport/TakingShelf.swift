internal import Intake
internal import Synchronization

/// A shelf in memory that takes everything, however little, and counts what is put on it.
package final class TakingShelf: IdentityShelf {
    private let bytes = Mutex<[UInt8]>([])

    package init() {}

    /// Bytes that were put on it so far.
    package var count: Int { bytes.withLock { $0.count } }

    package func put(_ new: RawSpan) -> Int? {
        bytes.withLock { bytes in
            let start = bytes.count
            new.withUnsafeBytes { bytes += $0 }
            return start
        }
    }

    package func read(_ buffer: UnsafeMutableRawBufferPointer, from start: Int) {
        bytes.withLock { buffer.copyBytes(from: $0[start..<(start + buffer.count)]) }
    }
}
