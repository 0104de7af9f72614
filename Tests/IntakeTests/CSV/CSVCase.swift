import Intake

/// What a text comes to, as plain values that are easy to compare.
struct CSVCase: Equatable {
    var rows: [[String]] = []
    var lines: [Int] = []
    var endLines: [Int] = []
    var raws: [String] = []
    var setAside: [Bool] = []
    var faults: [String] = []
    var lineCount = 0
    var endings: LineEndings = []

    /// Reads bytes that arrive in pieces of these sizes, again and again.
    init(
        _ bytes: [UInt8],
        dialect: Dialect = Dialect(),
        expected: Int? = nil,
        limits: CSVLimits = .standard,
        pieces: [Int] = []
    ) {
        var cutter = BlockCutter(dialect: dialect, expectedCells: expected, limits: limits)
        var blocks: [Block] = []
        var position = 0
        var piece = 0
        while position < bytes.count {
            let size = pieces.isEmpty ? bytes.count : max(1, pieces[piece % pieces.count])
            let end = min(bytes.count, position + size)
            blocks += cutter.push(Array(bytes[position..<end]))
            position = end
            piece += 1
        }
        blocks += cutter.finish()
        for block in blocks { add(block) }
    }

    init(_ text: String, delimiter: Character = ",", expected: Int? = nil) {
        self.init(
            Array(text.utf8),
            dialect: Dialect(delimiter: delimiter.asciiValue ?? 44),
            expected: expected
        )
    }

    private mutating func add(_ block: Block) {
        for (index, row) in block.rows.enumerated() {
            rows.append((0..<Int(row.cellCount)).map { block.text(row: index, column: $0) })
            lines.append(block.line(of: index))
            endLines.append(block.endLine(of: index))
            raws.append(block.rawText(row: index))
            setAside.append(row.isSetAside)
        }
        faults += block.faults.map { "\($0.kind) \($0.line):\($0.column)" }
        lineCount += block.lines
        endings.formUnion(block.endings)
    }

    /// The rows that were not set aside.
    var good: [[String]] { zip(rows, setAside).filter { !$1 }.map(\.0) }
}
