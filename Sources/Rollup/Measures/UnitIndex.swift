internal import Intake
internal import Model

/// Which records of a form are about which unit, for questions about a few units.
package struct UnitIndex: Sendable {
    /// A record by its batch and its place there.
    package struct Place: Sendable {
        /// The index of the batch among those of the form.
        package let batch: Int32
        /// The index of the record in the batch.
        package let record: Int32
    }

    /// By unit, one behind the other; within a unit in the order of the records.
    private let places: [Place]
    /// For each unit where its records end.
    private let ends: [Int]

    /// Goes through the records of a form once.
    package init(_ records: RecordSet, form: Int) {
        var starts = [Int](repeating: 0, count: records.context.roster.units.count + 1)
        for resolved in records.forms[form] {
            for unit in resolved.held.batch.units.numbers { starts[Int(unit) + 1] += 1 }
        }
        for unit in starts.indices.dropFirst() { starts[unit] += starts[unit - 1] }
        var places = [Place](repeating: Place(batch: 0, record: 0), count: starts.last ?? 0)
        for (batch, resolved) in records.forms[form].enumerated() {
            for (record, unit) in resolved.held.batch.units.numbers.enumerated() {
                places[starts[Int(unit)]] = Place(batch: Int32(batch), record: Int32(record))
                starts[Int(unit)] += 1
            }
        }
        self.places = places
        ends = starts
    }

    /// The records that are about a unit.
    package func places(of unit: Int) -> ArraySlice<Place> {
        places[(unit == 0 ? 0 : ends[unit - 1])..<ends[unit]]
    }
}
