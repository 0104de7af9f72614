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
            "kết quả", "kết quả thực hiện", "số liệu", "giá trị", "thực hiện", "số lượng", "sl",
            "nội dung báo cáo", "trả lời", "số liệu báo cáo", "kết quả đạt được", "đã thực hiện",
            "số thực hiện", "nội dung trả lời",
        ].map(Fold.key)
    )
    private static let otherHeaders = Set(
        [
            "đơn vị tính", "đvt", "ghi chú", "stt", "tt", "minh chứng", "căn cứ", "thời hạn", "hạn",
        ].map(Fold.key)
    )
    /// What the column of the labels is called.
    private static let labelHeaders = Set(
        [
            "nội dung", "chỉ tiêu", "tên chỉ tiêu", "các chỉ tiêu", "nội dung chỉ tiêu", "tiêu chí",
            "nhiệm vụ", "nội dung công việc",
        ].map(Fold.key)
    )

    /// Whether a heading is a word for value, with a note behind it or not: `Kết quả (số lượng)`.
    static func isValueWord(_ heading: String) -> Bool {
        valueHeaders.contains(Fold.key(heading))
            || (heading.firstIndex(of: "(").map {
                valueHeaders.contains(Fold.key(String(heading[..<$0])))
                    && ForeignFigures(heading) == nil
            } ?? false)
    }

    let context: ReadingTables

    /// One row that names a field.
    private struct Label {
        let row: Int
        let text: String
        let meaning: ColumnMeaning
        /// Whether it stands in a section of figures of another time.
        let isForeign: Bool

        /// Whether it is a field of the form, or the unit.
        var isData: Bool {
            guard !isForeign else { return false }
            return switch meaning {
            case .field, .parts, .pair, .unitName: true
            case .period, .ignored, .unknown: false
            }
        }
    }

    /// The table, turned upright; nil where the block holds none for certain.
    ///
    /// `rival` is how many fields a header across the top would know: the table on its side has to
    /// know more, unless that header lacks what its form cannot do without (`isRivalPoor`).
    func find(in block: Block, rival: Int, isRivalPoor: Bool = false) -> VerticalTable? {
        guard block.rows.count <= VerticalFinder.depth else { return nil }
        var best: (score: Int, column: Int, form: Int)?
        for column in 0..<VerticalFinder.labelColumns {
            let lines = lines(in: block, column: column).first.filter { $0.section == nil }
            let named = lines.map { context.headers.meanings($0.label) }
            // Under `Nội dung | Kết quả` a few contents say enough where nearly all are known.
            let isListed = isRivalPoor && lines.contains { isHeadings(block, $0.row, column) }
            for (form, signs) in context.headers.signs.enumerated() {
                let known = named.flatMap { $0 }.filter { $0.form == form }.map(\.field)
                let fields = Set(known)
                // A content that stands twice is told as a column that does; a list of contents is
                // no form.
                guard known.count < fields.count * 2,
                    fields.count
                        > (isListed && areMostly(lines, of: form) ? 1 : max(rival, 2)),
                    let score = signs.score(fields)
                else { continue }
                if score > best?.score ?? Int.min { best = (score, column, form) }
            }
        }
        guard let best else { return nil }
        return table(block, column: best.column, form: best.form)
    }

    /// Whether most texts of a column, the heading aside, are contents of a form.
    private func areMostly(_ lines: [Line], of form: Int) -> Bool {
        let known = lines.count { line in
            switch context.headers.meaning(line.label, form: form) {
            case .field, .parts, .pair, .unitName: true
            case .period, .ignored, .unknown: false
            }
        }
        return known * 2 > lines.count - 1
    }

    /// The texts of a column as far as the first table goes, and the row of headings with which the
    /// same contents begin once more: somebody else's report.
    private func lines(in block: Block, column: Int) -> (first: [Line], again: Int?) {
        let lines = labels(in: block, column: column)
        for again in lines.indices.dropFirst()
        where isHeadings(block, lines[again].row, column) {
            let known = Set(lines[..<again].map(\.label.text))
            let below = lines[(again + 1)...].filter { known.contains($0.label.text) }
            let isTold = below.contains { !context.headers.meanings($0.label).isEmpty }
            if isTold { return (Array(lines[..<again]), lines[again].row) }
        }
        return (lines, nil)
    }

    /// The text of a row in the column of labels.
    private struct Line {
        let row: Int
        let label: HeaderLabel
        /// The title of the section that the row stands in, where that holds figures of another
        /// time: `Cùng kỳ năm trước`.
        let section: String?
    }

    /// The texts of a column as headings, each under the last one that stood without a value, and
    /// parts under what they are parts of: `- Tập thể` below `Số ĐHTT đã xây dựng`.
    private func labels(in block: Block, column: Int) -> [Line] {
        var group = ""
        var whole = PartsOfLine()
        var section: String?
        var hasBegun = false
        return block.rows.indices.compactMap { row in
            let text = block.text(row: row, column: column).trimmedBlanks
            guard !text.isEmpty else { return nil }
            if let part = whole.part(text), let label = self.part(part, of: whole.text) {
                hasBegun = true
                return Line(row: row, label: label, section: section)
            }
            let bare = text.drop { "-+•*. ".contains($0) }
            let own = HeaderLabel(String(bare))
            if !context.headers.meanings(own).isEmpty {
                hasBegun = true
                return Line(row: row, label: own, section: section)
            }
            if !group.isEmpty {
                let under = HeaderLabel.joined([HeaderLabel(group)], [String(bare)])[0]
                if !context.headers.meanings(under).isEmpty {
                    hasBegun = true
                    return Line(row: row, label: under, section: section)
                }
            }
            if isAlone(block, row, column) {
                group = String(bare)
                let isNumbered = isNumbered(block, row, column)
                if hasBegun || isNumbered, isOtherTime(RowKind.withoutNumber(text)) {
                    section = text
                } else if isNumbered {
                    section = nil
                }
            }
            return Line(row: row, label: own, section: section)
        }
    }

    /// The heading of a part below what it is a part of; nil where no form knows the two together,
    /// or the part is known by itself and is no subject.
    private func part(_ part: String, of whole: String) -> HeaderLabel? {
        let under = HeaderLabel.joined([HeaderLabel(whole)], [part])[0]
        guard !context.headers.meanings(under.text).isEmpty else { return nil }
        let isSubject = SubjectFields.isSubject(Fold.key(part))
        return isSubject || context.headers.meanings(part).isEmpty ? under : nil
    }

    /// Whether nothing stands in a row to the right of a column.
    private func isAlone(_ block: Block, _ row: Int, _ column: Int) -> Bool {
        !(column + 1..<max(column + 1, Int(block.rows[row].cellCount))).contains {
            !block.text(row: row, column: $0).trimmedBlanks.isEmpty
        }
    }

    /// Whether a title has the number of a section, before it or in a cell of its own.
    private func isNumbered(_ block: Block, _ row: Int, _ column: Int) -> Bool {
        let text = block.text(row: row, column: column).trimmedBlanks
        let first = text.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
        return (first != text && RowKind.isSectionNumber(first))
            || (0..<column).contains {
                RowKind.isSectionNumber(block.text(row: row, column: $0).trimmedBlanks)
            }
    }

    /// Whether the title of a section says that what stands below is of another time than the
    /// report: `Cùng kỳ năm trước`, not `So với cùng kỳ` nor `Phương hướng năm sau`.
    private func isOtherTime(_ title: String) -> Bool { ForeignFigures.isTime(title) }

    private func table(_ block: Block, column: Int, form: Int) -> VerticalTable? {
        let definition = context.plan.forms.forms[form]
        let (lines, again) = lines(in: block, column: column)
        let labels = lines.map { line in
            Label(
                row: line.row,
                text: line.section.map { $0 + " - " + line.label.text } ?? line.label.text,
                meaning: context.headers.meaning(line.label, form: form),
                isForeign: line.section != nil
            )
        }
        guard let first = labels.firstIndex(where: \.isData),
            let last = labels.lastIndex(where: { $0.isData || $0.isForeign })
        else { return nil }
        let top = labels.first { $0.isData || $0.isForeign }?.row ?? labels[first].row
        let head = head(block, above: top, column)
        guard
            let values = values(
                block,
                rows: labels[first...last].filter { !$0.isForeign }.map(\.row),
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
            case _ where label.isForeign:
                if isFilled { layout.unknown.append((label.row, label.text)) }
            case .parts where !isFilled, .ignored: break
            case .field, .unitName, .parts, .pair:
                layout.labels.append((label.row, label.text, label.meaning))
            case .period, .unknown: if isFilled { layout.unknown.append((label.row, label.text)) }
            }
        }
        layout.columns = values.columns
        layout.refused = values.refused
        if let head { layout.unknown += values.untaken.map { (head, $0) } }
        reconcile(&layout, block, definition)
        surround(
            &layout,
            block,
            column,
            head: head,
            first: labels[first].row,
            last: labels[last].row,
            again: again
        )
        return VerticalTable(block, layout, context.plan.forms.forms[form])
    }

    /// The row of headings above the first label: the last one that is filled, or above the titles
    /// of a first section the one that has a word for value.
    private func head(_ block: Block, above row: Int, _ column: Int) -> Int? {
        let filled = (0..<row).filter {
            !block.isBlank(row: $0) && !isColumnNumbers(block, $0)
        }
        for head in filled.suffix(VerticalFinder.tallestTitles + 1).reversed() {
            let right = (column + 1..<max(column + 1, Int(block.rows[head].cellCount)))
                .map { block.text(row: head, column: $0).trimmedBlanks }.filter { !$0.isEmpty }
            if right.isEmpty { continue }
            return isHeadings(block, head, column) ? head : filled.last
        }
        return filled.last
    }

    /// Whether a row is the one that numbers the columns.
    func isColumnNumbers(_ block: Block, _ row: Int) -> Bool {
        RowKind.isColumnNumbers(
            (0..<Int(block.rows[row].cellCount)).map { block.text(row: row, column: $0) }
        )
    }

    /// Whether a row holds the headings of a table whose labels stand in a column.
    func isHeadings(_ block: Block, _ row: Int, _ column: Int) -> Bool {
        (0..<Int(block.rows[row].cellCount)).contains { index in
            let text = block.text(row: row, column: index).trimmedBlanks
            let key = Fold.key(text)
            if index < column { return HeaderIndex.isSerial(text) }
            if index == column { return VerticalFinder.labelHeaders.contains(key) }
            return VerticalFinder.isValueWord(text) || VerticalFinder.otherHeaders.contains(key)
                || ForeignFigures(text) != nil
        }
    }

    /// Whether a column stands beside the values and is none: remarks, the unit of measure.
    func isBeside(_ heading: String) -> Bool {
        VerticalFinder.otherHeaders.contains(Fold.key(heading))
    }
}
