/// Turns UTF-16 into UTF-8, chunk by chunk: Excel's "Unicode Text".
struct UTF16Decoder: Sendable {
    private let isBigEndian: Bool
    /// A byte or a high surrogate whose other half is in the next chunk.
    private var carry: [UInt8] = []

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// The decoder for a file that starts with a UTF-16 byte order mark; nil for any other.
    init?(startOf bytes: [UInt8]) {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): isBigEndian = false
        case (0xFE, 0xFF): isBigEndian = true
        default: return nil
        }
    }

    /// Whether a text without a mark is UTF-16, by where its NULs stand; nil where it is not.
    ///
    /// The blanks, digits and plain letters of any European text have a NUL as their other half.
    static func isBigEndian(bare bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(4096)
        guard sample.contains(0) else { return nil }
        var nuls = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index & 1 == 0 { nuls.even += 1 } else { nuls.odd += 1 }
        }
        let units = sample.count / 2
        let isBigEndian = nuls.even > nuls.odd
        let (many, few) = isBigEndian ? (nuls.even, nuls.odd) : (nuls.odd, nuls.even)
        guard units > 1, many * 4 >= units, few * 4 <= many else { return nil }
        var decoder = UTF16Decoder(isBigEndian: isBigEndian)
        let text = String(decoding: decoder.decode(Array(sample)), as: UTF8.self)
        let odd = text.unicodeScalars.count { $0.value == 0xFFFD || isControl($0) }
        return odd <= 1 + units / 20 ? isBigEndian : nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && !(9...13 ~= scalar.value)
    }

    /// Decodes the next bytes; lone surrogates, and a last byte alone, become U+FFFD.
    mutating func decode(_ bytes: [UInt8], isFinal: Bool = false) -> [UInt8] {
        let all = carry + bytes
        carry = []
        var text: [UInt8] = []
        text.reserveCapacity(all.count + all.count / 2)
        let (upper, lower) = isBigEndian ? (0, 1) : (1, 0)
        var index = 0
        while index + 1 < all.count {
            let unit = UInt16(all[index + upper]) << 8 | UInt16(all[index + lower])
            guard unit & 0xF800 == 0xD800 else {
                text.append(scalar: unit)
                index += 2
                continue
            }
            if unit & 0xFC00 == 0xD800, index + 3 >= all.count, !isFinal { break }
            if unit & 0xFC00 == 0xD800, index + 3 < all.count {
                let low = UInt16(all[index + 2 + upper]) << 8 | UInt16(all[index + 2 + lower])
                if low & 0xFC00 == 0xDC00 {
                    let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
                    if let scalar = Unicode.Scalar(value) {
                        text.append(contentsOf: Character(scalar).utf8)
                    }
                    index += 4
                    continue
                }
            }
            text.append(scalar: 0xFFFD)
            index += 2
        }
        if isFinal {
            if index < all.count { text.append(scalar: 0xFFFD) }
        } else {
            carry = Array(all[index...])
        }
        return text
    }
}
