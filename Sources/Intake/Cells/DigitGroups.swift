/// The groups of digits that a number is written in, and the marks between them.
///
/// `1.234.567,5` is 1, 234, 567 and 5 with marks `.`, `.` and `,`. What the marks mean is not
/// decided here: an integer column and a decimal column read them differently.
struct DigitGroups {
    enum Mark: UInt8 {
        case point, comma, blank
    }

    /// All digits as one number.
    private(set) var digits: Int64 = 0
    /// How many digits there are, at most 15.
    private(set) var count = 0
    private(set) var isNegative = false
    /// The length of the first group and of the last.
    private(set) var firstLength = 0
    private(set) var lastLength = 0
    /// Whether the number begins with 0.
    private(set) var beginsWithZero = false
    /// How many marks there are.
    private(set) var marks = 0
    private(set) var lastMark = Mark.blank
    /// The mark between the groups before the last, where all of those are the same.
    private(set) var groupMark: Mark?
    /// Whether the groups between the first and the last have three digits each and the marks
    /// before the last are all the same.
    private(set) var isUniform = true

    /// Reads a trimmed range; nil where it is no number at all.
    init?(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
        var index = start
        // Excel's mark for text, which also neutralises what this program writes.
        if bytes[index] == UInt8(ascii: "'") { index += 1 }
        guard index < end else { return nil }
        let dash = CellBytes.dashLength(bytes, at: index, end)
        if dash > 0 {
            isNegative = true
            index += dash
        } else if bytes[index] == UInt8(ascii: "+") {
            index += 1
        }
        while index < end, bytes[index] == 0x20 { index += 1 }
        guard index < end, CellBytes.isDigit(bytes[index]) else { return nil }
        beginsWithZero = bytes[index] == UInt8(ascii: "0")
        while index < end {
            let byte = bytes[index]
            if CellBytes.isDigit(byte) {
                digits = digits &* 10 &+ Int64(byte &- 48)
                count += 1
                lastLength += 1
                guard count <= 15 else { return nil }
                index += 1
                continue
            }
            let blank = CellBytes.blankLength(bytes, at: index, end)
            let mark: Mark
            switch byte {
            case UInt8(ascii: "."): mark = .point
            case UInt8(ascii: ","): mark = .comma
            default:
                guard blank > 0 else { return nil }
                mark = .blank
            }
            index += max(blank, 1)
            guard index < end, CellBytes.isDigit(bytes[index]) else { return nil }
            take(mark)
        }
        if marks == 0 { firstLength = lastLength }
    }

    private mutating func take(_ mark: Mark) {
        if marks == 0 {
            firstLength = lastLength
        } else {
            if lastLength != 3 || (groupMark != nil && groupMark != lastMark) { isUniform = false }
            groupMark = lastMark
        }
        marks += 1
        lastMark = mark
        lastLength = 0
    }

    /// The number with its sign.
    var signed: Int64 { isNegative ? -digits : digits }

    /// Whether every mark separates thousands.
    var isGrouped: Bool {
        marks > 0 && isUniform && lastLength == 3 && hasGroupableStart
            && (groupMark == nil || groupMark == lastMark)
    }

    /// Whether the last mark separates a fraction and all others, of another kind, thousands.
    var isFraction: Bool {
        guard marks > 0, lastMark != .blank else { return false }
        if marks == 1 { return true }
        return isUniform && hasGroupableStart && groupMark != lastMark
    }

    private var hasGroupableStart: Bool { firstLength <= 3 && !beginsWithZero }
}
