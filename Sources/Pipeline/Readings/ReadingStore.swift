import Intake
import LedgerStore
import Model

/// The readings that the ledger keeps: a file whose bytes, place and context are those of an
/// earlier night is not read again.
struct ReadingStore: Sendable {
    let ledger: Ledger
    let plan: String
    let context: ReadingContext
    let digest: ContextDigest
    /// Where each reading is asked for.
    private let places: [ReadingKey: Places]
    private let count: Int
    /// What the ledger kept before this night.
    private var packs: [LoadedPack] = []

    /// Nearly every reading is asked for once: that takes no list.
    private struct Places {
        let first: Int
        var others: [Int] = []

        init(first: Int) { self.first = first }

        mutating func add(_ place: Int) { if place != first { others.append(place) } }

        func forEach(_ body: (Int) -> Void) {
            body(first)
            for place in others { body(place) }
        }
    }

    /// The number of files up to which readings that nobody asks for stay: they may be asked for
    /// again.
    private static let fewFiles = 1000
    /// The number of small packs from which they are brought together.
    private static let manyPacks = 8

    /// A store for the readings of files asked for, in a context.
    init(
        ledger: Ledger,
        plan: String,
        context: ReadingContext,
        digest: ContextDigest,
        asked keys: [ReadingKey]
    ) {
        self.ledger = ledger
        self.plan = plan
        self.context = context
        self.digest = digest
        count = keys.count
        var places: [ReadingKey: Places] = [:]
        places.reserveCapacity(keys.count)
        for (place, key) in keys.enumerated() {
            places[key, default: Places(first: place)].add(place)
        }
        self.places = places
    }

    /// The readings that are kept, in the order in which they are asked for; nil for a file that is
    /// to be read.
    ///
    /// `ahead` has them already where it was begun for this context.
    mutating func readings(ahead: ReadAhead?) async throws(PipelineError) -> [HeldReading?] {
        var readings = [HeldReading?](repeating: nil, count: count)
        if let ahead, ahead.digest == digest.text, let made = await ahead.packs() {
            packs = made
        } else {
            let loader = ReadingLoader(
                ledger: ledger,
                plan: plan,
                context: context,
                digest: digest.text
            )
            packs = try PipelineError.wrapping { () throws(LedgerError) in try loader.packs() }
        }
        // Looked up on all cores, pack by pack, and put down in their order.
        let found = concurrentMap(packs) { [places] pack in
            (pack.pack?.files ?? []).map { places[$0.key] }
        }
        for (pack, places) in zip(packs, found) {
            for (file, places) in zip(pack.pack?.files ?? [], places) {
                places?.forEach { readings[$0] = file.held }
            }
        }
        return readings
    }

    /// Puts readings wherever they are asked for.
    func place(_ pack: ReadingPack?, in readings: inout [HeldReading?]) {
        for file in pack?.files ?? [] { places[file.key]?.forEach { readings[$0] = file.held } }
    }

    /// Where a reading is first asked for.
    func firstPlace(of key: ReadingKey) -> Int? { places[key]?.first }

    /// Keeps the readings of files that were read now.
    fileprivate func keep(_ read: [ReadingPack]) throws(PipelineError) {
        let (packs, replaced) = arranged(read)
        try PipelineError.wrapping { () throws(LedgerError) in
            if packs.isEmpty, replaced.isEmpty,
                try ledger.isLastUsed(plan: plan, context: digest.text)
            {
                return
            }
            try ledger.keep(
                packs.lazy.flatMap(\.pieces).map(\.bytes),
                insteadOf: replaced,
                plan: plan,
                context: digest.text
            )
        }
    }

    /// The packs to be kept beside those that are there, and those that they take the place of.
    private func arranged(
        _ new: [ReadingPack]
    ) -> (packs: [ReadingPack], insteadOf: [Int64]) {
        let known = packs.reduce(0) { $0 + ($1.pack?.files.count ?? 0) }
        let total = known + new.reduce(0) { $0 + $1.files.count }
        if total > ReadingStore.fewFiles, total / 2 > places.count {
            let asked = (packs.compactMap(\.pack) + new).flatMap(\.files).filter {
                places[$0.key] != nil
            }
            return (ReadingPack.packs(of: asked, context), packs.flatMap(\.numbers))
        }
        let damaged = packs.filter { $0.pack == nil }.flatMap(\.numbers)
        let small = packs.filter { $0.pack?.isSmall == true }
        guard small.count >= ReadingStore.manyPacks, !new.isEmpty else { return (new, damaged) }
        let files = (small.compactMap(\.pack) + new).flatMap(\.files)
        return (ReadingPack.packs(of: files, context), damaged + small.flatMap(\.numbers))
    }
}

/// The readings that a night made itself, to be kept in the ledger.
struct NewReadings: Sendable {
    let packs: [ReadingPack]
    let store: ReadingStore

    /// Keeps them, and says how that went.
    ///
    /// Nothing is published before: where the ledger cannot be written, the run fails.
    func kept() -> Result<Void, PipelineError> {
        Result { () throws(PipelineError) in try store.keep(packs) }
    }
}

extension ReadingPack.File {
    /// What the reading is kept under.
    var key: ReadingKey { ReadingKey(sha256: sha256, path: held.place.path) }
}
