internal import Intake
internal import Model

/// Records that another may be the same as in some respect, each beside what it would have in
/// common.
///
/// Held together, because those that tell the records of a large register from each other are not
/// in memory.
struct RepeatedRecords: Sendable {
    /// The numbers of the records among those of their form, in their order.
    private(set) var numbers: [Int32] = []
    private(set) var identities: [Digest] = []

    /// Takes the records of some numbers, in their order.
    ///
    /// `column` is asked for once a batch, `identity` for each record: what its element of the
    /// column comes to, or nil where nothing can be the same as it.
    init<Element>(
        _ numbers: [Int32],
        of batches: [ResolvedBatch],
        _ column: (borrowing RecordBatch) -> [Element],
        _ identity: (Element, ResolvedBatch, _ record: Int) -> Digest?
    ) {
        self.numbers.reserveCapacity(numbers.count)
        identities.reserveCapacity(numbers.count)
        var next = 0
        var base = 0
        for resolved in batches {
            let end = base + resolved.held.batch.count
            if next < numbers.count, Int(numbers[next]) < end {
                let elements = column(resolved.held.batch)
                while next < numbers.count, Int(numbers[next]) < end {
                    let record = Int(numbers[next]) - base
                    if let identity = identity(elements[record], resolved, record) {
                        self.numbers.append(numbers[next])
                        identities.append(identity)
                    }
                    next += 1
                }
            }
            base = end
        }
    }

    /// For those of one part, the numbers beside the first record with the same identity.
    func shared(in part: DigestTable.Part) -> SharedNumbers {
        var table = DigestTable(expecting: part.share)
        var shared = SharedNumbers()
        for (place, identity) in identities.enumerated() where part.holds(identity.high) {
            let first = table.first(identity, else: Int32(place)) { identities[Int($0)] }
            if first != place { shared.add(numbers[place], sharingWith: numbers[Int(first)]) }
        }
        return shared
    }

    /// The pairs of records of one part of which the second has the same identity as the first, the
    /// one next before it.
    func successions(in part: DigestTable.Part) -> [(old: Int32, new: Int32)] {
        var table = DigestTable(expecting: part.share)
        var successions: [(old: Int32, new: Int32)] = []
        for (place, identity) in identities.enumerated() where part.holds(identity.high) {
            let last = table.replace(identity, with: Int32(place)) { identities[Int($0)] }
            if let last { successions.append((numbers[Int(last)], numbers[place])) }
        }
        return successions
    }
}
