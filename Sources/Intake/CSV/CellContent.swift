/// What stands in a cell once its quotes are taken off.
package struct CellContent: Hashable, Sendable {
    /// Offsets in the bytes of the block.
    package var start: Int
    /// The offset behind the last byte.
    package var end: Int
    /// Whether quotes inside still have to be made plain.
    package var isEscaped: Bool

    /// Where the bytes stand in the block.
    package var range: Range<Int> { start..<end }
    /// Whether there is no byte; blanks are bytes.
    package var isEmpty: Bool { start == end }

    init(start: Int, end: Int, isEscaped: Bool) {
        self.start = start
        self.end = end
        self.isEscaped = isEscaped
    }

    /// The content of raw text: behind a byte order mark and skipped blanks, between the quotes.
    init(of raw: Range<Int>, in bytes: Span<UInt8>, _ dialect: Dialect, isFirst: Bool) {
        self.init(start: raw.lowerBound, end: raw.upperBound, isEscaped: false)
        guard start < end else { return }
        if bytes[start] == 0xEF { start = ByteOrderMark.end(in: bytes, from: start, to: end) }
        if dialect.skipsBlanks { skipBlanks(bytes, dialect, isFirst: isFirst) }
        let quote = dialect.quoteByte
        guard start < end, bytes[start] == quote else { return }
        while end > start + 1, bytes[end - 1] != quote { end -= 1 }
        start += 1
        end = max(start, end - 1)
        let escape = dialect.escape == 0 ? quote : dialect.escape
        for index in start..<end where bytes[index] == quote || bytes[index] == escape {
            isEscaped = true
            break
        }
    }

    /// Leaves out the blanks around a delimiter, where they are no data.
    private mutating func skipBlanks(_ bytes: Span<UInt8>, _ dialect: Dialect, isFirst: Bool) {
        let blank = UInt8(ascii: " ")
        let isBeforeDelimiter = end < bytes.count && bytes[end] == dialect.delimiterByte
        if !isFirst {
            while start < end, bytes[start] == blank { start += 1 }
        }
        guard dialect.trimsBlanks, isBeforeDelimiter else { return }
        while start < end, bytes[end - 1] == blank { end -= 1 }
    }

    /// Appends the content with the quotes inside made plain.
    func append(from bytes: Span<UInt8>, _ dialect: Dialect, to output: inout [UInt8]) {
        let quote = dialect.quoteByte
        let escape = dialect.escape == 0 ? quote : dialect.escape
        var index = start
        while index < end {
            var byte = bytes[index]
            index += 1
            if byte == quote || byte == escape, index < end {
                let next = bytes[index]
                if next == quote || (next == escape && byte == escape) {
                    byte = next
                    index += 1
                }
            }
            output.append(byte)
        }
    }
}
