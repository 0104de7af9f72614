internal import Model
internal import Plans

/// One pass over the rows of a block: the state that goes from row to row.
struct BlockPass {
    let reader: BlockReader
    let block: Block
    var reading = BlockReading()
    var batch: RecordBatch
    private var places: RecordPlaces
    var draft: RecordDraft
    /// The values of the rows that were taken over, row by row, each in the order of the cells.
    private var taken: [RecordDraft.Value] = []
    /// The faults that the scanner found, by row.
    var faults: [Int: [CSVFault]] = [:]
    var fold: [UInt8] = []
    var nameFold: [UInt8] = []
    /// The sum of the loose hashes of the authors of the row.
    var byline: UInt64 = 0
    var days = DaySet()
    /// Units and periods that cells named before, by the digest of the cell's bytes.
    var unitMemo = DigestMemo()
    var periodMemo: [Digest: Period] = [:]
    /// Enum values that cells gave before, by the digest of field and bytes.
    var codeMemo = DigestMemo()
    /// Set while a row is read: the first error decides the code of the rejected row.
    var rowFault: FindingCode?
    /// The unit that the rows below belong to while their own unit cells are blank.
    var carriedUnit: CarriedUnit
    /// How many rows of data or layout stand between the header and the row.
    var rowsSinceHeader: Int
    /// What the row added to the file's placement, taken back where the row turns out to be layout.
    var placedPeriod: Period?
    var placedDay: Int32?
    /// Texts that name no unit or no value of a list, with what they probably mean.
    var strangers: [Digest: (name: String, id: String)?] = [:]
    /// What stands over the row: the titles of the table and of the section.
    var heads: StandingHeads
    /// The rows of the last titles of sections that named a unit or another thing, and a time.
    var sectionRow = -1
    var timeRow = -1
    /// The last row that was counted, was a total or a header: titles stand below it.
    var lastTableRow: Int
    /// Whether the row's unit is that of the file, for lack of one of its own.
    var isUnitOfFile = false
    /// Whether titles that name no unit nearly do.
    var nearUnits: [String: Bool] = [:]
    /// Whether the title of some section of the block names a unit; a letterhead above the table is
    /// none.
    lazy var sectionsNameUnits = block.rows.indices.dropFirst(
        block.firstRecord == 1 ? max(0, reader.header.row + 1) : 0
    ).contains { row in
        sectionTitle(row).map { namedUnit($0) != nil } == true
    }
    /// The period of the row before.
    var lastPeriod: Period?
    /// Whether a further table has begun, whose columns are not those of the header.
    var isOtherTable = false
    /// Whether some row of the block names its unit.
    lazy var namesUnits = block.rows.indices.contains { row in
        reader.unitColumns.contains { !block.content(row: row, column: $0).isEmpty }
    }
    /// Whether some row below the header names a unit that there is.
    lazy var rowsNameUnits = block.rows.indices.dropFirst(
        block.firstRecord == 1 ? max(0, reader.header.row + 1) : 0
    ).contains { row in
        reader.unitColumns.contains { column in
            !block.content(row: row, column: column).isEmpty
                && reader.context.names.match(
                    FormulaText.plain(block.text(row: row, column: column))
                ) != .unknown
        }
    }
    /// Whether the signatures below the table have begun.
    var isBelowTable = false

    /// Whether the row takes the unit of a row above it.
    var isUnitFromAbove = false
    /// What nobody knows of the row.
    var doubts: RejectedRow.Doubts = []
    /// The columns without a heading that no row of data has filled in so far.
    var openNameless: [Int]
    /// Whether the rows are worth a look for characters that nobody sees.
    let mayBeOdd: Bool
    var findingKinds = FindingKinds()
    /// The cells of the rows that are not counted.
    private var rejectedTexts = RejectedTexts()
    let mended: MendedBlock
    private let offsetShift: Int?

