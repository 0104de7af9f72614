internal import Model
internal import Plans

/// What the lines above a table say of all its rows: `Đơn vị: Phường Mẫu`, `Kỳ báo cáo: Năm 2024`.
///
/// It counts only where neither a column nor the file's place says it (CONTRACT §2).
struct TitleFacts: Hashable, Sendable {
    /// The unit's id or name, as written.
    var unit: String?
    var period: Period?
    /// The period as it is written; nil where there is none.
    var periodText: String?
    /// The physical line of the title that names the period.
    var periodLine: Int?
    /// The lowest unit that a line above the table names by its whole text.
    var letterhead: Int?

    init() {}

    /// Reads the rows above a header.
    init(_ block: Block, above row: Int, form: Int, context: ReadingTables) {
        for index in 0..<max(0, row) {
            let cells = (0..<Int(block.rows[index].cellCount))
                .map { block.text(row: index, column: $0).trimmedBlanks }
                .filter { !$0.isEmpty }
            for (position, cell) in cells.enumerated() {
                if cell.utf8.count <= 120, case .unit(let unit) = context.names.match(cell),
                    letterhead.map({ context.roster.isWithin(unit, $0) }) ?? true
                {
                    letterhead = unit
                }
                if let colon = cell.firstIndex(of: ":") {
                    note(cell[..<colon], cell[cell.index(after: colon)...], form, context)
                }
                if position + 1 < cells.count {
                    note(cell[...], cells[position + 1][...], form, context)
                }
            }
            if period != nil, periodLine == nil { periodLine = block.line(of: index) }
        }
    }

    private mutating func note(
        _ label: Substring,
        _ value: Substring,
        _ form: Int,
        _ context: ReadingTables
    ) {
        let value = String(value).trimmedBlanks
        guard !value.isEmpty,
            let meaning = context.headers.place(
                String(label),
                form: context.plan.forms.forms[form],
                index: form
            )
        else { return }
        switch meaning {
        case .field(let field) where field == context.plan.forms.forms[form].periodField:
            guard period == nil else { return }
            period = CellPeriod.parse(value, in: context.plan.calendar)
            periodText = period == nil ? nil : value
        default: if unit == nil { unit = value }
        }
    }
}
