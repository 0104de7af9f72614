import Model

/// Reads dates with words in them: `ngày 05 tháng 4 năm 2023`, `thứ Tư, ngày 05/4/2023`.
enum SpelledDate {
    /// The day in a trimmed range, however it is composed or capitalised; nil where it is none.
    static func day(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Day? {
        guard end - start <= 96, let digits = (start..<end).first(where: { isDigit(bytes, $0) })
        else { return nil }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(start..<end), to: &folded)
        let words = folded.split(separator: UInt8(ascii: " ")).map(Array.init)
        let rest = withoutWeekday(words[...])
        if digits > start, rest.first == dayWord {
            var reader = DateReader(lastDateStart(bytes, digits, end, words), end)
            if let day = reader.day(bytes) { return day }
        }
        if let found = day(rest) { return found }
        return placeEnd(bytes, start, end).flatMap { day(bytes, $0, end) }
    }

    /// Where `ngày` stands behind the place of a letter's date: `Thanh Xuân, ngày 05 tháng 4 năm
    /// 2023`.
    ///
    /// A place is a few words and a comma; any other text before a date says something else.
    private static func placeEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard let comma = (start..<end).first(where: { bytes[$0] == UInt8(ascii: ",") }),
            comma - start <= 40,
            !(start..<comma).contains(where: {
                isDigit(bytes, $0) || bytes[$0] == UInt8(ascii: ":")
            })
        else { return nil }
        let (rest, restEnd) = CellBytes.trim(bytes, comma + 1, end)
        guard restEnd - rest > dayWord.count else { return nil }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(rest..<restEnd), to: &folded)
        return folded.starts(with: dayWord) ? rest : nil
    }

    /// Whether a range is `ngày … tháng … năm 2023`, with nothing filled in but the year.
    static func isUnfilled(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end - start <= 96, bytes[start] | 0x20 == UInt8(ascii: "n") else { return false }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(start..<end), to: &folded)
        var words = folded.split(separator: UInt8(ascii: " ")).map(Array.init)
        if let last = words.last, last.count == 4, last.allSatisfy(CellBytes.isDigit) {
            words.removeLast()
        }
        return words == [dayWord, monthWord, yearWord]
    }

    /// Where the date's own digits start: behind those of a weekday (`thứ 2, ngày 05/4/2023`).
    private static func lastDateStart(
        _ bytes: Span<UInt8>,
        _ digits: Int,
        _ end: Int,
        _ words: [[UInt8]]
    ) -> Int {
        guard words.count > 1, words[0] == ordinal, let first = words[1].first,
            CellBytes.isDigit(first)
        else { return digits }
        return (digits + 1..<end).first { isDigit(bytes, $0) } ?? digits
    }

    private static func isDigit(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        CellBytes.isDigit(bytes[index])
    }

    /// Without `thứ Hai` … `chủ nhật`; which weekday it is, is not checked: the date is what
    /// counts.
    private static func withoutWeekday(_ words: ArraySlice<[UInt8]>) -> ArraySlice<[UInt8]> {
        guard words.count > 2 else { return words }
        let isWeekday =
            (words[0] == ordinal && weekdays.contains(words[1]))
            || [words[0], words[1]] == sunday
        return isWeekday ? words.dropFirst(2) : words
    }

    /// `[ngày] 5 tháng 4 [năm] 2023`, or after `ngày` the numbers alone.
    private static func day(_ words: ArraySlice<[UInt8]>) -> Day? {
        var words = words
        func skip(_ word: [UInt8]) -> Bool {
            guard words.first == word else { return false }
            words.removeFirst()
            return true
        }
        func number() -> (value: Int, length: Int)? {
            guard let digits = words.popFirst(), digits.count <= 4,
                digits.allSatisfy(CellBytes.isDigit)
            else { return nil }
            return (digits.reduce(0) { $0 * 10 + Int($1 - 48) }, digits.count)
        }
        let isIntroduced = skip(dayWord)
        guard let day = number(), skip(monthWord) || isIntroduced, let month = number() else {
            return nil
        }
        _ = skip(yearWord)
        guard let year = number(), words.isEmpty, day.length <= 2, month.length <= 2,
            let full = DateReader.year(year.value, digits: year.length)
        else { return nil }
        return Day(year: full, month: month.value, day: day.value)
    }

    private static let dayWord = Fold.key("ngày")
    private static let monthWord = Fold.key("tháng")
    private static let yearWord = Fold.key("năm")
    private static let ordinal = Fold.key("thứ")
    private static let sunday = [Fold.key("chủ"), Fold.key("nhật")]
    private static let weekdays = Set(
        ["hai", "ba", "tư", "năm", "sáu", "bảy", "2", "3", "4", "5", "6", "7"].map(Fold.key)
    )
}
