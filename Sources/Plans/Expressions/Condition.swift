package import Model

/// A condition over one record, the `where` of a measure.
///
/// Comparisons with a blank are false (CONTRACT §11.20).
package indirect enum Condition: Hashable, Sendable {
    case compare(FieldReference, Comparison, Literal)
    case oneOf(FieldReference, [Literal])
    case within(FieldReference, DateSpan)
    case isEmpty(FieldReference)
    case isSet(FieldReference)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)

    /// The fields it looks at.
    package var fields: Set<FieldReference> {
        switch self {
        case .compare(let field, _, _), .oneOf(let field, _), .within(let field, _),
            .isEmpty(let field), .isSet(let field):
            [field]
        case .and(let a, let b), .or(let a, let b): a.fields.union(b.fields)
        case .not(let inner): inner.fields
        }
    }
}
