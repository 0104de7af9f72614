internal import Model
internal import Plans

/// What tells a form by the fields that a header names, worked out once for all headers.
struct FormSigns: Sendable {
    /// How many fields the form has.
    let fields: Int
    /// For each field whether every form has it, so that it tells none from the others.
    let isCommon: [Bool]
    /// The fields that no row may leave blank, the unit aside: it may come from elsewhere.
    let required: [Int]
    /// For each enum field, the folded codes and labels and the values they stand for.
    let codes: [[[UInt8]: Int]]

    init(_ form: Form) {
        fields = form.fields.count
        let common = [form.unitField, form.periodField, form.index(of: "note")]
        isCommon = form.fields.indices.map { common.contains($0) }
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

    /// How well fields tell the form from the others, by whether each is known; nil where they are not
    /// enough.
    func score(_ isKnown: ArraySlice<Bool>) -> Int? {
        var (known, telling) = (0, 0)
        for (field, isKnown) in isKnown.enumerated() where isKnown {
            known += 1
            if !isCommon[field] { telling += 1 }
        }
        let missing = required.count { !isKnown[isKnown.startIndex + $0] }
        guard telling >= 2 || (telling == 1 && missing == 0) else { return nil }
        // A missing required column speaks louder against a form than one more match for it.
        return known * 4 - missing * 6
    }

    /// The same for a few fields.
    func score(_ fields: Set<Int>) -> Int? {
        score((0..<self.fields).map { fields.contains($0) }[...])
    }
}
