internal import Model
internal import Plans

/// The lines that stand directly over a header that stands once more: sheets of several units or
/// periods pasted under each other have one table below the other in one file.
extension BlockPass {
    /// How many lines above a header are looked at.
    private static let tallestTitles = 40

    /// Takes what the lines over a header that stands once more say of the rows below it; where they
    /// say nothing, or what those of the page before said, the table goes on.
    mutating func headTable(_ row: Int) {
        isBelowTable = false
        let top = lastDataRow(before: row)
        lastTableRow = row
        guard reader.lineOfColumn == nil else { return }
        let said = facts(after: top, before: row)
        guard !said.isEmpty else { return }
        let next = heads.title.followed(
            by: said,
            head: reader.title,
            placed: reader.place.period,
            reader.context
        )
        guard !next.isSame(as: heads.title) else { return }
        let isOtherUnit = Fold.key(next.unit ?? "") != Fold.key(heads.title.unit ?? "")
        let isOtherHead = said.letterhead != nil && next.letterhead != heads.title.letterhead
        heads.title = next
        heads.ranks = []
        if timeRow <= top { heads.time = nil }
        if isOtherUnit || isOtherHead { leaveUnit(said, top) }
        var told = said.compared(withHead: reader.title)
        // The title of a section gives the rows to the unit that it names.
        if sectionRow > top, case .unit = heads.section { told.letterhead = nil }
        for finding in reader.contradictions(of: told, block.line(of: row), isHead: false) {
            guard reading.findings.count < ListLimits.file else {
                reading.unlisted.findings += 1
                continue
            }
            reading.findings.append(finding)
        }
    }

    /// Ends what stood over the table above: the unit of its section and of its rows.
    ///
    /// A letterhead alone does not say whose the rows are that stood below a section before.
    private mutating func leaveUnit(_ said: TitleFacts, _ top: Int) {
        carriedUnit = .none
        heads.unitBreak = nil
        guard sectionRow <= top, heads.section != .none else { return }
        if !said.saysUnit, let unit = said.letterhead {
            guard heads.section != .unit(unit) else { return }
            heads.section = .unreadable(reader.context.roster.units[unit].name)
        } else {
            heads.section = .none
        }
    }

    /// The last row above a header that belongs to the table above, counted or not.
    private func lastDataRow(before row: Int) -> Int {
        let first = max(lastTableRow + 1, row - BlockPass.tallestTitles)
        let last = (first..<max(first, row)).last { row in
            guard !block.rows[row].isSetAside else { return true }
            let sketch = sketch(row)
            guard sketch.filled.count > 1, mayBeData(sketch) else { return false }
            let said = labels(row)
            return !said.saysUnit && !said.saysPeriod
        }
        return last ?? lastTableRow
    }

    /// What stands behind the labels of a row.
    private func labels(_ row: Int) -> TitleFacts {
        var said = TitleFacts()
        said.read(
            block,
            row,
            form: reader.header.form,
            context: reader.context,
            labelsOnly: true
        )
        return said
    }

    /// What the lines between two rows say.
    ///
    /// Below the signatures of the table above begins what belongs to the next one.
    private func facts(after top: Int, before row: Int) -> TitleFacts {
        var said = TitleFacts()
        if top < 0, let tail = heads.tail { said = tail }
        let rows = max(top + 1, row - BlockPass.tallestTitles)..<max(top + 1, row)
        let isRead = { (row: Int) in !block.rows[row].isSetAside && !block.isBlank(row: row) }
        let end = rows.last { row in
            isRead(row) && sketch(row).filled.contains { RowKind.isSignature($0.text) }
        }
        var own = end == nil ? said : TitleFacts()
        for row in rows where isRead(row) && row > end ?? -1 { read(row, into: &own) }
        guard let end else { return own }
        for row in rows where isRead(row) && row <= end { read(row, into: &said) }
        if !own.saysUnit {
            own.unit = said.unit
            own.saysUnit = said.saysUnit
        }
        if !own.saysPeriod, own.heading == nil {
            own.period = said.period
            own.periodText = said.periodText
            own.periodLine = said.periodLine
            own.saysPeriod = said.saysPeriod
        }
        return own
    }

    private func read(_ row: Int, into facts: inout TitleFacts) {
        facts.read(
            block,
            row,
            form: reader.header.form,
            context: reader.context,
            labelsOnly: !isTitleLine(sketch(row))
        )
    }

    /// Whether a row is a line of titles: words alone, or what stands beside a letterhead.
    private func isTitleLine(_ sketch: RowSketch) -> Bool {
        if sketch.filled.count == 1 { return RowKind.isWords(sketch.filled[0].text) }
        return sketch.filled.count <= 4
            && sketch.filled.contains {
                RowKind.isBesideLetterhead($0.text) || RowKind.isSignature($0.text)
            }
    }

