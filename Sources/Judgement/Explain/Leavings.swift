/// What was handed in about some units and is no record at all.
package struct Leavings: Sendable {
    /// The rejected rows of the forms.
    package var rows: [RowTrace] = []
    /// Files, by index, of which nothing could be counted.
    package var refusedFiles: [Int] = []
    /// Files that a decision of the board left out.
    package var voided: [VoidedFile] = []

    package init() {}

    /// Whether everything that was handed in is a record.
    package var isEmpty: Bool { rows.isEmpty && refusedFiles.isEmpty && voided.isEmpty }
}
