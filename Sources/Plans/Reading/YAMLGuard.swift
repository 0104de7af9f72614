/// Looks over a file before it is taken for YAML, and refuses what only serves to exhaust a reader:
/// aliases without number, whose copies of copies never end, and nesting without end.
package struct YAMLGuard {
    private let file: String
    private let bytes: [UInt8]
    /// How many aliases (`*name`) a file may have.
    private let allowedAliases: Int
    private var aliases = 0
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

    /// No plan and no schedule needs more.
    private static let deepest = 16

    /// `aliases` is how many a file may have: a few are a convenience, and twenty copies of copies
    /// are a thousand values at most.
    package init(_ bytes: [UInt8], file: String, aliases: Int) {
        self.bytes = bytes
        self.file = file
        allowedAliases = aliases
    }

    /// The first thing that is refused; nil where there is none.
    package consuming func mistake() -> Mistake? {
        for index in bytes.indices {
            let byte = bytes[index]
            let isAfterBlank = index == 0 || YAMLGuard.isBlank(bytes[index - 1])
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
                if !YAMLGuard.isBlank(byte) { last = byte }
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
        case UInt8(ascii: "*") where startsNode && !YAMLGuard.isBlank(next):
            aliases += 1
            guard aliases > allowedAliases else { break }
            return mistake(
                allowedAliases == 0
                    ? "tệp này không dùng bí danh của YAML (&tên, *tên)"
                    : "quá nhiều bí danh của YAML (*tên)",
                (allowedAliases == 0 ? "" : "nhiều nhất \(allowedAliases); ")
                    + "viết đủ từng giá trị; chữ bắt đầu bằng dấu * thì đặt trong ngoặc kép"
            )
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            if depth > YAMLGuard.deepest { return tooDeep }
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: "-"), UInt8(ascii: "?"):
            guard YAMLGuard.isBlank(next), last == nil || marks > 0 else { break }
            marks += 1
            if marks > YAMLGuard.deepest { return tooDeep }
        default:
            if !YAMLGuard.isBlank(byte) { marks = 0 }
        }
        return nil
    }

    /// Whether what stands here begins a value or a key.
    private var startsNode: Bool { last.map { ":-?[{,".utf8.contains($0) } ?? true }

    private var tooDeep: Mistake {
        mistake("các cấp lồng nhau quá sâu", "nhiều nhất \(YAMLGuard.deepest) cấp")
    }

    private func mistake(_ message: String, _ allowed: String) -> Mistake {
        Mistake(file: file, line: line, column: column, message: message, allowed: allowed)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
