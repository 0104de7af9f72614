import Intake
import Model

/// What is counted of readings when they are made, to be counted again where they have arrived.
///
/// Tallies add up in any order to the same. Sums go round beyond 64 bits: they are compared, not
/// read.
struct ReadingTally: Hashable, Sendable {
    /// Bytes of the files that were read.
    var bytes = 0
    /// Rows of data, good and rejected.
    var rows = 0
    var lines = LineCounts()
    /// By the index of the form.
    var forms: [Int: FormTally] = [:]

    /// What the records of one form come to.
    struct FormTally: Hashable, Sendable {
        var records = 0
        /// The sum of all whole numbers and of the digits of all decimals in the records.
        var numbers: Int64 = 0
        /// The sum of the records' keys.
        var keys: UInt64 = 0
    }

    init() {}

    init(of reading: FileReading) {
        bytes = reading.bytes
        rows = reading.rows
        lines = reading.lines
        for batch in reading.batches { forms[batch.form, default: FormTally()].add(batch) }
    }

    /// Records that are counted, of all forms.
    var records: Int { forms.values.reduce(0) { $0 &+ $1.records } }

    static func += (a: inout ReadingTally, b: ReadingTally) {
        a.bytes &+= b.bytes
        a.rows &+= b.rows
        a.lines.header &+= b.lines.header
        a.lines.layout &+= b.lines.layout
        a.lines.counted &+= b.lines.counted
        a.lines.rejected &+= b.lines.rejected
        a.lines.blank &+= b.lines.blank
        for (form, tally) in b.forms { a.forms[form, default: FormTally()].add(tally) }
    }
}

extension ReadingTally.FormTally {
    fileprivate mutating func add(_ other: Self) {
        records &+= other.records
        numbers &+= other.numbers
        keys &+= other.keys
    }

    fileprivate mutating func add(_ batch: RecordBatch) {
        records &+= batch.count
        for key in batch.identities.keys { keys &+= key.high ^ key.low }
        for column in batch.columns {
            switch column {
            case .integers(let values), .decimals(let values, _):
                for value in values { numbers &+= value }
            default: break
            }
        }
    }
}
