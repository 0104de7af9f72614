internal import Model
internal import Plans

/// What the first rows of a file say: which form it is, and what each column holds.
extension FileReader {
    /// Looks for the header in the first block of a file; the blocks to read in its place where the
    /// table stands on its side, for which the block has to be the whole file.
    mutating func readHead(_ first: Block, isWhole: Bool) -> [Block]? {
        let finder = HeaderFinder(context: context)
        if let known = context.knownHeaders.table(of: first, finder) {
            cutter?.expectedCells = known.header.meanings.count
            accept(known, in: first, title(over: known.header, in: first))
            return nil
        }
        let outcome = finder.find(in: first)
        if isWhole, let table = vertical(in: first, besides: outcome, finder) {
            accept(table, from: first)
            return [table.block]
        }
        switch outcome {
        case .found(let header):
            cutter?.expectedCells = header.meanings.count
            let title = title(over: header, in: first)
            accept(HeaderTable(measured(header, title), context), in: first, title)
        case .formUnknown(let row):
            headRow = row
            reading.headerLine = first.line(of: row)
            reading.headerLines = FileReader.lines(of: row...row, in: first)
            countHead(first, through: row, height: 1)
            reading.headers = (0..<Int(first.rows[row].cellCount)).map {
                first.text(row: row, column: $0)
            }
            fileFinding(.formUnknown, ReadingMessages.formUnknown())
            noteOpenQuote(first)
        case .notFound where first.faults.contains(where: { $0.kind == .tooManyColumns }):
            headRow = -1
            fileFinding(
                .tooManyColumns,
                (
                    "Tệp có quá nhiều cột (tối đa \(CSVLimits.standard.columns)).",
                    "Bỏ các cột thừa rồi gửi lại tệp."
                )
            )
        case .notFound where isWhole && first.rows.indices.allSatisfy(first.isBlank):
            headRow = -1
            fileFinding(.empty, ReadingMessages.empty)
        case .notFound:
            headRow = -1
            fileFinding(
                .headerNotFound,
                ReadingMessages.headerNotFound(min(first.rows.count, HeaderFinder.depth))
            )
            noteOpenQuote(first)
        }
        return nil
    }

    /// Says where a quote was opened and never closed in the rows in which a header is looked for:
    /// it may be what keeps the header from being found.
    private mutating func noteOpenQuote(_ block: Block) {
        let fault = block.faults.first {
            $0.kind == .quoteUnbalanced && $0.row < HeaderFinder.depth
        }
        guard let fault else { return }
        reading.findings.append(
            Finding(
                fault.code,
                severity: fault.severity,
                unit: submitterID,
                file: place.path,
                row: fault.line,
                message: fault.wording.message,
                fix: fault.wording.fix
            )
        )
    }

    /// The physical lines of some rows.
    private static func lines(of rows: ClosedRange<Int>, in block: Block) -> ClosedRange<Int> {
        let last = rows.upperBound
        let end = block.line(of: last) + Int(block.rows[last].lineCount) - 1
        return block.line(of: rows.lowerBound)...max(end, block.line(of: last))
    }

    private mutating func countHead(_ block: Block, through row: Int, height: Int) {
        for index in 0...row {
            let lines = Int(block.rows[index].lineCount)
            if index > row - height {
                reading.lines.header += lines
            } else if block.isBlank(row: index) {
                reading.lines.blank += lines
            } else {
                reading.lines.layout += lines
            }
        }
    }

    /// The table on its side that tells more than a header across the top, if there is one.
    private func vertical(
        in block: Block,
        besides outcome: HeaderFinder.Outcome,
        _ finder: HeaderFinder
    ) -> VerticalTable? {
        var rival = 0
        var isPoor = false
        if case .found(let header) = outcome {
            rival = header.meanings.count { if case .field = $0 { true } else { false } }
            // An indicator beside a blank cell reads like a heading below `Chỉ tiêu`.
            isPoor = finder.missing(header) > 0
            guard isPoor || header.meanings.count <= 3 || rival <= 2 else { return nil }
        } else if HeaderFinder.unmendedReturn(block) != nil {
            return nil
        }
        return VerticalFinder(context: context).find(in: block, rival: rival, isRivalPoor: isPoor)
    }

