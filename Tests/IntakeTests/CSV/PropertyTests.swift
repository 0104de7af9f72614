@testable import Intake
import TestSupport
import Testing

@Suite("Properties of the CSV layer")
struct PropertyTests {
    /// Cells that try every corner of quoting.
    private static let samples = [
        "", "a", "12", "Phường Thượng Đình", "x,y", "say \"hi\"", "\"", "\"\"", "two\nlines",
        "two\r\nlines", " blank ", ",", "\n", "…", String(repeating: "dài ", count: 40),
    ]

    private func table(_ numbers: inout SplitMix64) -> (rows: [[String]], bytes: [UInt8]) {
        let width = Int.random(in: 2...9, using: &numbers)
        let end = Bool.random(using: &numbers) ? "\n" : "\r\n"
        var rows: [[String]] = []
        var text = ""
        for _ in 0..<Int.random(in: 1...60, using: &numbers) {
            var row: [String] = []
            for column in 0..<width {
                let cell = Self.samples.randomElement(using: &numbers) ?? ""
                row.append(cell)
                if column > 0 { text += "," }
                let needsQuotes = cell.utf8.contains { [34, 44, 10, 13].contains($0) }
                let isQuoted = needsQuotes || Int.random(in: 0..<5, using: &numbers) == 0
                text += isQuoted ? "\"" + cell.doublingQuotes + "\"" : cell
            }
            rows.append(row)
            text += end
        }
        if Bool.random(using: &numbers), text.utf8.count > end.utf8.count {
            text.unicodeScalars.removeLast(end.unicodeScalars.count)
        }
        return (rows, Array(text.utf8))
    }

    @Test func writtenTablesAreReadBack() {
        for seed in 0..<400 {
            var numbers = SplitMix64(seed: UInt64(seed))
            let (rows, bytes) = table(&numbers)
            let found = CSVCase(bytes, expected: rows[0].count)
            #expect(found.rows == rows, "seed \(seed)")
            #expect(found.faults == [], "seed \(seed)")
        }
    }

    /// Where every cell is too long, the fast indexer leaves every record to the other.
    @Test func bothWaysFindTheSameCells() {
        for seed in 0..<400 {
            var numbers = SplitMix64(seed: UInt64(seed))
            let (rows, bytes) = table(&numbers)
            let fast = CSVCase(bytes, expected: rows[0].count)
            let slow = CSVCase(bytes, limits: CSVLimits(cellBytes: 0))
            #expect(fast.rows == slow.rows, "seed \(seed)")
            #expect(fast.lines == slow.lines, "seed \(seed)")
            #expect(fast.endLines == slow.endLines, "seed \(seed)")
            #expect(fast.lineCount == slow.lineCount, "seed \(seed)")
            #expect(fast.endings == slow.endings, "seed \(seed)")
        }
    }

    @Test func anySplitOfAnyBytesGivesTheSameRecords() {
        let alphabet = Array("aab,,\"\"\n\n\r \u{FEFF};x1".utf8) + [0]
        for seed in 0..<600 {
            var numbers = SplitMix64(seed: UInt64(seed))
            let length = Int.random(in: 0..<800, using: &numbers)
            // Long stretches of plain text, so that the fast way has something to do.
            var bytes: [UInt8] = []
            while bytes.count < length {
                if Bool.random(using: &numbers) {
                    bytes += Array("1,\"hai\",ba\n".utf8)
                } else {
                    bytes.append(alphabet.randomElement(using: &numbers) ?? 0)
                }
            }
            let expected = [nil, 1, 2, 3][Int.random(in: 0..<4, using: &numbers)]
            let limits = CSVLimits(blockBytes: 48, recordBytes: 200, cellBytes: 60, columns: 12)
            let whole = CSVCase(
                bytes,
                expected: expected,
                limits: CSVLimits(recordBytes: 200, cellBytes: 60, columns: 12)
            )
            for _ in 0..<4 {
                let pieces = (0..<3).map { _ in Int.random(in: 1...90, using: &numbers) }
                let split = CSVCase(bytes, expected: expected, limits: limits, pieces: pieces)
                #expect(split == whole, "seed \(seed), pieces \(pieces)")
            }
        }
    }

