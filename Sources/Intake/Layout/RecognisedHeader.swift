internal import Model

/// A form recognised by its header: what each column of the file is.
package struct RecognisedHeader: Hashable, Sendable {
    /// The index of the form in the catalogue.
    package var form: Int
    /// The index of the row of the first block that holds the header; of its last row, where group
    /// headings stand above.
    package var row: Int
    /// How many rows the header takes.
    package var height: Int
    /// What each column is, beside ``headers``.
    package var meanings: [ColumnMeaning]
    /// The headers as they were written.
    package var headers: [String]
    /// The cells of each of its rows, from the top; none where the table stood on its side.
    package var lines: [[String]] = []
    /// The one time that headings over its figures name; no row of another one counts.
    package var time: HeadedTime?
    /// For columns that are not read, since the lines above the table say that their figures are
    /// thousands or the like: the measure, `nghìn đồng`.
    package var measures: [Int: String] = [:]
}
