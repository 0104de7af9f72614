/// Characters that nobody sees and that come along with copied text.
extension CellBytes {
    /// What a text holds besides what can be read.
    package struct Oddity: Hashable, Sendable {
        /// A zero-width character, a soft hyphen, a byte-order mark or a mark of writing direction.
        package var hasInvisible = false
        /// A control character other than a tab or a line end.
        package var hasControl = false

        package init(hasInvisible: Bool = false, hasControl: Bool = false) {
            self.hasInvisible = hasInvisible
            self.hasControl = hasControl
        }
    }

    /// What bytes hold besides what can be read.
    ///
    /// Quick enough for a whole block of a file (about 1 ns a byte): only where a block has an
    /// oddity is there a reason to look at its cells.
    package static func oddity(in bytes: Span<UInt8>) -> Oddity {
        var oddity = Oddity()
        var index = 0
        let count = bytes.count
        while index < count {
            let byte = bytes[index]
            switch byte {
            case 9, 10, 13: break
            case 0..<0x20, 0x7F: oddity.hasControl = true
            case 0xC2:
                guard index + 1 < count else { break }
                if (0x80..<0xA0).contains(bytes[index + 1]) { oddity.hasControl = true }
                if bytes[index + 1] == 0xAD { oddity.hasInvisible = true }
            case 0xE2, 0xEF:
                if invisibleLength(bytes, at: index, count) > 0 { oddity.hasInvisible = true }
            default: break
            }
            index &+= 1
        }
        return oddity
    }

    /// The length of the invisible character at an offset, 0 where there is none.
    @inline(__always)
    static func invisibleLength(_ bytes: Span<UInt8>, at index: Int, _ end: Int) -> Int {
        if bytes[index] == 0xC2 { return index + 1 < end && bytes[index + 1] == 0xAD ? 2 : 0 }
        guard index + 3 <= end else { return 0 }
        return isInvisible(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : 0
    }

    /// U+200B-U+200F, U+202A-U+202E, U+2060, U+2066-U+2069 and U+FEFF.
    @inline(__always)
    static func isInvisible(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        switch (a, b) {
        case (0xE2, 0x80): (0x8B...0x8F).contains(c) || (0xAA...0xAE).contains(c)
        case (0xE2, 0x81): c == 0xA0 || (0xA6...0xA9).contains(c)
        case (0xEF, 0xBB): c == 0xBF
        default: false
        }
    }

    /// The bytes without invisible characters and with full-width signs (`１２／`) as plain ones; nil
    /// where there are neither, so that there is nothing to copy.
    ///
    /// Also nil beyond 256 bytes: no number, date or token is that long.
    static func plain(_ bytes: Span<UInt8>) -> [UInt8]? {
        guard bytes.count <= 256 else { return nil }
        var output: [UInt8] = []
        var kept = 0
        var index = 0
        func keep(until end: Int) {
            for position in kept..<end { output.append(bytes[position]) }
        }
        while index < bytes.count {
            guard bytes[index] >= 0xC2 else {
                index += 1
                continue
            }
            let length = invisibleLength(bytes, at: index, bytes.count)
            let wide = length > 0 ? nil : fullWidth(bytes, at: index)
            guard length > 0 || wide != nil else {
                index += 1
                continue
            }
            keep(until: index)
            if let wide { output.append(wide) }
            index += wide == nil ? length : 3
            kept = index
        }
        guard kept > 0 else { return nil }
        keep(until: bytes.count)
        return output
    }

    /// The ASCII sign of a full-width one (U+FF01-U+FF5E) at an offset.
    private static func fullWidth(_ bytes: Span<UInt8>, at index: Int) -> UInt8? {
        guard bytes[index] == 0xEF, index + 3 <= bytes.count else { return nil }
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if second == 0xBC, (0x81...0xBF).contains(third) { return third - 0x60 }
        if second == 0xBD, (0x80...0x9E).contains(third) { return third - 0x20 }
        return nil
    }
}
