internal import Model
internal import Plans

/// What the lines above a table say of all its rows: `Đơn vị: Phường Mẫu`, `Kỳ báo cáo: Năm 2024`.
///
/// It counts only where neither a column nor the file's place says it (CONTRACT §2).
struct TitleFacts: Hashable, Sendable {
    /// The unit's id or name, as written; empty where none is known below another one's table.
    var unit: String?
    var period: Period?
    /// The period as it is written; nil where there is none.
    var periodText: String?
    /// The physical line of the title that names the period.
    var periodLine: Int?
    /// The lowest unit that a line above the table names by its whole text.
    var letterhead: Int?
    /// All units that such lines name.
    var named: Set<Int> = []
    /// Whether a label of the unit stands there, with something behind it or nothing.
    var saysUnit = false
    /// Whether a label of the period does.
    var saysPeriod = false
    /// The time that the table's own title ends in: `DANH SÁCH … NĂM 2023`.
    ///
    /// A title may also speak of something else's year: it gives no row a period, and only says
    /// that a table is not of the time of the one above it.
    var heading: Heading?
    /// The time that stands alone in the last such line: `(Năm 2023)`.
    var loneTime: Heading?
    /// All times that titles and such lines name.
    var times: [Period] = []
    /// The measures that figures are written in where they are not single ones: `Đơn vị tính: nghìn
    /// đồng`.
    var measures: [LargeMeasure] = []

    /// A time in the words of a title.
    struct Heading: Hashable, Sendable {
        var period: Period
        var text: String
        var line: Int
    }

    init() {}

    /// Reads the rows above a header.
    init(_ block: Block, above row: Int, form: Int, context: ReadingTables) {
        for index in 0..<max(0, row) { read(block, index, form: form, context: context) }
    }

    /// Whether anything is said.
    var isEmpty: Bool { !saysUnit && !saysPeriod && letterhead == nil && heading == nil }

    /// Reads one more row; with `labelsOnly` what stands behind a label and nothing else.
    mutating func read(
        _ block: Block,
        _ row: Int,
        form: Int,
        context: ReadingTables,
        labelsOnly: Bool = false
    ) {
        let cells = (0..<Int(block.rows[row].cellCount))
            .map { block.text(row: row, column: $0).trimmedBlanks }
            .filter { !$0.isEmpty }
        if !labelsOnly, cells.count == 1 { readTime(cells[0], block.line(of: row), context) }
        for (position, cell) in cells.enumerated() {
            if !labelsOnly { readTitle(cell, block.line(of: row), context) }
            let next = position + 1 < cells.count ? cells[position + 1] : ""
            if let colon = cell.firstIndex(of: ":") {
                let value = String(cell[cell.index(after: colon)...]).trimmedBlanks
                note(cell[..<colon], value.isEmpty ? next : value, form, context)
            } else if let measure = TitleFacts.measureWithoutColon(cell) {
                note("Đơn vị tính", measure, form, context)
            }
            if !next.isEmpty { note(cell[...], next, form, context) }
        }
        if period != nil, periodLine == nil { periodLine = block.line(of: row) }
    }

    private mutating func readTitle(_ cell: String, _ line: Int, _ context: ReadingTables) {
        if cell.utf8.count <= 120, case .unit(let unit) = context.names.match(cell) {
            named.insert(unit)
            if letterhead.map({ context.roster.isWithin(unit, $0) }) ?? true { letterhead = unit }
        }
        if let period = TitleFacts.lastPeriod(of: cell, in: context.plan.calendar) {
            heading = Heading(period: period, text: cell, line: line)
            times.append(period)
        }
    }

    private mutating func readTime(_ cell: String, _ line: Int, _ context: ReadingTables) {
        guard cell.contains(where: \.isNumber),
            let time = SectionTime(cell, in: context.plan.calendar),
            case .period(let period) = time.meaning
        else { return }
        loneTime = Heading(period: period, text: cell, line: line)
        times.append(period)
    }

    private mutating func note(
        _ label: Substring,
        _ value: String,
        _ form: Int,
        _ context: ReadingTables
    ) {
        let key = Fold.key(String(label))
        if TitleFacts.measureLabels.contains(key), !value.isEmpty {
            var measures = LargeMeasure.all(in: value)
            // A district may be called Triệu Mẫu.
            if key == TitleFacts.unitOrMeasure, !measures.allSatisfy(\.countsKnownThings) {
                measures = []
            }
            self.measures += measures.filter { !self.measures.contains($0) }
            if !measures.isEmpty { return }
        }
        guard
            let meaning = context.headers.place(
                String(label),
                form: context.plan.forms.forms[form],
                index: form
            )
        else { return }
        switch meaning {
        case .field(let field) where field == context.plan.forms.forms[form].periodField:
            saysPeriod = true
            guard period == nil, !value.isEmpty else { return }
            period = CellPeriod.parse(value, in: context.plan.calendar)
            periodText = period == nil ? nil : value
        default:
            // `Đơn vị: triệu đồng` is the unit of measure.
            guard !TitleFacts.unitsOfMeasure.contains(Fold.key(value)) else { return }
            saysUnit = true
            if unit == nil, !value.isEmpty { unit = value }
        }
    }