    /// What the last lines of the block say, where a header may stand in the next one.
    func tail() -> TitleFacts? {
        // Smaller blocks are the last of their files.
        guard reader.lineOfColumn == nil, lastTableRow < block.rows.count - 1,
            block.bytes.count * 2 >= CSVLimits.standard.blockBytes
        else { return nil }
        let end = block.rows.count
        let tail = facts(after: lastDataRow(before: end), before: end)
        return tail.isEmpty ? nil : tail
    }

    /// A line that says whose the rows below it are or of what time, by what is seen at once.
    mutating func headAtSight(_ row: Int) -> LayoutRow? {
        guard reader.lineOfColumn == nil, hasFewCells(row) else { return nil }
        let sketch = sketch(row)
        if let labelled = labelled(row, sketch) { return labelled }
        if let title = timeTitle(row, sketch) { return .section(title) }
        let isLetterhead =
            sketch.number == nil
            && sketch.filled.contains { RowKind.isBesideLetterhead($0.text) }
        return isLetterhead && standsOverHeader(row) ? .heading : nil
    }

    /// A line with a label that says of what unit or period the rows below it are, as it stands over
    /// a header that follows: `Đơn vị: Phường Mẫu`.
    ///
    /// Without a header below it, it heads the rows of the unit that it names.
    private func labelled(_ row: Int, _ sketch: RowSketch) -> LayoutRow? {
        guard block.bytes[block.raw(row: row)].contains(UInt8(ascii: ":")) else { return nil }
        guard sketch.number == nil, !sketch.filled.isEmpty else { return nil }
        // A label and its value in one cell, with another cell beside it, may be a row of data.
        let isTitle =
            sketch.filled.count == 1 || sketch.filled[0].text.hasSuffix(":")
            || sketch.filled.allSatisfy { $0.text.contains(":") }
        guard isTitle else { return nil }
        let said = labels(row)
        guard said.saysUnit || said.saysPeriod else { return nil }
        if standsOverHeader(row) { return .heading }
        guard sketch.filled.count == 1, reader.unitColumns.isEmpty, let unit = said.unit,
            case .unit = reader.context.names.match(unit)
        else { return nil }
        return .section(unit)
    }

    /// Whether no more than two cells of a row are filled.
    private mutating func hasFewCells(_ row: Int) -> Bool {
        var filled = 0
        for column in 0..<Int(block.rows[row].cellCount)
        where !block.content(row: row, column: column).isEmpty {
            filled += 1
            if filled > 2 { return false }
        }
        return true
    }

    /// Whether a title over a header is one of those that stand over the table above, too, where
    /// offices stand above the one that writes.
    func isLetterhead(_ title: String, _ row: Int) -> Bool {
        guard let letterhead = heads.title.letterhead, let unit = namedUnit(title) else {
            return false
        }
        return reader.context.roster.isWithin(letterhead, unit) && standsOverHeader(row)
    }

    /// Whether nothing but titles stands between a row and a header.
    private func standsOverHeader(_ row: Int) -> Bool {
        let below = (row + 1)..<min(block.rows.count, max(row + 1, row + BlockPass.tallestTitles))
        for next in below where !block.isBlank(row: next) {
            if isHeaderLine(next) || isSameHeader(next) { return true }
            let sketch = sketch(next)
            guard
                isTitleLine(sketch)
                    || (sketch.filled.count <= 2 && sketch.filled.first?.text.contains(":") == true)
            else { return false }
        }
        return false
    }

    // MARK: - Blank units

    /// Reports a row without a unit below a total or the title of a section, in a table that names
    /// the units of its other rows: it is nobody's, least of all the office's that sent the file.
    ///
    /// A unit with none below it reports for itself alone.
    mutating func noteUnitBreak(_ row: Int) -> Bool {
        guard isUnitOfFile, rowFault == nil, let title = heads.unitBreak, rowsNameUnits else {
            return false
        }
        let named = heads.title.unit.flatMap { name -> Int? in
            guard case .unit(let unit) = reader.context.names.match(name) else { return nil }
            return unit
        }
        guard let unit = reader.place.submitter ?? reader.place.namedUnit ?? named,
            reader.context.hasUnitsBelow[unit]
        else { return false }
        report(.unitUnknown, row, nil, title, ReadingMessages.unitBelow(title))
        return true
    }

    // MARK: - Sections that name a time

