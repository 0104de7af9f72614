/// A number taken from the records of one form.
package struct Aggregate: Hashable, Sendable {
    /// How many values become one.
    package enum Function: String, Hashable, Sendable, CaseIterable {
        case count, sum, distinct, min, max
    }

    /// How the values become one.
    package var function: Function
    /// The index of the form in the catalogue.
    package var form: Int
    /// The index of the field; nil for `count`.
    package var field: Int?
    /// What records must satisfy (`where`); nil for all of them.
    package var condition: Condition?
}
