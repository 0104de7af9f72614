internal import Model
internal import Plans
internal import Synchronization

/// What cells of units and periods said in files read before, by the digest of what they depend on.
///
/// Within a block, the pass over it remembers that by itself; of a hundred thousand files of a row
/// or two each would find out anew. Several threads may ask at once.
final class KnownCells: Sendable {
    /// More are forgotten again.
    private static let most = 1 << 15

    private let units = Mutex<[Digest: Int]>([:])
    private let periods = Mutex<[Digest: Period]>([:])

    func unit(_ digest: Digest) -> Int? { units.withLock { $0[digest] } }

    func period(_ digest: Digest) -> Period? { periods.withLock { $0[digest] } }

    func insert(_ unit: Int, for digest: Digest) {
        units.withLock { known in
            if known.count >= KnownCells.most { known.removeAll(keepingCapacity: true) }
            known[digest] = unit
        }
    }

    func insert(_ period: Period, for digest: Digest) {
        periods.withLock { known in
            if known.count >= KnownCells.most { known.removeAll(keepingCapacity: true) }
            known[digest] = period
        }
    }
}
