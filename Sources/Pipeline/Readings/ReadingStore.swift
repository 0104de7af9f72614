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
    private let places: [ReadingKey: [Int]]
    private let count: Int

    /// The number of records beyond which a reading is not kept: SQLite takes no value of a gigabyte,
    /// and a file of that size is an exception that may be read each night.
    private static let mostRecords = 4_000_000

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
        var places: [ReadingKey: [Int]] = [:]
        places.reserveCapacity(requests.count)
        for (place, request) in requests.enumerated() {
            places[ReadingKey(sha256: request.sha256, path: request.path), default: []].append(
                place
            )
        }
        self.places = places
    }

    /// The readings that are kept, in the order of the requests; nil for a file that is to be read.
    ///
    /// `ahead` has them already where it was begun for this context.
    func readings(ahead: ReadAhead?) async throws(PipelineError) -> [HeldReading?] {
        var readings = [HeldReading?](repeating: nil, count: count)
        let kept: [(key: ReadingKey, held: HeldReading)]
        if let ahead, ahead.digest == digest.text, let made = await ahead.readings() {
            kept = made
        } else {
            let loader = ReadingLoader(
                ledger: ledger,
                plan: plan,
                context: context,
                digest: digest.text,
                jobs: jobs
            )
            do throws(LedgerError) {
                kept = try await loader.readings { places[$0] != nil }
            } catch {
                throw PipelineError(error)
            }
        }
        for (key, held) in kept { place(held, key, in: &readings) }
        return readings
    }

    /// Puts a reading wherever it is asked for.
    func place(_ held: HeldReading, _ key: ReadingKey, in readings: inout [HeldReading?]) {
        for place in places[key] ?? [] { readings[place] = held }
    }

    /// Whether a request is the first of those that ask for the same version of the same file.
    func isFirst(_ place: Int, _ request: FileIntake.Request) -> Bool {
        places[ReadingKey(sha256: request.sha256, path: request.path)]?.first == place
    }

    /// Keeps the readings of files that were read now.
    ///
    /// It comes before anything is published: where the ledger cannot be written, the run fails.
    func keep(_ readings: [(key: ReadingKey, held: HeldReading)]) throws(PipelineError) {
        try PipelineError.wrapping { () throws(LedgerError) in
            if readings.isEmpty,
                try ledger.isLastUsed(plan: plan, context: digest.text)
            {
                return
            }
            let kept = readings.lazy.filter { $0.held.records <= ReadingStore.mostRecords }.map {
                KeptReading(
                    sha256: $0.key.sha256,
                    path: $0.key.path,
                    reading: StoredReading.bytes(of: $0.held.reading)
                )
            }
            try ledger.keep(
                kept,
                plan: plan,
                context: digest.text,
                asked: places.count,
                isAsked: { places[ReadingKey(sha256: $0, path: $1)] != nil }
            )
        }
    }
}
