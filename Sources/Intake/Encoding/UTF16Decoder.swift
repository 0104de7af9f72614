/// Turns UTF-16 with a byte order mark into UTF-8, chunk by chunk: Excel's "Unicode Text".
struct UTF16Decoder: Sendable {
    private let isBigEndian: Bool
    /// A byte or a high surrogate whose other half is in the next chunk.
    private var carry: [UInt8] = []

    /// The decoder for a file that starts with a UTF-16 byte order mark; nil for any other.
    init?(startOf bytes: [UInt8]) {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): isBigEndian = false
        case (0xFE, 0xFF): isBigEndian = true
        default: return nil
        }
    }

    /// Decodes the next bytes; lone surrogates become U+FFFD.
    mutating func decode(_ bytes: [UInt8], isFinal: Bool = false) -> [UInt8] {
        let all = carry + bytes
        carry = []
        var units: [UInt16] = []
        units.reserveCapacity(all.count / 2)
        var index = 0
        while index + 1 < all.count {
            let (a, b) = (UInt16(all[index]), UInt16(all[index + 1]))
            units.append(isBigEndian ? a << 8 | b : b << 8 | a)
            index += 2
        }
        if !isFinal {
            if let last = units.last, last & 0xFC00 == 0xD800 {
                units.removeLast()
                index -= 2
            }
            carry = Array(all[index...])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
