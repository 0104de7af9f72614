internal import Model

/// What a cell of a column means.
package enum FieldType: String, Hashable, Sendable, CaseIterable {
    case text
    case int
    case decimal
    case yesNo = "yes_no"
    case date
    case period
    case `enum`
    case url

    /// Whether cells are kept as text.
    package var isText: Bool { self == .text || self == .url }
    package var isNumber: Bool { self == .int || self == .decimal }
}

/// One value of an enum field: its code and the labels that a cell may hold.
package struct EnumValue: Hashable, Sendable {
    package var code: String
    /// The first is the one that reports print.
    package var labels: [String]
}

/// A column of a form.
package struct Field: Hashable, Sendable {
    /// The English field code, such as `contest_entries`.
    package var code: String
    /// The official header.
    package var header: String
    /// Other headers that offices use.
    package var aliases: [String]
    package var type: FieldType
    package var isKey: Bool
    package var isRequired: Bool
    package var isDating: Bool
    /// The values of an enum, in order; empty for other types.
    package var values: [EnumValue]

    /// How many values an enum has at most: a record keeps the index in one byte, of which one says blank.
    package static let mostValues = 255

    /// The index of the value that a code or label names, compared folded.
    package func value(named text: String) -> Int? {
        let key = Fold.key(text)
        return values.firstIndex { value in
            Fold.key(value.code) == key || value.labels.contains { Fold.key($0) == key }
        }
    }
}

/// A kind of CSV table (biểu): what its columns are called and mean.
package struct Form: Hashable, Sendable {
    package var id: String
    package var name: String
    package var fields: [Field]

    /// The index of a field by its code; nil for one that the form does not have.
    package func index(of code: String) -> Int? { fields.firstIndex { $0.code == code } }

    /// The field that says which unit a row is about.
    package var unitField: Int? { index(of: "unit") }

    /// The field that says which period a row is about: the key of type `period`.
    package var periodField: Int? { fields.firstIndex { $0.type == .period && $0.isKey } }

    /// The field that dates a record.
    package var datingField: Int? { fields.firstIndex(where: \.isDating) }

    /// Whether a record is a unit's report for a period and nothing else is in its key.
    ///
    /// Such forms may be read as `form.field` in a measure, and reports inside a window are summed
    /// (CONTRACT §4).
    package var isPeriodicReport: Bool {
        periodField != nil
            && fields.allSatisfy { !$0.isKey || $0.code == "unit" || $0.type == .period }
    }

    /// Whether the form is the contest register, whose `valid` is computed (CONTRACT §3).
    package var isContest: Bool { id == "contest_entry" }
}

/// All forms of a plan: the built-in ones with the plan's own fields, aliases and forms.
package struct FormCatalogue: Hashable, Sendable {
    package var forms: [Form]

    /// The index of a form by its id; nil for one that the catalogue does not have.
    package func index(of id: String) -> Int? { forms.firstIndex { $0.id == id } }
}
