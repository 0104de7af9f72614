internal import Model

/// Reads the blocks of one file by what its head said: as rows of a form, or as rows of no known
/// form.
///
/// A value without the bytes: blocks of one file may be read by several tasks at once.
package struct BlockInterpreter: Sendable {
    /// The reader of the recognised form; nil where none was recognised.
    let reader: BlockReader?
    /// The row of the first block that holds the header; -1 where none does.
    let headRow: Int
    let path: String
    let unit: String?
    /// The text of the unit cell that the first row of a block continues, by the block's first
    /// record.
    let carried: [Int: String]
    /// What to add to an offset in the decoded text for the offset in the file; nil where the file
    /// was converted, so that no offset would be right.
    let offsetShift: Int?

    /// Reads a block.
    package func read(_ block: Block) -> BlockReading { read(block, below: nil) }

    /// Reads a block below titles and sections of the blocks before it; nil where nothing but the
    /// head of the file says anything of its rows.
    ///
    /// Blocks are read without waiting for one another: what stands over the rows is known only
    /// once those before it are, and a block that it matters to is then read once more.
    func read(_ block: Block, below heads: StandingHeads?) -> BlockReading {
        let first = block.firstRecord == 1 ? headRow + 1 : 0
        guard let reader else { return unknown(block, from: first) }
        let mended = CellMender(reader).mend(block, from: first)
        var reading = reader.read(
            mended,
            from: first,
            unitAbove: carried[block.firstRecord],
            heads: heads,
            offsetShift: offsetShift
        )
        if heads == nil, block.firstRecord > 1 { reading.source = block }
        return reading
    }

    /// Says that a row of no known form holds a character that stands for one that was lost.
    private func note(_ line: Int, in reading: inout BlockReading) {
        guard reading.findings.count < ListLimits.file else {
            reading.unlisted.findings += 1
            return
        }
        reading.findings.append(
            Finding(
                .encodingLossy,
                severity: .warning,
                unit: unit,
                file: path,
                row: line,
                message: ReadingMessages.lostLetters.0,
                fix: ReadingMessages.lostLetters.1
            )
        )
    }

    /// The rows of a file whose form is unknown are kept as they are.
    private func unknown(_ block: Block, from first: Int) -> BlockReading {
        var reading = BlockReading()
        var texts = RejectedTexts()
        let isDamaged = block.bytes[...].holdsReplacement
        for row in first..<max(first, block.rows.count) {
            let lines = Int(block.rows[row].lineCount)
            if block.isBlank(row: row) {
                reading.lines.blank += lines
                continue
            }
            reading.rows += 1
            reading.lines.rejected += lines
            if isDamaged, block.bytes[block.raw(row: row)].holdsReplacement {
                note(block.line(of: row), in: &reading)
            }
            guard reading.rejected.count < ListLimits.file else {
                reading.unlisted.rows += 1
                continue
            }
            reading.rejected.append(
                RejectedRow(
                    line: block.line(of: row),
                    code: headRow < 0 ? .headerNotFound : .formUnknown,
                    place: texts.add(row, of: block)
                )
            )
        }
        texts.give(to: &reading.rejected)
        let skipped = block.rows.prefix(first).reduce(0) { $0 + Int($1.lineCount) }
        // A line longer than a block ends in a later one, which then has a line more than its rows.
        reading.lines.blank += block.lines - reading.lines.total - skipped
        return reading
    }
}
