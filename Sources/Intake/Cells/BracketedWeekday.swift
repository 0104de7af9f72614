internal import Model

/// The day of the week that stands in brackets behind a date: `05/4/2024 (thứ sáu)`.
enum BracketedWeekday {
    /// Where the date before the brackets ends, and the day of the week; nil where a trimmed range
    /// ends with anything else.
    static func split(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int
    ) -> (dateEnd: Int, weekday: Int32)? {
        guard end - start <= 96, bytes[end - 1] == UInt8(ascii: ")"),
            let open = (start..<end).first(where: { bytes[$0] == UInt8(ascii: "(") })
        else { return nil }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(open + 1..<end - 1), to: &folded)
        guard let weekday = names[folded] else { return nil }
        return (CellBytes.trim(bytes, start, open).end, weekday)
    }

    /// The day of the week of a day, Monday being 0; 01/01/1970 was a Thursday.
    static func weekday(of day: Day) -> Int32 { (day.number % 7 + 10) % 7 }

    private static let names: [[UInt8]: Int32] = {
        var table: [[UInt8]: Int32] = [:]
        for (index, words) in [
            ["thứ hai", "thứ 2"], ["thứ ba", "thứ 3"], ["thứ tư", "thứ 4"], ["thứ năm", "thứ 5"],
            ["thứ sáu", "thứ 6"], ["thứ bảy", "thứ bẩy", "thứ 7"], ["chủ nhật", "CN"],
        ].enumerated() {
            for word in words { table[Fold.key(word)] = Int32(index) }
        }
        return table
    }()
}
