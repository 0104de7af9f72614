/// Helpers on the bytes of a cell: no String, no allocation.
package enum CellBytes {
    /// What DOS programs write behind the last line of a file (Ctrl-Z).
    private static let fileEnd: UInt8 = 0x1A

    /// The range without the blanks at its ends: ASCII blanks, tabs, line ends, no-break spaces,
    /// the invisible characters that copying brings along, and the mark of DOS for a file's end.
    @inline(__always)
    static func trim(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
        var (start, end) = (start, end)
        while start < end {
            let isFileEnd = bytes[start] == fileEnd
            let length = isFileEnd ? 1 : blankLength(bytes, at: start, end)
            guard length > 0 || bytes[start] >= 0xC2 else { break }
            let cut = length > 0 ? length : invisibleLength(bytes, at: start, end)
            guard cut > 0 else { break }
            start += cut
        }
        while start < end {
            let length = unseenLength(bytes, before: end, start)
            guard length > 0 else { break }
            end -= length
        }
        return (start, end)
    }

    /// The length of the blank character at an offset, 0 where there is none.
    @inline(__always)
    static func blankLength(_ bytes: Span<UInt8>, at index: Int, _ end: Int) -> Int {
        let byte = bytes[index]
        if byte == 0x20 || (byte >= 9 && byte <= 13) { return 1 }
        guard byte >= 0xC2 else { return 0 }
        if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
        guard index + 3 <= end else { return 0 }
        return isWideBlank(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
    }

    /// The length of the blank or invisible character that ends at an offset, 0 where there is
    /// none.
    @inline(__always)
    private static func unseenLength(_ bytes: Span<UInt8>, before end: Int, _ start: Int) -> Int {
        let byte = bytes[end - 1]
        if byte == 0x20 || (byte >= 9 && byte <= 13) || byte == fileEnd { return 1 }
        guard byte & 0xC0 == 0x80 else { return 0 }
        if byte == 0xA0 || byte == 0xAD, end - 2 >= start, bytes[end - 2] == 0xC2 { return 2 }
        guard end - 3 >= start else { return 0 }
        let (a, b) = (bytes[end - 3], bytes[end - 2])
        return isWideBlank(a, b, byte) || isInvisible(a, b, byte) ? 3 : 0
    }

    /// U+2000-U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
    @inline(__always)
    private static func isWideBlank(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        switch (a, b) {
        case (0xE2, 0x80): (0x80...0x8A).contains(c) || c == 0xA8 || c == 0xA9 || c == 0xAF
        case (0xE2, 0x81): c == 0x9F
        case (0xE3, 0x80): c == 0x80
        default: false
        }
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
