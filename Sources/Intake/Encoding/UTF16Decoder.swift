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
        return odd * 20 <= units ? isBigEndian : nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && !(9...13 ~= scalar.value)
    }

    /// Decodes the next bytes; lone surrogates, and a last byte alone, become U+FFFD.
    mutating func decode(_ bytes: [UInt8], isFinal: Bool = false) -> [UInt8] {
        let all = carry + bytes
        carry = []
        var units: [UInt16] = []
        units.reserveCapacity(all.count / 2 + 1)
        var index = 0
        while index + 1 < all.count {
            let (a, b) = (UInt16(all[index]), UInt16(all[index + 1]))
            units.append(isBigEndian ? a << 8 | b : b << 8 | a)
            index += 2
        }
        if isFinal {
            if index < all.count { units.append(0xFFFD) }
        } else {
            if let last = units.last, last & 0xFC00 == 0xD800 {
                units.removeLast()
                index -= 2
            }
            carry = Array(all[index...])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
