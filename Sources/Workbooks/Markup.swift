/// Pieces of XML, put behind each other as bytes.
enum Markup {
    static func append(_ text: StaticString, to bytes: inout [UInt8]) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    static func append(_ number: Int, to bytes: inout [UInt8]) {
        if (0..<10).contains(number) { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var first = digits.count
            var rest = number.magnitude
            repeat {
                first -= 1
                digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 {
                first -= 1
                digits[first] = UInt8(ascii: "-")
            }
            bytes.append(contentsOf: digits[first...])
        }
    }

    /// The shortest digits that give the same number again.
    static func append(_ number: Double, to bytes: inout [UInt8]) {
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
            append(whole, to: &bytes)
        } else {
            bytes.append(contentsOf: number.description.utf8)
        }
    }

    /// Text between tags or between the quotes of an attribute.
    static func append(escaped text: String, to bytes: inout [UInt8]) {
        let isCopied: Void? = text.utf8.withContiguousStorageIfAvailable { source in
            var start = 0
            for (index, byte) in source.enumerated() {
                guard let name = name(of: byte) else { continue }
                bytes.append(contentsOf: source[start..<index])
                append(name, to: &bytes)
                start = index + 1
            }
            bytes.append(contentsOf: source[start...])
        }
        guard isCopied == nil else { return }
        for byte in text.utf8 {
            if let name = name(of: byte) { append(name, to: &bytes) } else { bytes.append(byte) }
        }
    }

    /// Whether a reader would drop spaces at the ends of a text.
    static func keepsSpace(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isSpace(first) || isSpace(last)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A
    }

    @inline(__always)
    private static func name(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: nil
        }
    }
}
