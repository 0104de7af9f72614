package import Model

/// Takes a cell with a document's number and its day apart: `15/QĐ-UBND ngày 12/03/2024`,
/// `Số 15/QĐ-UBND, ngày 12 tháng 3 năm 2024`, `12/KH-UBND (05/02/2024)` (domain.md 2.3, 2.4).
package enum NumberAndDate: Hashable, Sendable {
    /// The number, by its place among the bytes, and the day.
    case both(number: Range<Int>, day: Day)
    /// A number and nothing that might be a day.
    case number
    /// A day and nothing else.
    case day(Day)
    /// What cannot be taken apart without a guess.
    case unclear

    /// What the bytes of a filled cell say.
    ///
    /// The day stands last, behind a blank, a mark or an opening bracket; before it stands one
    /// number at most.
    package static func parse(_ bytes: Span<UInt8>) -> NumberAndDate {
        let end = trimmedEnd(bytes)
        for index in 0..<end where isBoundary(bytes, index) {
            guard let day = day(bytes.extracting(index..<end)) else { continue }
            let numberEnd = separatedEnd(bytes, index)
            guard let number = number(bytes, numberEnd) else { return .unclear }
            return number.isEmpty ? .day(day) : .both(number: number, day: day)
        }
        return mayHoldDay(bytes.extracting(0..<end)) ? .unclear : .number
    }

    /// The end without blanks, full stops and closing brackets.
    private static func trimmedEnd(_ bytes: Span<UInt8>) -> Int {
        let marks = [UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ";")]
        var end = CellBytes.trim(bytes, 0, bytes.count).end
        while end > 0, marks.contains(bytes[end - 1]) {
            end = CellBytes.trim(bytes, 0, end - 1).end
        }
        return end
    }

    /// Whether something may begin at a place: the cell does, or a mark or a blank is before it.
    private static func isBoundary(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        guard index > 0 else { return true }
        // A blank that does not break the line is two bytes.
        let isBehindHardBlank = index > 1 && bytes[index - 1] == 0xA0 && bytes[index - 2] == 0xC2
        return (isBehindHardBlank || isSeparator(bytes[index - 1])) && !isSeparator(bytes[index])
    }

    /// Blanks, commas, semicolons, opening brackets.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte <= 32 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
            || byte == UInt8(ascii: "(")
    }

    /// The day that bytes are; a serial number is none here.
    private static func day(_ bytes: Span<UInt8>) -> Day? {
        if case .value(let day) = CellDate.parse(bytes) { day } else { nil }
    }

    /// The end of what stands before a place, without the marks between.
    private static func separatedEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
        var end = CellBytes.trim(bytes, 0, index).end
        while end > 0, isSeparator(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "-") {
            end = CellBytes.trim(bytes, 0, end - 1).end
        }
        return end
    }

    /// Where the number stands in what is before the day, without the word that says that it is
    /// one; nil where there may be several, or another day.
    private static func number(_ bytes: Span<UInt8>, _ end: Int) -> Range<Int>? {
        let (start, end) = CellBytes.trim(bytes, 0, end)
        guard start < end else { return 0..<0 }
        let before = bytes.extracting(start..<end)
        guard !mayHoldDay(before) else { return nil }
        return (start + labelLength(before))..<end
    }

    /// The length of `Số`, `Số:` at the beginning.
    private static func labelLength(_ bytes: Span<UInt8>) -> Int {
        func isMark(_ index: Int) -> Bool {
            isSeparator(bytes[index]) || bytes[index] == UInt8(ascii: ":")
        }
        guard let blank = (0..<bytes.count).first(where: isMark) else { return 0 }
        var label: [UInt8] = []
        Fold.append(bytes.extracting(0..<blank), to: &label)
        guard label == numberWord else { return 0 }
        return (blank..<bytes.count).first { !isMark($0) } ?? 0
    }

    /// Whether bytes that are no number and day may hold a day all the same: they speak of one, or
    /// have more figures than the symbol of one document has (`15/2024/QĐ-UBND`).
    private static func mayHoldDay(_ bytes: Span<UInt8>) -> Bool {
        var folded: [UInt8] = []
        Fold.append(bytes, to: &folded)
        if folded.split(separator: 32).contains(where: { $0.elementsEqual(dayWord) }) {
            return true
        }
        var (words, figures) = (0, 0)
        var (isInWord, isInFigure) = (false, false)
        for index in bytes.indices {
            let isDigit = CellBytes.isDigit(bytes[index])
            if isSeparator(bytes[index]) { isInWord = false }
            if isDigit, !isInFigure {
                figures += 1
                if !isInWord { words += 1 }
                isInWord = true
            }
            isInFigure = isDigit
        }
        return words > 1 || figures > 2
    }

    private static let numberWord = Fold.key("số")
    private static let dayWord = Fold.key("ngày")
}
