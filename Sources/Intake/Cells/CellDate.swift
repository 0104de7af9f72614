package import Model

/// Reads days as Vietnamese offices write them, from bytes.
package enum CellDate: Hashable, Sendable {
    case value(Day)
    case blank
    /// What Excel makes of a date, or of something that it took for one: a serial number, `02-Jan`,
    /// `1,00E+11`. What was meant is not guessed.
    case excelSuspected
    case bad

    /// What a cell says: `05/04/2023` (day first, also with `-` or `.`), `5/4/23`, `2023-04-05`,
    /// either with a time of day, `ngày 05 tháng 4 năm 2023`.
    ///
    /// Years of two digits are 2000 to 2079 and 1980 to 1999.
    package static func parse(_ bytes: Span<UInt8>) -> CellDate {
        var (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        if end - start > 1, bytes[start] == UInt8(ascii: "'") { start += 1 }
        guard start < end else { return .blank }
        if CellBytes.isDigit(bytes[start]) {
            var reader = DateReader(start, end)
            if let day = reader.day(bytes) { return .value(day) }
            return ExcelDamage.isSuspected(bytes, start, end) ? .excelSuspected : .bad
        }
        if CellBytes.isDash(bytes, start, end) || CellBytes.isUnknown(bytes, start, end)
            || isPlaceholder(bytes, start, end)
        {
            return .blank
        }
        if let day = spelled(bytes, start, end) { return .value(day) }
        return ExcelDamage.isSuspected(bytes, start, end) ? .excelSuspected : .bad
    }

    /// `…/…/2023`, `__/__/____`: a form that nobody filled in.
    private static func isPlaceholder(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        var leaders = 0
        while index < end {
            if CellBytes.isEllipsis(bytes, at: index, end) {
                leaders += 1
                index += 3
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "."), UInt8(ascii: "_"): leaders += 1
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: " "), 48...57: break
            default: return false
            }
            index += 1
        }
        return leaders > 1
    }

    /// `ngày 05 tháng 4 năm 2023`, however it is composed or capitalised.
    private static func spelled(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Day? {
        guard bytes[start] | 0x20 == UInt8(ascii: "n"), end - start <= 64 else { return nil }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(start..<end), to: &folded)
        var words = folded.split(separator: UInt8(ascii: " "))[...]
        func skip(_ word: [UInt8]) {
            if let first = words.first, first.elementsEqual(word) { words.removeFirst() }
        }
        var numbers: [Int] = []
        for word in [dayWord, monthWord, yearWord] {
            skip(word)
            guard let digits = words.popFirst(), digits.count <= 4,
                digits.allSatisfy(CellBytes.isDigit)
            else { return nil }
            numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
        }
        guard words.isEmpty else { return nil }
        return Day(year: numbers[2], month: numbers[1], day: numbers[0])
    }

    private static let dayWord = Fold.key("ngày")
    private static let monthWord = Fold.key("tháng")
    private static let yearWord = Fold.key("năm")
}
