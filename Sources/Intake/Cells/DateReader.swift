import Model

/// Reads a date that begins with digits, in a trimmed range of bytes.
struct DateReader {
    private let end: Int
    private var index: Int

    init(_ start: Int, _ end: Int) {
        index = start
        self.end = end
    }

    /// The day, or nil where the bytes are no date; a year of four digits may come first, else the
    /// day comes first, or the month where that is asked for.
    mutating func day(_ bytes: Span<UInt8>, isMonthFirst: Bool = false) -> Day? {
        guard let first = number(bytes), let mark = mark(bytes), let second = number(bytes),
            self.mark(bytes) == mark, let third = number(bytes), isTimeOrNothing(bytes)
        else { return nil }
        guard second.length <= 2 else { return nil }
        if first.length == 4 {
            guard third.length <= 2 else { return nil }
            return Day(year: first.value, month: second.value, day: third.value)
        }
        guard first.length <= 2, let year = DateReader.year(third.value, digits: third.length)
        else { return nil }
        return isMonthFirst
            ? Day(year: year, month: first.value, day: second.value)
            : Day(year: year, month: second.value, day: first.value)
    }

    /// The year that four digits say, or two (2000 to 2079 and 1980 to 1999).
    static func year(_ value: Int, digits: Int) -> Int? {
        switch digits {
        case 4: value
        case 2: value < 80 ? 2000 + value : 1900 + value
        default: nil
        }
    }

    private mutating func number(_ bytes: Span<UInt8>) -> (value: Int, length: Int)? {
        var (value, length) = (0, 0)
        while index < end, length < 5, CellBytes.isDigit(bytes[index]) {
            value = value * 10 + Int(bytes[index] - 48)
            length += 1
            index += 1
        }
        return length > 0 ? (value, length) : nil
    }

    /// `/`, `.`, `-` or any dash for it, with blanks around it where a typist left some.
    private mutating func mark(_ bytes: Span<UInt8>) -> UInt8? {
        skipBlanks(bytes)
        guard index < end else { return nil }
        let dash = CellBytes.dashLength(bytes, at: index, end)
        let byte = dash > 0 ? UInt8(ascii: "-") : bytes[index]
        guard byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        else { return nil }
        index += max(dash, 1)
        skipBlanks(bytes)
        return byte
    }

    private mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while index < end {
            let length = CellBytes.blankLength(bytes, at: index, end)
            guard length > 0 else { break }
            index += length
        }
    }

    /// Whether nothing follows but a full stop or a time of day, which a day has no use for.
    private mutating func isTimeOrNothing(_ bytes: Span<UInt8>) -> Bool {
        guard index < end else { return true }
        if bytes[index] == UInt8(ascii: ".") { return index + 1 == end }
        guard bytes[index] == 0x20 || bytes[index] | 0x20 == UInt8(ascii: "t") else { return false }
        index += 1
        skipBlanks(bytes)
        guard let hour = number(bytes), hour.value < 25, take(UInt8(ascii: ":"), bytes),
            let minute = number(bytes), minute.value < 60
        else { return false }
        if take(UInt8(ascii: ":"), bytes) {
            guard let second = number(bytes), second.value < 61 else { return false }
            if take(UInt8(ascii: "."), bytes) {
                while index < end, CellBytes.isDigit(bytes[index]) { index += 1 }
            }
        }
        skipBlanks(bytes)
        guard index < end else { return true }
        return isZone(bytes)
    }

    /// `Z`, `+07:00`, or Excel's `AM` and `PM`.
    private mutating func isZone(_ bytes: Span<UInt8>) -> Bool {
        let letter = bytes[index] | 0x20
        if letter == UInt8(ascii: "z") { return index + 1 == end }
        if letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") {
            return index + 2 == end && bytes[index + 1] | 0x20 == UInt8(ascii: "m")
        }
        guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") else {
            return false
        }
        index += 1
        guard number(bytes) != nil else { return false }
        if take(UInt8(ascii: ":"), bytes), number(bytes) == nil { return false }
        return index == end
    }

    private mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard index < end, bytes[index] == byte else { return false }
        index += 1
        return true
    }
}
