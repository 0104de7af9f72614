/// What a person would take a damaged line's cells to be, to be shown beside its error.
///
/// It is a guess: nothing in it may be counted.
package struct MeantRecord: Hashable, Sendable {
    /// The cells' text, as many as the table has columns.
    package let cells: [String]

    private static let delimiters: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// The cells of one physical line that could not be read in the file's dialect, or that has one
    /// cell in it; nil where no reading gives the number of cells that a table has.
    ///
    /// The line may have quotes too many, or the delimiter of another file. Where its quotes are at
    /// fault, one that is alone at the edge of a cell is left out.
    package init?(_ line: [UInt8], in dialect: Dialect, columns: Int, isSetAside: Bool) {
        guard columns > 1, columns <= CSVLimits.standard.columns else { return nil }
        var readings: [Dialect] = []
        if isSetAside {
            var plain = dialect
            plain.hasPlainQuotes = true
            readings.append(plain)
        }
        for delimiter in MeantRecord.delimiters where delimiter != dialect.delimiter {
            var other = dialect
            other.delimiter = delimiter
            readings.append(other)
        }
        if isSetAside {
            var unquoted = dialect
            unquoted.quote = 0
            readings.append(unquoted)
        }
        for reading in readings {
            guard let cells = MeantRecord.cells(line, reading, dialect.quote),
                cells.count == columns
            else { continue }
            self.cells = cells
            return
        }
        return nil
    }

    private static func cells(_ line: [UInt8], _ dialect: Dialect, _ quote: UInt8) -> [String]? {
        var parser = RecordParser(dialect: dialect, limits: .standard)
        let outcome = parser.parse(
            line.span,
            at: 0,
            isFinal: true,
            limit: line.count,
            oneLine: true
        )
        guard outcome == .record, parser.next == line.count else { return nil }
        var cells: [String] = []
        var start = 0
        for (column, end) in parser.ends.enumerated() {
            let raw = start..<Int(end)
            let content = CellContent(of: raw, in: line.span, dialect, isFirst: column == 0)
            var text: [UInt8] = []
            content.append(from: line.span, dialect, to: &text)
            if dialect.quote != quote || dialect.hasPlainQuotes { trim(&text, quote) }
            cells.append(String(decoding: text, as: UTF8.self))
            start = Int(end) + 1
        }
        return cells
    }

    /// Takes off quotes around a text, and one without another.
    private static func trim(_ text: inout [UInt8], _ quote: UInt8) {
        guard quote != 0 else { return }
        let quotes = text.count { $0 == quote }
        let (opens, closes) = (text.first == quote, text.last == quote)
        if opens, closes, quotes == 2 {
            text = Array(text.dropFirst().dropLast())
        } else if quotes & 1 == 1, opens {
            text.removeFirst()
        } else if quotes & 1 == 1, closes {
            text.removeLast()
        }
    }
}

extension Block {
    /// What a person would take a record's cells to be that was set aside, or has one cell where
    /// `columns` are expected; nil where it spans lines or nobody could say.
    package func meant(row: Int, columns: Int) -> MeantRecord? {
        let found = rows[row]
        guard columns > 1, found.lineCount == 1, found.isSetAside || found.cellCount == 1 else {
            return nil
        }
        return MeantRecord(
            Array(bytes[raw(row: row)]),
            in: dialect,
            columns: columns,
            isSetAside: found.isSetAside
        )
    }
}
