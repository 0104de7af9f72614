internal import Model
internal import Plans

/// Finds a table that stands on its side: an indicator a row, the values in a column (domain.md
/// 4.4).
struct VerticalFinder {
    /// How many records are looked at; a form has far fewer fields.
    static let depth = 200
    /// In how many columns the names of fields are looked for: numbering may stand before them.
    private static let labelColumns = 3
    /// How many titles of sections may stand between the headings and the first label.
    private static let tallestTitles = 2
    private static let valueHeaders = Set(
        [
            "kết quả", "kết quả thực hiện", "số liệu", "giá trị", "thực hiện", "số lượng",
            "nội dung báo cáo", "trả lời", "số liệu báo cáo",
        ].map(Fold.key)
    )
    private static let otherHeaders = Set(
        [
            "đơn vị tính", "đvt", "ghi chú", "stt", "tt", "minh chứng", "căn cứ", "thời hạn", "hạn",
        ].map(Fold.key)
    )

    let context: ReadingTables

    /// One row that names a field.
    private struct Label {
        let row: Int
        let text: String
        let meaning: ColumnMeaning
    }

    /// The table, turned upright; nil where the block holds none for certain.
    ///
    /// `rival` is how many fields a header across the top would know: the table on its side has to
    /// know more.
    func find(in block: Block, rival: Int) -> VerticalTable? {
        guard block.rows.count <= VerticalFinder.depth else { return nil }
        var best: (score: Int, column: Int, form: Int)?
        for column in 0..<VerticalFinder.labelColumns {
            let named = labels(in: block, column: column).flatMap {
                context.headers.meanings($0.label)
            }
            for (form, signs) in context.headers.signs.enumerated() {
                let known = named.filter { $0.form == form }.map(\.field)
                let fields = Set(known)
                // A content that stands twice is told as a column that does; a list of contents is
                // no form.
                guard known.count < fields.count * 2, fields.count > max(rival, 2),
                    let score = signs.score(fields)
                else { continue }
                if score > best?.score ?? Int.min { best = (score, column, form) }
            }
        }
        guard let best else { return nil }
        return table(block, column: best.column, form: best.form)
    }

    /// The texts of a column as headings, each under the last one that stood without a value.
    private func labels(in block: Block, column: Int) -> [(row: Int, label: HeaderLabel)] {
        var group = ""
        return block.rows.indices.compactMap { row in
            let text = block.text(row: row, column: column).trimmedBlanks
            guard !text.isEmpty else { return nil }
            let bare = text.drop { "-+•*. ".contains($0) }
            let own = HeaderLabel(String(bare))
            let isAlone = !(column + 1..<max(column + 1, Int(block.rows[row].cellCount))).contains {
                !block.text(row: row, column: $0).trimmedBlanks.isEmpty
            }
            if !context.headers.meanings(own).isEmpty { return (row, own) }
            if !group.isEmpty {
                let under = HeaderLabel.joined([HeaderLabel(group)], [String(bare)])[0]
                if !context.headers.meanings(under).isEmpty { return (row, under) }
            }
            if isAlone { group = String(bare) }
            return (row, own)
        }
    }

    private func table(_ block: Block, column: Int, form: Int) -> VerticalTable? {
        let definition = context.plan.forms.forms[form]
        let all = labels(in: block, column: column)
        let labels = all.map { row, label in
            Label(
                row: row,
                text: label.text,
                meaning: context.headers.meaning(label, form: form)
            )
        }
        let isData: (Label) -> Bool = { label in
            switch label.meaning {
            case .field, .parts: true
            case .unitName: true
            case .period, .ignored, .unknown: false
            }
        }
        guard let first = labels.firstIndex(where: isData),
            let last = labels.lastIndex(where: isData)
        else { return nil }
        let rows = labels[first...last].map(\.row)
        let head = head(block, above: labels[first].row, column)
        guard
            let values = values(
                block,
                rows: rows,
                head: head,
                after: column,
                period: definition.periodField
            )
        else { return nil }
        var layout = VerticalTable.Plan(form: form, head: values.hasHead ? head : nil)
        for label in labels[first...last] {
            // Words over a group of rows have no values of their own.
            let isFilled = values.columns.contains {
                !block.content(row: label.row, column: $0.column).isEmpty
            }
            switch label.meaning {
            case .parts where !isFilled, .ignored: break
            case .field, .unitName, .parts:
                layout.labels.append((label.row, label.text, label.meaning))
            case .period, .unknown: if isFilled { layout.unknown.append((label.row, label.text)) }
            }
        }
        layout.columns = values.columns
        surround(
            &layout,
            block,
            column,
            head: head,
            first: labels[first].row,
            last: labels[last].row
        )
        return VerticalTable(block, layout, context.plan.forms.forms[form])
    }

    /// The row of headings above the first label: the last one that is filled, or above the titles
    /// of a first section the one that has a word for value.
    private func head(_ block: Block, above row: Int, _ column: Int) -> Int? {
        let filled = (0..<row).filter { !block.isBlank(row: $0) }
        for head in filled.suffix(VerticalFinder.tallestTitles + 1).reversed() {
            let right = (column + 1..<max(column + 1, Int(block.rows[head].cellCount)))
                .map { block.text(row: head, column: $0).trimmedBlanks }.filter { !$0.isEmpty }
            if right.isEmpty { continue }
            let isHead = right.contains {
                VerticalFinder.valueHeaders.contains(Fold.key($0))
                    || VerticalFinder.otherHeaders.contains(Fold.key($0))
            }
            return isHead ? head : filled.last
        }
        return filled.last
    }

    /// The columns that hold values, and what stands above each: a unit, a period or a word for
    /// value.
    private func values(
        _ block: Block,
        rows: [Int],
        head: Int?,
        after column: Int,
        period: Int?
    ) -> (columns: [VerticalTable.ValueColumn], hasHead: Bool)? {
        let width = rows.map { Int(block.rows[$0].cellCount) }.max() ?? 0
        let heads: [Int: String] = Dictionary(
            uniqueKeysWithValues: (0..<width).map { index in
                (
                    index,
                    head.map { block.text(row: $0, column: index).trimmedBlanks } ?? ""
                )
            }
        )
        let filled = (column + 1..<max(column + 1, width)).filter { index in
            !VerticalFinder.otherHeaders.contains(Fold.key(heads[index] ?? ""))
                && rows.contains { !block.content(row: $0, column: index).isEmpty }
        }
        guard let one = filled.first else { return nil }
        let named = filled.filter {
            VerticalFinder.valueHeaders.contains(Fold.key(heads[$0] ?? ""))
        }
        if filled.count == 1 || named.count == 1 {
            let index = named.first ?? one
            let text = heads[index] ?? ""
            // An amount is that of a content, unless it is a year.
            let isHead =
                !text.isEmpty && (!RowSketch.isAmount(text) || CellPeriod.parse(text) != nil)
            return ([VerticalTable.ValueColumn(column: index)], isHead)
        }
        var columns: [VerticalTable.ValueColumn] = []
        for index in filled {
            let text = heads[index] ?? ""
            if case .unit = context.names.match(text) {
                columns.append(VerticalTable.ValueColumn(column: index, unit: text))
            } else if period != nil, CellPeriod.parse(text) != nil {
                columns.append(VerticalTable.ValueColumn(column: index, period: text))
            } else {
                // Nobody can say what the column holds: the table is not read by guess.
                return nil
            }
        }
        let isOneKind = Set(columns.map { $0.unit == nil }).count == 1
        return isOneKind ? (columns, true) : nil
    }
}
