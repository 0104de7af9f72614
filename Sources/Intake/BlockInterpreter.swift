internal import Model

/// Reads the blocks of one file by what its head said: as rows of a form, as rows of no known form, or
/// not at all.
///
/// A value without the bytes: blocks of one file may be read by several tasks at once.
package struct BlockInterpreter: Sendable {
    /// The reader of the recognised form; nil where none was recognised.
    let reader: BlockReader?
    /// The row of the first block that holds the header; -1 where none does.
    let headRow: Int
    let path: String
    let unit: String?
    /// The text of the unit cell that the first row of a block continues, by the block's first record.
    let carried: [Int: String]

    /// Reads a block.
    package func read(_ block: Block) -> BlockReading {
        if let fault = block.bytes.firstUTF8Fault { return refused(block, fault) }
        let first = block.firstRecord == 1 ? headRow + 1 : 0
        return reader?.read(block, from: first, unitAbove: carried[block.firstRecord])
            ?? unknown(block, from: first)
    }

    private func refused(_ block: Block, _ fault: Range<Int>) -> BlockReading {
        var reading = BlockReading()
        reading.lines.rejected = block.lines
        reading.rows = block.rows.count
        reading.findings = [
            Finding(
                .encodingUnknown,
                unit: unit,
                file: path,
                byte: block.fileOffset + fault.lowerBound,
                message: "Không xác định được bảng mã của tệp.",
                fix: "Đề nghị lưu lại theo định dạng \"CSV UTF-8\" và gửi lại."
            )
        ]
        return reading
    }

    /// The rows of a file whose form is unknown are kept as they are.
    private func unknown(_ block: Block, from first: Int) -> BlockReading {
        var reading = BlockReading()
        for row in first..<max(first, block.rows.count) {
            let lines = Int(block.rows[row].lineCount)
            if block.isBlank(row: row) {
                reading.lines.blank += lines
                continue
            }
            reading.rows += 1
            reading.lines.rejected += lines
            reading.rejected.append(
                RejectedRow(
                    line: block.line(of: row),
                    code: headRow < 0 ? .headerNotFound : .formUnknown,
                    cells: (0..<Int(block.rows[row].cellCount)).map {
                        block.text(row: row, column: $0)
                    }
                )
            )
        }
        let skipped = block.rows.prefix(first).reduce(0) { $0 + Int($1.lineCount) }
        // A line longer than a block ends in a later one, which then has a line more than its rows.
        reading.lines.blank += block.lines - reading.lines.total - skipped
        return reading
    }
}
