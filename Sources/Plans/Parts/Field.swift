internal import Model

/// A column of a form.
package struct Field: Hashable, Sendable {
    /// The English field code, such as `contest_entries`.
    package var code: String
    /// The official header.
    package var header: String
    /// Other headers that offices use.
    package var aliases: [String]
    /// What its cells mean.
    package var type: FieldType
    /// Whether it is part of what a record is known by.
    package var isKey: Bool
    /// Whether a row without it is rejected.
    package var isRequired: Bool
    /// Whether it says in which window a record falls: a date, and one of a form at most.
    package var isDating: Bool
    /// The values of an enum, in order; empty for other types.
    package var values: [EnumValue]

    /// How many values an enum has at most: a record keeps the index in one byte, of which one says
    /// blank.
    package static let mostValues = 255

    /// Takes over the headings of another field that it does not have itself.
    mutating func keepHeadings(of other: Field) {
        let own = Set(([header] + aliases).map(Fold.key))
        aliases += ([other.header] + other.aliases).filter { !own.contains(Fold.key($0)) }
    }

    /// The index of the value that a code or label names, compared folded.
    package func value(named text: String) -> Int? {
        let key = Fold.key(text)
        return values.firstIndex { value in
            Fold.key(value.code) == key || value.labels.contains { Fold.key($0) == key }
        }
    }
}