    init(
        reader: BlockReader,
        block mended: MendedBlock,
        carried: CarriedUnit,
        heads: StandingHeads,
        offsetShift: Int?
    ) {
        self.reader = reader
        self.mended = mended
        self.offsetShift = offsetShift
        let block = mended.block
        self.block = block
        mayBeOdd = BlockOddities.mayBe(in: block.bytes)
        self.heads = heads
        carriedUnit = heads.unitBreak == nil ? carried : .none
        lastTableRow = block.firstRecord == 1 && reader.lineOfColumn == nil ? reader.header.row : -1
        // Where the table stood on its side, a column without a heading is a line without a label.
        openNameless = reader.lineOfColumn == nil ? reader.table.namelessColumns : []
        // Column numbers stand right under the header of the file.
        rowsSinceHeader = block.firstRecord == 1 && reader.lineOfColumn == nil ? 0 : 2
        batch = reader.table.emptyBatch
        draft = RecordDraft(fieldCount: reader.table.form.fields.count)
        taken.reserveCapacity(block.rows.count * reader.cells.count)
        batch.reserve(block.rows.count, isContest: reader.isContest)
        places = RecordPlaces(reserving: block.rows.count, isContest: reader.isContest)
        for fault in block.faults { faults[fault.row, default: []].append(fault) }
    }

    consuming func finish(from firstRow: Int) -> BlockReading {
        let inRows = reading.lines.total
        let skipped = block.rows.prefix(firstRow).reduce(0) { $0 + Int($1.lineCount) }
        // A line longer than a block ends in a later one, which then has a line more than its rows.
        reading.lines.blank += block.lines - inRows - skipped
        reading.placement.days = days.members
        batch.take(places)
        batch.fill(reader.cells, from: taken, bytes: block.bytes, scratch: draft.scratch)
        if let excerpt = reader.excerpt {
            batch.keep(
                excerpt,
                of: reader.cells,
                from: taken,
                bytes: block.bytes,
                scratch: draft.scratch
            )
        }
        reading.batch = batch
        reading.endsInOtherTable = isOtherTable
        heads.tail = tail()
        if !heads.isNeutral(below: reader.title) { reading.heads = heads }
        let texts = rejectedTexts
        texts.give(to: &reading.rejected)
        return reading
    }

    mutating func read(_ row: Int) {
        let lineCount = Int(block.rows[row].lineCount)
        if !block.rows[row].isSetAside, block.isBlank(row: row) {
            reading.lines.blank += lineCount
            return
        }
        rowFault = nil
        isUnitFromAbove = false
        isUnitOfFile = false
        doubts = []
        let known = reading.findings.count
        let unlisted = reading.unlisted
        if !faults.isEmpty { for fault in faults[row] ?? [] { note(fault, row) } }
        if !mended.mends.isEmpty || !mended.unreadable.isEmpty { noteMends(row) }
        // Whatever else is wrong with a row of a further table, the columns are not its own.
        if isOtherTable {
            rowFault = .formUnknown
        } else if rowFault == nil {
            rowFault = reader.fileFault
        }
        /// Whether it is known by now what the row is.
        var isTold = false
        if !reader.isRefusedUpright, let layout = layoutAtSight(row) {
            isTold = handBack(row, layout, isRead: false)
            guard isTold else { return }
        }
        placedPeriod = nil
        placedDay = nil
        let mentionedOthers = reading.mentionsOthers
        let isUnread = rowFault != nil
        var (unit, period): (Int?, Period?) = isUnread ? (nil, nil) : readData(row)
        if mayBeOdd { noteOddities(row) }
        if let unit { name(unit, inFindingsFrom: known) }
        let layout =
            rowFault == nil || isTold || reader.isRefusedUpright || block.rows[row].isSetAside
            ? nil : kindOfUnread(row)
        if let layout {
            reading.findings.removeSubrange(known...)
            reading.unlisted = unlisted
            rowFault = nil
            if let placedPeriod { reading.placement.periods.remove(placedPeriod) }
            if let placedDay { days.remove(placedDay) }
            reading.mentionsOthers = mentionedOthers
            guard handBack(row, layout, isRead: true) else { return }
        }
        guard let code = rowFault else {
            reading.rows += 1
            reading.lines.counted += lineCount
            lastTableRow = row
            if isUnitFromAbove { noteUnitFromAbove(row) }
            if !openNameless.isEmpty { noteNameless(row, isCounted: true) }
            return
        }
        if !openNameless.isEmpty { noteNameless(row, isCounted: false) }
        if isUnread { (unit, period) = placeOfUnread(row) }
        reject(row, code, unit: doubts.contains(.unit) ? nil : unit, period: period)
    }

