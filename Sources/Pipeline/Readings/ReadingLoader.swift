import Intake
import LedgerStore
import Model

/// A pack of readings that the ledger keeps, made out.
struct LoadedPack: Sendable {
    /// The numbers under which the ledger keeps it: one for each of its pieces.
    let numbers: [Int64]
    /// Nil where it cannot be made out: its files are read again.
    let pack: ReadingPack?

    /// One pack of a file; nil where its bytes are not there or not what was written.
    fileprivate static func pack(
        _ kept: KeptPack,
        in file: PackFile,
        _ context: ReadingContext,
        _ room: IdentityRoom
    ) -> ReadingPack? {
        guard let bytes = try? file.bytes(of: kept) else { return nil }
        return ReadingPack(
            bytes: bytes,
            context: context,
            kept: KeptBytes(in: KeptIdentities(file: file), from: kept.start, room: room)
        )
    }

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

    /// All packs, the one that was kept first in front.
    func packs() throws(LedgerError) -> [LoadedPack] {
        let kept = try ledger.packs(plan: plan, context: digest)
        var files: [Int64: PackFile] = [:]
        // A file that is not there is one whose packs cannot be made out.
        for number in Set(kept.map(\.file)) { files[number] = try? ledger.packFile(number) }
        let room = IdentityRoom()
        let packs = concurrentMap(kept) { [files, context] kept in
            LoadedPack(
                numbers: [kept.number],
                pack: files[kept.file].flatMap { LoadedPack.pack(kept, in: $0, context, room) }
            )
        }
        return LoadedPack.joined(packs)
    }
}
