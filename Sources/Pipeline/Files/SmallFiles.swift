import LedgerStore
import Synchronization

/// Takes in the small files of a pass on several cores.
///
/// What becomes of each, and which failure ends the pass, does not hang on which core was faster.
struct SmallFiles: Sendable {
    let stable: StableRead
    /// How many workers there are.
    let jobs: Int
    /// Reads what is new on the way.
    let reader: ReceptionReader?

    /// Files that a worker takes at a time: those of a few folders.
    private static let lot = 64
    /// Bytes that a worker has in memory before it hands them to the reader.
    private static let portion = 1 << 20

    /// What the workers brought in so far.
    private struct Harvest: Sendable {
        var outcomes: [(first: Int, outcomes: [StableRead.Outcome])] = []
        var waiting: [WaitingOriginal] = []
        var failure: (lot: Int, error: LedgerError)?
    }

    /// Takes in files; gives what became of each, in their order.
    func take(
        _ paths: [String],
        into pending: inout PendingOriginals
    ) throws(LedgerError) -> [StableRead.Outcome] {
        guard !paths.isEmpty else { return [] }
        let folders = try OriginalFolders(of: stable.originals)
        let harvest = Mutex(Harvest())
        let next = Atomic(0)
        let lots = (paths.count + SmallFiles.lot - 1) / SmallFiles.lot
        // More than there are cores: most of a worker's time goes by while a disk or a share
        // answers.
        Crew.work(jobs > 1 ? min(2 * jobs, lots) : 1) { work(paths, folders, next, harvest) }
        var all = harvest.withLock { $0 }
        pending.add(all.waiting)
        if let failure = all.failure { throw failure.error }
        all.outcomes.sort { $0.first < $1.first }
        return all.outcomes.flatMap(\.outcomes)
    }

    /// Takes lot after lot until none is left or one has failed.
    private func work(
        _ paths: [String],
        _ folders: OriginalFolders,
        _ next: borrowing Atomic<Int>,
        _ harvest: borrowing Mutex<Harvest>
    ) {
        var number = 0
        do throws(LedgerError) {
            var keeper = try OriginalKeeper(in: stable.originals, folders: folders)
            let way = FolderWay(root: stable.root)
            while harvest.withLock({ $0.failure == nil }) {
                number = next.add(1, ordering: .relaxed).oldValue
                let first = number * SmallFiles.lot
                guard first < paths.count else { return }
                let lot = paths[first..<min(first + SmallFiles.lot, paths.count)]
                let outcomes: [StableRead.Outcome]
                do throws(LedgerError) {
                    outcomes = try take(lot, along: way, by: &keeper)
                } catch {
                    keep(keeper.handOver(), in: harvest)
                    throw error
                }
                let waiting = keeper.handOver()
                harvest.withLock {
                    $0.outcomes.append((first, outcomes))
                    $0.waiting += waiting
                }
            }
        } catch {
            harvest.withLock { harvest in
                // The first in the order of the files that was met.
                if number < harvest.failure?.lot ?? .max { harvest.failure = (number, error) }
            }
        }
    }

    private func take(
        _ lot: ArraySlice<String>,
        along way: FolderWay,
        by keeper: inout OriginalKeeper
    ) throws(LedgerError) -> [StableRead.Outcome] {
        var outcomes: [StableRead.Outcome] = []
        outcomes.reserveCapacity(lot.count)
        var new = ReceptionReader.Portion()
        for path in lot {
            let (outcome, bytes) = try stable.take(path, along: way, by: &keeper)
            outcomes.append(outcome)
            guard let reader, let bytes, case .kept(let file) = outcome,
                let sha256 = file.sha256
            else { continue }
            new.add(ReadingKey(sha256: sha256, path: path), bytes)
            if new.bytes >= SmallFiles.portion {
                reader.read(new)
                new = ReceptionReader.Portion()
            }
        }
        if let reader, !new.files.isEmpty { reader.read(new) }
        return outcomes
    }

    private func keep(
        _ waiting: [WaitingOriginal],
        in harvest: borrowing Mutex<Harvest>
    ) {
        harvest.withLock { $0.waiting += waiting }
    }
}
