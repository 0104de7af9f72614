package import Model

/// What one block of a file came to.
package struct BlockReading: Sendable {
    /// The records of the block; nil where none of its rows counts.
    package var batch: RecordBatch?
    /// What was noticed, in the order of the rows.
    package var findings: [Finding] = []
    /// The rows that are not counted, with their cells.
    package var rejected: [RejectedRow] = []
    /// How the physical lines of the block divide.
    package var lines = LineCounts()
    /// Rows of data, good and rejected; titles, totals and blanks are neither.
    package var rows = 0
    /// Where in time its rows fall.
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

    /// What stands over the rows of the next block, where it is more than the head of the file.
    var heads: StandingHeads?
    /// The block itself, where it may have to be read once more below what stands over it.
    var source: Block?

    /// Takes back what was counted: the rows are those of a table that nobody can read.
    mutating func takeBack() {
        unlisted.rows += batch?.count ?? 0
        for index in rejected.indices { rejected[index].code = .formUnknown }
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
