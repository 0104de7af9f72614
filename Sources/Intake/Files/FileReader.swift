internal import Model
internal import Plans

/// Reads one file: the head decides the encoding, the dialect, the header and the form, then block
/// after block is read.
///
/// The caller supplies bytes and may read blocks in parallel:
///
///     var reader = FileReader(place: place, context: context)
///     for block in reader.push(bytes) { reader.add(reader.interpreter.read(block)) }
///     for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
package struct FileReader: Sendable {
    let context: ReadingTables
    let place: FilePlace
    private var decoder = TextDecoder()
    var cutter: BlockCutter?
    /// Decoded text that waits until there is enough of it to see the dialect.
    private var head: [UInt8] = []
    /// How many bytes were decoded so far, for the offsets in the file.
    private var decodedBytes = 0
    private var rawLines = RawLineCounter()
    /// Raw bytes whose lines are not among those counted.
    private var uncounted: [UInt8] = []
    private var endings: LineEndings = []
    var blockReader: BlockReader?
    var headRow = 0
    private var isHeadDone = false
    /// The unit text that blocks continue, by their first record; see ``BlockInterpreter``.
    private var carried: [Int: String] = [:]
    private var lastUnit: String?
    /// What stands over the rows of the block that is added next; see ``BlockInterpreter``.
    private var heads: StandingHeads?
    /// What is known of the whole file so far; block readings are added by the caller's order.
    package internal(set) var reading: FileReading

    /// A reader for one file, which is pushed its bytes piece by piece.
    package init(place: FilePlace, context: ReadingContext) {
        self.place = place
        self.context = context.tables
        reading = FileReading(place: place)
    }

    /// Takes the next bytes of the file and gives the blocks that are whole by now.
    ///
    /// The first call must hold at least the first 64 KiB, or the whole file if that is shorter.
    package mutating func push(_ bytes: [UInt8]) -> [Block] {
        reading.bytes += bytes.count
        let isOpen = decoder.encoding == nil
        let text = decoder.push(bytes)
        // Lines are counted in the raw bytes for as long as the file may still be refused; those of
        // the first bytes, which most files have nothing behind, only once they are asked for.
        if isOpen, decoder.encoding == nil {
            if uncounted.isEmpty, rawLines.lines == 0 {
                uncounted = bytes
            } else {
                rawLines.count(uncounted)
                rawLines.count(bytes)
                uncounted = []
            }
        } else if isOpen {
            uncounted = []
        }
        return take(text, isLast: false)
    }

    /// Takes the end of the file.
    package mutating func finish() -> [Block] {
        let rest = decoder.finish()
        if decoder.fault == nil { uncounted = [] }
        noteEncoding()
        let blocks = take(rest, isLast: true)
        if !isHeadDone, decoder.fault == nil {
            fileFinding(.empty, ReadingMessages.empty)
        }
        if endings.isMixed {
            fileFinding(
                .lineEndingsMixed,
                ("Tệp có nhiều kiểu xuống dòng lẫn nhau.", "Không cần sửa.")
            )
        }
        return blocks
    }

    /// What reads the file's blocks; it changes no more once the first block has been given out.
    package var interpreter: BlockInterpreter {
        let isAsWritten = decoder.encoding == nil || decoder.encoding == .utf8
        let isInStep = decodedBytes + decoder.markLength == reading.bytes
        return BlockInterpreter(
            reader: blockReader,
            headRow: headRow,
            path: place.path,
            unit: submitterID,
            carried: carried,
            offsetShift: isAsWritten && isInStep ? decoder.markLength : nil
        )
    }

    /// Adds what a block came to; in the order of the file.
    ///
    /// What tells its records from others goes to the shelf, where there is one that takes it.
    package mutating func add(_ block: BlockReading, shelf: (any IdentityShelf)? = nil) {
        var block = block
        if let heads, let source = block.source { block = interpreter.read(source, below: heads) }
        block.source = nil
        heads = block.heads
        block.batch = block.batch?.shelved(on: shelf)
        reading.add(block)
    }

    /// The reading, once every block has been added; the reader keeps nothing of it.
    package mutating func settled() -> FileReading {
        var settled = reading
        reading = FileReading(place: place)
        if let fault = decoder.fault {
            var rawLines = rawLines
            rawLines.count(uncounted)
            settled.refuse(fault, lines: rawLines)
        } else {
            settled.noteSepLine()
        }
        settled.settle()
        if let submitter = place.submitter { settled.withdrawOtherUnit(submitter) }
        settled.noteUnlisted(submitterID)
        if let form = settled.form {
            settled.noteNamelessColumns(context.plan.forms.forms[form], unit: submitterID)
        }
        if settled.isAccepted, let form = settled.form {
            settled.close(context.plan.forms.forms[form], context, unit: submitterID)
        }
        if let form = settled.form {
            settled.headings = FieldHeading.all(in: settled, context.plan.forms.forms[form])
        }
        settled.findings = settled.findings.fitting
        settled.rejected = settled.rejected.fitting
        return settled
    }

    /// Cuts decoded text into blocks, once there is enough of it to see how its cells are
    /// separated.
    private mutating func take(_ text: [UInt8], isLast: Bool) -> [Block] {
        guard decoder.fault == nil else { return [] }
        decodedBytes += text.count
        var blocks: [Block] = []
        if cutter != nil {
            blocks = cutter?.push(text) ?? []
        } else {
            if head.isEmpty { head = text } else { head += text }
            guard head.count >= DialectSniffer.sample || isLast, !head.isEmpty else { return [] }
            let dialect = Dialect.sniff(head)
            reading.dialect = dialect
            cutter = BlockCutter(dialect: dialect)
            blocks = cutter?.push(head) ?? []
            head = []
        }
        if isLast { blocks += cutter?.finish() ?? [] }
        return settle(blocks, isLast: isLast)
    }

    private mutating func settle(_ blocks: [Block], isLast: Bool) -> [Block] {
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
        return readHead(first, isWhole: isLast && blocks.count == 1) ?? blocks
    }

    // MARK: - Findings

    /// Says in which encoding the file came, or why it cannot be read.
    private mutating func noteEncoding() {
        if let fault = decoder.fault {
            let (code, wording) = ReadingMessages.encodingFault(fault)
            fileFinding(code, wording)
        }
        guard let encoding = decoder.encoding, encoding != .utf8 else { return }
        reading.encoding = encoding.name
        fileFinding(
            encoding.isRepair ? .encodingRepaired : .encodingConverted,
            encoding.isRepair
                ? ReadingMessages.encodingRepaired(encoding.name)
                : ReadingMessages.encodingConverted(encoding.name)
        )
    }

    var submitterID: String? { place.submitter.map { context.roster.units[$0].id } }

    mutating func fileFinding(_ code: FindingCode, _ wording: (message: String, fix: String)) {
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
}
