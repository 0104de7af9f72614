import Intake
import Model

/// A file as the CSV layer reads it: its rows, and what is the matter with it.
struct Dump {
    private var encoding = "utf-8"
    private var delimiter: UInt8
    private var rows: [[String]] = []
    private var errors: [Remark] = []
    private var notices: [Remark] = []
    /// How many cells the header has.
    private var width = 0
    private var isHeaderKnown = false
    /// Lines above the header that look like titles: whether they are is seen at the header.
    private var titles: [Remark] = []
    /// Whether some bytes of the text are not UTF-8.
    private var isBroken = false
    /// The line of the last record.
    private var lastLine = 0

    init(of bytes: [UInt8], _ arguments: Arguments) {
        delimiter = arguments.delimiter ?? UInt8(ascii: ",")
        var decoder = TextDecoder()
        var text = decoder.push(bytes)
        text += decoder.finish()
        if let fault = decoder.fault {
            encoding = "unknown"
            errors.append(Remark(Dump.code(of: fault), line: 1, column: 1, raw: ""))
            // UTF-16 has no lines that bytes could be cut into.
            if Dump.isWide(bytes) { return }
            text = Array(bytes[ByteOrderMark.length(atStartOf: bytes.span)...])
        } else if let found = decoder.encoding, found != .utf8 {
            encoding = found.label
            let code = found.isRepair ? FindingCode.encodingRepaired : .encodingConverted
            notices.append(Remark(code, line: 1, column: 1, raw: ""))
        }
        isBroken = text.firstUTF8Fault != nil
        read(text, arguments)
    }

    private static func code(of fault: EncodingFault) -> FindingCode {
        switch fault {
        case .unknown: .encodingUnknown
        case .lossy: .encodingLossy
        case .binary: .binary
        }
    }

    /// Whether bytes look like UTF-16: a mark of it, or NUL in every other byte.
    private static func isWide(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        return bytes.prefix(4096).count(where: { $0 == 0 }) * 4 > min(bytes.count, 4096)
    }

    private mutating func read(_ text: [UInt8], _ arguments: Arguments) {
        let guess = DialectSniffer.guess(
            text.span,
            delimiter: arguments.delimiter,
            quote: arguments.quote,
            isWhole: true
        )
        delimiter = guess.dialect.delimiter
        width = guess.headerColumns
        var cutter = BlockCutter(dialect: guess.dialect, expectedCells: width)
        var endings: LineEndings = []
        for block in cutter.push(text) + cutter.finish() {
            take(block)
            endings.formUnion(block.endings)
        }
        // A title, a header and nothing below may as well be a header and the one row.
        if isHeaderKnown, rows.count > titles.count + 1 {
            notices += titles
        } else {
            errors += titles
        }
        if width == 1, HeaderLook.mayHoldColumns(rows) {
            errors.append(Remark(.rowRagged, line: 1, column: 1, raw: ""))
        }
        // One record may be a header or all there is: either way something is missing.
        if rows.count < 2, errors.isEmpty {
            errors.append(Remark(.empty, line: max(1, lastLine), column: 1, raw: ""))
        }
        if endings.isMixed {
            errors.append(Remark(.lineEndingsMixed, line: 1, column: 1, raw: ""))
        }
    }

    private mutating func take(_ block: Block) {
        for fault in block.faults {
            let remark = Remark(
                fault.code,
                line: fault.line,
                column: fault.column,
                raw: block.rawText(row: fault.row)
            )
            switch fault.kind {
            // A file that escapes quotes outside of quotes leaves escapes in its cells.
            case .quoteStray where remark.raw.contains("\\\""): errors.append(remark)
            case .quoteStray, .blanksBehindQuote: notices.append(remark)
            default: errors.append(remark)
            }
        }
        for (index, row) in block.rows.enumerated() {
            let line = block.line(of: index)
            // What is plain UTF-8 is shown all the same.
            if isBroken, Array(block.bytes[block.raw(row: index)]).firstUTF8Fault != nil {
                guard !row.isSetAside else { continue }
                errors.append(
                    Remark(
                        .encodingUnknown,
                        line: line,
                        column: 1,
                        raw: block.rawText(row: index)
                    )
                )
                if Int(row.cellCount) == width { isHeaderKnown = true }
                continue
            }
            let meant = block.meant(row: index, columns: width)?.cells.map(plain)
            if row.isSetAside {
                // The error has been noted: the cells are shown beside it.
                guard let meant else { continue }
                rows.append(meant)
                lastLine = line
                isHeaderKnown = true
                continue
            }
            takeCells(of: index, in: block, line: line, meant: meant)
        }
    }

