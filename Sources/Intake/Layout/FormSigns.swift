internal import Model
internal import Plans

/// What tells a form by the fields that a header names, worked out once for all headers.
final class FormSigns: Sendable {
    /// Where its fields stand among those of all forms, one form's behind the other's.
    let fields: Range<Int>
    /// For each field whether every form has it, so that it tells none from the others.
    let isCommon: [Bool]
    /// The fields that no row may leave blank, the unit aside: it may come from elsewhere.
    let required: [Int]
    /// The field that names the period of a row, which may come from elsewhere as well.
    private let period: Int?
    /// For each enum field, the folded codes and labels and the values they stand for.
    let codes: [[[UInt8]: Int]]

    /// `first` is where its fields stand.
    init(_ form: Form, first: Int) {
        fields = first..<(first + form.fields.count)
        let common = [form.unitField, form.periodField, form.index(of: "note")]
        isCommon = form.fields.indices.map { common.contains($0) }
        period = form.periodField
        required = form.fields.indices.filter {
            form.fields[$0].isRequired && form.fields[$0].code != "unit"
        }
        codes = form.fields.map { field in
            var table: [[UInt8]: Int] = [:]
            for (index, value) in field.values.enumerated() {
                for name in [value.code] + value.labels {
                    let key = Fold.key(name)
                    if table[key] == nil { table[key] = index }
                }
            }
            return table
        }
    }

    /// How well fields tell the form from the others, by whether each of all forms is known; nil
    /// where they are not enough.
    func score(_ isKnown: [Bool]) -> Int? {
        var (known, telling) = (0, 0)
        for (field, place) in fields.enumerated() where isKnown[place] {
            known += 1
            if !isCommon[field] { telling += 1 }
        }
        let missing = required.count { !isKnown[fields.lowerBound + $0] }
        let lacksPeriod = period.map { !isKnown[fields.lowerBound + $0] } ?? false
        guard telling >= 2 || (telling == 1 && missing == 0) else { return nil }
        // A missing required column speaks louder against a form than one more match for it; of
        // forms that have all columns the one that asks for more of them is meant.
        return known * 16 - missing * 24 + (required.count - missing) - (lacksPeriod ? 1 : 0)
    }

    /// The same for a few fields of the form.
    func score(_ known: Set<Int>) -> Int? {
        var isKnown = [Bool](repeating: false, count: fields.upperBound)
        for field in known { isKnown[fields.lowerBound + field] = true }
        return score(isKnown)
    }
}
