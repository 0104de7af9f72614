internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// Finds what was handed in about units and did not become records of some forms.
struct LeavingsFinder {
    /// By unit.
    private var leavings: [Int: Leavings] = [:]
    /// Rejected rows that no unit can be named for.
    private(set) var strayRows: [RowTrace] = []

    init(_ judgement: Judgement, forms: Set<Int>, voided: [VoidedFile]) {
        let files = judgement.records.collection.files
        let inPathOrder = files.indices.sorted {
            files[$0].path.utf8.lexicographicallyPrecedes(files[$1].path.utf8)
        }
        for index in inPathOrder {
            let reading = files[index].reading
            let place = reading.place
            let isConcerned = reading.form.map(forms.contains) ?? true
            if !reading.isAccepted, isConcerned, let unit = place.submitter ?? place.namedUnit {
                leavings[unit, default: Leavings()].refusedFiles.append(index)
            }
            guard reading.form.map(forms.contains) == true, !reading.rejected.isEmpty else {
                continue
            }
            var faults: [Int: Finding] = [:]
            for finding in reading.findings where finding.severity == .error {
                if let row = finding.row, faults[row] == nil { faults[row] = finding }
            }
            for row in reading.rejected {
                let trace = RowTrace(file: index, row: row, finding: faults[row.line])
                if let unit = row.unit ?? place.submitter ?? place.namedUnit {
                    leavings[unit, default: Leavings()].rows.append(trace)
                } else {
                    strayRows.append(trace)
                }
            }
        }
        for file in voided {
            let place = FilePlace(path: file.path, context: judgement.records.context)
            guard let unit = place.submitter ?? place.namedUnit else { continue }
            leavings[unit, default: Leavings()].voided.append(file)
        }
    }

    /// What units left behind, together.
    func leavings(of units: [Int]) -> Leavings {
        var found = Leavings()
        for unit in units {
            guard let own = leavings[unit] else { continue }
            found.rows += own.rows
            found.refusedFiles += own.refusedFiles
            found.voided += own.voided
        }
        return found
    }
}