    /// The title in a row that holds nothing but a time, with its number or without it: `I | Năm
    /// 2023`.
    ///
    /// In a column of periods it is the row's own.
    private func timeTitle(_ row: Int, _ sketch: RowSketch) -> String? {
        let calendar = reader.context.plan.calendar
        guard sketch.rest.count < 2 else { return nil }
        guard let only = sketch.rest.first else {
            let title = sketch.filled.first?.text ?? ""
            return title.contains(where: \.isLetter) && SectionTime(title, in: calendar) != nil
                ? title : nil
        }
        guard only.text.contains(where: \.isLetter), !isPeriodColumn(only.column),
            isLead(only.column), SectionTime(only.text, in: calendar) != nil,
            !reader.unitColumns.contains(only.column)
                || reader.context.names.match(only.text) == .unknown,
            !RowKind.beginsTableTitle(only.text) || !standsOverHeader(row),
            sketch.number.map({ isSerial($0, row) }) != true
        else { return nil }
        return only.text
    }

    /// Whether the number of a row is that of a row of data: the row below has the next one.
    private func isSerial(_ number: String, _ row: Int) -> Bool {
        guard let own = Int(number) else { return false }
        for next in (row + 1)..<max(row + 1, block.rows.count) where !block.isBlank(row: next) {
            return sketch(next).number.flatMap { Int($0) } == own + 1
        }
        return true
    }

    /// The time that stands alone in the first column of a list, which is one of periods, over rows
    /// that leave it blank.
    func timeOfGroup(_ sketch: RowSketch) -> String? {
        guard reader.isRegister, sketch.rest.count == 1, let only = sketch.rest.first,
            isPeriodColumn(only.column), isLead(only.column),
            SectionTime(only.text, in: reader.context.plan.calendar) != nil
        else { return nil }
        return only.text
    }

    /// Whether a column is the first that is neither for numbers nor for units.
    private func isLead(_ column: Int) -> Bool {
        (0..<column).allSatisfy {
            reader.isNumberColumn($0) || reader.unitColumns.contains($0)
                || !reader.header.headers.indices.contains($0) || reader.header.headers[$0].isEmpty
        }
    }

    private func isPeriodColumn(_ column: Int) -> Bool {
        reader.table.periodColumns.contains(column)
            || reader.cells.contains { $0.column == column && $0.type == .period }
    }

    /// Takes what the title of a section says of the rows below it: their unit, and their time.
    mutating func head(_ title: String, _ row: Int) {
        let number = sketch(row).number.flatMap { $0 == title ? nil : $0 }
        let isUnit = reader.unitColumns.isEmpty && namedUnit(title) != nil
        let rank = SectionRank(number: number, title: title, isUnit: isUnit)
        let time = SectionTime(title, in: reader.context.plan.calendar)
        // What stands over the header of each page is the letterhead, not a section of its own, and
        // a time within a unit's section leaves the rows to that unit.
        if !isLetterhead(title, row), time == nil || !isWithinUnit(rank) {
            sectionRow = row
            heads.sectionRank = rank
            headSection(title)
        }
        headTime(time, rank, row)
    }

    /// Whether a section of a rank stands below the one that names a unit.
    private func isWithinUnit(_ rank: SectionRank) -> Bool {
        guard case .unit = heads.section else { return false }
        return rank != heads.sectionRank && !heads.ranks.contains(rank)
    }

    /// Takes the title of a section for the time of the rows below it, or for the end of such a
    /// section: the next one of its rank or of one above it.
    private mutating func headTime(_ time: SectionTime?, _ rank: SectionRank, _ row: Int) {
        if let time {
            if let above = heads.time, above.rank != rank { heads.ranks.insert(above.rank) }
            timeRow = row
            heads.time = StandingHeads.TimeSection(time: time, rank: rank)
            return
        }
        guard let above = heads.time else {
            if rank != .plain { heads.ranks.insert(rank) }
            return
        }
        let isNext = rank.isNumbered && rank == above.rank
        if isNext || (rank != .plain && heads.ranks.contains(rank)) {
            heads.time = nil
        } else {
            heads.ranks.insert(above.rank)
        }
    }

    /// Reports a row below a section of another time than the row's own, or than the file's where
    /// the row says none; `own` are the days that it names.
    mutating func isOfOtherTime(_ row: Int, own: DateSpan?) -> Bool {
        guard let section = heads.time, section.time.meaning != .own else { return false }
        let calendar = reader.context.plan.calendar
        let placed = (reader.place.period ?? heads.title.period).map(calendar.span)
        let year = (own ?? placed).map { calendar.year(of: $0.to) }
        let isSame: Bool
        if let period = section.time.period(in: year, calendar) {
            let span = calendar.span(period)
            isSame = own.map(span.contains) ?? (placed == span)
        } else if let own, let placed, section.time.meaning == .other {
            isSame = !placed.overlaps(own)
        } else {
            isSame = false
        }
        if isSame { return false }
        doubts.insert(.period)
        let title = section.time.title
        if rowFault == nil {
            report(.periodUnknown, row, nil, title, ReadingMessages.sectionTime(title))
        }
        return true
    }
}
