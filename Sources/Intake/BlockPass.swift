internal import Model
internal import Plans

/// One pass over the rows of a block: the state that goes from row to row.
struct BlockPass {
    let reader: BlockReader
    let block: Block
    var reading = BlockReading()
    var batch: RecordBatch
    var draft: RecordDraft
    /// The faults that the scanner found, by row.
    var faults: [Int: [CSVFault]] = [:]
    var fold: [UInt8] = []
    var nameFold: [UInt8] = []
    var days = DaySet()
    /// Units and periods that cells named before, by the digest of the cell's bytes.
    var unitMemo: [Digest: Int] = [:]
    var lastUnit: (digest: Digest, unit: Int)?
    var periodMemo: [Digest: Period] = [:]
    /// Set while a row is read: the first error decides the code of the rejected row.
    var rowFault: FindingCode?

    init(reader: BlockReader, block: Block) {
        self.reader = reader
        self.block = block
        batch = reader.emptyBatch()
        draft = RecordDraft(fieldCount: reader.form.fields.count)
        for fault in block.faults { faults[fault.row, default: []].append(fault) }
    }

    consuming func finish(from firstRow: Int) -> BlockReading {
        let inRows = reading.lines.total
        let skipped = block.rows.prefix(firstRow).reduce(0) { $0 + Int($1.lineCount) }
        reading.lines.blank += max(0, block.lines - inRows - skipped)
        reading.placement.days = days.members
        reading.batch = batch
        return reading
    }

    mutating func read(_ row: Int) {
        let lineCount = Int(block.rows[row].lineCount)
        if !block.rows[row].isSetAside, block.isBlank(row: row) {
            reading.lines.blank += lineCount
            return
        }
        rowFault = nil
        for fault in faults[row] ?? [] { note(fault, row) }
        if rowFault == nil { rowFault = reader.fileFault }
        if isLayout(row) {
            reading.lines.layout += lineCount
            return
        }
        reading.rows += 1
        var unit: Int?
        if rowFault == nil {
            checkWidth(row)
            unit = resolveUnit(row)
            readCells(row)
            let period = resolvePeriod(row)
            if let found = unit { unit = settle(found, period, row) }
            if rowFault == nil, let unit { take(row, unit: unit, period: period) }
        }
        if let code = rowFault {
            reading.rejected.append(
                RejectedRow(line: block.line(of: row), code: code, cells: cells(row))
            )
            reading.lines.rejected += lineCount
        } else {
            reading.lines.counted += lineCount
        }
    }

    func cells(_ row: Int) -> [String] {
        (0..<Int(block.rows[row].cellCount)).map { block.text(row: row, column: $0) }
    }

    mutating func take(_ row: Int, unit: Int, period: Period?) {
        // Locals of their own: a span of a property would bar every change of the pass.
        let bytes = block.bytes
        let scratch = draft.scratch
        var folded = fold
        fold = []
        let key = reader.key(
            unit: unit,
            period: period,
            draft: draft,
            bytes: bytes.span,
            fold: &folded
        )
        fold = folded
        guard let key else {
            report(.keyMissing, row, nil, nil, ReadingMessages.keyMissing)
            return
        }
        let form = reader.form
        batch.units.append(Int32(unit))
        batch.periods.append(period.map { batch.periodIndex($0) } ?? -1)
        var day = RecordBatch.blankDay
        if let field = form.datingField, case .day(let number) = draft.values[field] {
            day = number
        }
        batch.days.append(day)
        batch.keys.append(key)
        batch.lines.append(UInt32(truncatingIfNeeded: block.line(of: row)))
        if form.isContest { appendWork(bytes, scratch) }
        for field in form.fields.indices where reader.columnOfField[field] >= 0 {
            batch.append(
                draft.values[field],
                to: field,
                bytes: bytes.span,
                scratch: scratch.span
            )
        }
        batch.count += 1
    }

    /// The identity of a contest entry's work, and its authors (CONTRACT §11.3).
    mutating func appendWork(_ bytes: [UInt8], _ scratch: [UInt8]) {
        var hasher = DigestHasher()
        for field in [reader.titleField, reader.authorsField] {
            fold.removeAll(keepingCapacity: true)
            if field >= 0, case .text(let content) = draft.values[field] {
                let source = content.isEscaped ? scratch : bytes
                Fold.append(source.span.extracting(content.range), to: &fold)
                if field == reader.authorsField { appendAuthors(source, content) }
            }
            hasher.add(fold.span)
        }
        batch.works.append(hasher.finish())
        batch.authorEnds.append(UInt32(truncatingIfNeeded: batch.authors.count))
    }

    /// Authors are separated by `;` or `,` (CONTRACT §3); each name is folded by itself.
    mutating func appendAuthors(_ source: [UInt8], _ content: CellContent) {
        var start = content.start
        for index in content.start...content.end {
            let isEnd =
                index == content.end || source[index] == UInt8(ascii: ";")
                || source[index] == UInt8(ascii: ",")
            guard isEnd else { continue }
            nameFold.removeAll(keepingCapacity: true)
            Fold.append(source.span.extracting(start..<index), to: &nameFold)
            if !nameFold.isEmpty { batch.authors.append(Digest(nameFold).low) }
            start = index + 1
        }
    }
}
