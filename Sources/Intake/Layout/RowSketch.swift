/// The filled cells of a row, to tell what kind of row it is.
struct RowSketch {
    /// A filled cell: its column and its text without blanks at the ends.
    struct Filled {
        let column: Int
        let text: String
    }

    let filled: [Filled]
    /// The numbering that the row begins with, where it does.
    let number: String?
    /// The filled cells behind the numbering.
    let rest: [Filled]

    init(_ block: Block, row: Int, isNumberColumn: (Int) -> Bool) {
        filled = (0..<Int(block.rows[row].cellCount)).compactMap { column in
            let text = block.text(row: row, column: column).trimmedBlanks
            return text.isEmpty ? nil : Filled(column: column, text: text)
        }
        if let first = filled.first,
            (isNumberColumn(first.column) && !RowKind.isWords(first.text))
                || (filled.count > 1 && RowKind.isSectionNumber(first.text))
        {
            number = first.text
            rest = Array(filled.dropFirst())
        } else {
            number = nil
            rest = filled
        }
    }

    /// Whether nothing but broken formulas stands behind the numbering: the tail of a template
    /// whose lookups found nothing (domain.md 2.4).
    var isFormulaTail: Bool {
        !rest.isEmpty && rest.allSatisfy { CellBytes.isErrorText($0.text) }
    }

    /// Whether the row only heads the rows below it.
    var isSection: Bool {
        let texts = rest.filter { !RowSketch.isFigure($0.text) }
        guard texts.count == 1, let title = texts.first, rest.first?.column == title.column else {
            return false
        }
        if let number, RowKind.isSectionNumber(number) { return true }
        return number == nil && rest.count == 1 && RowKind.isSectionTitle(title.text)
    }

    /// Whether the row belongs to the signatures below a table.
    var isSignature: Bool {
        mayBeSignature && filled.contains { RowKind.isSignature($0.text) }
    }

    /// Whether the row may belong to them: only where no data follows does it.
    ///
    /// It is nothing but a title or a note, or several titles side by side.
    var isMaybeSignature: Bool {
        mayBeSignature && filled.contains { RowKind.isMaybeSignature($0.text) }
            && filled.allSatisfy { RowKind.mayStandBesideTitle($0.text) }
    }

    /// Whether the row has few enough cells, and no number of a row of data among them.
    private var mayBeSignature: Bool {
        guard filled.count <= 4 else { return false }
        return filled.count == 1 || number?.contains(where: \.isNumber) != true
    }

    static func isFigure(_ text: String) -> Bool {
        text.allSatisfy { $0.isASCII && ($0.isNumber || ".,-% ".contains($0)) }
    }

    /// Whether a text is what may stand beside the label of a total: a number, a dash, `90,9 %`,
    /// `12 bài`, `02 tập thể, 03 cá nhân`, `x`, a formula that broke.
    static func isAmount(_ text: String) -> Bool {
        if isFigure(text) || text == "x" || text == "X" { return true }
        let bytes = Array(text.utf8)
        if CellBytes.isBlankOrDash(bytes.span) || CellBytes.isLoneDash(bytes.span) { return true }
        if CellBytes.isErrorText(bytes.span) || CountedParts.parse(bytes.span) != nil {
            return true
        }
        return CellNumber.parseInt(bytes.span) != .bad
            || CellNumber.parseDecimal(bytes.span) != .bad
    }
}
