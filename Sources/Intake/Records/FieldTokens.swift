/// What the tokens that stand for no content (domain.md 2.7) come to in a field.
///
/// Apart from ``FieldCell``, which goes along with each cell: few cells hold a token.
struct FieldTokens {
    /// Whether a row has to fill the field in.
    let isRequired: Bool
    /// Whether a row cannot do without what the field says: it is required or tells records apart.
    let isTelling: Bool
    /// What a lone dash says.
    let dash: Dash
    /// What the field calls, by which it is known what is no name.
    let naming: Naming

    enum Naming {
        /// Nothing by which a record is known.
        case none
        /// Something that tells records apart, and may be missing.
        case key
        /// The authors of a work, who may be missing.
        case authors
        /// Whom the row has to name: a person, a collective.
        case name
        /// What a work or a document is called, which may be a number.
        case title
    }

    enum Dash {
        /// No more than itself.
        case text
        /// That nothing is known or nothing applies.
        case blank
        /// That there is none: 0.
        case zero
    }
}
