import LedgerStore
import Plans

/// The kept readings of a context, made out while the night's files are still being taken in: most
/// of them are those of the night before.
///
/// Nothing hangs on it: where the plan turns out to be another one than was thought, or where the
/// ledger could not be read beside its writer, the readings are asked for anew.
struct ReadAhead: Sendable {
    /// The name of the context; see ``ContextDigest``.
    let digest: String
    private let task: Task<[LoadedPack]?, Never>

    /// Begins to read beside the run that holds the ledger.
    init(_ assessment: Assessment, digest: String, stateDirectory: String) {
        self.digest = digest
        let plan = assessment.inputs.files.plan.id
        let context = assessment.context
        task = Task.detached {
            guard let ledger = try? Ledger(reading: stateDirectory) else { return nil }
            return try? ReadingLoader(
                ledger: ledger,
                plan: plan,
                context: context,
                digest: digest
            ).packs()
        }
    }

    /// The packs, once they are all there; nil where they could not be had.
    func packs() async -> [LoadedPack]? { await task.value }
}
