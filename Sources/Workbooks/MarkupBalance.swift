/// Whether XML closes every element that it opens, read piece by piece.
///
/// Not a parser: it counts tags, which is what a text that was cut short gets wrong.
struct MarkupBalance {
    private enum Place { case text, tagStart, opening, closing, declaration }

    private var place = Place.text
    private var quote: UInt8 = 0
    private var last: UInt8 = 0
    private var depth = 0
    private var elements = 0
    private var isSound = true

    /// Whether all that was opened is closed, and something was.
    var isClosed: Bool { isSound && place == .text && depth == 0 && elements > 0 }

    /// Reads the next bytes.
    mutating func read(_ piece: UnsafeBufferPointer<UInt8>) {
        for byte in piece {
            switch place {
            case .text:
                if byte == UInt8(ascii: "<") { place = .tagStart }
                continue
            case .tagStart:
                switch byte {
                case UInt8(ascii: "/"): place = .closing
                case UInt8(ascii: "?"), UInt8(ascii: "!"): place = .declaration
                default: place = .opening
                }
            case .opening, .closing, .declaration:
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: "\""), place == .opening {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    end()
                }
            }
            last = byte
        }
    }

    private mutating func end() {
        switch place {
        case .opening:
            elements += 1
            if last != UInt8(ascii: "/") { depth += 1 }
        case .closing:
            depth -= 1
            if depth < 0 { isSound = false }
        case .text, .tagStart, .declaration: break
        }
        place = .text
    }
}
