internal import Model

/// A word, number or mark of a cell that counts several things.
enum CountedToken: Hashable {
    case number(Int64)
    case noun(Subject)
    /// `,` `;` `+` `&` `và`, a line end, a dash with a blank behind it.
    case separator
    case colon
    case open
    case close

    /// No cell that only counts is longer; what is longer is prose.
    private static let maximum = 200

    /// The tokens of a cell; nil where any of it is not understood, or no noun is there.
    static func tokens(of bytes: Span<UInt8>) -> [CountedToken]? {
        var (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        if start < end, bytes[start] == UInt8(ascii: "'") { start += 1 }
        // Nearly every cell is a bare number, which ends here.
        guard end > start, end - start <= maximum, hasLetter(bytes, start, end) else { return nil }
        if let plain = CellBytes.plain(bytes) { return tokens(of: plain.span) }
        if bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        var tokens: [CountedToken] = []
        var index = start
        while index < end {
            let blank = CellBytes.blankLength(bytes, at: index, end)
            if blank > 0 {
                if bytes[index] == 10 || bytes[index] == 13 { tokens.append(.separator) }
                index += blank
            } else if let mark = mark(bytes, at: index, end) {
                tokens.append(mark)
                index += max(1, CellBytes.dashLength(bytes, at: index, end))
            } else if CellBytes.isDigit(bytes[index]) {
                let stop = numberEnd(bytes, index, end)
                guard
                    case .value(let value) = CellNumber.parseInt(
                        bytes.extracting(index..<stop)
                    )
                else { return nil }
                tokens.append(.number(value))
                index = stop
            } else {
                let stop = wordsEnd(bytes, index, end)
                guard stop > index, append(bytes.extracting(index..<stop), to: &tokens) else {
                    return nil
                }
                index = stop
            }
        }
        return tokens
    }

    private static func hasLetter(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        (start..<end).contains { bytes[$0] >= 0x80 || isLetter(bytes[$0]) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

    private static func mark(_ bytes: Span<UInt8>, at index: Int, _ end: Int) -> CountedToken? {
        switch bytes[index] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "+"), UInt8(ascii: "&"):
            return .separator
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: "("): return .open
        case UInt8(ascii: ")"): return .close
        default:
            // A dash right before a digit may be a minus.
            let length = CellBytes.dashLength(bytes, at: index, end)
            guard length > 0, index + length < end, !CellBytes.isDigit(bytes[index + length]) else {
                return nil
            }
            return .separator
        }
    }

    /// The end of digits with marks inside (`1.234`); a mark before a blank is none of theirs.
    private static func numberEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            let isMark = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
            let isInside = isMark && index + 1 < end && CellBytes.isDigit(bytes[index + 1])
            guard isInside || CellBytes.isDigit(bytes[index]) else { break }
            index += 1
        }
        return index
    }

    /// The end of a run of letters and plain blanks.
    private static func wordsEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            let byte = bytes[index]
            guard byte == 0x20 || isLetter(byte) || byte >= 0x80,
                CellBytes.dashLength(bytes, at: index, end) == 0
            else { break }
            index += 1
        }
        return index
    }

    /// Appends what a run of words says; false where a word is not known.
    private static func append(_ bytes: Span<UInt8>, to tokens: inout [CountedToken]) -> Bool {
        var folded: [UInt8] = []
        Fold.append(bytes, to: &folded)
        var words = folded.split(separator: 32)[...]
        while let word = words.first {
            if word.elementsEqual(and) {
                tokens.append(.separator)
                words.removeFirst()
                continue
            }
            let length = (1...3).reversed().first { length in
                length <= words.count && nouns[key(words.prefix(length))] != nil
            }
            guard let length, let subject = nouns[key(words.prefix(length))] else { return false }
            tokens.append(.noun(subject))
            words.removeFirst(length)
        }
        return true
    }

    private static func key(_ words: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
        Array(words.joined(separator: [32]))
    }

    private static let and = Fold.key("và")

    private static let nouns: [[UInt8]: Subject] = {
        var table: [[UInt8]: Subject] = [:]
        for (subject, texts) in [
            (Subject.collective, ["tập thể", "tt"]), (.individual, ["cá nhân", "cn"]),
            (.household, ["hộ gia đình", "hgđ", "hộ gđ", "hộ", "gia đình"]),
        ] {
            for text in texts { table[Fold.key(text)] = subject }
        }
        return table
    }()
}
