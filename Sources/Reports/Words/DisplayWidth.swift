/// Text laid out by the columns that it takes on a terminal or in a monospaced print.
package enum DisplayWidth {
    /// How many columns text takes: combining marks none, East Asian wide characters two.
    package static func of(_ text: some StringProtocol) -> Int {
        evenWidth(of: text) ?? text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// The columns of a text whose every sign takes one, such as any in Vietnamese; nil for
    /// another.
    private static func evenWidth(of text: some StringProtocol) -> Int? {
        text.utf8.withContiguousStorageIfAvailable { ofEven($0) } ?? nil
    }

    /// The columns of a text in UTF-8 whose every sign takes one, such as any in Vietnamese; nil
    /// for another.
    ///
    /// Told by bytes, without asking for the category of each sign. No such sign is a control
    /// character, combines, is for private use or is a blank other than that of ASCII.
    static func ofEven(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var width = 0
        var index = 0
        while index < bytes.count {
            let length = lengthOfEvenSign(bytes, at: index)
            if length == 0 { return nil }
            index += length
            width += 1
        }
        return width
    }

    /// Whether a text in UTF-8 has only single blanks, each between two words: wrapped to a width
    /// into which it fits, it stays as it is.
    static func isEvenlySpaced(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let blank = UInt8(ascii: " ")
        var isAfterBlank = true
        for byte in bytes {
            if byte == blank, isAfterBlank { return false }
            isAfterBlank = byte == blank
        }
        return bytes.isEmpty || !isAfterBlank
    }

    /// The bytes of a sign that takes one column: printable ASCII, Latin letters, dashes and
    /// quotation marks, arrows and signs of mathematics; 0 for all others.
    private static func lengthOfEvenSign(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int
    {
        switch bytes[index] {
        case 0x20..<0x7F: 1
        case 0xC3...0xC9: 2
        case 0xE1 where bytes[index + 1] == 0xBA || bytes[index + 1] == 0xBB: 3
        case 0xE2:
            switch bytes[index + 1] {
            case 0x80 where (0x90...0xA7).contains(bytes[index + 2]): 3
            case 0x86 where bytes[index + 2] >= 0x90: 3
            case 0x87...0x8B: 3
            default: 0
            }
        default: 0
        }
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: return 1
        case 0..<0x20, 0x7F..<0xA0: return 0
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0x200B...0x200F,
            0x2060, 0xFEFF, 0xAD:
            return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return 0
            default: return 1
            }
        }
    }

    /// The text filled up with blanks to a width; at the left where it is set to the right.
    package static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - of(text)))
        return right ? blanks + text : text + blanks
    }

    /// The text in the middle of a width.
    package static func centre(_ text: String, in width: Int) -> String {
        String(repeating: " ", count: max(0, (width - of(text)) / 2)) + text
    }

    /// The text in lines of at most a width, broken between words; a longer word is broken within.
    package static func wrap(_ text: String, to width: Int) -> [String] {
        evenlyWrapped(text, to: width) ?? freelyWrapped(text, to: width)
    }

    /// The lines of a text whose every sign takes one column and whose words all fit; nil for
    /// another.
    private static func evenlyWrapped(_ text: String, to width: Int) -> [String]? {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var lines: [String] = []
            // What has been taken into the line, and the bytes and columns of the word after it.
            var line: [UInt8] = []
            var used = 0
            var word = 0..<0
            var length = 0
            func endWord() -> Bool {
                guard !word.isEmpty else { return true }
                guard length <= width else { return false }
                if used > 0, used + 1 + length <= width {
                    line.append(UInt8(ascii: " "))
                    used += 1 + length
                } else {
                    if used > 0 { lines.append(String(decoding: line, as: UTF8.self)) }
                    line.removeAll(keepingCapacity: true)
                    used = length
                }
                line.append(contentsOf: bytes[word])
                return true
            }
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\n") {
                    guard endWord() else { return nil }
                    index += 1
                    word = index..<index
                    length = 0
                    continue
                }
                let size = lengthOfEvenSign(bytes, at: index)
                if size == 0 { return nil }
                index += size
                word = word.lowerBound..<index
                length += 1
            }
            guard endWord() else { return nil }
            if used > 0 || lines.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
            return lines
        } ?? nil
    }

    private static func freelyWrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let length = of(word)
            if used > 0, used + 1 + length <= width {
                line += " " + word
                used += 1 + length
                continue
            }
            if used > 0 { lines.append(line) }
            line = ""
            used = 0
            for character in word {
                let columns = of(String(character))
                if used + columns > width, used > 0 {
                    lines.append(line)
                    line = ""
                    used = 0
                }
                line.append(character)
                used += columns
            }
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }
}
