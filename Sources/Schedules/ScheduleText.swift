internal import Plans

/// Looks over a file of schedules before it is taken for YAML, and refuses what only serves to
/// exhaust a reader: anchors, whose copies of copies never end, and nesting without end.
///
/// Neither has a use in a schedule.
struct ScheduleText {
    private let file: String
    private let bytes: [UInt8]
    private var line = 1
    private var column = 1
    /// Flow collections that are open.
    private var depth = 0
    /// The quote that is open.
    private var quote: UInt8?
    /// The last byte on the line that was no blank; nil at its beginning.
    private var last: UInt8?
    private var isComment = false
    /// `- - -` and `? ?` at the beginning of the line.
    private var marks = 0

    /// No schedule needs more.
    private static let deepest = 16

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// The first thing that is refused; nil where there is none.
    consuming func mistake() -> Mistake? {
        for index in bytes.indices {
            let byte = bytes[index]
            let isAfterBlank = index == 0 || ScheduleText.isBlank(bytes[index - 1])
            let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
            if let found = look(at: byte, isAfterBlank: isAfterBlank, next: next) { return found }
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
                last = nil
                marks = 0
                isComment = false
            } else {
                // The columns of characters, not of bytes.
                if byte & 0xC0 != 0x80 { column += 1 }
                if !ScheduleText.isBlank(byte) { last = byte }
            }
        }
        return nil
    }

    private mutating func look(at byte: UInt8, isAfterBlank: Bool, next: UInt8) -> Mistake? {
        if isComment { return nil }
        if let open = quote {
            if byte == open { quote = nil }
            return nil
        }
        switch byte {
        case UInt8(ascii: "#") where isAfterBlank: isComment = true
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            if startsNode { quote = byte }
        case UInt8(ascii: "&") where !ScheduleText.isBlank(next) && (isAfterBlank || startsNode):
            return mistake(
                "tệp lịch không dùng neo của YAML (&tên, *tên)",
                "viết đủ từng giá trị; chữ có dấu & thì đặt cả dòng trong ngoặc kép"
            )
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            if depth > ScheduleText.deepest { return tooDeep }
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: "-"), UInt8(ascii: "?"):
            guard ScheduleText.isBlank(next), last == nil || marks > 0 else { break }
            marks += 1
            if marks > ScheduleText.deepest { return tooDeep }
        default:
            if !ScheduleText.isBlank(byte) { marks = 0 }
        }
        return nil
    }

    /// Whether what stands here begins a value or a key.
    private var startsNode: Bool { last.map { ":-?[{,".utf8.contains($0) } ?? true }

    private var tooDeep: Mistake {
        mistake("tệp lịch lồng nhau quá sâu", "nhiều nhất \(ScheduleText.deepest) cấp")
    }

    private func mistake(_ message: String, _ allowed: String) -> Mistake {
        Mistake(file: file, line: line, column: column, message: message, allowed: allowed)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
