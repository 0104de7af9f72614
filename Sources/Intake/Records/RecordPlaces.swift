/// Where the records of a block stand and what they are about, one row after the other, until all
/// of them are known and each column can be packed.
struct RecordPlaces {
    var units: [Int32] = []
    var periods: [Int32] = []
    var days: [Int32] = []
    var lines: [UInt32] = []
    var authorEnds: [UInt32] = []

    init(reserving rows: Int, isContest: Bool) {
        units.reserveCapacity(rows)
        periods.reserveCapacity(rows)
        days.reserveCapacity(rows)
        lines.reserveCapacity(rows)
        if isContest { authorEnds.reserveCapacity(rows) }
    }
}

extension RecordBatch {
    /// Makes room for the identities of the records of a block.
    mutating func reserve(_ rows: Int, isContest: Bool) {
        identities.held.keys.reserveCapacity(rows)
        guard isContest else { return }
        identities.held.works.reserveCapacity(rows)
        identities.held.titles.reserveCapacity(rows)
        identities.held.bylines.reserveCapacity(rows)
        authors.reserveCapacity(rows + rows / 4)
    }

    /// Takes over the places of all records, and gives back the room that was not needed.
    mutating func take(_ places: RecordPlaces) {
        units = PackedColumn(places.units)
        periods = PackedColumn(places.periods)
        days = PackedColumn(places.days)
        lines = PackedColumn(places.lines)
        authorEnds = PackedColumn(places.authorEnds)
        authors = authors.fitting
        identities.held.fit()
    }
}

extension Array {
    /// The elements without more room than they take, where that is worth a copy.
    var fitting: [Element] {
        guard capacity - count > count / 32 else { return self }
        var fitting: [Element] = []
        fitting.reserveCapacity(count)
        fitting += self
        return fitting
    }
}
