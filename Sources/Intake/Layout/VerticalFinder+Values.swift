internal import Model
internal import Plans

/// Which columns of a table on its side hold the values, by what stands above them.
extension VerticalFinder {
    /// What the heading above a column says of its values.
    private enum Heading: Equatable {
        /// They are the report's.
        case value
        /// They are those of a unit, or of a period.
        case unit, period(String)
        /// They are something else, or nobody knows what.
        case other
    }

    /// The columns that hold values.
    struct Values {
        var columns: [VerticalTable.ValueColumn]
        /// Whether the row of headings is one.
        var hasHead: Bool
        /// The headings of the filled columns that are not taken.
        var untaken: [String] = []
        /// The heading of what is filled, where none of it is the report's result.
        var refused: String?
    }

    /// The columns that hold values, and what stands above each: a unit, a period or a word for
    /// value.
    ///
    /// The heading decides. What is blank under the heading for the result is never taken from
    /// another column (CONTRACT §2).
    func values(
        _ block: Block,
        rows: [Int],
        head: Int?,
        after column: Int,
        period: Int?
    ) -> Values? {
        let headed = head.map { Int(block.rows[$0].cellCount) } ?? 0
        let width = max(headed, rows.map { Int(block.rows[$0].cellCount) }.max() ?? 0)
        let heads = (0..<max(column + 1, width)).map { index in
            head.map { block.text(row: $0, column: index).trimmedBlanks } ?? ""
        }
        let filled = (column + 1..<heads.count).filter { index in
            !isBeside(heads[index])
                && rows.contains { !block.content(row: $0, column: index).isEmpty }
        }
        guard let one = filled.first else { return nil }
        let named = filled.filter { VerticalFinder.isValueWord(heads[$0]) }
        if named.count == 1 {
            return Values(
                columns: named.map { VerticalTable.ValueColumn(column: $0) },
                hasHead: true,
                untaken: filled.filter { $0 != named[0] }.map { name(of: $0, heads) }
            )
        }
        let isHead = head.map { isHeadings(block, $0, column) } ?? false
        let kinds = filled.map { heading(heads[$0], isHead: isHead, hasPeriod: period != nil) }
        let known = zip(filled, kinds).filter { $1 != .other }
        if known.isEmpty, filled.count == 1, isOnly(one, after: column, heads) {
            return Values(columns: [VerticalTable.ValueColumn(column: one)], hasHead: true)
        }
        if known.isEmpty {
            return Values(
                columns: filled.map { VerticalTable.ValueColumn(column: $0) },
                hasHead: true,
                refused: filled.map { name(of: $0, heads) }.joined(separator: "\", \"")
            )
        }
        if filled.count == 1, kinds[0] == .value {
            let text = heads[one]
            // An amount is that of a content, unless it is a year.
            let isHead =
                !text.isEmpty && (!RowSketch.isAmount(text) || CellPeriod.parse(text) != nil)
            return Values(columns: [VerticalTable.ValueColumn(column: one)], hasHead: isHead)
        }
        guard let columns = headedColumns(known, heads) else { return nil }
        return Values(
            columns: columns,
            hasHead: true,
            untaken: zip(filled, kinds).filter { $1 == .other }.map { name(of: $0.0, heads) }
        )
    }

    /// The columns of units or of periods, each under its heading; nil where what a column holds
    /// cannot be said, or where both kinds stand beside each other.
    private func headedColumns(
        _ known: [(Int, Heading)],
        _ heads: [String]
    ) -> [VerticalTable.ValueColumn]? {
        var columns: [VerticalTable.ValueColumn] = []
        for (index, kind) in known {
            switch kind {
            case .unit: columns.append(VerticalTable.ValueColumn(column: index, unit: heads[index]))
            case .period(let text):
                columns.append(VerticalTable.ValueColumn(column: index, period: text))
            // Nobody can say what the column holds: the table is not read by guess.
            case .value, .other: return nil
            }
        }
        return Set(columns.map { $0.unit == nil }).count == 1 ? columns : nil
    }

    /// Whether a column under a word that nobody knows is the only one for results, and the word
    /// says nothing against it: `Cả năm`, `Đã làm được`.
    private func isOnly(_ one: Int, after column: Int, _ heads: [String]) -> Bool {
        ForeignFigures(heads[one]) == nil
            && heads.indices.allSatisfy { index in
                index <= column || index == one || heads[index].isEmpty
                    || heading(heads[index], isHead: true, hasPeriod: true) == .other
            }
    }

    /// What a column is called in a finding.
    private func name(of column: Int, _ heads: [String]) -> String {
        heads[column].isEmpty ? "(cột \(column + 1), không có tên)" : heads[column]
    }

    private func heading(_ text: String, isHead: Bool, hasPeriod: Bool) -> Heading {
        if text.isEmpty || VerticalFinder.isValueWord(text) { return .value }
        if CellPeriod.parse(text, in: context.plan.calendar) != nil {
            return hasPeriod ? .period(text) : .value
        }
        if RowSketch.isAmount(text) { return .value }
        if case .unit = context.names.match(text) { return .unit }
        if ForeignFigures(text) != nil { return .other }
        if let rest = ForeignFigures.afterResult(text) {
            let period = CellPeriod.parse(rest, in: context.plan.calendar)
            return hasPeriod && period != nil ? .period(rest) : .value
        }
        // Above a table without headings stands a title.
        return isHead ? .other : .value
    }

    /// Leaves out what the heading above the values says where a row of the table says it, too;
    /// where the two say different things, no value is the report's for certain.
    func reconcile(_ layout: inout VerticalTable.Plan, _ block: Block, _ form: Form) {
        guard layout.columns.count == 1, let column = layout.columns.first else { return }
        let label = layout.labels.firstIndex { label in
            column.unit != nil
                ? label.meaning == .unitName
                : column.period != nil && label.meaning == form.periodField.map(ColumnMeaning.field)
        }
        guard let label else { return }
        let own = block.text(row: layout.labels[label].row, column: column.column).trimmedBlanks
        if own.isEmpty {
            layout.labels.remove(at: label)
            return
        }
        layout.columns = [VerticalTable.ValueColumn(column: column.column)]
        if let unit = column.unit {
            if context.names.match(unit) != context.names.match(own) { layout.refused = unit }
        } else if let period = column.period {
            let calendar = context.plan.calendar
            let headed = CellPeriod.parse(period, in: calendar).map(calendar.span)
            let written = CellPeriod.parse(own, in: calendar).map(calendar.span)
            if let headed, let written, headed.contains(written) { return }
            layout.refused = period
        }
    }
}
