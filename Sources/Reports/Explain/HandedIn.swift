internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// What units handed in of one form: files with the rows that count and those that were rejected.
struct HandedIn {
    /// A unit's part in one file.
    struct Part {
        var file: SourceFile
        var counted: Int
        var rejected: Int
    }

    private struct Key: Hashable {
        var unit: Int
        var file: Int
    }

    private let records: RecordSet
    private var counted: [Key: Int] = [:]
    private var rejected: [Key: Int] = [:]
    /// By unit, files that were handed in but could not be taken: of this form, or of no known
    /// form.
    private(set) var refused: [Int: [SourceFile]] = [:]

    init(_ judgement: Judgement, form: Int) {
        records = judgement.records
        for resolved in records.forms[form] {
            let units = resolved.batch.units.numbers
            for run in resolved.runs {
                for record in run.records where resolved.counts[record] {
                    counted[Key(unit: Int(units[record]), file: run.file), default: 0] += 1
                }
            }
        }
        for (index, file) in records.collection.files.enumerated() {
            let held = file.held
            let sender = held.place.submitter ?? held.place.namedUnit
            if held.form == form, held.hasRejected {
                for row in held.reading.rejected {
                    guard let unit = row.unit ?? sender else { continue }
                    rejected[Key(unit: unit, file: index), default: 0] += 1
                }
            }
            if !held.isAccepted, held.form == nil || held.form == form, let sender {
                refused[sender, default: []].append(file)
            }
        }
    }

    /// A unit's part in some files, in the order of receipt.
    func parts(_ unit: Int, in files: [Int]) -> [Part] {
        files.map { index in
            let key = Key(unit: unit, file: index)
            return Part(
                file: records.collection.files[index],
                counted: counted[key] ?? 0,
                rejected: rejected[key] ?? 0
            )
        }
    }

    /// Rejected rows of a unit in whatever file, also where none of its rows counts.
    func rejectedRows(of unit: Int) -> Int {
        rejected.reduce(0) { $0 + ($1.key.unit == unit ? $1.value : 0) }
    }
}
