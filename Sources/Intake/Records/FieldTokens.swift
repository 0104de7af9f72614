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

    enum Dash {
        /// No more than itself.
        case text
        /// That nothing is known or nothing applies.
        case blank
        /// That there is none: 0.
        case zero
    }
}
