internal import Intake
internal import Model
internal import Plans

/// Records under the name of a unit for a time after it was merged into another as a whole.
///
/// They count for the successor (CONTRACT §11.4), but they are not versions of what the successor
/// says of itself: "the one received last counts" (§2) is about one sender's versions. Of those one
/// may have a date before the merger and the next one behind it.
extension RecordSet {
    /// What stands against a record under the name of a merged unit.
    package enum Standing: Hashable, Sendable {
        /// A later record of the same key under the same name, or one that may stand for it.
        case replaced(by: RecordPlace)
        /// The successor's own record of the same key.
        case own(RecordPlace)
        /// Records of the same key under other names: nothing says which one is the successor's.
        case disputed([RecordPlace])
    }

    /// The keys that a record under the name of a merged unit shares with what the successor and
    /// other units merged into it say.
    ///
    /// Not that of a contest entry with an id: its number is its sender's, which no one else speaks
    /// of.
    func inheritedKeys(_ form: Int) -> Set<Digest> {
        let definition = context.plan.forms.forms[form]
        let number = definition.isContest ? definition.index(of: "entry_id") : nil
        var keys: Set<Digest> = []
        for resolved in forms[form] {
            let batch = resolved.held.batch
            for index in stride(from: 0, to: batch.inherited.count, by: 2) {
                let record = Int(batch.inherited[index])
                if let number, !batch.isBlank(number, record) { continue }
                keys.insert(batch.identities.key(of: record))
            }
        }
        return keys
    }

    /// Puts a record under the name of a merged unit in the place of what that unit said of the
    /// same thing for a time before the merger, or the other way round, whichever came last.
    mutating func resolveSenders(_ form: Int, _ kinds: inout [Replacement: FindingKind]) {
        var senders: Set<Digest> = []
        for resolved in forms[form] { senders.formUnion(resolved.held.batch.inheritedKeys) }
        guard !senders.isEmpty else { return }
        // In the order in which later ones replace earlier ones.
        var versions: [Digest: [RecordPlace]] = [:]
        var order: [Digest] = []
        // What one key resolves needs no other.
        var first: [Digest: Digest] = [:]
        var isAcross: Set<Digest> = []
        for (batch, resolved) in forms[form].enumerated() {
            let held = resolved.held.batch
            let known = held.identities.keys
            var next = 0
            for record in known.indices where resolved.counts[record] {
                while next < held.inheritedKeys.count, held.inherited[next * 2] < record {
                    next += 1
                }
                let isInherited =
                    next < held.inheritedKeys.count && held.inherited[next * 2] == record
                let key = isInherited ? held.inheritedKeys[next] : known[record]
                guard isInherited || senders.contains(key) else { continue }
                if let first = first[key] {
                    if first != known[record] { isAcross.insert(key) }
                } else {
                    first[key] = known[record]
                    order.append(key)
                }
                versions[key, default: []].append(
                    RecordPlace(form: form, batch: batch, record: record)
                )
            }
        }
        for key in order where isAcross.contains(key) { replaceInTurn(versions[key] ?? [], &kinds) }
    }

    /// Decides between the records of each key that one under the name of a merged unit has.
    mutating func resolveInherited(
        _ form: Int,
        _ keys: Set<Digest>,
        _ kinds: inout [Replacement: FindingKind]
    ) {
        guard !keys.isEmpty else { return }
        var rivals: [Digest: [RecordPlace]] = [:]
        var order: [Digest] = []
        for (batch, resolved) in forms[form].enumerated() {
            let known = resolved.held.batch.identities.keys
            for record in known.indices
            where resolved.counts[record] && keys.contains(known[record]) {
                if rivals[known[record]] == nil { order.append(known[record]) }
                rivals[known[record], default: []].append(
                    RecordPlace(form: form, batch: batch, record: record)
                )
            }
        }
        for key in order {
            guard let places = rivals[key], places.count > 1 else { continue }
            decide(places, &kinds)
        }
    }

    /// Decides between records of one key, in the order in which later ones replace earlier ones.
    private mutating func decide(
        _ places: [RecordPlace],
        _ kinds: inout [Replacement: FindingKind]
    ) {
        let own = places.filter { writtenUnit($0) == nil }
        let others = places.filter { writtenUnit($0) != nil }
        if let last = own.last {
            replaceInTurn(own, &kinds)
            for place in others { setAside(place, .own(last)) }
            return
        }
        let names = Set(others.compactMap(writtenUnit))
        guard names.count > 1, isStatement(others[0].form) else {
            return replaceInTurn(others, &kinds)
        }
        // The last version of each name, in the order of files.
        let versions = Dictionary(grouping: others, by: writtenUnit)
        let last = others.filter { versions[writtenUnit($0)]?.last == $0 }
        for name in names.sorted() { replaceInTurn(versions[name] ?? [], &kinds) }
        for place in last { setAside(place, .disputed(last.filter { $0 != place })) }
    }

    /// Whether the key of a form's records is no more than who says something of which time: two
    /// such records may speak of two things, whereas the key of a register names the thing itself.
    private func isStatement(_ form: Int) -> Bool {
        let definition = context.plan.forms.forms[form]
        return definition.isPeriodicReport || definition.id == "indicator_result"
    }

    private mutating func replaceInTurn(
        _ places: [RecordPlace],
        _ kinds: inout [Replacement: FindingKind]
    ) {
        for (before, after) in zip(places, places.dropFirst()) {
            replace(before, by: after, &kinds)
            standings[before] = .replaced(by: after)
        }
    }

    private mutating func setAside(_ place: RecordPlace, _ standing: Standing) {
        forms[place.form][place.batch].counts[place.record] = false
        standings[place] = standing
        reportSetAside(place, standing)
    }

    /// The unit whose name a record bears, where that is not the one that it counts for.
    package func writtenUnit(_ place: RecordPlace) -> Int? {
        forms[place.form][place.batch].held.batch.writtenUnit(place.record)
    }

    /// The keys of some records, each with the name that it was sent under: a report is dated by
    /// its own sender's first receipt.
    static func senderKeys(_ stretch: RecordStretch) -> ArraySlice<Digest> {
        let batch = stretch.held.batch
        var keys = batch.identities.keys(of: stretch.records)
        for index in stride(from: 0, to: batch.inherited.count, by: 2) {
            let record = Int(batch.inherited[index])
            guard stretch.records.contains(record) else { continue }
            var hasher = DigestHasher()
            hasher.add(Int64(bitPattern: keys[record].high))
            hasher.add(Int64(bitPattern: keys[record].low))
            hasher.add(Int64(batch.inherited[index + 1]))
            keys[record] = hasher.finish()
        }
        return keys
    }
}
