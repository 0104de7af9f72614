package import Intake
package import Model

/// A rejected row with its place.
package struct RowTrace: Sendable {
    /// The index of the file.
    package var file: Int
    /// The row as it was read.
    package var row: RejectedRow
    /// What was found wrong with it.
    package var finding: Finding?
}
