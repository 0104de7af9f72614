import Intake
import Testing

@Suite("Properties of the CSV layer")
struct PropertyTests {
    /// Cells that try every corner of quoting.
    private static let samples = [
        "", "a", "12", "Phường Thượng Đình", "x,y", "say \"hi\"", "\"", "\"\"", "two\nlines",
        "two\r\nlines", " blank ", ",", "\n", "…", String(repeating: "dài ", count: 40),
    ]

    private func table(_ numbers: inout SeededNumbers) -> (rows: [[String]], bytes: [UInt8]) {
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
            var numbers = SeededNumbers(seed: seed)
            let (rows, bytes) = table(&numbers)
            let found = CSVCase(bytes, expected: rows[0].count)
            #expect(found.rows == rows, "seed \(seed)")
            #expect(found.faults == [], "seed \(seed)")
        }
    }

    /// Where every cell is too long, the fast indexer leaves every record to the other.
    @Test func bothWaysFindTheSameCells() {
        for seed in 0..<400 {
            var numbers = SeededNumbers(seed: seed)
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
            var numbers = SeededNumbers(seed: seed)
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
        for seed in 0..<400 {
            var numbers = SeededNumbers(seed: seed)
            let bytes = (0..<Int.random(in: 1..<500, using: &numbers)).map { _ in
                alphabet.randomElement(using: &numbers) ?? 0
            }
            let found = CSVCase(bytes)
            let letters = bytes.filter { $0 != 10 && $0 != 13 }
            let kept = found.raws.flatMap { $0.utf8.filter { $0 != 10 && $0 != 13 } }
            #expect(kept == letters, "seed \(seed)")
            for index in found.lines.indices.dropFirst() {
                #expect(found.lines[index] > found.endLines[index - 1], "seed \(seed)")
            }
            #expect((found.endLines.last ?? 0) <= found.lineCount, "seed \(seed)")
        }
    }
}

extension String {
    fileprivate var doublingQuotes: String {
        String(decoding: utf8.flatMap { $0 == 34 ? [34, 34] : [$0] }, as: UTF8.self)
    }
}
