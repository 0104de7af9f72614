package import Model

/// What one block of a file came to.
package struct BlockReading: Sendable {
    package var batch: RecordBatch?
    package var findings: [Finding] = []
    package var rejected: [RejectedRow] = []
    package var lines = LineCounts()
    /// Rows of data, good and rejected; titles, totals and blanks are neither.
    package var rows = 0
    package var placement = Placement()
    /// Whether a row is about a unit other than the submitter.
    package var mentionsOthers = false
    /// The rows of totals and the headings of sections.
    package var controls = ControlTotals()
    /// The rows that hold nothing but broken formulas: the line of the first, and how many.
    package var formulaTail: (first: Int?, count: Int) = (nil, 0)
    /// What is not in the lists, for they would be too long.
    package var unlisted = Unlisted()
    /// Whether the block ends in a further table, so that the next one's rows cannot be read
    /// either.
    package var endsInOtherTable = false
    /// The fields and lines of dates that are dates only with the month in front.
    package var monthFirst: [(field: Int, line: Int)] = []

    /// The rows that count for the unit of a row above: the line of the first, and how many.
    package var unitsFromAbove: (first: Int?, count: Int) = (nil, 0)
    /// The columns without a heading that rows of data fill in.
    package var namelessColumns: Set<Int> = []
    /// The first and the last record, where they are of units with others below them.
    var nodeRows = NodeRows()

    /// Takes back what was counted: the rows are those of a table that nobody can read.
    mutating func takeBack() {
        unlisted.rows += batch?.count ?? 0
        batch = nil
        lines.rejected += lines.counted
        lines.counted = 0
        placement = Placement()
        controls = ControlTotals()
        mentionsOthers = false
        namelessColumns = []
        unitsFromAbove = (nil, 0)
        nodeRows = NodeRows()
    }
}
