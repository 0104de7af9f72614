import Intake
import LedgerStore
import Rollup

/// The readings that the ledger keeps: a file whose bytes, place and context are those of an earlier
/// night is not read again.
struct ReadingStore: Sendable {
    let ledger: Ledger
    let plan: String
    let context: ReadingContext
    let digest: ContextDigest
    let jobs: Int
    /// Where in the requests each reading is asked for.
    private let places: [Key: [Int]]
    private let count: Int

    /// The number of records beyond which a reading is not kept: SQLite takes no value of a gigabyte,
    /// and a file of that size is an exception that may be read each night.
    private static let mostRecords = 4_000_000

    /// What a reading is kept under, besides its context.
    private struct Key: Hashable {
        var sha256: String
        var path: String
    }

    /// A store for the readings of files asked for, in a context.
    init(
        ledger: Ledger,
        plan: String,
        context: ReadingContext,
        digest: ContextDigest,
        jobs: Int,
        requests: [FileIntake.Request]
    ) {
        self.ledger = ledger
        self.plan = plan
        self.context = context
        self.digest = digest
        self.jobs = jobs
        count = requests.count
        var places: [Key: [Int]] = [:]
        places.reserveCapacity(requests.count)
        for (place, request) in requests.enumerated() {
            places[Key(sha256: request.sha256, path: request.path), default: []].append(place)
        }
        self.places = places
    }

    /// The readings that are kept, in the order of the requests; nil for a file that is to be read.
    ///
    /// One that cannot be made out is none: its file is read again.
    func readings() async throws(PipelineError) -> [HeldReading?] {
        var readings = [HeldReading?](repeating: nil, count: count)
        var failure: LedgerError?
        await withTaskGroup(of: [(places: [Int], reading: HeldReading)].self) { group in
            var last: Int64 = 0
            var inFlight = 0
            func take(_ found: [(places: [Int], reading: HeldReading)]) {
                for (places, reading) in found {
                    for place in places { readings[place] = reading }
                }
            }
            do throws(LedgerError) {
                // The ledger gives the next while the others are made out.
                while let next = try ledger.readings(plan: plan, context: digest.text, after: last)
                {
                    last = next.last
                    if inFlight > jobs, let found = await group.next() {
                        take(found)
                        inFlight -= 1
                    }
                    group.addTask {
                        next.readings.compactMap { kept in
                            let key = Key(sha256: kept.sha256, path: kept.path)
                            guard let places = places[key],
                                let reading = StoredReading.reading(
                                    of: kept.reading,
                                    context: context
                                )
                            else { return nil }
                            return (places, HeldReading(reading))
                        }
                    }
                    inFlight += 1
                }
            } catch {
                failure = error
            }
            for await found in group { take(found) }
        }
        if let failure { throw PipelineError(failure) }
        return readings
    }

    /// Keeps the readings of files that were read now.
    ///
    /// It comes before anything is published: where the ledger cannot be written, the run fails.
    func keep(
        _ readings: [(sha256: String, held: HeldReading)]
    ) throws(PipelineError) {
        try PipelineError.wrapping { () throws(LedgerError) in
            if readings.isEmpty,
                try ledger.isLastUsed(plan: plan, context: digest.text)
            {
                return
            }
            let kept = readings.lazy.filter { $0.held.records <= ReadingStore.mostRecords }.map {
                KeptReading(
                    sha256: $0.sha256,
                    path: $0.held.path,
                    reading: StoredReading.bytes(of: $0.held.reading)
                )
            }
            try ledger.keep(
                kept,
                plan: plan,
                context: digest.text,
                asked: places.count,
                isAsked: { places[Key(sha256: $0, path: $1)] != nil }
            )
        }
    }
}
