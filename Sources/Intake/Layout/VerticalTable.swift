internal import Model
internal import Plans

/// A table that stood on its side, turned upright: a block of one row for each column of values.
struct VerticalTable {
    /// A column of values, and the unit or the period that its heading names.
    struct ValueColumn {
        var column: Int
        var unit: String?
        var period: String?
    }

    /// Where things stand in the file's block.
    struct Plan {
        var form: Int
        /// The row of headings above the values.
        var head: Int?
        var labels: [(row: Int, text: String, meaning: ColumnMeaning)] = []
        var unknown: [(row: Int, text: String)] = []
        var columns: [ValueColumn] = []
        /// The rows of other tables above and below.
        var others: [Int] = []
    }

    /// The upright block; its first row takes all lines of the table.
    let block: Block
    let header: RecognisedHeader
    /// The physical line of the file on which each column of the upright block stands.
    let lineOfColumn: [Int]
    /// The lines of the file outside the table, and its headings.
    let lines: LineCounts
    /// Rows with values whose name no field has: their line and text.
    let unknown: [(line: Int, text: String)]
    /// The first row of the table in the file's block.
    let firstRow: Int
    /// The rows of other tables in the file's block, whose lines are counted as rejected.
    let others: [Int]

    init?(_ source: Block, _ plan: Plan, _ form: Form) {
        guard let first = plan.labels.first else { return nil }
        var meanings = plan.labels.map(\.meaning)
        var headers = plan.labels.map(\.text)
        var places = plan.labels.map { source.line(of: $0.row) }
        let headLine = source.line(of: plan.head ?? first.row)
        let hasUnits = plan.columns.contains { $0.unit != nil }
        let hasPeriods = plan.columns.contains { $0.period != nil }
        if hasUnits {
            // The heading of the column speaks for its unit, whatever else names one.
            guard !meanings.contains(.unitName) else { return nil }
            meanings.append(.unitName)
            headers.append(HeaderIndex.unitNameHeaders[0])
            places.append(headLine)
        }
        if hasPeriods, let field = form.periodField {
            guard !meanings.contains(.field(field)) else { return nil }
            meanings.append(.field(field))
            headers.append(form.fields[field].header)
            places.append(headLine)
        }
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        var rows: [BlockRow] = []
        let delimiter = source.dialect.delimiter
        func append(_ cell: some Swift.Collection<UInt8>, isLast: Bool) {
            bytes.append(contentsOf: cell)
            ends.append(UInt32(truncatingIfNeeded: bytes.count))
            bytes.append(isLast ? 10 : delimiter)
        }
        let used = Set(plan.labels.map(\.row))
        let tableLines = used.reduce(0) { $0 + Int(source.rows[$1].lineCount) }
        for (number, column) in plan.columns.enumerated() {
            let (start, firstCell) = (bytes.count, ends.count)
            for (index, label) in plan.labels.enumerated() {
                let isHere = column.column < Int(source.rows[label.row].cellCount)
                let cell = isHere ? source.cell(row: label.row, column: column.column) : 0..<0
                append(source.bytes[cell], isLast: index == meanings.count - 1)
            }
            if hasUnits {
                append((column.unit ?? "").utf8.map(\.self), isLast: !hasPeriods)
            }
            if hasPeriods { append((column.period ?? "").utf8.map(\.self), isLast: true) }
            rows.append(
                BlockRow(
                    start: start,
                    firstCell: firstCell,
                    line: source.line(of: first.row) - source.firstLine,
                    lineCount: number == 0 ? tableLines : 0,
                    cellCount: meanings.count
                )
            )
        }
        var lines = LineCounts()
        for index in source.rows.indices where !used.contains(index) {
            let count = Int(source.rows[index].lineCount)
            if index == plan.head {
                lines.header += count
            } else if plan.others.contains(index) {
                lines.rejected += count
            } else if source.isBlank(row: index) {
                lines.blank += count
            } else {
                lines.layout += count
            }
        }
        let inRows = source.rows.reduce(0) { $0 + Int($1.lineCount) }
        lines.blank += source.lines - inRows
        self.lines = lines
        block = Block(
            bytes: bytes,
            cellEnds: ends,
            rows: rows,
            faults: [],
            fileOffset: source.fileOffset,
            firstLine: source.firstLine,
            firstRecord: 1,
            lines: tableLines,
            endings: source.endings,
            dialect: source.dialect
        )
        header = RecognisedHeader(
            form: plan.form,
            row: -1,
            height: plan.head == nil ? 0 : 1,
            meanings: meanings,
            headers: headers
        )
        lineOfColumn = places
        unknown = plan.unknown.map { (source.line(of: $0.row), $0.text) }
        firstRow = first.row
        others = plan.others
    }
}
