internal import Foundation

/// Lines of plain text of a fixed width, laid out by columns.
struct SummaryPage {
    /// One column of a table in plain text.
    struct Column {
        var heading: String
        var width: Int
        var isRight = false
    }

    let width: Int
    private(set) var lines: [String] = []

    init(width: Int) { self.width = width }

    /// The page in Unicode NFC; no line ends in blanks.
    var text: String {
        var bytes: [UInt8] = []
        for line in lines {
            bytes.append(contentsOf: line.utf8)
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
            bytes.append(UInt8(ascii: "\n"))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        // Foundation is slow at this: only names that came in decomposed need it. What combines begins
        // at U+0300 with these bytes.
        let mayCombine = bytes.contains { $0 == 0xCC || $0 == 0xCD }
        return mayCombine ? text.precomposedStringWithCanonicalMapping : text
    }

    /// The same without the end of the last line, to stand within another text.
    var block: String { String(text.dropLast()) }

    mutating func blank() { lines.append("") }

    /// A line as it is, which has to fit.
    mutating func line(_ text: String) { lines.append(text) }

    mutating func heading(_ text: String) {
        blank()
        paragraph(text)
    }

    /// Text over as many lines as it needs.
    mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
        let pieces = DisplayWidth.wrap(text, to: width - indent - hanging)
        for (index, piece) in pieces.enumerated() {
            lines.append(
                String(repeating: " ", count: indent + (index == 0 ? 0 : hanging)) + piece
            )
        }
    }

    /// A line in the middle of the page.
    mutating func centred(_ text: String) {
        for piece in DisplayWidth.wrap(text, to: width) {
            lines.append(DisplayWidth.centre(piece, in: width))
        }
    }

    /// Two blocks side by side, as at the head of an official paper; blanks within a block that fits
    /// stay, since they are left to be filled in.
    mutating func pair(
        _ left: String,
        _ right: String,
        centresLeft: Bool = false,
        centresRight: Bool = false
    ) {
        let half = width * 45 / 100
        let blocks = [(left, half - 2), (right, width - half)].map { text, width in
            DisplayWidth.of(text) <= width ? [text] : DisplayWidth.wrap(text, to: width)
        }
        for index in 0..<(blocks.map(\.count).max() ?? 0) {
            let pieces = blocks.map { index < $0.count ? $0[index] : "" }
            let left =
                centresLeft ? DisplayWidth.centre(pieces[0], in: half - 2) : pieces[0]
            let right =
                centresRight ? DisplayWidth.centre(pieces[1], in: width - half) : pieces[1]
            lines.append(DisplayWidth.pad(left, to: half) + right)
        }
    }

    /// A row of a table; cells go on in further lines rather than be cut.
    mutating func row(_ cells: [String], _ columns: [Column], indent: Int = 0) {
        let wrapped = zip(cells, columns).map { DisplayWidth.wrap($0, to: $1.width) }
        for line in 0..<(wrapped.map(\.count).max() ?? 0) {
            var text = String(repeating: " ", count: indent)
            for (index, column) in columns.enumerated() {
                if index > 0 { text += "  " }
                let piece = line < wrapped[index].count ? wrapped[index][line] : ""
                text += DisplayWidth.pad(piece, to: column.width, right: column.isRight)
            }
            lines.append(text)
        }
    }

    /// The headings of a table and a rule under them.
    mutating func header(_ columns: [Column], indent: Int) {
        row(columns.map(\.heading), columns, indent: indent)
        let total = columns.reduce(0) { $0 + $1.width } + 2 * (columns.count - 1)
        lines.append(
            String(repeating: " ", count: indent) + String(repeating: "-", count: total)
        )
    }
}
