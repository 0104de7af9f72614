internal import Foundation

/// Lines of plain text of a fixed width, laid out by columns.
struct SummaryPage {
    /// One column of a table in plain text.
    struct Column {
        var heading: String
        var width: Int
        var isRight = false

        /// The columns with those of figures so wide that no number of a row is broken; the columns
        /// of words that are widest give way.
        static func fitted(_ columns: [Column], to rows: [[String]]) -> [Column] {
            var fitted = columns
            for index in columns.indices where columns[index].isRight {
                let widest = rows.map { unbroken($0[index]) }.max() ?? 0
                fitted[index].width = max(columns[index].width, widest)
            }
            var lacking = zip(fitted, columns).reduce(0) { $0 + $1.0.width - $1.1.width }
            while lacking > 0 {
                let words = fitted.indices.filter { !fitted[$0].isRight && fitted[$0].width > 8 }
                guard let widest = words.max(by: { fitted[$0].width < fitted[$1].width }) else {
                    break
                }
                fitted[widest].width -= 1
                lacking -= 1
            }
            return fitted
        }

        /// The width of the longest number of a cell with the sign before it.
        private static func unbroken(_ cell: String) -> Int {
            var (longest, sign) = (0, 0)
            for word in cell.split(separator: " ") {
                let width = DisplayWidth.of(String(word))
                longest = max(longest, sign + width)
                sign = word.contains(where: \.isNumber) ? 0 : width == 1 ? 2 : 0
            }
            return longest
        }
    }

    let width: Int
    /// The lines in UTF-8, each with its end; none ends in blanks.
    private var bytes: [UInt8] = []
    /// Whether a name may have come in decomposed: what combines begins at U+0300 with these bytes.
    private var mayCombine = false

    private static let blankByte = UInt8(ascii: " ")

    init(width: Int) { self.width = width }

    /// The page in Unicode NFC; no line ends in blanks.
    var text: String { composed(bytes[...]) }

    /// The same without the end of the last line, to stand within another text.
    var block: String { composed(bytes.dropLast()) }

    /// Foundation is slow at composing: only what may combine needs it.
    private func composed(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return mayCombine ? text.precomposedStringWithCanonicalMapping : text
    }

    mutating func blank() { endLine() }

    /// A line as it is, which has to fit.
    mutating func line(_ text: String) {
        put(text)
        endLine()
    }

    /// A line as it is whose every sign takes one column (``DisplayWidth/ofEven(_:)``).
    mutating func line(even signs: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: signs)
        endLine()
    }

    /// The lines of another page.
    mutating func lines(of page: SummaryPage) {
        bytes.append(contentsOf: page.bytes)
        mayCombine = mayCombine || page.mayCombine
    }

    mutating func heading(_ text: String) {
        blank()
        paragraph(text)
    }

    /// Text over as many lines as it needs.
    mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
        let pieces = DisplayWidth.wrap(text, to: width - indent - hanging)
        for (index, piece) in pieces.enumerated() {
            put(blanks: indent + (index == 0 ? 0 : hanging))
            line(piece)
        }
    }

    /// A line in the middle of the page.
    mutating func centred(_ text: String) {
        for piece in DisplayWidth.wrap(text, to: width) {
            line(DisplayWidth.centre(piece, in: width))
        }
    }

    /// Two blocks side by side, as at the head of an official paper; blanks within a block that
    /// fits stay, since they are left to be filled in.
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
            line(DisplayWidth.pad(left, to: half) + right)
        }
    }

    /// A row of a table; cells go on in further lines rather than be cut.
    mutating func row(_ cells: [String], _ columns: [Column], indent: Int = 0) {
        if rowOnOneLine(cells, columns, indent: indent) { return }
        let wrapped = zip(cells, columns).map { DisplayWidth.wrap($0, to: $1.width) }
        for line in 0..<(wrapped.map(\.count).max() ?? 0) {
            put(blanks: indent)
            for (index, column) in columns.enumerated() {
                if index > 0 { put(blanks: 2) }
                let piece = line < wrapped[index].count ? wrapped[index][line] : ""
                let free = column.width - DisplayWidth.of(piece)
                if column.isRight { put(blanks: free) }
                put(piece)
                if !column.isRight { put(blanks: free) }
            }
            endLine()
        }
    }

    /// Sets a row whose cells all fit into their columns; false where one does not, and nothing is
    /// set.
    private mutating func rowOnOneLine(
        _ cells: [String],
        _ columns: [Column],
        indent: Int
    ) -> Bool {
        guard cells.count == columns.count else { return false }
        let start = bytes.count
        put(blanks: indent)
        for (index, column) in columns.enumerated() {
            if index > 0 { put(blanks: 2) }
            var cell = cells[index]
            let isSet = cell.withUTF8 { signs in
                guard let width = DisplayWidth.ofEven(signs), width <= column.width,
                    DisplayWidth.isEvenlySpaced(signs)
                else { return false }
                if column.isRight { put(blanks: column.width - width) }
                bytes.append(contentsOf: signs)
                if !column.isRight { put(blanks: column.width - width) }
                return true
            }
            guard isSet else {
                bytes.removeSubrange(start...)
                return false
            }
        }
        endLine()
        return true
    }

    /// The headings of a table and a rule under them.
    mutating func header(_ columns: [Column], indent: Int) {
        row(columns.map(\.heading), columns, indent: indent)
        let total = columns.reduce(0) { $0 + $1.width } + 2 * (columns.count - 1)
        put(blanks: indent)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: total))
        endLine()
    }

    // MARK: - Bytes

    private mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { signs in
            bytes.append(contentsOf: signs)
            mayCombine = mayCombine || signs.contains { $0 == 0xCC || $0 == 0xCD }
        }
    }

    private mutating func put(blanks count: Int) {
        guard count > 0 else { return }
        bytes.append(contentsOf: repeatElement(SummaryPage.blankByte, count: count))
    }

    private mutating func endLine() {
        while bytes.last == SummaryPage.blankByte { bytes.removeLast() }
        bytes.append(UInt8(ascii: "\n"))
    }
}
