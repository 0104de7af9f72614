package import Model

/// What a record's field is compared with, already of the field's type.
package enum Literal: Hashable, Sendable {
    case number(Quantity)
    /// The index of an enum's value.
    case code(Int)
    case yesNo(Bool)
    case day(Day)
    case period(Period)
    /// Folded text.
    case text([UInt8])
}
