/// Physical lines: where they end, and where characters begin.
enum LineScan {
    /// The offset behind the line end that follows `start`.
    static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 10 { return index }
            if byte == 13 {
                return index < bytes.count && bytes[index] == 10 ? index + 1 : index
            }
        }
        return index
    }

    /// The offset of the line end that stands before `next`, and which one it is.
    static func contentEnd(
        _ bytes: Span<UInt8>,
        before next: Int,
        from start: Int
    ) -> (offset: Int, ending: LineEndings) {
        guard next > start else { return (next, []) }
        switch bytes[next - 1] {
        case 10 where next - 1 > start && bytes[next - 2] == 13: return (next - 2, .crlf)
        case 10: return (next - 1, .lf)
        case 13: return (next - 1, .cr)
        default: return (next, [])
        }
    }

    /// The start of the character that holds the byte at an offset.
    static func characterStart(_ bytes: Span<UInt8>, atOrBefore offset: Int) -> Int {
        guard offset < bytes.count else { return bytes.count }
        var index = offset
        var steps = 0
        while steps < 3, index > 0, bytes[index] & 0xC0 == 0x80 {
            index -= 1
            steps += 1
        }
        return index
    }
}
