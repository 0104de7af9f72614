package import Model

/// A whole workbook as data: what an office opens, without any knowledge of the file format.
package struct WorkbookContent: Hashable, Sendable {
    /// The title among the document's properties.
    package var title: String
    /// The office that issues it: author and company among the document's properties.
    package var office: String
    /// The creation date that the file carries: the run's as-of time, never the clock's, so that
    /// the same content gives the same bytes.
    package var created: Instant
    /// The words that the renderer adds by itself, and the order of day and month in dates.
    package var words: Words
    /// The sheets in the order of the annexes.
    package var sheets: [Sheet]

    package init(
        title: String,
        office: String,
        created: Instant,
        words: Words = .vietnamese,
        sheets: [Sheet]
    ) {
        self.title = title
        self.office = office
        self.created = created
        self.words = words
        self.sheets = sheets
    }
}
