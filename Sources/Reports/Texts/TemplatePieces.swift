/// A template in pieces, each of whole lines outside every section, that print one behind the other
/// what the whole prints.
///
/// The template engine looks from each tag to the end of the text: of ten pieces each takes a
/// hundredth of the time that the whole takes.
struct TemplatePieces {
    struct Piece {
        var text: String
        /// The lines of the template above it.
        var linesAbove: Int
    }

    private(set) var pieces: [Piece] = []

    /// The bytes from which on a piece ends where it can.
    private static let least = 300

    init(_ template: String) {
        let bytes = Array(template.utf8)
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var (start, lines, linesAbove, depth, index) = (0, 0, 0, 0, 0)
        func stands(_ byte: UInt8, _ count: Int, at place: Int) -> Bool {
            place + count <= bytes.count && bytes[place..<place + count].allSatisfy { $0 == byte }
        }
        while index < bytes.count {
            if stands(open, 2, at: index) {
                let braces = stands(open, 3, at: index) ? 3 : 2
                let inside = index + braces
                var end = inside
                while end < bytes.count, !stands(close, braces, at: end) { end += 1 }
                if braces == 2, inside < end {
                    switch bytes[inside] {
                    case UInt8(ascii: "#"), UInt8(ascii: "^"): depth += 1
                    case UInt8(ascii: "/"): depth -= 1
                    default: break
                    }
                }
                end = min(end + braces, bytes.count)
                lines += bytes[index..<end].count { $0 == 10 }
                index = end
                continue
            }
            let endsLine = bytes[index] == 10
            index += 1
            guard endsLine else { continue }
            lines += 1
            guard depth == 0, index - start >= TemplatePieces.least else { continue }
            add(bytes[start..<index], linesAbove)
            (start, linesAbove) = (index, lines)
        }
        if start < bytes.count || pieces.isEmpty { add(bytes[start...], linesAbove) }
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>, _ linesAbove: Int) {
        pieces.append(
            Piece(text: String(decoding: bytes, as: UTF8.self), linesAbove: linesAbove)
        )
    }
}
