internal import Yams

/// A file's text by lines, to find where in the file a part of a value stands.
struct PlanText {
    /// The file's name inside the plan's folder.
    let file: String
    let bytes: [UInt8]
    /// The index of each line's first byte.
    private let lines: [Int]

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        self.bytes = bytes
        lines = PlanText.lines(bytes)
    }

    /// Where lines begin, broken as YAML breaks them.
    private static func lines(_ bytes: [UInt8]) -> [Int] {
        var lines = [0]
        for index in bytes.indices {
            switch bytes[index] {
            case 0x0A: break
            case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A: break
            // U+0085, U+2028 and U+2029.
            case 0x85 where index > 0 && bytes[index - 1] == 0xC2: break
            case 0xA8 where index > 1 && bytes[index - 2] == 0xE2 && bytes[index - 1] == 0x80: break
            case 0xA9 where index > 1 && bytes[index - 2] == 0xE2 && bytes[index - 1] == 0x80: break
            default: continue
            }
            lines.append(index + 1)
        }
        return lines
    }

    /// The index of the byte at a place; nil outside of the text.
    func index(of mark: Mark) -> Int? {
        guard lines.indices.contains(mark.line - 1) else { return nil }
        var index = lines[mark.line - 1]
        var column = 1
        while column < mark.column, index < bytes.count {
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            column += 1
        }
        return column == mark.column ? index : nil
    }

    /// The place in the file of a character of a value, which may be quoted, escaped and folded.
    ///
    /// The value and what is written differ by blanks, breaks, quotes and escapes only: so the
    /// place is found by counting what is no blank.
    func place(of offset: Int, in scalar: Node.Scalar) -> (line: Int, column: Int) {
        guard let mark = scalar.mark, let index = index(of: mark) else { return (1, 1) }
        let value = scalar.string
        let before = value.prefix(offset).unicodeScalars
        let wanted = before.count { !$0.properties.isWhitespace }
        var walk = ScalarWalk(bytes[index...], at: mark)
        walk.open(scalar.style)
        for _ in 0..<wanted { walk.skip() }
        guard before.endIndex == value.endIndex else {
            walk.skipBlanks()
            return (walk.line, walk.column)
        }
        // Behind the last word, and behind the blanks that belong to the value.
        let blanks = before.reversed().prefix { $0.properties.isWhitespace }.count
        return (walk.line, walk.column + walk.blanks(atMost: blanks))
    }
}
