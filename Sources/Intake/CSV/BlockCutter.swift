/// Cuts a stream of UTF-8 bytes into blocks at record ends and finds every cell on the way.
///
/// The cutter holds at most one block and one record of bytes. Where the stream is cut into pushes
/// makes no difference to the records.
package struct BlockCutter: Sendable {
    /// The number of cells that a record should have.
    ///
    /// Behind a quote that does not close, reading goes on at a line that has it. It is learnt from
    /// the first record where neither the caller nor the dialect knows it.
    package var expectedCells: Int? {
        get { walker.expectedCells }
        set { walker.expectedCells = newValue }
    }

    private let dialect: Dialect
    private let limits: CSVLimits
    private var walker: RecordWalker
    private var pending: [UInt8] = []
    private var room: [UInt32] = []
    private var fileOffset = 0
    private var line = 1
    private var record = 1

    /// A cutter for one file; without `expectedCells`, what the dialect says is expected.
    ///
    /// In a table of one column, and only there, a blank line is a record of one empty cell.
    package init(
        dialect: Dialect,
        expectedCells: Int? = nil,
        limits: CSVLimits = .standard
    ) {
        self.dialect = dialect
        self.limits = limits
        walker = RecordWalker(
            dialect: dialect,
            limits: limits,
            expectedCells: expectedCells ?? dialect.columns
        )
    }

    /// Takes the next bytes of the file, without a byte order mark at its start, and returns the
    /// blocks that they complete.
    package mutating func push(_ bytes: Span<UInt8>) -> [Block] {
        var blocks: [Block] = []
        var taken = 0
        while taken < bytes.count {
            let wanted = max(limits.blockBytes - pending.count, limits.blockBytes / 2, 1)
            let end = min(bytes.count, taken + wanted)
            bytes.extracting(taken..<end).withUnsafeBufferPointer {
                pending.append(contentsOf: $0)
            }
            taken = end
            if pending.count >= limits.blockBytes, let block = cut(isFinal: false) {
                blocks.append(block)
            }
        }
        return blocks
    }

    /// Takes the next bytes of the file and returns the blocks that they complete.
    package mutating func push(_ bytes: [UInt8]) -> [Block] { push(bytes.span) }

    /// Ends the file and returns the last block, where something is left.
    package mutating func finish() -> [Block] {
        guard !pending.isEmpty, let block = cut(isFinal: true) else { return [] }
        return [block]
    }

    private mutating func cut(isFinal: Bool) -> Block? {
        var bytes = pending
        pending = []
        var draft = BlockDraft(cellEnds: room)
        room = []
        let end = walker.walk(bytes.span, isFinal: isFinal, line: line, into: &draft)
        room = draft.cellEnds
        guard end > 0 else {
            pending = bytes
            return nil
        }
        pending.reserveCapacity(limits.blockBytes + (bytes.count - end) + 64)
        pending.append(contentsOf: bytes[end...])
        bytes.removeLast(bytes.count - end)
        let block = Block(
            bytes: bytes,
            cellEnds: Array(room[..<draft.cellCount]),
            rows: draft.rows,
            faults: draft.faults,
            fileOffset: fileOffset,
            firstLine: line,
            firstRecord: record,
            lines: draft.line,
            endings: draft.endings,
            dialect: dialect
        )
        fileOffset += end
        line += draft.line
        record += draft.rows.count
        return block
    }
}
