import Glibc

/// Whether XML closes every element that it opens, read piece by piece.
///
/// Not a parser: it counts tags, which is what a text that was cut short gets wrong. The library
/// writes `<` and `>` for tags only.
struct MarkupBalance {
    private enum Tag { case none, begun, opening, closing, declaration }

    private var tag = Tag.none
    /// The last byte of the pieces so far.
    private var last: UInt8 = 0
    private var depth = 0
    private var elements = 0
    private var isSound = true

    /// Whether all that was opened is closed, and something was.
    var isClosed: Bool { isSound && tag == .none && depth == 0 && elements > 0 }

    /// Reads the next bytes.
    mutating func read(_ piece: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < piece.count {
            switch tag {
            case .none:
                guard let start = piece.find(UInt8(ascii: "<"), from: index) else { return }
                tag = .begun
                index = start + 1
            case .begun:
                switch piece[index] {
                case UInt8(ascii: "/"): tag = .closing
                case UInt8(ascii: "?"), UInt8(ascii: "!"): tag = .declaration
                default: tag = .opening
                }
            case .opening, .closing, .declaration:
                guard let end = piece.find(UInt8(ascii: ">"), from: index) else {
                    last = piece[piece.count - 1]
                    return
                }
                close(after: end > 0 ? piece[end - 1] : last)
                index = end + 1
            }
        }
        if let end = piece.last { last = end }
    }

    private mutating func close(after byte: UInt8) {
        switch tag {
        case .opening:
            elements += 1
            if byte != UInt8(ascii: "/") { depth += 1 }
        case .closing:
            depth -= 1
            if depth < 0 { isSound = false }
        case .none, .begun, .declaration: break
        }
        tag = .none
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place of a byte at or after an index.
    func find(_ byte: UInt8, from index: Int) -> Int? {
        guard let base = baseAddress,
            let found = memchr(base + index, Int32(byte), count - index)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
