internal import Model
internal import Plans

extension BlockPass {
    /// A row that is no data, by what is seen at once; nil for all that is to be read.
    ///
    /// What is asked here of every row is mutating although it changes nothing: anything else would
    /// be handed a copy of the whole pass for each row.
    mutating func layoutAtSight(_ row: Int) -> LayoutRow? {
        guard rowFault == nil || reader.fileFault != nil else { return nil }
        if isRepeatedHeader(row) {
            headTable(row)
            rowsSinceHeader = 0
            return .heading
        }
        if isSerialHeading(row) {
            guard isSameHeader(row) else { return .otherTable }
            headTable(row)
            rowsSinceHeader = 0
            return .heading
        }
        defer { rowsSinceHeader += 1 }
        if rowsSinceHeader < 2, isColumnNumbers(row) { return .heading }
        let total = totalLabel(row)
        if let label = total.text { return .total(label) }
        if let layout = headAtSight(row) { return layout }
        if isNumberOnly(row) {
            let title = sketch(row).filled.first {
                RowKind.isNumberedTitle($0.text) || isUnitTitle($0.text)
            }
            return title.map { .section($0.text) } ?? .heading
        }
        if total.filled < 2, isLonePlaceAndDate(row) {
            isBelowTable = true
            return .signature
        }
        guard isBelowTable || reader.isSparse(block, row) else { return nil }
        let sketch = sketch(row)
        if isBelowTable {
            isBelowTable = !mayBeData(sketch)
        } else {
            isBelowTable = endsTable(row, sketch)
        }
        return isBelowTable ? .signature : nil
    }

    /// Whether a row is the `(1) (2) (3)` row under the header.
    ///
    /// Plain numbers that count up may be data: there, one of them stands where no number can, or
    /// the first row of data begins again at 1; and no unit may bear the number for its id.
    private func isColumnNumbers(_ row: Int) -> Bool {
        guard !holdsWord(row) else { return false }
        let texts = cells(row)
        guard RowKind.isColumnNumbers(texts, leastPlain: 3) else { return false }
        let isPlain = texts.allSatisfy { text in
            text.trimmedBlanks.allSatisfy { $0.isASCII && $0.isNumber }
        }
        guard isPlain else { return true }
        guard
            !reader.unitColumns.contains(where: {
                $0 < texts.count && reader.context.names.match(texts[$0]) != .unknown
            }),
            let first = texts.firstIndex(where: { !$0.trimmedBlanks.isEmpty })
        else { return false }
        let isOutOfPlace = texts.enumerated().contains { column, text in
            !text.trimmedBlanks.isEmpty && !reader.unitColumns.contains(column)
                && isRight(text, in: column) == false
        }
        if isOutOfPlace { return true }
        // A gap or a row of totals may stand between.
        let next = (row + 1)..<min(block.rows.count, row + 10)
        let below = next.lazy.map { self.block.text(row: $0, column: first).trimmedBlanks }
            .first { !$0.isEmpty }
        guard let below else { return false }
        return below == "1" || below == "01" || Int(below) == nil
    }

    /// Whether some cell has two plain letters, which no column number has.
    private func holdsWord(_ row: Int) -> Bool {
        for column in 0..<Int(block.rows[row].cellCount) {
            var letters = 0
            for index in block.content(row: row, column: column).range
            where (0x61...0x7A).contains(block.bytes[index] | 0x20) {
                letters += 1
                if letters == 2 { return true }
            }
        }
        return false
    }

    /// What a row is that could not be read: a header, layout, or nil where it is data with a
    /// fault.
    mutating func kindOfUnread(_ row: Int) -> LayoutRow? {
        if isOtherTable {
            let sketch = sketch(row)
            if sketch.isSignature { return .signature }
            // A title; what else stands in a table that nobody reads is handed back.
            let isTitle =
                sketch.filled.count == 1 && sketch.filled[0].text.allSatisfy { !$0.isNumber }
            return isTitle ? .heading : nil
        }
        if isSameHeader(row) {
            headTable(row)
            rowsSinceHeader = 0
            return .heading
        }
        return beginsTable(row) ? .otherTable : layoutOfUnread(row)
    }

