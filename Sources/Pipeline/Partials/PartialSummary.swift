/// What a partial result comes to, for people.
package struct PartialSummary: Hashable, Sendable {
    /// Versions of files, each once.
    package var files = 0
    /// Rows of data, good and rejected.
    package var rows = 0
    /// Rows that count.
    package var records = 0

    init() {}

    init(of partial: Partial) {
        let tally = partial.tally
        files = partial.files.count
        rows = tally.rows
        records = tally.records
    }
}
