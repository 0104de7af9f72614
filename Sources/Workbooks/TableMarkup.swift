import Model

/// The rows of a table as the markup of a sheet, packed while they are written.
///
/// The library keeps every cell of a workbook until it is closed, some 130 bytes each, and writes
/// them one call after the other on one core. Here a row is text as soon as it is written, and
/// packed text soon after, so that a table takes the memory of its file and not that of its cells.
struct TableMarkup {
    /// The first row of the file and the one after the last.
    private(set) var rows: Range<Int>
    /// What is packed already, and what is not.
    private(set) var packed = PackedText.empty
    private(set) var rest: [UInt8] = []
    /// The links inside the workbook, as markup.
    private(set) var links: [UInt8] = []
    private(set) var deepestOutline = 0

    /// The cells of the row that is being written.
    private var cells: [UInt8] = []
    private var number: [UInt8] = []
    private let letters: [[UInt8]]

    init(firstRow: Int, columns: Int) {
        rows = firstRow..<firstRow
        letters = (0..<columns).map { Array(FormulaText.letters(ofColumn: $0).utf8) }
    }

    var isEmpty: Bool { rows.isEmpty }

    /// Bytes of markup.
    var size: Int { packed.size + rest.count + links.count }

    /// What a part of a package can hold beside the rest of its sheet.
    static let largest = Int(UInt32.max) - (1 << 24)

    // MARK: Rows

    /// Begins the next row; cells follow from left to right, then ``endRow(height:outlineLevel:)``.
    mutating func beginRow() {
        cells.removeAll(keepingCapacity: true)
        number.removeAll(keepingCapacity: true)
        Markup.append(rows.upperBound + 1, to: &number)
    }

    /// Ends a row of a height in points.
    mutating func endRow(height: Double, outlineLevel: Int) {
        let level = min(max(outlineLevel, 0), 7)
        deepestOutline = max(deepestOutline, level)
        Markup.append("<row r=\"", to: &rest)
        rest += number
        Markup.append("\" ht=\"", to: &rest)
        Markup.append(height, to: &rest)
        Markup.append("\" customHeight=\"1\"", to: &rest)
        if level > 0 {
            Markup.append(" outlineLevel=\"", to: &rest)
            Markup.append(level, to: &rest)
            Markup.append("\"", to: &rest)
        }
        Markup.append(">", to: &rest)
        rest += cells
        Markup.append("</row>", to: &rest)
        rows = rows.lowerBound..<(rows.upperBound + 1)
    }

    /// Packs the rows so far; the last of a table stay text, to be packed with what stands below
    /// them.
    mutating func pack() throws(WorkbookError) {
        guard !rest.isEmpty else { return }
        guard let piece = PackedText(rest, isLast: false) else {
            throw .library(doing: "pack", code: 1)
        }
        packed.append(piece)
        rest = []
    }

    /// Puts the rows that follow behind these.
    mutating func append(_ next: TableMarkup) throws(WorkbookError) {
        if next.packed.size > 0 {
            try pack()
            packed.append(next.packed)
        }
        rest += next.rest
        links += next.links
        deepestOutline = max(deepestOutline, next.deepestOutline)
        rows = rows.lowerBound..<next.rows.upperBound
    }

    // MARK: Cells

    /// An empty cell; `style` is the number of its look.
    mutating func blank(_ column: Int, style: Int) {
        begin(column, style)
        Markup.append("\"/>", to: &cells)
    }

    mutating func text(_ text: String, _ column: Int, style: Int) {
        let text = ExcelText.sanitised(text)
        guard !text.isEmpty else { return blank(column, style: style) }
        begin(column, style)
        Markup.append(
            Markup.keepsSpace(text)
                ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                : "\" t=\"inlineStr\"><is><t>",
            to: &cells
        )
        Markup.append(escaped: text, to: &cells)
        Markup.append("</t></is></c>", to: &cells)
    }

    mutating func number(_ value: Double, _ column: Int, style: Int) {
        begin(column, style)
        Markup.append("\"><v>", to: &cells)
        Markup.append(value, to: &cells)
        Markup.append("</v></c>", to: &cells)
    }

    /// A formula that begins with `=`, and the value shown until it is calculated.
    mutating func formula(_ formula: String, cached: Double, _ column: Int, style: Int) {
        begin(column, style)
        Markup.append("\"><f>", to: &cells)
        Markup.append(escaped: String(formula.dropFirst()), to: &cells)
        Markup.append("</f><v>", to: &cells)
        Markup.append(cached, to: &cells)
        Markup.append("</v></c>", to: &cells)
    }

    /// A formula that gives text, empty until it is calculated.
    mutating func emptyFormula(_ formula: String, _ column: Int, style: Int) {
        begin(column, style)
        Markup.append("\" t=\"str\"><f>", to: &cells)
        Markup.append(escaped: String(formula.dropFirst()), to: &cells)
        Markup.append("</f><v></v></c>", to: &cells)
    }

    /// Makes a cell of the row a link to an address inside the workbook.
    mutating func link(_ column: Int, to address: String) {
        Markup.append("<hyperlink ref=\"", to: &links)
        links += letters[column]
        links += number
        Markup.append("\" location=\"", to: &links)
        Markup.append(escaped: address, to: &links)
        Markup.append("\"/>", to: &links)
    }

    private mutating func begin(_ column: Int, _ style: Int) {
        Markup.append("<c r=\"", to: &cells)
        cells += letters[column]
        cells += number
        Markup.append("\" s=\"", to: &cells)
        Markup.append(style, to: &cells)
    }
}