    /// What a row is that could not be read as data; nil where it is data with a fault.
    ///
    /// Only rows that would be rejected are looked at, so that no row that counts is ever taken for
    /// a heading.
    mutating func layoutOfUnread(_ row: Int) -> LayoutRow? {
        let sketch = sketch(row)
        if sketch.isFormulaTail { return .formulaTail }
        // What stands over the header of a further page belongs to it.
        if sketch.filled.count == 1, row + 1 < block.rows.count, isHeaderLine(row + 1) {
            let title = sketch.filled[0].text
            return isUnitTitle(title) && namedUnit(title) != nil ? .section(title) : .heading
        }
        if let time = timeOfGroup(sketch) { return .section(time) }
        // At the top of a further page the columns may be numbered once more.
        if sketch.filled.allSatisfy({ $0.text.hasPrefix("(") }),
            RowKind.isColumnNumbers(sketch.filled.map(\.text))
        {
            return .heading
        }
        if endsTable(row, sketch) {
            isBelowTable = true
            return .signature
        }
        if let label = totalName(row, sketch) { return .total(label) }
        let isName = isNameInCapitals(sketch)
        if sketch.isSection, let title = sketch.rest.first, !namesUnit(title, sketch),
            !numberIsUnit(sketch), !isName
        {
            let isTitle =
                RowKind.isSectionTitle(title.text) || isUnitTitle(title.text)
                || (sketch.rest.count == 1 && isRight(title.text, in: title.column) == false)
            let hasPeriod = sketch.rest.contains { cell in
                reader.cells.contains { $0.column == cell.column && $0.type == .period }
                    && !(cell.column == title.column && isTitle)
            }
            // A row with its own period is a report of somebody.
            if !hasPeriod {
                return sketch.rest.count > 1 ? .sectionTotal(title.text) : .section(title.text)
            }
        }
        // A name that was written over the columns, or a title with its number in one cell. In the
        // column of units a title may be a unit that nobody knows, whose rows are below.
        if let title = leadText(sketch),
            isUnitTitle(title)
                || (RowKind.isNumberedTitle(title) && !isName
                    && !reader.unitColumns.contains(sketch.rest[0].column))
        {
            return .section(title)
        }
        return isUnwritten(sketch) && !isCutBehindUnit(row, sketch) ? .heading : nil
    }

    /// Whether a row was prepared for a record that nobody wrote: its unit and year, and nothing
    /// else; or that there was nothing to report.
    private func isUnwritten(_ sketch: RowSketch) -> Bool {
        guard reader.isRegister,
            sketch.rest.allSatisfy({
                reader.isPlaceColumn($0.column) || RowKind.isNothing($0.text)
            })
        else { return false }
        let places = sketch.rest.filter { !RowKind.isNothing($0.text) }
        return places.count < 2
            || places.contains(where: { isRight($0.text, in: $0.column) != false })
    }

    /// Takes a row of layout into account.
    mutating func note(_ layout: LayoutRow, _ row: Int) {
        reading.lines.layout += Int(block.rows[row].lineCount)
        switch layout {
        case .heading, .formulaTail, .otherTable: break
        // What stands below another heading does not go on with the rows above it.
        case .section(let title), .sectionTotal(let title), .total(let title):
            carriedUnit = .none
            if !reader.unitColumns.isEmpty { heads.unitBreak = title }
        case .signature: carriedUnit = .none
        }
        switch layout {
        case .heading, .signature, .otherTable: break
        case .formulaTail:
            reading.formulaTail.first = reading.formulaTail.first ?? block.line(of: row)
            reading.formulaTail.count += 1
        case .section(let title):
            bound(row)
            head(title, row)
        case .sectionTotal(let label):
            bound(row)
            head(label, row)
            control(label, row)
        case .total(let label):
            lastTableRow = row
            report(.totalRow, row, nil, nil, ReadingMessages.totalRow)
            control(label, row)
        }
    }

    private mutating func bound(_ row: Int) {
        guard reading.controls.sections.count < ListLimits.layout else { return }
        reading.controls.sections.append(block.line(of: row))
    }

    /// Keeps the numbers of a row of totals, to be compared with the rows.
    mutating func control(_ label: String, _ row: Int) {
        guard reading.controls.totals.count < ListLimits.layout else { return }
        var numbers: [Int: Int64] = [:]
        for cell in reader.cells where cell.column >= 0 && !reader.form.fields[cell.field].isKey {
            let content = block.content(row: row, column: cell.column)
            guard !content.isEmpty else { continue }
            let all = block.bytes
            let bytes = all.span.extracting(content.range)
            switch cell.type {
            case .int:
                if case .value(let number) = CellNumber.parseInt(bytes) {
                    numbers[cell.field] = number
                }
            // Shares and scores are not added up.
            case .decimal
            where reader.table.tokens[cell.field].dash == .zero
                && !CellNumber.isPercentage(bytes):
                if case .value(let digits, let scale) = CellNumber.parseDecimal(bytes) {
                    numbers[cell.field] = ControlTotal.millionths(digits, scale: scale)
                }
            default: break
            }
        }
        reading.controls.totals.append(
            ControlTotal(
                line: block.line(of: row),
                label: label,
                numbers: numbers,
                count: reader.table.isPlainList ? DeclaredCount(label) : nil
            )
        )
    }

