import Intake
import Model

/// Reads one input as the program does and checks what must hold whatever the bytes are.
struct Examination: Sendable {
    private let context: ReadingContext
    private let places: [FilePlace]

    init(context: ReadingContext, paths: [String]) {
        self.context = context
        places = paths.map { FilePlace(path: $0, context: context) }
    }

    /// What does not hold, or nil.
    func fault(_ bytes: [UInt8], number: UInt64) -> String? {
        let place = places[Int(truncatingIfNeeded: number % UInt64(places.count))]
        let reading = read(bytes, place, pieces: nil)
        if let fault = fault(reading, bytes.count) { return fault }
        guard number % 8 == 0 || bytes.count > FileHead.length else { return nil }
        // Reading it all again in pieces costs as much as the first time: every fourth input does.
        guard number % 4 == 0 else { return cutting(bytes, number) }
        let pieces = read(bytes, place, pieces: 1 + Int(truncatingIfNeeded: number % 977))
        return difference(reading, pieces) ?? cutting(bytes, number)
    }

    private func read(_ bytes: [UInt8], _ place: FilePlace, pieces: Int?) -> FileReading {
        var reader = FileReader(place: place, context: context)
        var rest = bytes[...]
        // The first call must hold the head of the file.
        var size = pieces == nil ? bytes.count : FileHead.length
        repeat {
            for block in reader.push(Array(rest.prefix(size))) {
                reader.add(reader.interpreter.read(block))
            }
            rest = rest.dropFirst(size)
            size = pieces ?? size
        } while !rest.isEmpty
        for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
        return reader.settled()
    }

    private func fault(_ reading: FileReading, _ count: Int) -> String? {
        let lines = reading.lines
        if lines.total != reading.physicalLines {
            return "lines \(lines) do not add up to \(reading.physicalLines)"
        }
        for part in [lines.header, lines.layout, lines.counted, lines.rejected, lines.blank]
        where part < 0 { return "a negative count: \(lines)" }
        if reading.bytes != count { return "\(reading.bytes) bytes counted of \(count)" }
        if reading.isAccepted,
            reading.rows != reading.records + reading.rejected.count + reading.unlisted.rows
        {
            return "\(reading.rows) rows, \(reading.records) counted, "
                + "\(reading.rejected.count) rejected"
        }
        if !reading.isAccepted {
            if reading.records > 0 || lines.counted > 0 { return "records of a refused file" }
            if count > 0, !reading.findings.contains(where: { $0.severity == .error }) {
                return "refused without a finding"
            }
        }
        if reading.isAccepted, !reading.rejected.isEmpty,
            !reading.findings.contains(where: { $0.severity == .error })
        {
            return "a row rejected without a finding"
        }
        // Of a file in another encoding, the text that it was converted to is counted.
        let isConverted = reading.findings.contains { $0.code == .encodingConverted }
        for finding in reading.findings {
            if let row = finding.row, row < 1 || row > reading.physicalLines {
                return "a finding on line \(row) of \(reading.physicalLines)"
            }
            if let byte = finding.byte, byte < 0 || (byte > count && !isConverted) {
                return "a finding at byte \(byte) of \(count)"
            }
        }
        var last: UInt32 = 0
        for line in reading.batches.flatMap(\.lines) {
            if line <= last || line > reading.physicalLines { return "a record on line \(line)" }
            last = line
        }
        return nil
    }

    private func difference(_ whole: FileReading, _ pieces: FileReading) -> String? {
        if whole.lines != pieces.lines { return "in pieces: \(pieces.lines), not \(whole.lines)" }
        if whole.findings != pieces.findings {
            let first = zip(whole.findings, pieces.findings).first { $0 != $1 }
            func shown(_ finding: Finding?) -> String {
                finding.map { "\($0.code) line \($0.row ?? 0) column \($0.column ?? "")" } ?? "-"
            }
            return "in pieces: \(pieces.findings.count) findings, not \(whole.findings.count)\n"
                + "- \(shown(first?.0))\n+ \(shown(first?.1))"
        }
        if whole.rejected != pieces.rejected { return "in pieces: other rows rejected" }
        if whole.batches != pieces.batches { return "in pieces: other records" }
        if whole.placement != pieces.placement { return "in pieces: placed elsewhere" }
        return nil
    }

    /// The same cells, whatever the blocks: small ones take every path between two of them.
    private func cutting(_ bytes: [UInt8], _ number: UInt64) -> String? {
        let limits = CSVLimits(recordBytes: 400, cellBytes: 90, columns: 24)
        var small = limits
        small.blockBytes = 48 + Int(truncatingIfNeeded: number % 101)
        guard bytes.count < 4000, !bytes.starts(with: [0xFF, 0xFE]),
            !bytes.starts(with: [0xFE, 0xFF])
        else { return nil }
        let dialect = Dialect.sniff(bytes)
        func cut(_ limits: CSVLimits, _ size: Int) -> [[String]] {
            var cutter = BlockCutter(dialect: dialect, limits: limits)
            var blocks: [Block] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                blocks += cutter.push(Array(bytes[start..<min(bytes.count, start + size)]))
            }
            blocks += cutter.finish()
            return blocks.flatMap { block in
                block.rows.indices.map { row in
                    ["\(block.line(of: row))"]
                        + (0..<Int(block.rows[row].cellCount)).map {
                            block.text(row: row, column: $0)
                        }
                }
            }
        }
        let (whole, pieces) = (cut(limits, max(1, bytes.count)), cut(small, 37))
        guard whole != pieces else { return nil }
        let index = zip(whole, pieces).prefix { $0 == $1 }.count
        func shown(_ rows: [[String]]) -> String {
            index < rows.count ? String("\(rows[index])".prefix(300)) : "(end)"
        }
        return "record \(index + 1) depends on where blocks end (\(small.blockBytes) bytes)\n"
            + "- \(shown(whole))\n+ \(shown(pieces))"
    }
}

/// What the first call of a reader must hold.
enum FileHead {
    /// 64 KiB of text, also of UTF-16, and room for byte order marks before it.
    static let length = (192 << 10) + 8
}
