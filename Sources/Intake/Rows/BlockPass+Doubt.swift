internal import Model
internal import Plans

/// Rows that could be two things: what they are is not guessed.
extension BlockPass {
    /// Reports a row of bare numbers without a unit in a table that names units: a total that
    /// nobody labelled, or somebody's figures.
    ///
    /// Where the numbers turn out to be the sums of the rows, the whole file tells, and it is a
    /// total (``FileReading``). A merged cell above is no doubt: there, each row has a period of
    /// its own.
    mutating func noteUnnamedTotal(_ row: Int, _ period: Period?) {
        guard !reader.isRegister, !reader.unitColumns.isEmpty, namesUnits,
            reader.unitColumns.allSatisfy({ block.content(row: row, column: $0).isEmpty })
        else { return }
        let isMerged = carriedUnit != .none && period != lastPeriod
        let isOwn = carriedUnit == .none && leafSubmitter != nil
        guard !isMerged, !isOwn else { return }
        var isCounted = false
        for cell in reader.cells where cell.column >= 0 {
            guard !block.content(row: row, column: cell.column).isEmpty else { continue }
            switch cell.type {
            case .int: isCounted = true
            case .decimal, .period: break
            case .text, .url, .date, .yesNo, .enum: return
            }
        }
        guard isCounted else { return }
        // Mended in another cell, it would still be nobody's.
        doubts.insert(.unit)
        guard rowFault == nil else { return }
        report(.unitUnknown, row, nil, nil, ReadingMessages.unnamedTotal)
        control("", row)
        reading.controls.unnamed.append((block.line(of: row), Int(block.rows[row].lineCount)))
    }

    /// Keeps the first and the last record of a table of reports where their unit has others below
    /// it: the whole file tells whether it is their sum (``FileReading``).
    mutating func noteNode(_ row: Int, _ unit: Int, _ period: Period?) {
        guard !reader.isRegister, !reader.unitColumns.isEmpty else { return }
        guard reader.context.hasUnitsBelow[unit] else {
            reading.nodeRows.last = nil
            return
        }
        var texts = RejectedTexts()
        let place = texts.add(row, of: block)
        var rows = [
            RejectedRow(
                line: block.line(of: row),
                code: .totalRow,
                place: place,
                unit: unit,
                period: period
            )
        ]
        texts.give(to: &rows)
        let node = NodeRow(unit: unit, lines: Int(block.rows[row].lineCount), row: rows[0])
        if batch.count == 1 { reading.nodeRows.first = node }
        reading.nodeRows.last = node
    }

    /// Hands back a row of a report that names neither unit nor period and holds no figure: it goes
    /// on with the text of the row above, or ends or divides the table, and would replace a report.
    mutating func noteContinuation(_ row: Int) {
        guard !reader.isRegister, rowFault == nil, reader.lineOfColumn == nil,
            reader.unitColumns.allSatisfy({ block.content(row: row, column: $0).isEmpty })
        else { return }
        var hasText = false
        var mayHaveFigures = false
        for cell in reader.cells where cell.column >= 0 {
            switch draft.values[cell.field] {
            case .blank: if !cell.type.isText, cell.type != .period { mayHaveFigures = true }
            case .text: hasText = true
            case .integer, .decimal, .day, .code, .period: return
            }
        }
        // Who reports words only, in a table for figures, reports nevertheless.
        guard !hasText || mayHaveFigures && batch.count > 0 else { return }
        report(.keyMissing, row, nil, nil, ReadingMessages.continuation)
    }

    /// Hands back a row of another period than the headings over its figures name.
    mutating func compare(_ period: Period?, with headed: HeadedTime, _ row: Int) {
        let calendar = reader.context.plan.calendar
        guard let period, rowFault == nil, !headed.contains(period, calendar),
            let headed = headed.period(over: period, calendar)
        else { return }
        report(
            .periodUnknown,
            row,
            nil,
            calendar.name(period),
            ReadingMessages.headedPeriod(calendar.name(period), calendar.name(headed)),
            expected: calendar.name(headed)
        )
    }

    /// Whether the headings over the figures name another period than the row's, or the row's is
    /// not known.
    func isUnderOtherPeriod(_ period: Period?) -> Bool {
        guard let headed = reader.header.time else { return false }
        let calendar = reader.context.plan.calendar
        if let period { return !headed.contains(period, calendar) }
        if let field = reader.datingField, case .day = draft.values[field] { return false }
        return true
    }

    /// The unit and the period of a row whose fault was seen before its cells were looked at, as
    /// far as other rows and the file say them.
    ///
    /// What was noticed in looking for them is not told: the row's own fault comes first.
    mutating func placeOfUnread(_ row: Int) -> (unit: Int?, period: Period?) {
        // What was never taken apart has no cells to go by, and a further table none of its own.
        let isWhole = block.rows[row].cellCount == 1 && reader.header.meanings.count > 1
        guard !isOtherTable, !block.rows[row].isSetAside, !isWhole else { return (nil, nil) }
        let (known, unlisted) = (reading.findings.count, reading.unlisted)
        let (fault, carried) = (rowFault, carriedUnit)
        let unit = resolveUnit(row)
        // What stands in the cell for the unit may be the whole row.
        if fault == .rowRagged { carriedUnit = carried }
        reading.findings.removeSubrange(known...)
        reading.unlisted = unlisted
        rowFault = fault
        // In a report a blank unit may be a total's as well; its period would tell.
        if unit == nil || (isUnitFromAbove && !reader.isRegister) { doubts.insert(.unit) }
        let isUnderTime = heads.time.map { $0.time.meaning != .own } ?? false
        if reader.header.time != nil || isUnderTime { doubts.insert(.period) }
        return (unit, reader.takesOwnTime ? nil : reader.place.period ?? heads.title.period)
    }

    /// The days of the plan's stage.
    var stage: DateSpan { reader.stage }

    mutating func reportOutside(_ row: Int, _ day: String) {
        let years = reader.context.plan.stage
        report(
            .periodOutside,
            row,
            reader.cells.first { $0.field == reader.datingField }?.column,
            day,
            ReadingMessages.dayOutside(day, years.lowerBound, years.upperBound)
        )
    }
}