    /// Takes a table that stood on its side; what stands around it has been counted with it.
    private mutating func accept(_ table: VerticalTable, from block: Block) {
        headRow = -1
        reading.isVertical = true
        reading.lines += table.lines
        let title = TitleFacts(
            block,
            above: table.firstRow,
            form: table.header.form,
            context: context
        )
        accept(
            HeaderTable(measured(table.header, title), context),
            line: table.lineOfColumn.first ?? 1,
            title: title,
            lineOfColumn: table.lineOfColumn,
            fault: table.refused == nil ? nil : .columnMissing
        )
        noteContradictions(title, table.lineOfColumn.first ?? 1)
        if let refused = table.refused {
            columnFinding(
                .columnMissing,
                refused.heading,
                refused.line,
                ReadingMessages.resultMissing(refused.heading)
            )
        }
        let form = context.plan.forms.forms[table.header.form]
        for (line, label) in table.unknown {
            columnFinding(
                .columnUnknown,
                label,
                line,
                ReadingMessages.columnUnknown(label, form.name)
            )
        }
        handBack(table.others, of: block)
    }

    /// Hands back the rows of tables that stand beside the one that is read.
    private mutating func handBack(_ rows: [Int], of block: Block) {
        guard let first = rows.first else { return }
        var texts = RejectedTexts()
        for row in rows {
            let place = texts.add(row, of: block)
            reading.rows += 1
            reading.rejected.append(
                RejectedRow(line: block.line(of: row), code: .formUnknown, place: place)
            )
        }
        texts.give(to: &reading.rejected)
        reading.findings.append(
            Finding(
                .formUnknown,
                unit: submitterID,
                file: place.path,
                row: block.line(of: first),
                message: ReadingMessages.tableBeside.0,
                fix: ReadingMessages.tableBeside.1
            )
        )
    }

    /// What the lines above a header say.
    private func title(over header: RecognisedHeader, in block: Block) -> TitleFacts {
        let top = header.row - header.height + 1
        return TitleFacts(block, above: top, form: header.form, context: context)
    }

    /// A header without the columns that the lines above it say are written in thousands.
    private func measured(_ header: RecognisedHeader, _ title: TitleFacts) -> RecognisedHeader {
        title.measures.isEmpty
            ? header : header.without(title.measures, context.plan.forms.forms[header.form])
    }

    private mutating func accept(_ table: HeaderTable, in block: Block, _ title: TitleFacts) {
        let header = table.header
        headRow = header.row
        countHead(block, through: header.row, height: header.height)
        let top = header.row - header.height + 1
        accept(table, line: block.line(of: header.row), title: title, lineOfColumn: nil)
        reading.headerLines = FileReader.lines(of: top...header.row, in: block)
        noteFurtherSerials(table, block.line(of: header.row))
        noteContradictions(title, block.line(of: header.row))
    }

    private mutating func accept(
        _ table: HeaderTable,
        line: Int,
        title: TitleFacts,
        lineOfColumn: [Int]?,
        fault: FindingCode? = nil
    ) {
        let header = table.header
        reading.form = header.form
        reading.headerLine = line
        reading.headers = header.headers
        reading.meanings = header.meanings
        for note in table.notes {
            columnFinding(note.code, note.header, line, note.wording, severity: note.severity)
        }
        let fault = table.fault ?? fault
        reading.headerFault = fault
        blockReader = BlockReader(
            context: context,
            place: place,
            table: table,
            fileFault: fault,
            title: title,
            lineOfColumn: lineOfColumn
        )
    }

    /// Says which further columns of serial numbers there are: nobody reads them.
    private mutating func noteFurtherSerials(_ table: HeaderTable, _ line: Int) {
        for column in table.furtherSerials {
            let header = table.header.headers[column]
            columnFinding(
                .columnUnknown,
                header,
                line,
                ReadingMessages.columnUnknown(header, table.form.name)
            )
        }
    }

    /// Says that the lines above a table contradict the place of the file, which decides.
    private mutating func noteContradictions(_ title: TitleFacts, _ line: Int) {
        guard let blockReader else { return }
        let title = title.compared(with: place.period, in: context.plan.calendar)
        reading.findings += blockReader.contradictions(of: title, line, isHead: true)
    }

    /// A finding about a column; it stands on the header's line but speaks for the whole file.
    private mutating func columnFinding(
        _ code: FindingCode,
        _ header: String,
        _ line: Int,
        _ wording: (message: String, fix: String),
        severity: Severity? = nil
    ) {
        reading.findings.append(
            Finding(
                code,
                severity: severity,
                unit: submitterID,
                file: place.path,
                row: line,
                column: header,
                message: wording.message,
                fix: wording.fix
            )
        )
    }
}
