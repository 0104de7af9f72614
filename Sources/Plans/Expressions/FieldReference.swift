/// A field that a condition looks at.
package enum FieldReference: Hashable, Sendable {
    /// A column of the form, by index.
    case column(Int)
    /// The computed validity of a contest entry (CONTRACT §11.7).
    case validity
}
