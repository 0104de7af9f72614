/// How much a cell looks like one cell, rather than like a piece of one or like several.
///
/// A dialect that is not the file's own cuts numbers, dates and sentences in the wrong places and
/// leaves delimiters, quotes and brackets behind; this is what gives it away.
struct CellLikeness: Hashable {
    /// From 0 to 1.
    var score: Double
    /// Whether it is a number, a date or a time.
    var isTyped: Bool

    private static let whole = CellLikeness(score: 1, isTyped: false)
    private static let typed = CellLikeness(score: 1, isTyped: true)

    /// Looks at a cell's content, which is not empty; in quotes it may hold anything.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, isQuoted: Bool) {
        var counts = Counts()
        for index in range { counts.add(bytes, index, range) }
        if counts.looksTyped {
            self = .typed
        } else if isQuoted {
            self = .whole
        } else if counts.edgeQuotes > 0 {
            self.init(score: 0.2, isTyped: false)
        } else if counts.wildDelimiters > 0 {
            self.init(score: 0.4, isTyped: false)
        } else if counts.openBrackets != 0 {
            self.init(score: 0.6, isTyped: false)
        } else if counts.edgeBlanks > 0 {
            self.init(score: 0.75, isTyped: false)
        } else {
            self.init(score: counts.blanks == 0 ? 1 : 0.95, isTyped: false)
        }
    }

    private init(score: Double, isTyped: Bool) {
        self.score = score
        self.isTyped = isTyped
    }

    /// What a cell's bytes are.
    private struct Counts {
        private var digits = 0
        /// Signs that numbers, dates and times hold beside digits.
        private var signs = 0
        private var others = 0
        var blanks = 0
        var edgeBlanks = 0
        var edgeQuotes = 0
        var openBrackets = 0
        /// Bytes that separate cells in many files and stand here as in one.
        var wildDelimiters = 0
        private var edgeSigns = 0

        /// Digits with at most a few signs and nothing else, as in `-1.234,5`, `50%`, `2024-01-05`.
        var looksTyped: Bool {
            digits > 0 && others == 0 && blanks <= 1 && edgeBlanks == 0 && edgeSigns == 0
                && signs <= digits + 1
        }

        @inline(__always)
        mutating func add(_ bytes: Span<UInt8>, _ index: Int, _ range: Range<Int>) {
            let byte = bytes[index]
            // Most bytes are those of letters.
            if byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) {
                others += 1
                return
            }
            let isEdge = index == range.lowerBound || index + 1 == range.upperBound
            switch byte {
            case 48...57: digits += 1
            case UInt8(ascii: " "):
                blanks += 1
                if isEdge { edgeBlanks += 1 }
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "/"),
                UInt8(ascii: "%"), UInt8(ascii: "+"):
                signs += 1
            case UInt8(ascii: ","):
                signs += 1
                if isEdge { edgeSigns += 1 }
                if !isEdge, !isBlank(bytes, index + 1), !areDigits(bytes, index) {
                    wildDelimiters += 1
                }
            case UInt8(ascii: ";"):
                others += 1
                if isEdge || !isBlank(bytes, index + 1) { wildDelimiters += 1 }
            case UInt8(ascii: "\t"), UInt8(ascii: "|"):
                others += 1
                wildDelimiters += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                others += 1
                if isEdge { edgeQuotes += 1 }
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                others += 1
                openBrackets += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                others += 1
                openBrackets -= 1
            default: others += 1
            }
        }

        private func isBlank(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
            index < bytes.count && bytes[index] == UInt8(ascii: " ")
        }

        private func areDigits(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
            index > 0 && index + 1 < bytes.count && CellBytes.isDigit(bytes[index - 1])
                && CellBytes.isDigit(bytes[index + 1])
        }
    }
}
