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
    /// A block whose last record, lines that are being set aside, goes on in `pending`.
    private var held: (bytes: [UInt8], draft: BlockDraft)?
    private var room: [UInt32] = []
    /// Where `pending` begins.
    private var position = FilePosition()
    /// Where the held block, or else `pending`, begins.
    private var blockStart = FilePosition()
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
            if pending.count >= limits.blockBytes { cut(isFinal: false, into: &blocks) }
        }
        return blocks
    }

    /// Takes the next bytes of the file and returns the blocks that they complete.
    package mutating func push(_ bytes: [UInt8]) -> [Block] { push(bytes.span) }

    /// Ends the file and returns the last blocks, where something is left.
    package mutating func finish() -> [Block] {
        var blocks: [Block] = []
        cut(isFinal: true, into: &blocks)
        return blocks
    }

    private mutating func cut(isFinal: Bool, into blocks: inout [Block]) {
        if held != nil, let block = resume(isFinal: isFinal) { blocks.append(block) }
        guard held == nil, !pending.isEmpty else { return }
        var bytes = pending
        pending = []
        var draft = BlockDraft(cellEnds: room)
        room = []
        blockStart = position
        let end = walker.walk(bytes.span, isFinal: isFinal, at: position, into: &draft)
        guard end > 0 || walker.run != nil else {
            room = draft.cellEnds
            pending = bytes
            return
        }
        // Nothing comes behind the end of a file: room for a block is more than most files need.
        if !isFinal { pending.reserveCapacity(limits.blockBytes + (bytes.count - end) + 64) }
        if end < bytes.count {
            pending.append(contentsOf: bytes[end...])
            bytes.removeLast(bytes.count - end)
        }
        position.offset += end
        if walker.run != nil {
            held = (bytes, draft)
        } else {
            blocks.append(block(bytes, draft))
        }
    }

    /// Goes on with the lines that are being set aside; the held block, where they end.
    private mutating func resume(isFinal: Bool) -> Block? {
        guard var (kept, draft) = held else { return nil }
        let bytes = pending
        pending = []
        held = nil
        let (end, ended) = walker.continueRun(
            bytes.span,
            from: 0,
            isFinal: isFinal,
            at: position
        )
        // One character more than is kept shows where the last one that is kept ends.
        let start = draft.rows.last.map { Int($0.start) } ?? 0
        let wanted = max(0, min(end, start + limits.recordBytes + 4 - kept.count))
        kept.append(contentsOf: bytes[..<wanted])
        pending.append(contentsOf: bytes[end...])
        position.offset += end
        guard let ended else {
            held = (kept, draft)
            return nil
        }
        draft.settle(ended, kept.span, limit: limits.recordBytes)
        return block(kept, draft)
    }

    private mutating func block(_ bytes: [UInt8], _ draft: BlockDraft) -> Block {
        room = draft.cellEnds
        position.line = blockStart.line + draft.line
        let block = Block(
            bytes: bytes,
            cellEnds: Array(room[..<draft.cellCount]),
            rows: draft.rows,
            faults: draft.faults,
            fileOffset: blockStart.offset,
            firstLine: blockStart.line,
            firstRecord: record,
            lines: draft.line,
            endings: draft.endings,
            dialect: dialect
        )
        record += draft.rows.count
        return block
    }
}