    @Test func everyLineIsInARecordOrBlank() {
        let alphabet = Array("aab,,\"\"\n\r x1".utf8)
        for seed in 0..<600 {
            var numbers = SplitMix64(seed: UInt64(seed))
            let bytes = (0..<Int.random(in: 1..<500, using: &numbers)).map { _ in
                alphabet.randomElement(using: &numbers) ?? 0
            }
            // Short records are cut off: then letters are missing, but never lines.
            let isShort = Bool.random(using: &numbers)
            let found = CSVCase(
                bytes,
                expected: [nil, 1, 2, 3][seed % 4],
                limits: isShort ? CSVLimits(blockBytes: 16, recordBytes: 24) : .standard,
                pieces: [16 + seed % 3]
            )
            let letters = bytes.filter { $0 != 10 && $0 != 13 }
            let kept = found.raws.flatMap { $0.utf8.filter { $0 != 10 && $0 != 13 } }
            #expect(isShort || kept == letters, "seed \(seed)")
            for index in found.lines.indices.dropFirst() {
                #expect(found.lines[index] > found.endLines[index - 1], "seed \(seed)")
            }
            #expect((found.endLines.last ?? 0) <= found.lineCount, "seed \(seed)")
            // What stands in no record is blank.
            let inRecords = Set(zip(found.lines, found.endLines).flatMap { $0...$1 })
            let lines = bytes.physicalLines
            #expect(found.lineCount == lines.count, "seed \(seed)")
            for (index, line) in lines.enumerated() where !inRecords.contains(index + 1) {
                #expect(line.isEmpty, "seed \(seed), line \(index + 1)")
            }
        }
    }

    private static let dialects = [
        Dialect(), Dialect(delimiter: 59), Dialect(delimiter: 9), Dialect(delimiter: 124),
        Dialect(delimiter: 32), Dialect(quote: 39), Dialect(quote: 0), Dialect(escape: 92),
        Dialect(skipsBlanks: true), Dialect(hasPlainQuotes: true),
        Dialect(delimiter: 59, quote: 39, escape: 92, skipsBlanks: true), Dialect(delimiter: 0),
        Dialect(hasSepLine: true),
    ]

