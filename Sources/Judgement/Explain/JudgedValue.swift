package import Model

/// A value that a rule was held against.
package struct JudgedValue: Hashable, Sendable {
    /// Nil for no data.
    package var value: Quantity?
    /// The value of what was in time; the same as `value` where nothing is due.
    package var inTime: Quantity?
}
