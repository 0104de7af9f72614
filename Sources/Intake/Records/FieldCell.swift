internal import Plans

/// What reading a cell has to know of its field; the field itself is looked up for messages only,
/// because copying it costs more than reading the cell.
struct FieldCell {
    /// The index of the field in its form.
    let field: Int
    /// The file's column; -1 where a column of several subjects gives the value.
    let column: Int
    let type: FieldType
    let isRequired: Bool
    /// What a number counts, where other fields of the form count the same of others.
    let subject: Subject?
    /// Whether a year is asked for that many write with its day: `Năm sinh` (domain.md 2.4).
    let isBirthYear: Bool
    /// Whether a row cannot do without what the cell says: the field is required or tells records apart.
    let isTelling: Bool
    /// What a lone dash says in the cell.
    let dash: Dash

    enum Dash {
        /// No more than itself.
        case text
        /// That nothing is known or nothing applies.
        case blank
        /// That there is none: 0 (domain.md 2.7).
        case zero
    }
}