    /// Reports a row that is shorter or longer than the header.
    mutating func checkWidth(_ row: Int) {
        let expected = reader.header.meanings.count
        let found = Int(block.rows[row].cellCount)
        if found < expected, isCutShort(row, found) {
            report(
                .rowRagged,
                row,
                nil,
                nil,
                ReadingMessages.cutShort(found, expected),
                severity: .error
            )
        } else if found < expected {
            // Excel leaves out trailing delimiters: what is missing is blank.
            report(
                .rowRagged,
                row,
                nil,
                nil,
                ReadingMessages.ragged(found, expected, isRejected: false)
            )
        } else if found > expected,
            (expected..<found).contains(where: { !block.content(row: row, column: $0).isEmpty })
        {
            report(
                .rowRagged,
                row,
                nil,
                nil,
                ReadingMessages.ragged(found, expected, isRejected: true),
                severity: .error
            )
        }
    }

    /// Whether a row is the last of a file, no line end stands behind it, and it is shorter than
    /// all others: the file may have been cut off within a number.
    private func isCutShort(_ row: Int, _ found: Int) -> Bool {
        guard row == block.rows.count - 1, block.raw(row: row).upperBound == block.bytes.count,
            reader.lineOfColumn == nil
        else { return false }
        let top = block.firstRecord == 1 ? max(0, reader.header.row) : 0
        return row > top
            && (top..<row).allSatisfy {
                Int(block.rows[$0].cellCount) > found || block.isBlank(row: $0)
            }
    }

    /// Whether a row is the last of a file that was cut off behind the unit of a row of data.
    private func isCutBehindUnit(_ row: Int, _ sketch: RowSketch) -> Bool {
        guard sketch.filled.count == 1, let only = sketch.filled.first,
            reader.unitColumns.contains(only.column), isCutShort(row, only.column + 1),
            case .unit = reader.context.names.match(only.text)
        else { return false }
        return Int(block.rows[row].cellCount) == only.column + 1
    }

    // MARK: - What a row looks like

    func sketch(_ row: Int) -> RowSketch {
        // The columns alone: a closure over the pass would copy it for each row.
        let numbers = reader.numberColumns
        return RowSketch(block, row: row) { numbers.contains($0) }
    }

    /// The text that stands alone in a row, in the first column or behind none but numbers and
    /// nameless ones.
    func leadText(_ sketch: RowSketch) -> String? {
        guard sketch.rest.count == 1, let only = sketch.rest.first else { return nil }
        let isLead = (0..<only.column).allSatisfy { column in
            reader.isNumberColumn(column)
                || (reader.header.headers.indices.contains(column)
                    && reader.header.headers[column].isEmpty)
        }
        guard isLead else { return nil }
        // Behind a number it may be a row that nobody finished, except where no words belong.
        if sketch.number != nil {
            return isRight(only.text, in: only.column) == false ? only.text : nil
        }
        // Below rows of data a lone text behind the first column may go on with the one above it:
        // titles begin at the top.
        let isTop = reading.rows == 0 || !reading.controls.sections.isEmpty
        return only.column == 0 || isTop ? only.text : nil
    }

    /// A row that is numbered and nothing else: prepared, and never written in.
    private mutating func isNumberOnly(_ row: Int) -> Bool {
        guard !reader.numberColumns.isEmpty else { return false }
        for column in 0..<Int(block.rows[row].cellCount)
        where !block.content(row: row, column: column).isEmpty {
            guard reader.isNumberColumn(column) else { return false }
        }
        return true
    }

    /// Whether what may be the number of a section is a unit of the roster, as in `A` or `II`, in
    /// the column for units: such a row is handed back, not taken for a heading.
    private func numberIsUnit(_ sketch: RowSketch) -> Bool {
        guard let number = sketch.number, let first = sketch.filled.first,
            reader.unitColumns.contains(first.column)
        else { return false }
        return reader.context.names.match(number) != .unknown
    }

    /// Whether the title of what may be a section is really the unit of a row of data, well or ill
    /// written.
    private func namesUnit(_ title: RowSketch.Filled, _ sketch: RowSketch) -> Bool {
        guard reader.unitColumns.contains(title.column) else { return false }
        let names = reader.context.names
        guard case .unit(let unit) = names.match(title.text) else {
            return names.suggestion(for: title.text, within: reader.place.submitter) != nil
        }
        let roster = reader.context.roster
        let isNode = roster.units.contains { $0.parent == roster.units[unit].id }
        return !isNode || sketch.rest.count > 1
    }
}

/// A row of a table that is no data.
enum LayoutRow {
    /// A repeated header, column numbers, a row that is only numbered.
    case heading
    /// A title over the rows below.
    case section(String)
    /// Such a title with the sums of its rows beside it.
    case sectionTotal(String)
    case total(String)
    /// Signatures, place and date, footnotes.
    case signature
    /// Formulas that found nothing.
    case formulaTail
    /// The header of a further table.
    case otherTable

    /// Whether what was seen at once may be more than layout; totals have been told by their label.
    var mayHideData: Bool {
        switch self {
        case .heading, .section, .sectionTotal, .signature: true
        case .total, .formulaTail, .otherTable: false
        }
    }
}
