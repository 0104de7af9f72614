/// Writes JSON with keys in the order in which they are given, so that equal reports are equal
/// bytes.
package struct JSONText {
    /// The text in UTF-8 so far, from the beginning on but for what ``bytes`` holds.
    private var finished: [[UInt8]] = []
    private var bytes: [UInt8] = []
    private var needsComma = false

    /// The text in UTF-8, in pieces to be put behind each other.
    package var pieces: [[UInt8]] { finished + [bytes] }

    /// The text so far.
    package var text: String {
        finished.isEmpty
            ? String(decoding: bytes, as: UTF8.self)
            : String(decoding: pieces.joined(), as: UTF8.self)
    }

    package init() {}

    /// Makes room for a text of so many bytes.
    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Adds an object as a member of a list, or as the whole text.
    package mutating func object(_ fill: (inout JSONText) -> Void) { nest("{", "}", fill) }

    /// Adds a list as a member of a list, or as the whole text.
    package mutating func array(_ fill: (inout JSONText) -> Void) { nest("[", "]", fill) }

    /// Adds an object under a key.
    package mutating func object(_ key: String, _ fill: (inout JSONText) -> Void) {
        self.key(key)
        nest("{", "}", fill)
    }

    /// Adds a list under a key.
    package mutating func array(_ key: String, _ fill: (inout JSONText) -> Void) {
        self.key(key)
        nest("[", "]", fill)
    }

    /// Adds a text under a key; `null` for nil.
    package mutating func add(_ key: String, _ string: String?) {
        self.key(key)
        add(string)
    }

    /// Adds a whole number under a key; `null` for nil.
    package mutating func add(_ key: String, _ number: Int?) {
        self.key(key)
        literal(number.map { String($0) } ?? "null")
    }

    /// Adds `true` or `false` under a key.
    package mutating func add(_ key: String, _ flag: Bool) {
        self.key(key)
        literal(flag ? "true" : "false")
    }

    /// A number or text already in JSON.
    package mutating func add(_ key: String, literal: String?) {
        self.key(key)
        self.literal(literal ?? "null")
    }

    /// Adds a text as a member of a list; `null` for nil.
    package mutating func add(_ string: String?) {
        guard let string else { return literal("null") }
        comma()
        quote(string)
        needsComma = true
    }

    /// A line break between the members of a long list: files that differ in a line differ in a
    /// unit.
    package mutating func lineBreak() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Members that were written elsewhere, such as by another core.
    package mutating func add(members: JSONText) {
        comma()
        // Megabytes are passed on as they are.
        finished.append(bytes)
        finished += members.finished
        finished.append(members.bytes)
        bytes = []
        needsComma = members.needsComma
    }

    private mutating func nest(
        _ open: Unicode.Scalar,
        _ close: Unicode.Scalar,
        _ fill: (inout JSONText) -> Void
    ) {
        comma()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        fill(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func key(_ key: String) {
        comma()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
    }

    private mutating func literal(_ literal: String) {
        comma()
        put(literal)
        needsComma = true
    }

    private mutating func comma() {
        if needsComma {
            bytes.append(UInt8(ascii: ","))
            bytes.append(UInt8(ascii: " "))
        }
        needsComma = false
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A string between quotes; control characters and U+2028/2029 are escaped.
    private mutating func quote(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { signs in
            // Most texts need no escape; E2 may begin U+2028 and 2029.
            var isPlain = true
            for byte in signs where JSONText.isSpecial(byte) { isPlain = false }
            if isPlain {
                bytes.append(contentsOf: signs)
            } else {
                putEscaped(String(decoding: signs, as: UTF8.self))
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2
    }

    private mutating func putEscaped(_ string: String) {
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": put("\\\"")
            case "\\": put("\\\\")
            case "\n": put("\\n")
            case "\r": put("\\r")
            case "\t": put("\\t")
            case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                put("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default:
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}