    /// Takes a record that could be read; `meant` is what its one cell may stand for.
    private mutating func takeCells(
        of index: Int,
        in block: Block,
        line: Int,
        meant: [String]?
    ) {
        let count = Int(block.rows[index].cellCount)
        let cells = (0..<count).map { plain(block.text(row: index, column: $0)) }
        let raw = block.rawText(row: index)
        rows.append(meant ?? cells)
        lastLine = line
        if let column = block.oddlyQuotedColumn(row: index) {
            errors.append(Remark(.quoteStray, line: line, column: column + 1, raw: raw))
        }
        if block.dialect.escape == 0, raw.utf8.contains(UInt8(ascii: "\\")),
            cells.contains(where: { $0.contains("\\'") })
        {
            // An escape that the file means and that stays in the cell.
            errors.append(Remark(.quoteStray, line: line, column: 1, raw: raw))
        }
        if count != width {
            let remark = Remark(.rowRagged, line: line, column: min(count, width) + 1, raw: raw)
            // A lone cell above the header of a wide table is a title: layout, no error.
            if !isHeaderKnown, count == 1, width > 2, meant == nil {
                titles.append(remark)
            } else {
                errors.append(remark)
                if meant != nil { isHeaderKnown = true }
            }
        } else if !isHeaderKnown {
            if HeaderLook.isTitle(cells) {
                titles.append(Remark(.columnUnknown, line: line, column: 2, raw: raw))
                return
            }
            isHeaderKnown = true
            settleTitles(above: cells, line: line)
            checkHeader(cells, line: line, raw: raw)
        }
    }

    /// Decides about titles once the record below them is known: above data, without a blank line
    /// between, stands no title but what is left of a header.
    private mutating func settleTitles(above labels: [String], line: Int) {
        let isCut = titles.last.map { $0.line + 1 == line } ?? false
        guard isCut, HeaderLook.holdsData(labels) else { return }
        errors += titles
        titles = []
    }

    /// Labels that are missing or not unique: nobody can tell such columns apart.
    ///
    /// Without a label, the first column numbers the rows and the last one is what a delimiter at
    /// the end of each line makes: that is only worth a notice.
    private mutating func checkHeader(_ labels: [String], line: Int, raw: String) {
        guard labels.count > 1 else { return }
        var seen: Set<String> = []
        for (column, label) in labels.enumerated() {
            if label.allSatisfy(\.isWhitespace) {
                let remark = Remark(.columnUnknown, line: line, column: column + 1, raw: raw)
                let isAtEdge = column == 0 || column == labels.count - 1
                if isAtEdge { notices.append(remark) } else { errors.append(remark) }
            } else if !seen.insert(label).inserted {
                errors.append(Remark(.columnDuplicate, line: line, column: column + 1, raw: raw))
            }
        }
    }

    /// The whole dump as one JSON object and a line end.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("encoding")
            writer.string(encoding)
            writer.key("delimiter")
            writer.string(delimiter == 0 ? "" : String(Unicode.Scalar(delimiter)))
            writer.key("rows")
            writer.array(rows) { writer, row in
                writer.array(row) { $0.string($1) }
            }
            writer.key("errors")
            writer.array(errors.sorted(by: Remark.inOrder)) { $1.write(to: &$0) }
            writer.key("notices")
            writer.array(notices) { $1.write(to: &$0) }
        }
        return writer.bytes + [10]
    }
}