    /// What stands behind `Đơn vị tính` where no colon parts them: `(Đơn vị tính nghìn đồng)`.
    private static func measureWithoutColon(_ cell: String) -> String? {
        guard cell.utf8.count <= 120 else { return nil }
        let words = cell.split { " ()".contains($0) }
        let length = (1...3).first { length in
            length < words.count
                && bareMeasureLabels.contains(
                    Fold.key(words[..<length].joined(separator: " "))
                )
        }
        return length.map { words[$0...].joined(separator: " ") }
    }

    private static let bareMeasureLabels = Set(
        ["đơn vị tính", "đvt", "đv tính", "tính bằng"].map(Fold.key)
    )

    /// What stands before a unit of measure; `Đơn vị` also before an office.
    private static let measureLabels = Set(
        ["đơn vị tính", "đvt", "đv tính", "đơn vị"].map(Fold.key)
    )

    private static let unitOrMeasure = Fold.key("đơn vị")

    static let unitsOfMeasure = Set(
        [
            "đồng", "nghìn đồng", "ngàn đồng", "1000 đồng", "1.000 đồng", "triệu đồng", "tỷ đồng",
            "vnđ", "người", "lượt người", "lượt", "bài", "tin, bài", "tập thể", "cá nhân", "hộ",
            "buổi", "cuộc", "cái", "điểm",
        ].map(Fold.key)
    )

    /// The time that the title of a table ends in; nil where it ends in none, or in a day.
    private static func lastPeriod(of title: String, in calendar: ReportingCalendar) -> Period? {
        guard title.utf8.count <= 400, title.contains(where: \.isNumber),
            RowKind.beginsTableTitle(title)
        else { return nil }
        let words = title.split { $0.isWhitespace || $0 == "(" || $0 == ")" }
        guard !words.contains(where: { Fold.key(String($0)) == day }) else { return nil }
        for start in words.indices.dropFirst() where words.count - start <= 8 {
            let text = words[start...].joined(separator: " ")
            if text.first?.isLetter == true || SectionTime.isSpan(text),
                let period = CellPeriod.parse(text, in: calendar)
            {
                return period
            }
        }
        return nil
    }

    private static let day = Fold.key("ngày")

    // MARK: - One table below another

    /// What holds below a header that stands once more, under lines that say something of their
    /// own; what they do not say stays as it was where that is certain.
    ///
    /// `head` is what the lines above the file's first table say, `placed` the period of the folder,
    /// which goes before all of it.
    func followed(
        by said: TitleFacts,
        head: TitleFacts,
        placed: Period?,
        _ context: ReadingTables
    ) -> TitleFacts {
        var next = self
        if said.saysUnit {
            next.unit = said.unit ?? ""
        } else if let other = said.letterhead, other != letterhead, !isBelow(other, context) {
            next.unit = ""
        }
        next.letterhead = said.letterhead ?? letterhead
        next.heading = said.heading ?? heading
        if said.saysPeriod {
            next.take(period: said)
        } else if let heading = said.heading?.period {
            if heading == head.heading?.period {
                next.take(period: head)
            } else if heading != placed ?? period {
                next.take(period: TitleFacts())
            }
        } else if !isSameUnit(as: next), period != head.period {
            // Which of the periods above holds for another unit is nowhere said.
            next.take(period: TitleFacts())
        }
        return next
    }

    private mutating func take(period said: TitleFacts) {
        period = said.period
        periodText = said.periodText
        periodLine = said.periodLine
    }

    /// Whether the unit that is named stands below another one, whose name may stand above it.
    private func isBelow(_ other: Int, _ context: ReadingTables) -> Bool {
        guard let unit, case .unit(let own) = context.names.match(unit) else { return false }
        return context.roster.isWithin(own, other)
    }

    private func isSameUnit(as other: TitleFacts) -> Bool {
        Fold.key(unit ?? "") == Fold.key(other.unit ?? "")
    }

    /// Whether the same is said, be it on other lines.
    func isSame(as other: TitleFacts) -> Bool {
        isSameUnit(as: other) && period == other.period && letterhead == other.letterhead
            && heading?.period == other.heading?.period
    }

    /// The lines over a file's first table, as they are compared with the period of its folder:
    /// where no label says the period, the title's own words do if none of them agrees.
    ///
    /// A title that names the year above a table of one of its quarters agrees.
    func compared(with placed: Period?, in calendar: ReportingCalendar) -> TitleFacts {
        guard !saysPeriod, let placed, let said = heading ?? loneTime else { return self }
        let span = calendar.span(placed)
        guard !times.contains(where: { calendar.span($0).contains(span) }) else { return self }
        var compared = self
        compared.period = said.period
        compared.periodText = said.text
        compared.periodLine = said.line
        return compared
    }

    /// The lines over a later table, as they are compared with the folder: where no label says the
    /// period, the title's own words do if they are others than those above the first table.
    func compared(withHead head: TitleFacts) -> TitleFacts {
        guard !saysPeriod, let heading, heading.period != head.heading?.period else { return self }
        var compared = self
        compared.period = heading.period
        compared.periodText = heading.text
        compared.periodLine = heading.line
        return compared
    }
}
