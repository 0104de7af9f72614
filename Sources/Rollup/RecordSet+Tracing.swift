internal import Intake
package import Model
internal import Plans

/// What tracing a figure to its records asks for, worked out when it is asked and not before.
extension RecordSet {
    /// The records of a form that are about some units, by unit and in the order of files.
    package func places(_ form: Int, of units: Set<Int>) -> [Int: [RecordPlace]] {
        var places: [Int: [RecordPlace]] = [:]
        for (index, resolved) in forms[form].enumerated() {
            for (record, unit) in resolved.batch.units.enumerated()
            where units.contains(Int(unit)) {
                places[Int(unit), default: []].append(
                    RecordPlace(form: form, batch: index, record: record)
                )
            }
        }
        return places
    }

    /// For the key of each record of a form, the record that stands for it in the end.
    package func standing(_ form: Int) -> [Digest: RecordPlace] {
        var standing: [Digest: RecordPlace] = [:]
        for (index, resolved) in forms[form].enumerated() {
            for (record, key) in resolved.batch.identities.keys.enumerated() {
                let place = RecordPlace(form: form, batch: index, record: record)
                if standings[place] == nil { standing[key] = place }
            }
        }
        return standing
    }

    /// For each work and edition of a contest, the entry that is valid; the others are duplicates.
    package func validEntries(_ form: Int) -> [Work: RecordPlace] {
        var entries: [Work: RecordPlace] = [:]
        for (index, resolved) in forms[form].enumerated() {
            for record in resolved.faults.indices
            where resolved.counts[record] && resolved.faults[record] == .none {
                let place = RecordPlace(form: form, batch: index, record: record)
                if let work = work(place) { entries[work] = place }
            }
        }
        return entries
    }

    /// The title and authors of a contest entry and the edition that it takes part in.
    package struct Work: Hashable, Sendable {
        let digest: Digest
        let edition: Int16
    }

    /// The work of an entry; nil for a record of another form.
    package func work(_ place: RecordPlace) -> Work? {
        let resolved = forms[place.form][place.batch]
        guard !resolved.editions.isEmpty,
            let digest = resolved.held.batch.identities.work(of: place.record)
        else { return nil }
        return Work(digest: digest, edition: resolved.editions[place.record])
    }

    /// The file that a record came in.
    package func file(_ place: RecordPlace) -> SourceFile {
        collection.files[forms[place.form][place.batch].file(of: place.record)]
    }

    /// The physical line on which a record starts.
    package func line(_ place: RecordPlace) -> Int {
        Int(forms[place.form][place.batch].batch.lines[place.record])
    }
}
