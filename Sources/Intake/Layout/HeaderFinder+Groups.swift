internal import Model
internal import Plans

/// Group headings that say whose figures stand below: `Cùng kỳ năm trước` over `Số bài dự thi` is
/// another thing than `Số bài dự thi`.
extension HeaderFinder {
    /// A header without the columns whose group headings say that they hold something else: those
    /// are unknown under their whole name.
    ///
    /// A time over figures is kept where it is the only one, to be compared with that of each row;
    /// of several, none is the row's for certain.
    func withoutForeignGroups(_ header: RecognisedHeader, in block: Block) -> RecognisedHeader {
        guard let labels = groupedLabels(header, in: block) else { return header }
        let form = context.plan.forms.forms[header.form]
        let header = withResults(header, labels)
        let times = labels.map { $0.parts.dropLast().compactMap(time).last }
        let grouped = labels.indices.filter {
            times[$0] != nil && isFigure(header.meanings[$0], form, underTime: true)
        }
        let isOneTime = Set(grouped.map { times[$0] }).count == 1
        var kept = header
        for (column, label) in labels.enumerated() where label.parts.count > 1 {
            let kinds = label.parts.dropLast().compactMap(ForeignFigures.init)
            let isOtherTime = kinds.contains(.otherTime) || (times[column] != nil && !isOneTime)
            guard isOtherTime || !kinds.isEmpty,
                isFigure(header.meanings[column], form, underTime: isOtherTime)
            else { continue }
            // What a form calls by the whole name is that field.
            let whole = context.headers.meaning(label, form: header.form, isWhole: true)
            guard whole == .unknown || whole != header.meanings[column] else { continue }
            kept.meanings[column] = .unknown
            kept.headers[column] = label.text
        }
        if isOneTime, let first = grouped.first(where: { kept.meanings[$0] != .unknown }) {
            kept.time = times[first]
        }
        return kept
    }

    /// The headings of each column from the top down, with the row above the header where that has
    /// groups; nil where no column has more than one.
    private func groupedLabels(_ header: RecognisedHeader, in block: Block) -> [HeaderLabel]? {
        let width = header.meanings.count
        // Headings that were divided by a delimiter have no columns of their own.
        guard let first = header.lines.first, first.count == width else { return nil }
        let top = header.row - header.height + 1
        let above = (0..<width).map { column in
            top > 0 ? block.text(row: top - 1, column: column).trimmedBlanks : ""
        }
        var labels = HeaderLabel.row(first)
        if top > 0, isGroups(above) { labels = HeaderLabel.joined(HeaderLabel.row(above), first) }
        for line in header.lines.dropFirst() { labels = HeaderLabel.joined(labels, line) }
        return labels.contains { $0.parts.count > 1 } ? labels : nil
    }

    /// Whether the row above a header has nothing but headings of groups, of which one says what
    /// the figures below are.
    ///
    /// A time that stands alone in its row is the table's title.
    private func isGroups(_ cells: [String]) -> Bool {
        let filled = cells.indices.filter { !cells[$0].isEmpty }
        let foreign = filled.filter { ForeignFigures(cells[$0]) != nil }
        let times = filled.filter { time(cells[$0]) != nil }
        guard foreign.contains(where: { $0 > 0 }) || times.count > 1 else { return false }
        return filled.allSatisfy { column in
            foreign.contains(column) || times.contains(column)
                || context.headers.isKnown(cells[column])
                || VerticalFinder.isValueWord(cells[column])
        }
    }

    /// The time that a heading names, after a word for a result or not.
    private func time(_ heading: String) -> HeadedTime? {
        let calendar = context.plan.calendar
        return HeadedTime(heading, in: calendar)
            ?? ForeignFigures.afterResult(heading).flatMap { HeadedTime($0, in: calendar) }
    }

    /// Whether what a column holds is said of a time; or, where the group speaks of a target, is
    /// a number.
    ///
    /// What names the record is not, nor are remarks.
    private func isFigure(_ meaning: ColumnMeaning, _ form: Form, underTime: Bool) -> Bool {
        switch meaning {
        case .parts, .pair: return true
        case .unitName, .period, .ignored, .unknown: return false
        case .field(let index):
            let field = form.fields[index]
            guard !field.isKey, !field.isRequired, field.code != "note", index != form.datingField,
                index != form.periodField
            else { return false }
            return underTime || field.type == .int || field.type == .decimal
        }
    }
}
