import Intake
import LedgerStore

/// A pack of readings that the ledger keeps, made out.
struct LoadedPack: Sendable {
    /// The numbers under which the ledger keeps it: one for each of its pieces.
    let numbers: [Int64]
    /// Nil where it cannot be made out: its files are read again.
    let pack: ReadingPack?

    /// The same packs, whose pieces are brought together; of those that are not all there nothing
    /// can be made out.
    fileprivate static func joined(_ packs: [LoadedPack]) -> [LoadedPack] {
        var joined: [LoadedPack] = []
        var pieces: [(number: Int64, pack: ReadingPack)] = []
        func join() {
            guard !pieces.isEmpty else { return }
            joined.append(
                LoadedPack(
                    numbers: pieces.map(\.number),
                    pack: ReadingPack(joining: pieces.map(\.pack))
                )
            )
            pieces = []
        }
        for loaded in packs {
            guard let pack = loaded.pack, pack.isPiece else {
                join()
                joined.append(loaded)
                continue
            }
            if let last = pieces.last?.pack, !pack.follows(last) { join() }
            pieces.append((loaded.numbers[0], pack))
        }
        join()
        return joined
    }
}

/// Makes out the readings that the ledger keeps under a context.
struct ReadingLoader: Sendable {
    let ledger: Ledger
    let plan: String
    let context: ReadingContext
    /// The name of the context.
    let digest: String
    let shelf: (any IdentityShelf)?

    /// The bytes of packs that are asked for at a time: to open the ledger for a question takes as
    /// long as to read some hundred thousand.
    private static let lotBytes = 8 << 20

    /// All packs, the one that was kept first in front.
    func packs() async throws(LedgerError) -> [LoadedPack] {
        var packs: [LoadedPack] = []
        var failure: LedgerError?
        await withTaskGroup(of: LoadedPack.self) { group in
            var last: Int64 = 0
            var inFlight = 0
            do throws(LedgerError) {
                // The ledger gives the next ones while the others are made out.
                while true {
                    let next = try ledger.packs(
                        plan: plan,
                        context: digest,
                        after: last,
                        bytes: ReadingLoader.lotBytes
                    )
                    guard let end = next.last else { break }
                    last = end.number
                    while inFlight > next.count, let made = await group.next() {
                        packs.append(made)
                        inFlight -= 1
                    }
                    for kept in next {
                        group.addTask {
                            LoadedPack(
                                numbers: [kept.number],
                                pack: ReadingPack(
                                    bytes: kept.bytes,
                                    context: context,
                                    shelf: shelf
                                )
                            )
                        }
                    }
                    inFlight += next.count
                }
            } catch {
                failure = error
            }
            for await made in group { packs.append(made) }
        }
        if let failure { throw failure }
        return LoadedPack.joined(packs.sorted { $0.numbers[0] < $1.numbers[0] })
    }
}
