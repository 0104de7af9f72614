internal import Model
internal import Plans

/// A table that stood on its side, turned upright: a block of one row for each column of values.
struct VerticalTable {
    /// A column of values, and the unit or the period that its heading names.
    struct ValueColumn {
        var column: Int
        var unit: String?
        var period: String?

        /// Where its heading stands in the bytes of a block.
        func heading(in block: Block, _ head: Int?) -> Range<Int> {
            guard let head, column < Int(block.rows[head].cellCount) else { return 0..<0 }
            return block.cell(row: head, column: column)
        }
    }

    /// Where things stand in the file's block.
    struct Plan {
        var form: Int
        /// The row of headings above the values.
        var head: Int?
        var labels: [(row: Int, text: String, meaning: ColumnMeaning)] = []
        var unknown: [(row: Int, text: String)] = []
        var columns: [ValueColumn] = []
        /// The heading of the only values where they are not the report's results.
        var refused: String?
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
    /// The heading of the only values, and its line, where they are not the report's results: then
    /// nothing of the table counts.
    let refused: (line: Int, heading: String)?
    /// The first row of the table in the file's block.
    let firstRow: Int
    /// The rows of other tables in the file's block, whose lines are counted as rejected.
    let others: [Int]

    /// Nil where a row of the table names what the headings of its columns name.
    init?(_ source: Block, _ plan: Plan, _ form: Form) {
        guard let first = plan.labels.first, let heads = Heads(source, plan, form) else {
            return nil
        }
        let labelRows = Set(plan.labels.map(\.row))
        let isRefused = plan.refused != nil
        let tableLines = labelRows.reduce(0) { $0 + Int(source.rows[$1].lineCount) }
        var draft = Draft(
            delimiter: source.dialect.delimiter,
            width: heads.meanings.count + (isRefused ? 1 : 0)
        )
        for (number, column) in plan.columns.enumerated() {
            draft.startRow(
                line: source.line(of: first.row) - source.firstLine,
                lineCount: number == 0 ? tableLines : 0
            )
            for label in plan.labels {
                let isHere = column.column < Int(source.rows[label.row].cellCount)
                let cell = isHere ? source.cell(row: label.row, column: column.column) : 0..<0
                draft.append(source.bytes[cell])
            }
            if heads.hasUnits { draft.append((column.unit ?? "").utf8) }
            if heads.hasPeriods { draft.append((column.period ?? "").utf8) }
            // Beyond the headings, so that no column that is handed back can pass for a result.
            if isRefused { draft.append(source.bytes[column.heading(in: source, plan.head)]) }
        }
        lines = VerticalTable.lines(of: source, beside: labelRows, plan)
        block = Block(
            bytes: draft.bytes,
            cellEnds: draft.ends,
            rows: draft.rows,
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
            meanings: heads.meanings,
            headers: heads.texts
        )
        lineOfColumn = heads.lines
        unknown = plan.unknown.map { (source.line(of: $0.row), $0.text) }
        refused = plan.refused.map { (source.line(of: plan.head ?? first.row), $0) }
        firstRow = first.row
        others = plan.others
    }

    /// The columns of the upright block: one for each label, then what the headings above the
    /// values name.
    private struct Heads {
        var meanings: [ColumnMeaning]
        var texts: [String]
        /// The physical line on which each stands.
        var lines: [Int]
        let hasUnits: Bool
        var hasPeriods = false

        init?(_ source: Block, _ plan: Plan, _ form: Form) {
            guard let first = plan.labels.first else { return nil }
            meanings = plan.labels.map(\.meaning)
            texts = plan.labels.map(\.text)
            lines = plan.labels.map { source.line(of: $0.row) }
            hasUnits = plan.columns.contains { $0.unit != nil }
            let headLine = source.line(of: plan.head ?? first.row)
            if hasUnits {
                // The heading of the column speaks for its unit, whatever else names one.
                guard !meanings.contains(.unitName) else { return nil }
                append(.unitName, HeaderIndex.unitNameHeaders[0], headLine)
            }
            if plan.columns.contains(where: { $0.period != nil }), let field = form.periodField {
                guard !meanings.contains(.field(field)) else { return nil }
                hasPeriods = true
                append(.field(field), form.fields[field].header, headLine)
            }
        }

        private mutating func append(_ meaning: ColumnMeaning, _ text: String, _ line: Int) {
            meanings.append(meaning)
            texts.append(text)
            lines.append(line)
        }
    }

    /// The upright block while it is being written; every row has the same number of cells.
    private struct Draft {
        let delimiter: UInt8
        let width: Int
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        var rows: [BlockRow] = []

        mutating func startRow(line: Int, lineCount: Int) {
            rows.append(
                BlockRow(
                    start: bytes.count,
                    firstCell: ends.count,
                    line: line,
                    lineCount: lineCount,
                    cellCount: width
                )
            )
        }

        mutating func append(_ cell: some Collection<UInt8>) {
            bytes.append(contentsOf: cell)
            ends.append(UInt32(truncatingIfNeeded: bytes.count))
            bytes.append(ends.count.isMultiple(of: width) ? 10 : delimiter)
        }
    }

    /// The lines of a block outside the rows of labels.
    private static func lines(
        of source: Block,
        beside labelRows: Set<Int>,
        _ plan: Plan
    ) -> LineCounts {
        var lines = LineCounts()
        for index in source.rows.indices where !labelRows.contains(index) {
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
        return lines
    }
}
