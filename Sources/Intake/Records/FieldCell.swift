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
    /// What the field bears out a statement with; nil where it is a statement itself.
    let evidence: Evidence?
}
