internal import Model
internal import Plans

/// Rows of data whose cells were never taken apart: a line of another export pasted into the file,
/// a line quoted as a whole.
///
/// Which cell stands for which column is not guessed. Only rows that would be taken for headings,
/// notes or signatures are looked at: none of them may be a row of data (CONTRACT §8).
extension BlockPass {
    /// The text in which a row that looks like layout holds the cells of a row of data; nil where
    /// it is layout.
    func joinedText(_ row: Int, _ layout: LayoutRow) -> String? {
        switch layout {
        case .formulaTail, .otherTable: return nil
        case .heading, .section, .sectionTotal, .total, .signature: break
        }
        let sketch = sketch(row)
        let filled = sketch.filled
        // What has many cells of its own was taken apart.
        guard (1...4).contains(filled.count) else { return nil }
        let isNote = sketch.isSignature || sketch.isMaybeSignature
        let inOneCell = filled.first { cell in
            isJoined(cell.text, isNote: isNote, Delimiter.allCases)
                || holdsUnitAndFigures(cell.text)
                || (filled.count == 1 && isNumberedRecord(cell.text))
        }
        if let inOneCell { return inOneCell.text }
        // Where the file's own delimiter stands in the line by chance, the line is looked at as a
        // whole.
        let others = Delimiter.allCases.filter { $0.byte != block.dialect.delimiter }
        guard filled.count > 1 else { return nil }
        let line = block.rawText(row: row)
        return isJoined(line, isNote: isNote, others) ? line : nil
    }

    /// The text in which a row above the header holds the cells of a row of data: the first rows of
    /// a file may be separated otherwise than all the others.
    func joinedAbove(_ filled: [RowSketch.Filled]) -> String? {
        guard (1...4).contains(filled.count) else { return nil }
        return filled.first { cell in
            !RowKind.isTableTitle(Delimiter.comma.parts(cell.text))
                && isJoined(cell.text, isNote: true, Delimiter.allCases)
        }?.text
    }

    private func isJoined(_ text: String, isNote: Bool, _ delimiters: [Delimiter]) -> Bool {
        let isTitle = isNote || RowKind.isSectionTitle(text)
        let isList = isLabelled(text)
        for delimiter in delimiters {
            let parts = delimiter.parts(text)
            let filled = parts.filter { !$0.isEmpty }
            guard filled.count >= 3, parts.count * 2 >= reader.header.meanings.count else {
                continue
            }
            // The header itself is no data, however it is separated.
            let named = filled.count { !reader.context.headers.meanings($0).isEmpty }
            guard named * 2 < filled.count else { return false }
            let (fits, misfits) = fit(parts)
            if isList {
                // Words and figures behind a heading: only a whole row of the table is more than a
                // list.
                guard parts.count + 1 >= reader.header.meanings.count else { continue }
                if fits > 1, fits > misfits { return true }
            } else if speaksLikeData(parts)
                || (!isTitle && delimiter.isPlain && fits > 0 && misfits == 0)
            {
                return true
            }
        }
        return false
    }

    /// Whether a text begins with a heading and a colon, as notes and lists do: `Các chi bộ: 1; 2;
    /// 3; 4`.
    private func isLabelled(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        let label = text[..<colon]
        let behind = text.index(after: colon)
        guard behind == text.endIndex || text[behind].isWhitespace,
            label.count(where: \.isLetter) > 1, label.count(where: \.isNumber) <= 2,
            !label.contains(where: { ",;|\t".contains($0) })
        else { return false }
        let words = UnitNameForms.words(Fold.key(String(label)))
        return reader.context.names.mentions.ids(in: words).isEmpty
    }

    /// How many parts of a text are what the columns ask for, and how many are not, where the parts
    /// stand in the order of the columns and at most two of these are left out before them.
    private func fit(_ parts: [String]) -> (fits: Int, misfits: Int) {
        let tried = (0...2).map { offset in
            var (fits, misfits) = (0, 0)
            for (index, part) in parts.enumerated() where !part.isEmpty {
                guard let isRight = isRight(part, in: index + offset) else { continue }
                if isRight { fits += 1 } else { misfits += 1 }
            }
            return (fits: fits, misfits: misfits)
        }
        return tried.max { $0.fits - $0.misfits < $1.fits - $1.misfits } ?? (0, 0)
    }

    /// Whether a text is what a column asks for; nil where the column takes any.
    func isRight(_ text: String, in column: Int) -> Bool? {
        if reader.unitColumns.contains(column) {
            return reader.context.names.match(text) != .unknown
        }
        guard let cell = reader.cells.first(where: { $0.column == column }), !cell.type.isText
        else { return nil }
        if cell.type == .enum { return reader.codes[cell.field][Fold.key(text)] != nil }
        return reader.readsAs(cell.type, text)
    }

    /// Whether a text that stands alone in its row has the serial number, the date and a figure of
    /// a row of data, with blanks or line ends between them: `2 Kiểm tra 02/05/2024 họp 30`.
    ///
    /// A heading that speaks of a day has a word before it: `1 Kế hoạch ngày 02/05/2024`.
    private func isNumberedRecord(_ text: String) -> Bool {
        guard text.utf8.count <= 1000, reader.cells.contains(where: { $0.type == .date }) else {
            return false
        }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count > 3, words[0].count < 5,
            words[0].utf8.allSatisfy(CellBytes.isDigit)
        else { return false }
        let isDay = { (word: String) in word.contains("/") && reader.readsAs(.date, word) }
        guard let day = words.firstIndex(where: isDay),
            !BlockPass.wordsBeforeDays.contains(Fold.key(words[day - 1]))
        else { return false }
        return words.dropFirst().contains { $0.utf8.allSatisfy(CellBytes.isDigit) }
    }

    private static let wordsBeforeDays = Set(["ngày", "từ", "đến", "trước", "sau"].map(Fold.key))

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
        guard text.utf8.count <= 1000, text.contains(where: \.isNumber), !isLabelled(text) else {
            return false
        }
        let words = UnitNameForms.words(Fold.key(text))
        let ids = reader.context.names.mentions.ids(in: words).map(\.range)
        guard !ids.isEmpty else { return false }
        let figures = words.indices.dropFirst().count { index in
            words[index].allSatisfy(CellBytes.isDigit) && !ids.contains { $0.contains(index) }
        }
        return figures >= 3
    }

    /// Reports such a row, with the text in which its cells are.
    mutating func reportJoined(_ row: Int, _ text: String) {
        report(
            .rowRagged,
            row,
            nil,
            text,
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