    /// Random bytes with long stretches of plain text, so that the fast way has something to do.
    private func dirt(_ dialect: Dialect, _ numbers: inout SplitMix64) -> [UInt8] {
        let delimiter = dialect.delimiter == 0 ? 44 : dialect.delimiter
        let quote = dialect.quote == 0 ? 34 : dialect.quote
        let signs: [UInt8] = [
            97, 98, delimiter, delimiter, quote, quote, 92, 10, 10, 13, 32, 0, 0xEF, 0xBB, 0xBF, 49,
        ]
        let record: [UInt8] =
            [49, delimiter, quote, 104, quote, delimiter] + Array("ba bốn\n".utf8)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0..<120, using: &numbers) {
            if Int.random(in: 0..<3, using: &numbers) == 0 {
                bytes += record
            } else {
                bytes.append(signs.randomElement(using: &numbers) ?? 0)
            }
        }
        return bytes
    }

    @Test(arguments: dialects) func bothWaysFindTheSameInDirt(dialect: Dialect) {
        for seed in 0..<150 {
            var numbers = SplitMix64(seed: UInt64(seed))
            let bytes = dirt(dialect, &numbers)
            let expected = 1 + seed % 4
            let fast = CSVCase(bytes, dialect: dialect, expected: expected)
            var slow = CSVCase(
                bytes,
                dialect: dialect,
                expected: expected,
                limits: CSVLimits(cellBytes: -1)
            )
            slow.faults.removeAll { $0.hasPrefix("cellTooLong") }
            #expect(fast == slow, "seed \(seed)")
        }
    }

    @Test(arguments: dialects) func piecesMakeNoDifferenceInAnyDialect(dialect: Dialect) {
        for seed in 0..<100 {
            var numbers = SplitMix64(seed: UInt64(seed))
            let bytes = dirt(dialect, &numbers)
            let expected = [nil, 1, 2, 3][seed % 4]
            let whole = CSVCase(
                bytes,
                dialect: dialect,
                expected: expected,
                limits: CSVLimits(recordBytes: 60)
            )
            let pieces = (0..<3).map { _ in Int.random(in: 1...70, using: &numbers) }
            let split = CSVCase(
                bytes,
                dialect: dialect,
                expected: expected,
                limits: CSVLimits(blockBytes: 24, recordBytes: 60),
                pieces: pieces
            )
            #expect(split == whole, "seed \(seed), pieces \(pieces)")
        }
    }

    /// Where a block ended behind the very byte that passed the limit, the bytes behind it used to
    /// decide whether a quote or the length was at fault.
    @Test(arguments: dialects) func theLongestRecordIsTheSameWhereverBlocksEnd(dialect: Dialect) {
        let (delimiter, quote) = (dialect.delimiterByte, dialect.quoteByte)
        let tails: [[UInt8]] = [
            [120], [32, 120], [quote], [quote, quote], [delimiter], [32, delimiter], [10],
            [13, 10],
            [delimiter, 0xEF, 0xBB, 0xBF, quote, 120],
        ]
        for (length, tail) in (0..<16).flatMap({ length in tails.map { (length, $0) } }) {
            var bytes: [UInt8] = [97, delimiter, 98, 10, 49, delimiter, quote, 10]
            bytes += [UInt8](repeating: 120, count: length) + [quote] + tail
            bytes += [10, 50, delimiter, 51, 10, quote, 10, 52, delimiter, 53]
            let whole = CSVCase(bytes, dialect: dialect, limits: CSVLimits(recordBytes: 14))
            for blockBytes in [1, 2, 3, 14, 15, 16, 17] {
                let limits = CSVLimits(blockBytes: blockBytes, recordBytes: 14)
                let split = CSVCase(bytes, dialect: dialect, limits: limits, pieces: [1])
                #expect(split == whole, "\(length) bytes, then \(tail), blocks of \(blockBytes)")
            }
        }
    }

    @Test(arguments: dialects.filter { $0.quote != 0 && !$0.hasPlainQuotes })
    func whatIsWrittenInQuotesIsReadBack(dialect: Dialect) {
        let signs = Array("ab,;|\t '\"\\1ư\n".unicodeScalars)
        for seed in 0..<150 {
            var numbers = SplitMix64(seed: UInt64(seed))
            let width = dialect.delimiter == 0 ? 1 : Int.random(in: 2...5, using: &numbers)
            var rows: [[String]] = []
            var text = dialect.hasSepLine ? "sep=,\n" : ""
            for _ in 0..<Int.random(in: 1...20, using: &numbers) {
                let row = (0..<width).map { _ in
                    String(
                        String.UnicodeScalarView(
                            (0..<Int.random(in: 0..<6, using: &numbers)).map { _ in
                                signs.randomElement(using: &numbers) ?? "a"
                            }
                        )
                    )
                }
                rows.append(row)
                text += row.map { $0.quoted(dialect) }
                    .joined(separator: String(Unicode.Scalar(dialect.delimiter)))
                text += "\r\n"
            }
            // No number of cells is expected that lines inside a cell could happen to have.
            let found = CSVCase(Array(text.utf8), dialect: dialect, expected: width + 7)
            #expect(found.rows == rows, "seed \(seed)")
            #expect(found.faults == [], "seed \(seed)")
        }
    }
}

extension String {
    fileprivate var doublingQuotes: String {
        String(decoding: utf8.flatMap { $0 == 34 ? [34, 34] : [$0] }, as: UTF8.self)
    }

    /// The text in quotes, its own made plain as the dialect has it.
    fileprivate func quoted(_ dialect: Dialect) -> String {
        let quote = dialect.quote
        let escape = dialect.escape == 0 ? quote : dialect.escape
        let bytes = utf8.flatMap { $0 == quote || $0 == escape ? [escape, $0] : [$0] }
        return String(decoding: [quote] + bytes + [quote], as: UTF8.self)
    }
}

extension [UInt8] {
    /// The lines that CR, LF and CRLF end, quotes or not.
    fileprivate var physicalLines: [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        for (index, byte) in enumerated() {
            if byte == 10, index > 0, self[index - 1] == 13 { continue }
            if byte == 10 || byte == 13 {
                lines.append(line)
                line = []
            } else {
                line.append(byte)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
