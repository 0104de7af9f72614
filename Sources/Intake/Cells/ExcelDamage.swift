internal import Model

/// Recognises what a spreadsheet leaves where a date or a long number stood.
enum ExcelDamage {
    /// Whether a trimmed range is a serial day (`45021`), a day or month with an English name
    /// (`02-Jan`, `Jan-24`) or the one that a Vietnamese Windows writes (`02-thg 1`), or a number
    /// in powers of ten (`1,00E+11`).
    static func isSuspected(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        isSerial(bytes, start, end) || isPower(bytes, start, end)
            || isMonthName(bytes, start, end) || isVietnameseMonth(bytes, start, end)
    }

    /// Digits, dashes and one `thg`: `02-thg 1`, `Thg1-24`.
    private static func isVietnameseMonth(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int
    ) -> Bool {
        guard end - start <= 16 else { return false }
        var letters: [UInt8] = []
        var digits = 0
        for index in start..<end {
            switch bytes[index] {
            case 65...90, 97...122: letters.append(bytes[index] | 0x20)
            case 48...57: digits += 1
            case UInt8(ascii: "-"), UInt8(ascii: " "): break
            default: return false
            }
        }
        return (2...8).contains(digits) && letters == Array("thg".utf8)
    }

    /// The day of a serial number from 36526 (01/01/2000) to 65745 (31/12/2079) in the 1900 system,
    /// in a trimmed range; nil for all else.
    static func serialDay(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Day? {
        guard end - start == 5 else { return nil }
        var number: Int32 = 0
        for index in start..<end {
            guard CellBytes.isDigit(bytes[index]) else { return nil }
            number = number * 10 + Int32(bytes[index] - 48)
        }
        // Excel takes 1900 for a leap year, so from March 1900 on its day 0 is 30/12/1899.
        return (36_526...65_745).contains(number) ? Day(number: number - 25_569) : nil
    }

    /// Days from 1954 to 2079 as Excel counts them, with or without a time behind the mark.
    private static func isSerial(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end - start >= 5 else { return false }
        var number = 0
        for index in start..<start + 5 {
            guard CellBytes.isDigit(bytes[index]) else { return false }
            number = number * 10 + Int(bytes[index] - 48)
        }
        guard (20_000...65_745).contains(number) else { return false }
        if end - start == 5 { return true }
        let mark = bytes[start + 5]
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","), end - start > 6 else {
            return false
        }
        return (start + 6..<end).allSatisfy { CellBytes.isDigit(bytes[$0]) }
    }

    private static func isPower(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, CellBytes.isDigit(bytes[index]) { index += 1 }
        guard index > start, index < end else { return false }
        if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ".") {
            index += 1
            while index < end, CellBytes.isDigit(bytes[index]) { index += 1 }
        }
        guard index < end, bytes[index] | 0x20 == UInt8(ascii: "e") else { return false }
        index += 1
        if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
            index += 1
        }
        return index < end && (index..<end).allSatisfy { CellBytes.isDigit(bytes[$0]) }
    }

    /// Digits, dashes and exactly one English month.
    private static func isMonthName(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end - start <= 16 else { return false }
        var letters = 0
        var name: UInt32 = 0
        var digits = 0
        for index in start..<end {
            let byte = bytes[index]
            switch byte {
            case 65...90, 97...122:
                letters += 1
                guard letters <= 3 else { return false }
                name = name << 8 | UInt32(byte | 0x20)
            case 48...57: digits += 1
            case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: " "): break
            default: return false
            }
        }
        return letters == 3 && (1...6).contains(digits) && months.contains(name)
    }

    private static let months: [UInt32] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
