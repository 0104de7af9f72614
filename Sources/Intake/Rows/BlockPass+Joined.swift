internal import Model
internal import Plans

/// Rows of data whose cells were never taken apart: a line of another export pasted into the file, a line
/// quoted as a whole.
///
/// Which cell stands for which column is not guessed. Only rows that would be taken for headings, notes or
/// signatures are looked at: none of them may be a row of data (CONTRACT §8).
extension BlockPass {
    /// Whether a row that looks like layout holds the cells of a row of data in one of its own.
    func isJoined(_ row: Int, _ layout: LayoutRow) -> Bool {
        if case .formulaTail = layout { return false }
        let filled = sketch(row).filled
        // What has many cells of its own was taken apart.
        guard !filled.isEmpty, filled.count <= 4 else { return false }
        let isNote = sketch(row).isSignature || sketch(row).isMaybeSignature
        let isInOneCell = filled.contains { cell in
            isJoined(cell.text, isNote: isNote, Delimiter.allCases)
                || holdsUnitAndFigures(cell.text)
        }
        if isInOneCell { return true }
        // Where the file's own delimiter stands in the line by chance, the line is looked at as a whole.
        let others = Delimiter.allCases.filter { $0.byte != block.dialect.delimiter }
        return filled.count > 1 && isJoined(block.rawText(row: row), isNote: isNote, others)
    }

    private func isJoined(_ text: String, isNote: Bool, _ delimiters: [Delimiter]) -> Bool {
        let isTitle = isNote || RowKind.isSectionTitle(text)
        for delimiter in delimiters {
            let parts = delimiter.parts(text)
            let filled = parts.filter { !$0.isEmpty }
            guard filled.count >= 3, parts.count * 2 >= reader.header.meanings.count else {
                continue
            }
            // The header itself is no data, however it is separated.
            let named = filled.count { !reader.context.headers.meanings($0).isEmpty }
            guard named * 2 < filled.count else { return false }
            if !isTitle, delimiter.isPlain { return true }
            if speaksLikeData(parts) { return true }
        }
        return false
    }

    /// Whether parts of a text are such as stand in a row of data and nowhere else side by side.
    private func speaksLikeData(_ parts: [String]) -> Bool {
        var figures = 0
        var isUnit = false
        var isAnswer = false
        for part in parts.dropFirst() where !part.isEmpty {
            if RowSketch.isFigure(part), part.contains(where: \.isNumber) {
                figures += 1
            } else if reader.readsAs(.date, part) || CellPeriod.parse(part) != nil {
                figures += 1
            } else if isCode(part) {
                isAnswer = true
            }
        }
        for part in parts.prefix(3) where part.utf8.count <= 200 {
            if case .unit = reader.context.names.match(part) { isUnit = true }
        }
        let isNumbered = parts.first.map { !$0.isEmpty && RowSketch.isFigure($0) } ?? false
        return figures > 1 || [figures > 0, isUnit, isAnswer, isNumbered].count { $0 } > 1
    }

    /// Whether a text is a value of some list of the form, or an answer of yes or no.
    private func isCode(_ text: String) -> Bool {
        let key = Fold.key(text)
        return reader.cells.contains { cell in
            switch cell.type {
            case .enum: reader.codes[cell.field][key] != nil
            case .yesNo: reader.readsAs(.yesNo, text)
            default: false
            }
        }
    }

    /// Whether a text has a unit's id among figures, as in `2.P1.Tập huấn.02/05/2024.20`.
    ///
    /// A heading may have the unit's id, too, and the number of a year.
    private func holdsUnitAndFigures(_ text: String) -> Bool {
        guard text.utf8.count <= 1000, text.contains(where: \.isNumber) else { return false }
        let words = UnitNameForms.words(Fold.key(text))
        let ids = reader.context.names.mentions.ids(in: words).map(\.range)
        guard !ids.isEmpty else { return false }
        let figures = words.indices.dropFirst().count { index in
            words[index].allSatisfy(CellBytes.isDigit) && !ids.contains { $0.contains(index) }
        }
        return figures >= 3
    }

    /// Hands back a row above the header that is no title but a row of data: the first rows of a file may be
    /// separated otherwise than all the others.
    ///
    /// It has been counted as layout with the head of the file.
    mutating func readAbove(_ row: Int) {
        let filled = sketch(row).filled
        guard !block.rows[row].isSetAside, (1...4).contains(filled.count),
            filled.contains(where: { isJoined($0.text, isNote: true, Delimiter.allCases) })
        else { return }
        rowFault = nil
        reportJoined(row)
        let lineCount = Int(block.rows[row].lineCount)
        reading.lines.layout -= lineCount
        reject(row, .rowRagged, unit: nil, period: nil)
    }

    /// Reports such a row.
    mutating func reportJoined(_ row: Int) {
        report(
            .rowRagged,
            row,
            nil,
            nil,
            ReadingMessages.joined(reader.header.meanings.count),
            severity: .error
        )
    }
}

/// What may stand between the cells of a row.
private enum Delimiter: CaseIterable {
    case semicolon, tab, bar, comma, blanks

    /// The sign; nil where it is more than one.
    var byte: UInt8? {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .tab: 9
        case .bar: UInt8(ascii: "|")
        case .comma: UInt8(ascii: ",")
        case .blanks: nil
        }
    }

    /// Whether hardly any text has the sign twice for another reason.
    var isPlain: Bool { self != .comma && self != .blanks }

    /// The cells of a line; inside quotes, which were not minded, there are none.
    func parts(_ text: String) -> [String] {
        let cells: [Substring] =
            switch self {
            case .semicolon: text.split(separator: ";", omittingEmptySubsequences: false)
            case .tab: text.split(separator: "\t", omittingEmptySubsequences: false)
            case .bar: text.split(separator: "|", omittingEmptySubsequences: false)
            case .comma: text.split(separator: ",", omittingEmptySubsequences: false)
            case .blanks: text.split(separator: "  ")
            }
        return cells.map { String($0).trimmedBlanks }
    }
}
