/// Text as Excel can hold it.
enum ExcelText {
    /// The longest text of a cell in UTF-16 units.
    static let longest = 32_767

    /// The text without what XML forbids, with literal `_xHHHH_` protected, cut to what a cell
    /// holds.
    ///
    /// Line ends become `\n`. A text that is cut ends with `…`.
    static func sanitised(_ text: String, longest: Int = ExcelText.longest) -> String {
        if isPlain(text, longest: longest) { return text }
        var output = String.UnicodeScalarView()
        var units = 0
        let scalars = Array(text.unicodeScalars)
        // Counted along: to count them afterwards takes as long as the text is, each time.
        var count = 0
        // Where the text has to end if it proves too long, so that the ellipsis still fits.
        var lastGoodCount = 0
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            var piece: [Unicode.Scalar] = [scalar]
            switch scalar.value {
            case 0x0D:
                if index < scalars.count, scalars[index] == "\n" { continue }
                piece = ["\n"]
            case 0x09, 0x0A: break
            case 0x00..<0x20, 0xFFFE, 0xFFFF: continue
            case 0x5F where startsEscape(scalars, at: index - 1):
                piece = Array("_x005F_".unicodeScalars)
            default: break
            }
            let length = piece.reduce(0) { $0 + UTF16.width($1) }
            if units + length > longest {
                output.removeLast(count - lastGoodCount)
                output.append("…")
                break
            }
            units += length
            output.append(contentsOf: piece)
            count += piece.count
            if units < longest { lastGoodCount = count }
        }
        return String(output)
    }

    /// Whether nothing needs to be done, as far as bytes tell: far from the limit, and nothing in
    /// it that XML forbids or Excel would read as an escape.
    private static func isPlain(_ text: String, longest: Int) -> Bool {
        guard text.utf8.count <= longest else { return false }
        return text.utf8.withContiguousStorageIfAvailable(isPlain) ?? false
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < bytes.count {
            // Eight bytes at once, of which mostly none is worth a look.
            if index + 8 <= bytes.count,
                isSurelyPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            {
                index += 8
                continue
            }
            let byte = bytes[index]
            defer { index += 1 }
            if byte >= 0x20, byte != 0x5F, byte != 0xEF { continue }
            switch byte {
            case 0x09, 0x0A: continue
            case 0x5F:
                let end = index + 6
                if end < bytes.count, bytes[index + 1] | 0x20 == UInt8(ascii: "x"),
                    bytes[end] == 0x5F
                {
                    return false
                }
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            case 0xEF where bytes[index + 1] != 0xBF || bytes[index + 2] < 0xBE: continue
            default: return false
            }
        }
        return true
    }

    /// Whether none of eight bytes is below 0x20, `_` or 0xEF.
    private static func isSurelyPlain(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        /// Bytes that are less than a number up to 0x80, by their highest bits.
        func less(_ word: UInt64, than number: UInt64) -> UInt64 {
            (word &- ones &* number) & ~word & ones &* 0x80
        }
        return less(word, than: 0x20) | less(word ^ ones &* 0x5F, than: 1)
            | less(word ^ ones &* 0xEF, than: 1) == 0
    }

    /// Whether `_xHHHH_` stands at an index: Excel would show the character with that number.
    private static func startsEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 6 < scalars.count, scalars[index + 1] == "x" || scalars[index + 1] == "X",
            scalars[index + 6] == "_"
        else { return false }
        return scalars[(index + 2)...(index + 5)].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
