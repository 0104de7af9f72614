internal import Model
internal import Plans

/// Reads one file: the head decides the dialect, the header and the form, then block after block is read.
///
/// The caller supplies bytes and may read blocks in parallel:
///
///     var reader = FileReader(place: place, context: context)
///     for block in reader.push(bytes) { reader.add(reader.interpreter.read(block)) }
///     for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
package struct FileReader: Sendable {
    private let context: ReadingContext
    private let place: FilePlace
    private var cutter: BlockCutter?
    private var decoder: UTF16Decoder?
    private var endings: LineEndings = []
    private var blockReader: BlockReader?
    private var headRow = 0
    private var isHeadDone = false
    /// The unit text that blocks continue, by their first record; see ``BlockInterpreter``.
    private var carried: [Int: String] = [:]
    private var lastUnit: String?
    /// What is known of the whole file so far; block readings are added by the caller's order.
    package private(set) var reading: FileReading

    package init(place: FilePlace, context: ReadingContext) {
        self.place = place
        self.context = context
        reading = FileReading(place: place)
    }

    /// Takes the next bytes of the file and gives the blocks that are whole by now.
    ///
    /// The first call must hold at least the first 64 KiB, or the whole file if that is shorter.
    package mutating func push(_ bytes: [UInt8]) -> [Block] {
        reading.bytes += bytes.count
        if cutter == nil, decoder == nil, !isRefused { decoder = UTF16Decoder(startOf: bytes) }
        if decoder != nil, reading.encoding != "UTF-16" {
            reading.encoding = "UTF-16"
            fileFinding(
                .encodingConverted,
                ("Tệp có bảng mã UTF-16, đã chuyển sang UTF-8.", "Không cần sửa.")
            )
        }
        let bytes = decoder?.decode(bytes) ?? bytes
        if cutter == nil {
            guard !isRefused else { return [] }
            let skip = ByteOrderMark.length(atStartOf: bytes.span)
            let text = Array(bytes[skip...])
            guard !refuse(text) else { return [] }
            let dialect = Dialect.sniff(text)
            reading.dialect = dialect
            cutter = BlockCutter(dialect: dialect)
            return settle(cutter?.push(text) ?? [])
        }
        return settle(cutter?.push(bytes) ?? [])
    }

    /// Takes the end of the file.
    package mutating func finish() -> [Block] {
        if reading.bytes == 0, !isRefused {
            fileFinding(.empty, ("Tệp trống.", "Kiểm tra lại tệp đã gửi."))
            isRefused = true
        }
        let blocks = settle(cutter?.finish() ?? [], isLast: true)
        if endings.isMixed {
            fileFinding(
                .lineEndingsMixed,
                ("Tệp có nhiều kiểu xuống dòng lẫn nhau.", "Không cần sửa.")
            )
        }
        return blocks
    }

    /// Whether the file is refused as a whole: no block of it is read.
    package private(set) var isRefused = false

    /// What reads the file's blocks; it changes no more once the first block has been given out.
    package var interpreter: BlockInterpreter {
        BlockInterpreter(
            reader: blockReader,
            headRow: headRow,
            path: place.path,
            unit: submitterID,
            carried: carried
        )
    }

    /// Adds what a block came to; in the order of the file.
    package mutating func add(_ block: BlockReading) { reading.add(block) }

    /// The reading, once every block has been added.
    package func settled() -> FileReading {
        var settled = reading
        settled.settle()
        if settled.isAccepted, let form = settled.form {
            settled.compareTotals(context.plan.forms.forms[form], unit: submitterID)
        }
        return settled
    }

    // MARK: - Head

    private mutating func settle(_ blocks: [Block], isLast: Bool = false) -> [Block] {
        for block in blocks {
            endings.formUnion(block.endings)
            reading.physicalLines += block.lines
        }
        let blocks = headed(blocks, isLast: isLast)
        guard let blockReader, !blockReader.unitColumns.isEmpty else { return blocks }
        for block in blocks {
            if blockReader.beginsWithoutUnit(block) { carried[block.firstRecord] = lastUnit }
            lastUnit = blockReader.lastUnitText(block) ?? lastUnit
        }
        return blocks
    }

    /// Looks for the header in the first rows of the file; where the table stands on its side, the
    /// block comes back upright.
    private mutating func headed(_ blocks: [Block], isLast: Bool) -> [Block] {
        guard !isHeadDone, let first = blocks.first(where: { !$0.rows.isEmpty }) else {
            return blocks
        }
        isHeadDone = true
        guard first.bytes.firstUTF8Fault == nil else { return blocks }
        let finder = HeaderFinder(context: context)
        let outcome = finder.find(in: first)
        if isLast, blocks.count == 1, let table = vertical(in: first, besides: outcome, finder) {
            accept(table, from: first)
            return [table.block]
        }
        switch outcome {
        case .found(let header):
            cutter?.expectedCells = header.meanings.count
            accept(header, in: first)
        case .formUnknown(let row):
            headRow = row
            countHead(first, through: row, height: 1)
            reading.headers = (0..<Int(first.rows[row].cellCount)).map {
                first.text(row: row, column: $0)
            }
            fileFinding(.formUnknown, ReadingMessages.formUnknown())
        case .notFound where first.faults.contains(where: { $0.kind == .tooManyColumns }):
            headRow = -1
            fileFinding(
                .tooManyColumns,
                (
                    "Tệp có quá nhiều cột (tối đa \(CSVLimits.standard.columns)).",
                    "Bỏ các cột thừa rồi gửi lại tệp."
                )
            )
        case .notFound:
            headRow = -1
            fileFinding(
                .headerNotFound,
                ReadingMessages.headerNotFound(min(first.rows.count, HeaderFinder.depth))
            )
        }
        return blocks
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
        if case .found(let header) = outcome {
            guard finder.missing(header) > 0 || header.meanings.count <= 3 else { return nil }
            rival = header.meanings.count { if case .field = $0 { true } else { false } }
        }
        return VerticalFinder(context: context).find(in: block, rival: rival)
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
            table.header,
            line: table.lineOfColumn.first ?? 1,
            title: title,
            lineOfColumn: table.lineOfColumn
        )
        let form = context.plan.forms.forms[table.header.form]
        for (line, label) in table.unknown {
            columnFinding(
                .columnUnknown,
                label,
                line,
                ReadingMessages.columnUnknown(label, form.name)
            )
        }
    }

    private mutating func accept(_ header: RecognisedHeader, in block: Block) {
        headRow = header.row
        countHead(block, through: header.row, height: header.height)
        let top = header.row - header.height + 1
        accept(
            header,
            line: block.line(of: header.row),
            title: TitleFacts(block, above: top, form: header.form, context: context),
            lineOfColumn: nil
        )
    }

    private mutating func accept(
        _ header: RecognisedHeader,
        line: Int,
        title: TitleFacts,
        lineOfColumn: [Int]?
    ) {
        reading.form = header.form
        reading.headerLine = line
        reading.headerHeight = header.height
        reading.headers = header.headers
        reading.meanings = header.meanings
        let form = context.plan.forms.forms[header.form]
        var fault: FindingCode?
        var seen: [ColumnMeaning: String] = [:]
        for (column, meaning) in header.meanings.enumerated() {
            let name = header.headers[column]
            switch meaning {
            case .field:
                if let other = seen[meaning] {
                    fault = fault ?? .columnDuplicate
                    columnFinding(
                        .columnDuplicate,
                        name,
                        line,
                        ReadingMessages.columnDuplicate(name, other)
                    )
                }
                seen[meaning] = name
            case .unknown:
                columnFinding(
                    .columnUnknown,
                    name,
                    line,
                    ReadingMessages.columnUnknown(name, form.name)
                )
            case .parts(let fields): for field in fields.fields { seen[.field(field)] = name }
            case .unitName, .ignored: break
            }
        }
        let missing = form.fields.enumerated().filter { index, field in
            field.isRequired && field.code != "unit" && seen[.field(index)] == nil
        }
        for (_, field) in missing {
            fault = fault ?? .columnMissing
            columnFinding(
                .columnMissing,
                field.header,
                line,
                ReadingMessages.columnMissing(field.header, form.name)
            )
        }
        reading.headerFault = fault
        blockReader = BlockReader(
            context: context,
            place: place,
            header: header,
            fileFault: fault,
            title: title,
            lineOfColumn: lineOfColumn
        )
    }

    // MARK: - Refusals

    /// Refuses what is certainly no CSV text.
    private mutating func refuse(_ text: [UInt8]) -> Bool {
        let magic: [[UInt8]] = [
            [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46],
        ]
        if magic.contains(where: { text.starts(with: $0) }) {
            fileFinding(
                .binary,
                (
                    "Tệp không phải là văn bản CSV (là tệp Excel, PDF hoặc tệp nén).",
                    "Trong Excel chọn Lưu thành (Save as) – CSV UTF-8, rồi gửi lại."
                )
            )
            isRefused = true
        }
        return isRefused
    }

    private var submitterID: String? { place.submitter.map { context.roster.units[$0].id } }

    private mutating func fileFinding(
        _ code: FindingCode,
        _ wording: (message: String, fix: String)
    ) {
        reading.findings.append(
            Finding(
                code,
                unit: submitterID,
                file: place.path,
                message: wording.message,
                fix: wording.fix
            )
        )
    }

    /// A finding about a column; it stands on the header's line but speaks for the whole file.
    private mutating func columnFinding(
        _ code: FindingCode,
        _ header: String,
        _ line: Int,
        _ wording: (message: String, fix: String)
    ) {
        reading.findings.append(
            Finding(
                code,
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
