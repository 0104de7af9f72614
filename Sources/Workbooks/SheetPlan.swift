import Model
import Reports

/// Where everything of a sheet stands: rows of the file, widths of columns, parts of a long table.
struct SheetPlan {
    let sheet: Sheet
    /// The number of the first part among the sheets of the file.
    let firstSheet: Int
    /// The names of the parts; one unless the table is longer than a sheet.
    let names: [String]
    /// Widths of the columns in digits: as wished, or as wide as their numbers and words need.
    let widths: [Double]
    /// The file's rows of the letterhead, titles, subtitle and unit line, from 0.
    let titleTop: Int
    let headerTop: Int
    let headerRows: Int
    /// Rows of the table in each part but the last.
    let capacity: Int

    /// The width of a sheet that has no table.
    private static let bareWidths = [Double](repeating: 16, count: 8)

    init(_ sheet: Sheet, firstSheet: Int, maximumRows: Int) {
        self.sheet = sheet
        self.firstSheet = firstSheet
        widths = sheet.columns.isEmpty ? SheetPlan.bareWidths : SheetPlan.widths(of: sheet)
        let stacks = SheetPlan.split(widths, share: SheetPlan.letterheadShare) == nil
        titleTop = sheet.letterhead == nil ? 0 : stacks ? 7 : 4
        let lines =
            sheet.titles.count + (sheet.subtitle == nil ? 0 : 1) + (sheet.unitLine == nil ? 1 : 2)
        headerTop = titleTop + lines
        if sheet.columns.isEmpty {
            headerRows = 0
        } else {
            let isGrouped = sheet.columns.contains { $0.group != nil }
            headerRows = (isGrouped ? 2 : 1) + (sheet.numbersColumns ? 1 : 0)
        }
        // Notes, legend and signatures follow the last row.
        let below = 12 + sheet.notes.count + sheet.glossary.count + sheet.legend.count
        capacity = max(1, maximumRows - headerTop - headerRows - below)
        let parts = max(1, (sheet.rowCount + capacity - 1) / capacity)
        names = (1...parts).map { SheetName.part($0, of: sheet.name) }
    }

    var columnCount: Int { widths.count }

    var totalWidth: Double { widths.reduce(0, +) }

    /// The file's row of the table's first row, the same in every part.
    var firstRow: Int { headerTop + headerRows }

    /// The rows of the table that a part holds.
    func rows(ofPart part: Int) -> Range<Int> {
        let start = part * capacity
        return start..<min(start + capacity, sheet.rowCount)
    }

    /// The part in which a row of the table stands, and its row in the file.
    func position(ofRow row: Int) -> (part: Int, row: Int) {
        (row / capacity, firstRow + row % capacity)
    }

    func width(from column: Int, span: Int) -> Double {
        let end = min(column + span, widths.count)
        return column < end ? widths[column..<end].reduce(0, +) : 0
    }

    /// The share of the width that belongs to the left block of a letterhead.
    static let letterheadShare = 0.42

    /// How many columns at the left make up about a share of the width, or nil where no edge
    /// between two columns is near enough for two blocks of text.
    func columns(forShare share: Double) -> Int? { SheetPlan.split(widths, share: share) }

    private static func split(_ widths: [Double], share: Double) -> Int? {
        let total = widths.reduce(0, +)
        var sum = 0.0
        var best: (count: Int, distance: Double)?
        for (index, width) in widths.dropLast().enumerated() {
            sum += width
            let distance = abs(sum / total - share)
            if distance < best?.distance ?? 0.15 { best = (index + 1, distance) }
        }
        return best?.count
    }

    /// What fills a page in landscape, in digits.
    private static let fullWidth = 124.0

    private static func widths(of sheet: Sheet) -> [Double] {
        var widths = sheet.columns.map { column in
            max(column.width, TextMeasure.longestWord(column.heading, isBold: true), 2)
        }
        let least = widths
        let measured = 0..<(sheet.list?.measured ?? sheet.rows.count)
        let needed = concurrentMap(parts(of: measured)) { part in
            neededWidths(of: sheet, rows: part, atLeast: least)
        }
        for part in needed {
            for index in widths.indices { widths[index] = max(widths[index], part[index]) }
        }
        if sheet.letterhead != nil, sheet.orientation == .landscape { stretch(&widths) }
        // Excel's own limit.
        return widths.map { min($0, 250) }
    }

    /// Rows enough for a core, of a table that is worth two.
    private static func parts(of rows: Range<Int>) -> [Range<Int>] {
        guard rows.count > 2_000 else { return [rows] }
        return [0..<(rows.count / 2), (rows.count / 2)..<rows.count]
    }

    /// What the numbers and figures of some rows need in each column, in digits; at least what it
    /// has.
    private static func neededWidths(
        of sheet: Sheet,
        rows: Range<Int>,
        atLeast least: [Double]
    ) -> [Double] {
        let kinds = sheet.columns.map(\.kind)
        var widths = least
        for number in rows {
            let row = sheet[row: number]
            for index in row.cells.indices where index < widths.count {
                guard row.cells[index].span == 1 else { continue }
                let needed =
                    if case .text(let text) = row.cells[index].value {
                        // No figure within a text is wider.
                        widths[index] >= TextMeasure.widestFigure
                            ? 0 : TextMeasure.longestFigure(text)
                    } else {
                        TextMeasure.numberWidth(of: row.cells[index].value, in: kinds[index])
                    }
                if needed > widths[index] { widths[index] = needed }
            }
        }
        return widths
    }

    /// Lets a narrow annex fill its page: letterhead and titles need the room.
    private static func stretch(_ widths: inout [Double]) {
        let total = widths.reduce(0, +)
        guard total < fullWidth else { return }
        let factor = min(2.2, fullWidth / total)
        let stretched = widths.map { $0 * factor }
        guard !hasEdges(stretched), let widest = widths.indices.max(by: { widths[$0] < widths[$1] })
        else { return widths = stretched }
        // A column of names so wide that no edge is left for two blocks side by side: the others
        // grow.
        let others = total - widths[widest]
        guard others > 0 else { return widths = stretched }
        let share = (total * factor - widths[widest]) / others
        let uneven = widths.indices.map { $0 == widest ? widths[$0] : widths[$0] * share }
        widths = hasEdges(uneven) ? uneven : stretched
    }

    /// Whether letterhead and signatures find two blocks.
    private static func hasEdges(_ widths: [Double]) -> Bool {
        [letterheadShare, 0.5].allSatisfy { split(widths, share: $0) != nil }
    }
}
