internal import Yams

/// Walks over a value as it is written in a file, one character of the value after the other.
struct ScalarWalk {
    private(set) var line: Int
    private(set) var column: Int
    private var current: Unicode.Scalar?
    private var decoder = UTF8()
    private var rest: ArraySlice<UInt8>.Iterator
    private var style = Node.Scalar.Style.plain

    init(_ bytes: ArraySlice<UInt8>, at mark: Mark) {
        line = mark.line
        column = mark.column
        rest = bytes.makeIterator()
        current = next()
    }

    /// Goes to the first character of the value: behind an anchor, a tag, an opening quote, the
    /// head of a block.
    mutating func open(_ style: Node.Scalar.Style) {
        self.style = style
        while current == "&" || current == "!" {
            while let scalar = current, !scalar.properties.isWhitespace { advance() }
            skipBlanks()
        }
        switch style {
        case .singleQuoted, .doubleQuoted: advance()
        case .literal, .folded:
            let head = line
            while current != nil, line == head { advance() }
        case .plain, .any: break
        }
    }

    /// Goes to the next character that is no blank.
    mutating func skipBlanks() {
        while let scalar = current, scalar.properties.isWhitespace { advance() }
    }

    /// Goes behind the next character of the value that is no blank.
    mutating func skip() {
        while current != nil {
            skipBlanks()
            if !takeBlankEscape() { return }
        }
    }

    /// How many blanks stand here on the line.
    func blanks(atMost limit: Int) -> Int {
        var copy = self
        var count = 0
        while count < limit, let scalar = copy.current, scalar == " " || scalar == "\t" {
            copy.advance()
            count += 1
        }
        return count
    }

    /// Takes one character as it is written; true where it stands for a blank or for nothing.
    private mutating func takeBlankEscape() -> Bool {
        let first = current
        advance()
        if style == .singleQuoted, first == "'" {
            advance()
            return false
        }
        guard style == .doubleQuoted, first == "\\", let letter = current else { return false }
        advance()
        let digits =
            switch letter {
            case "x": 2
            case "u": 4
            case "U": 8
            default: 0
            }
        guard digits > 0 else { return ScalarWalk.blankEscapes.contains(letter) }
        var code: UInt32 = 0
        for _ in 0..<digits {
            code = code &<< 4 | UInt32(current.flatMap { Character($0).hexDigitValue } ?? 0)
            advance()
        }
        return Unicode.Scalar(code)?.properties.isWhitespace ?? false
    }

    /// What stands behind a backslash for a blank or a break, or to go on in the next line.
    private static let blankEscapes: Set<Unicode.Scalar> = [
        " ", "\t", "t", "n", "r", "v", "f", "N", "_", "L", "P", "\n", "\r",
    ]

    private mutating func advance() {
        guard let scalar = current else { return }
        current = next()
        switch scalar {
        case "\r" where current == "\n": break
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
            line += 1
            column = 1
        default: column += 1
        }
    }

    private mutating func next() -> Unicode.Scalar? {
        if case .scalarValue(let scalar) = decoder.decode(&rest) { return scalar }
        return nil
    }
}