    /// Reads a row that nothing is known to be wrong with, and counts it where that is so.
    ///
    /// Gives the unit and the period that it is about.
    private mutating func readData(_ row: Int) -> (unit: Int?, period: Period?) {
        checkWidth(row)
        var unit = resolveUnit(row)
        // A local of its own: a span of a property would bar every change of the pass.
        let bytes = block.bytes
        readCells(row, bytes.span)
        let period = resolvePeriod(row)
        if let headed = reader.header.time { compare(period, with: headed, row) }
        if reader.header.time != nil, isUnderOtherPeriod(period) { doubts.insert(.period) }
        noteUnnamedTotal(row, period)
        if noteUnitBreak(row) { unit = nil }
        if unit == nil { doubts.insert(.unit) }
        noteContinuation(row)
        lastPeriod = period
        let settled = unit.flatMap { settle($0, period, row) }
        if rowFault == nil, let unit, let settled {
            take(row, unit: settled, written: unit, period: period)
            if rowFault == nil { noteNode(row, settled, period) }
        }
        return (unit, period)
    }

    /// Reports what looks like layout and is more than that; takes all else into account as layout,
    /// and is false then.
    ///
    /// A label of totals that is seen at once is looked at no further.
    private mutating func handBack(_ row: Int, _ layout: LayoutRow, isRead: Bool) -> Bool {
        if case .otherTable = layout {
            isOtherTable = true
            report(.formUnknown, row, nil, nil, ReadingMessages.otherTable)
            rowFault = .formUnknown
            return true
        }
        guard isRead || layout.mayHideData, let joined = joinedText(row, layout) else {
            note(layout, row)
            if mayBeOdd || !mended.unreadable.isEmpty { noteDamage(row) }
            return false
        }
        reportJoined(row, joined)
        return true
    }

    /// Keeps a row that does not count.
    mutating func reject(_ row: Int, _ code: FindingCode, unit: Int?, period: Period?) {
        reading.rows += 1
        reading.lines.rejected += Int(block.rows[row].lineCount)
        guard reading.rejected.count < ListLimits.file else {
            reading.unlisted.rows += 1
            return
        }
        reading.rejected.append(
            RejectedRow(
                line: block.line(of: row),
                code: code,
                place: rejectedTexts.add(row, of: block),
                unit: unit,
                period: period,
                doubts: doubts
            )
        )
    }

    /// Where no folder says who sent the file, the row's own unit is its submitter (CONTRACT §2):
    /// what was noticed about the row goes to it.
    private mutating func name(_ unit: Int, inFindingsFrom first: Int) {
        for index in first..<reading.findings.count where reading.findings[index].unit == nil {
            reading.findings[index].unit = reader.context.roster.units[unit].id
        }
    }

    /// The offset of a record in the file; nil where the file was converted.
    func fileOffset(of row: Int) -> Int? {
        offsetShift.map { mended.original.fileOffset(of: row) + $0 }
    }

    func cells(_ row: Int) -> [String] {
        (0..<Int(block.rows[row].cellCount)).map { block.text(row: row, column: $0) }
    }

