/// One value of an enum field: its code and the labels that a cell may hold.
package struct EnumValue: Hashable, Sendable {
    /// The code in conditions and in results.json.
    package var code: String
    /// The first is the one that reports print.
    package var labels: [String]
}
