import Intake
import Model

/// All that goes on from a file into the figures, in a form that can be compared and shown.
struct ReadingSummary: Sendable {
    var form: Int?
    var isAccepted: Bool
    /// One text a record, in the order of the file, with everything but its line.
    var records: [String]
    /// The same with texts folded: capitals, blanks and invisible characters make no difference.
    var folded: [String]
    /// The codes of the rows that were rejected.
    var rejected: [String]
    var placement: Placement
    var mentionsOthers: Bool
    var errors: [String]
    var codes: Set<String>

    init(_ reading: FileReading) {
        form = reading.form
        isAccepted = reading.isAccepted
        rejected = reading.rejected.map(\.code.rawValue)
        placement = reading.placement
        mentionsOthers = reading.mentionsOthers
        errors = reading.findings.filter { $0.severity == .error }.map(\.code.rawValue)
        codes = Set(reading.findings.map(\.code.rawValue))
        records = []
        folded = []
        for batch in reading.batches {
            for record in 0..<batch.count {
                let base = ReadingSummary.identity(batch, record)
                var exact = base
                var folding = base
                for field in batch.columns.indices where !batch.isBlank(field, record) {
                    let (value, folded) = ReadingSummary.value(batch, field, record)
                    exact += " \(field)=\(value)"
                    folding += " \(field)=\(folded)"
                }
                records.append(exact)
                folded.append(folding)
            }
        }
    }

    /// Several files as one: rows that were handed in apart.
    init(joining parts: [ReadingSummary]) {
        self = parts[0]
        for part in parts.dropFirst() {
            isAccepted = isAccepted && part.isAccepted
            records += part.records
            folded += part.folded
            rejected += part.rejected
            placement.formUnion(part.placement)
            mentionsOthers = mentionsOthers || part.mentionsOthers
            errors += part.errors
            codes.formUnion(part.codes)
        }
    }

    private static func identity(_ batch: RecordBatch, _ record: Int) -> String {
        var text = "unit \(batch.units[record]) period "
        text += batch.explicitPeriod(record)?.id ?? "-"
        text += " day \(batch.days[record]) key \(batch.identities.keys[record])"
        if !batch.identities.works.isEmpty { text += " work \(batch.identities.works[record])" }
        let authors = batch.authors(of: record)
        if !authors.isEmpty { text += " authors \(Array(authors))" }
        return text
    }

    private static func value(
        _ batch: RecordBatch,
        _ field: Int,
        _ record: Int
    ) -> (exact: String, folded: String) {
        switch batch.columns[field] {
        case .absent: return ("", "")
        case .integers(let values): return same("\(values[record])")
        case .decimals:
            return same(batch.number(field, record).map { "\($0)" } ?? "")
        case .days(let values): return same("day \(values[record])")
        case .codes(let values): return same("code \(values[record])")
        case .periods: return same(batch.period(field, record)?.id ?? "")
        case .texts:
            let text = batch.text(field, record)
            // Bytes, for two forms of one letter are equal as texts.
            return (
                Array(text.utf8).map { String($0, radix: 16) }.joined(),
                "‹\(String(decoding: Fold.key(text), as: UTF8.self))›"
            )
        case .filled(let values): return same("\(values[record] == 1)")
        }
    }

    private static func same(_ text: String) -> (String, String) { (text, text) }
}