    mutating func take(_ row: Int, unit: Int, written: Int, period: Period?) {
        // Locals of their own: a span of a property would bar every change of the pass.
        let bytes = block.bytes
        let key = reader.key(
            unit: unit,
            written: written,
            period: period,
            draft: draft,
            bytes: bytes.span,
            fold: &fold
        )
        guard let key else {
            report(.keyMissing, row, nil, nil, ReadingMessages.keyMissing)
            return
        }
        places.units.append(Int32(unit))
        if written != unit {
            batch.inherited.append(UInt32(truncatingIfNeeded: batch.count))
            batch.inherited.append(UInt32(truncatingIfNeeded: written))
            let own = reader.key(
                unit: written,
                written: written,
                period: period,
                draft: draft,
                bytes: bytes.span,
                fold: &fold
            )
            batch.inheritedKeys.append(own ?? key)
        }
        places.periods.append(period.map { batch.periodIndex($0) } ?? -1)
        var day = RecordBatch.blankDay
        if let field = reader.datingField, case .day(let number) = draft.values[field] {
            day = number
        }
        places.days.append(day)
        batch.identities.held.keys.append(key)
        places.lines.append(UInt32(truncatingIfNeeded: block.line(of: row)))
        if reader.isContest { appendWork(bytes.span) }
        for cell in reader.cells { taken.append(draft.values[cell.field]) }
        batch.count += 1
    }

    /// The identity of a contest entry's work, and its authors (CONTRACT §11.3).
    mutating func appendWork(_ bytes: Span<UInt8>) {
        var hasher = DigestHasher()
        foldText(reader.titleField, bytes)
        hasher.add(fold.span)
        let title = LooseText.hash(fold.span)
        batch.identities.held.titles.append(title)
        foldText(reader.authorsField, bytes)
        hasher.add(fold.span)
        batch.identities.held.works.append(hasher.finish())
        byline = 0
        if reader.authorsField >= 0, case .text(let content) = draft.values[reader.authorsField] {
            if content.isEscaped {
                let scratch = draft.scratch
                appendAuthors(scratch.span, content)
            } else {
                appendAuthors(bytes, content)
            }
        }
        places.authorEnds.append(UInt32(truncatingIfNeeded: batch.authors.count))
        batch.identities.held.bylines.append(byline)
    }

    /// Folds the text of the row in a field into `fold`; leaves it empty where there is none.
    private mutating func foldText(_ field: Int, _ bytes: Span<UInt8>) {
        fold.removeAll(keepingCapacity: true)
        guard field >= 0, case .text(let content) = draft.values[field] else { return }
        if content.isEscaped {
            let scratch = draft.scratch
            Fold.append(scratch.span.extracting(content.range), to: &fold)
        } else {
            Fold.append(bytes.extracting(content.range), to: &fold)
        }
    }

    /// Authors are separated by `;` or `,` (CONTRACT §3); each name is folded by itself.
    ///
    /// Most works have one author: then `fold`, which holds the whole cell, is the name.
    mutating func appendAuthors(_ source: Span<UInt8>, _ content: CellContent) {
        var start = content.start
        for index in content.start...content.end {
            let isEnd =
                index == content.end || source[index] == UInt8(ascii: ";")
                || source[index] == UInt8(ascii: ",")
            guard isEnd else { continue }
            if start == content.start, index == content.end {
                if !fold.isEmpty {
                    let author = Digest(fold.span).low
                    byline = LooseText.hash(fold.span)
                    batch.authors.append(author)
                }
                return
            }
            nameFold.removeAll(keepingCapacity: true)
            Fold.append(source.extracting(start..<index), to: &nameFold)
            if !nameFold.isEmpty {
                let author = Digest(nameFold.span).low
                batch.authors.append(author)
                // A sum, so that the order of names does not matter.
                let hash = LooseText.hash(nameFold.span)
                byline &+= hash
            }
            start = index + 1
        }
    }
}
