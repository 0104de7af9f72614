package import Model

/// What one version of one file came to: records, rejected rows and everything noticed.
///
/// A pure function of the bytes, the place and the ``ReadingContext``.
package struct FileReading: Sendable {
    /// What the file's path says about it.
    package let place: FilePlace
    /// The index of the form; nil where none was recognised.
    package var form: Int?
    /// The file's headers as written, behind which rejected rows stand.
    package var headers: [String] = []
    /// What each column is, beside ``headers``.
    package var meanings: [ColumnMeaning] = []
    /// What it calls columns that findings name which are made when all files have been read.
    package var headings: [FieldHeading] = []
    /// The encoding's name, for people.
    package var encoding = "UTF-8"
    /// How cells are separated and quoted; nil where nothing could be read.
    package var dialect: Dialect?
    /// The 1-based physical line of the header's last row; nil where none was found.
    package var headerLine: Int?
    /// The physical lines that the header spans, of which a row with line breaks in its cells takes
    /// several; nil where none was found and where the table stands on its side.
    package var headerLines: ClosedRange<Int>?
    /// Whether the table stands on its side: an indicator a row.
    package var isVertical = false
    /// The records of each block, in the order of the rows.
    package var batches: [RecordBatch] = []
    /// What was noticed, in the order of the rows.
    package var findings: [Finding] = []
    /// The rows that are not counted, with their cells.
    package var rejected: [RejectedRow] = []
    /// How the file's physical lines divide.
    package var lines = LineCounts()
    /// Rows of data, good and rejected.
    package var rows = 0
    /// Where in time its rows fall.
    package var placement = Placement()
    /// Whether a row is about a unit other than the submitter.
    package var mentionsOthers = false
    /// The file's size in bytes.
    package var bytes = 0
    /// The lines that the scanner counted, for the run-time check that none was lost.
    package var physicalLines = 0

    /// The rows of totals, to be compared with the rows once all are read.
    var controls = ControlTotals()
    var formulaTail: (first: Int?, count: Int) = (nil, 0)
    /// What is not in the lists, for they would be too long.
    package var unlisted = Unlisted()
    /// Whether the blocks so far ended in a further table.
    private var isInOtherTable = false
    var monthFirst: [(field: Int, line: Int)] = []
    /// The rows that count for the unit of a row above: the line of the first, and how many.
    var unitsFromAbove: (first: Int?, count: Int) = (nil, 0)
    /// The columns without a heading that rows of data fill in.
    var namelessColumns: Set<Int> = []
    /// The first and the last record of all, where they are of units with others below them.
    var nodeRows = NodeRows()

    /// A reading of nothing yet.
    package init(place: FilePlace) { self.place = place }

    /// Rows that count.
    package var records: Int { batches.reduce(0) { $0 + $1.count } }

    /// What is wrong with the header, so that no row can be counted.
    package var headerFault: FindingCode?

    /// Whether the file as a whole is counted: its form is known and no fault of the file rejects
    /// it.
    package var isAccepted: Bool {
        form != nil && headerFault == nil
            && !findings.contains { $0.severity == .error && $0.row == nil }
    }

    /// The columns that hold two whole numbers in one cell, and their fields.
    package var pairColumns: [(column: Int, fields: PairFields)] {
        meanings.enumerated().compactMap { column, meaning in
            if case .pair(let fields) = meaning { (column, fields) } else { nil }
        }
    }

    /// Refuses the whole file, whose text could not be made out: none of its lines is read.
    ///
    /// As where no header is found, each line that is not blank is a row that does not count
    /// (CONTRACT §11.21); what is no text has no rows.
    mutating func refuse(_ fault: EncodingFault, lines counter: RawLineCounter) {
        rejected = []
        rows = 0
        lines = LineCounts()
        if fault != .binary {
            lines.blank = counter.blanks
            lines.rejected = counter.lines - counter.blanks
            rows = lines.rejected
        }
        physicalLines = lines.total
        form = nil
    }

    /// Takes the line that names the delimiter, which no row holds, for the layout that it is.
    mutating func noteSepLine() {
        guard dialect?.hasSepLine == true, lines.blank > 0 else { return }
        lines.blank -= 1
        lines.layout += 1
    }

    /// Takes back what was counted of a file that turned out to be unreadable further down: a part
    /// of a file is never counted for the whole.
    package mutating func settle() {
        guard !isAccepted else { return }
        batches = []
        lines.rejected += lines.counted
        lines.counted = 0
    }

    /// Adds what the next block came to; blocks are added in the order of the file.
    package mutating func add(_ block: BlockReading) {
        var block = block
        if isInOtherTable { block.takeBack() }
        isInOtherTable = isInOtherTable || block.endsInOtherTable
        if let batch = block.batch, batch.count > 0 {
            if batches.isEmpty { nodeRows.first = block.nodeRows.first }
            nodeRows.last = block.nodeRows.last
            batches.append(batch)
        }
        let findingRoom = max(0, ListLimits.file - findings.count)
        let rowRoom = max(0, ListLimits.file - rejected.count)
        findings += block.findings.prefix(findingRoom)
        rejected += block.rejected.prefix(rowRoom)
        unlisted += block.unlisted
        unlisted.findings += max(0, block.findings.count - findingRoom)
        unlisted.rows += max(0, block.rejected.count - rowRoom)
        lines += block.lines
        rows += block.rows
        placement.formUnion(block.placement)
        unitsFromAbove.first = unitsFromAbove.first ?? block.unitsFromAbove.first
        unitsFromAbove.count += block.unitsFromAbove.count
        namelessColumns.formUnion(block.namelessColumns)
        mentionsOthers = mentionsOthers || block.mentionsOthers
        controls.formUnion(block.controls)
        formulaTail.first = formulaTail.first ?? block.formulaTail.first
        formulaTail.count += block.formulaTail.count
        if monthFirst.count < ListLimits.layout { monthFirst += block.monthFirst }
    }
}
