import Intake
import LedgerStore
import Rollup

/// Makes out the readings that the ledger keeps under a context.
struct ReadingLoader: Sendable {
    let ledger: Ledger
    let plan: String
    let context: ReadingContext
    /// The name of the context.
    let digest: String
    let jobs: Int

    /// The readings that are asked for, in no order.
    ///
    /// One that cannot be made out is none: its file is read again.
    func readings(
        where isAsked: @escaping @Sendable (ReadingKey) -> Bool
    ) async throws(LedgerError) -> [(key: ReadingKey, held: HeldReading)] {
        var readings: [(key: ReadingKey, held: HeldReading)] = []
        var failure: LedgerError?
        await withTaskGroup(of: [(key: ReadingKey, held: HeldReading)].self) { group in
            var last: Int64 = 0
            var inFlight = 0
            do throws(LedgerError) {
                // The ledger gives the next while the others are made out.
                while let next = try ledger.readings(plan: plan, context: digest, after: last) {
                    last = next.last
                    if inFlight > jobs, let found = await group.next() {
                        readings += found
                        inFlight -= 1
                    }
                    group.addTask { made(next.readings, where: isAsked) }
                    inFlight += 1
                }
            } catch {
                failure = error
            }
            for await found in group { readings += found }
        }
        if let failure { throw failure }
        return readings
    }

    private func made(
        _ kept: [KeptReading],
        where isAsked: (ReadingKey) -> Bool
    ) -> [(key: ReadingKey, held: HeldReading)] {
        kept.compactMap { kept in
            let key = ReadingKey(sha256: kept.sha256, path: kept.path)
            guard isAsked(key),
                let reading = StoredReading.reading(of: kept.reading, context: context)
            else { return nil }
            return (key, HeldReading(reading))
        }
    }
}
