/// What a cell of a column means.
package enum FieldType: String, Hashable, Sendable, CaseIterable {
    case text
    case int
    case decimal
    case yesNo = "yes_no"
    case date
    case period
    case `enum`
    case url

    /// Whether cells are kept as text.
    package var isText: Bool { self == .text || self == .url }
    /// Whether cells are kept as numbers that can be added up.
    package var isNumber: Bool { self == .int || self == .decimal }
}
