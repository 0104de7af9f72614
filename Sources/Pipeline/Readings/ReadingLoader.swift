import Intake
import LedgerStore

/// A pack of readings that the ledger keeps, made out.
struct LoadedPack: Sendable {
    /// The number under which the ledger keeps it.
    let number: Int64
    /// Nil where it cannot be made out: its files are read again.
    let pack: ReadingPack?
}

/// Makes out the readings that the ledger keeps under a context.
struct ReadingLoader: Sendable {
    let ledger: Ledger
    let plan: String
    let context: ReadingContext
    /// The name of the context.
    let digest: String
    let jobs: Int

    /// All packs, the one that was kept first in front.
    func packs() async throws(LedgerError) -> [LoadedPack] {
        var packs: [LoadedPack] = []
        var failure: LedgerError?
        await withTaskGroup(of: LoadedPack.self) { group in
            var last: Int64 = 0
            var inFlight = 0
            do throws(LedgerError) {
                // The ledger gives the next while the others are made out.
                while let next = try ledger.pack(plan: plan, context: digest, after: last) {
                    last = next.number
                    if inFlight > jobs, let made = await group.next() {
                        packs.append(made)
                        inFlight -= 1
                    }
                    group.addTask {
                        LoadedPack(
                            number: next.number,
                            pack: ReadingPack(bytes: next.bytes, context: context)
                        )
                    }
                    inFlight += 1
                }
            } catch {
                failure = error
            }
            for await made in group { packs.append(made) }
        }
        if let failure { throw failure }
        return packs.sorted { $0.number < $1.number }
    }
}
