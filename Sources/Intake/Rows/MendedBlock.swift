/// A block whose foreign cells have been made text, and what was made of them.
struct MendedBlock {
    /// A cell that came from another encoding.
    struct Mend {
        let row: Int
        let column: Int
        /// What it says.
        let text: String
        let encoding: TextEncoding
    }

    let block: Block
    /// What was mended, by row.
    let mends: [Int: [Mend]]
    /// Rows with bytes that are no text, and that could not be mended.
    let unreadable: Set<Int>
    /// The block as it was read, for the offsets of its records in the file.
    let original: Block

    init(_ block: Block) {
        self.block = block
        original = block
        mends = [:]
        unreadable = []
    }

    /// Puts the mended cells in place of those that were read.
    init(_ source: Block, _ mends: [Mend], unreadable broken: Set<Int>) {
        original = source
        self.mends = Dictionary(grouping: mends, by: \.row)
        guard !mends.isEmpty else {
            block = source
            unreadable = broken
            return
        }
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        var rows: [BlockRow] = []
        bytes.reserveCapacity(source.bytes.count)
        ends.reserveCapacity(source.cellEnds.count)
        var stillBroken: Set<Int> = []
        for (number, row) in source.rows.enumerated() {
            let (start, firstCell) = (bytes.count, ends.count)
            let own = self.mends[number] ?? []
            for column in 0..<Int(row.cellCount) {
                let cell = source.cell(row: number, column: column)
                if let mend = own.first(where: { $0.column == column }) {
                    bytes.append(contentsOf: mend.text.utf8)
                } else {
                    bytes.append(contentsOf: source.bytes[cell])
                    if broken.contains(number), Array(source.bytes[cell]).firstUTF8Fault != nil {
                        stillBroken.insert(number)
                    }
                }
                ends.append(UInt32(truncatingIfNeeded: bytes.count))
                bytes.append(source.dialect.delimiter)
            }
            rows.append(
                BlockRow(
                    start: start,
                    firstCell: firstCell,
                    line: Int(row.line),
                    lineCount: Int(row.lineCount),
                    cellCount: Int(row.cellCount),
                    isSetAside: row.isSetAside
                )
            )
        }
        unreadable = stillBroken
        block = Block(
            bytes: bytes,
            cellEnds: ends,
            rows: rows,
            faults: source.faults,
            fileOffset: source.fileOffset,
            firstLine: source.firstLine,
            firstRecord: source.firstRecord,
            lines: source.lines,
            endings: source.endings,
            dialect: source.dialect
        )
    }
}
