package import Model

/// Reads days as Vietnamese offices write them, from bytes.
package enum CellDate: Hashable, Sendable {
    case value(Day)
    /// The day of a serial number (`45021`), which a date column holds when its cells lost their
    /// format: there is one reading only, but nobody typed it.
    case serial(Day)
    case blank
    /// What Excel makes of something that it took for a date or for a long number: `02-Jan`,
    /// `1,00E+11`. What was meant is not guessed.
    case excelSuspected
    case bad

    /// What a cell says: `05/04/2023` (day first, also with `-` or `.`), `5/4/23`, `2023-04-05`,
    /// each with a time of day or a word before it (`Ngày 05/4/2023`), `ngày 05 tháng 4 năm 2023`,
    /// `thứ Tư, ngày 05/4/2023`, `05/4/2023 (thứ tư)` where that is its day of the week.
    ///
    /// Years of two digits are 2000 to 2079 and 1980 to 1999.
    package static func parse(_ bytes: Span<UInt8>) -> CellDate {
        let (start, end) = range(of: bytes)
        guard start < end else { return .blank }
        if CellBytes.isDigit(bytes[start]) {
            var reader = DateReader(start, end)
            if let day = reader.day(bytes) { return .value(day) }
            if let day = ExcelDamage.serialDay(bytes, start, end) { return .serial(day) }
        }
        if let plain = CellBytes.plain(bytes) { return parse(plain.span) }
        if CellBytes.isDash(bytes, start, end) || CellBytes.isUnknown(bytes, start, end)
            || CellBytes.isNotApplicable(bytes, start, end) || isPlaceholder(bytes, start, end)
            || SpelledDate.isUnfilled(bytes, start, end)
        {
            return .blank
        }
        if let (dateEnd, weekday) = BracketedWeekday.split(bytes, start, end) {
            guard case .value(let day) = parse(bytes.extracting(start..<dateEnd)),
                BracketedWeekday.weekday(of: day) == weekday
            else { return .bad }
            return .value(day)
        }
        if let day = SpelledDate.day(bytes, start, end) { return .value(day) }
        return ExcelDamage.isSuspected(bytes, start, end) ? .excelSuspected : .bad
    }

    /// The year of a day whose year is written out: of two digits nobody knows the century.
    package static func writtenYear(_ bytes: Span<UInt8>) -> Int64? {
        guard case .value(let day) = parse(bytes) else { return nil }
        let year = day.parts.year
        var (number, digits) = (0, 0)
        for index in bytes.indices {
            guard CellBytes.isDigit(bytes[index]) else {
                (number, digits) = (0, 0)
                continue
            }
            (number, digits) = (number * 10 % 10_000 + Int(bytes[index] & 0xF), digits + 1)
            if digits == 4, number == year { return Int64(year) }
        }
        return nil
    }

    /// Whether a bad cell would be a day with the month first (`12/31/2023`): a sign that the whole
    /// column was written by a spreadsheet that puts it so.
    package static func isMonthFirst(_ bytes: Span<UInt8>) -> Bool {
        if let plain = CellBytes.plain(bytes) { return isMonthFirst(plain.span) }
        let (start, end) = range(of: bytes)
        guard start < end, CellBytes.isDigit(bytes[start]) else { return false }
        var (asWritten, swapped) = (DateReader(start, end), DateReader(start, end))
        return asWritten.day(bytes) == nil && swapped.day(bytes, isMonthFirst: true) != nil
    }

    /// The cell without blanks around it and without the mark that makes it text.
    private static func range(of bytes: Span<UInt8>) -> (start: Int, end: Int) {
        var (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        if end - start > 1, bytes[start] == UInt8(ascii: "'") { start += 1 }
        return (start, end)
    }

    /// `…/…/2023`, `__/__/____`, `/ /2023`: a form that nobody filled in but for the year.
    private static func isPlaceholder(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        var (leaders, marks, digits) = (0, 0, 0)
        while index < end {
            let byte = bytes[index]
            if CellBytes.isDigit(byte) {
                digits += 1
            } else if digits > 0 {
                return false
            } else if CellBytes.isEllipsis(bytes, at: index, end) {
                leaders += 1
                index += 2
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") {
                leaders += 1
            } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") {
                marks += 1
            } else if byte != UInt8(ascii: " ") {
                return false
            }
            index += 1
        }
        return leaders > 1 || marks == 2
    }
}
