/// A one-byte encoding of Vietnamese, older than Unicode.
enum LegacyCoding: Hashable, Sendable, CaseIterable {
    case windows1258
    /// The letters of the .VnTime fonts.
    case tcvn3
    /// The national standard behind those fonts, with toned capitals in place of punctuation.
    case tcvn5712
    case vni
    case viscii

    /// What the encoding is called outside the decoder.
    var encoding: TextEncoding {
        switch self {
        case .windows1258: .windows1258
        case .tcvn3, .tcvn5712: .tcvn3
        case .vni: .vni
        case .viscii: .viscii
        }
    }

    /// Whether words have small toned letters among capitals, as the fonts lack toned capitals.
    var mixesCases: Bool { self == .tcvn3 || self == .tcvn5712 }

    /// The text in UTF-8; nil where a byte stands for nothing, unless U+FFFD may stand for it.
    func decode(_ bytes: [UInt8], replacesFaults: Bool = false) -> [UInt8]? {
        switch self {
        case .windows1258: converted(bytes, "CP1258", replacesFaults)
        case .tcvn5712: converted(bytes, "TCVN-5712", replacesFaults)
        case .viscii: converted(bytes, "VISCII", replacesFaults)
        case .tcvn3:
            tabled(bytes, replacesFaults) { byte, _ in
                (byte < 0x20 ? CodePage.tcvnCapitals[byte] : nil, 1)
            }
        case .vni:
            tabled(bytes, replacesFaults) { byte, next in
                if let next, next >= 0x80,
                    let letter = VNITable.pairs[UInt16(byte) << 8 | UInt16(next)]
                {
                    return (letter, 2)
                }
                return (byte < 0x80 ? nil : VNITable.single[byte], 1)
            }
        }
    }

    private func converted(_ bytes: [UInt8], _ name: String, _ replacesFaults: Bool) -> [UInt8]? {
        CharacterConversion.decode(bytes, from: name, replacesFaults: replacesFaults)
    }

    /// Decodes by a lookup for letters, and by the code page for all other bytes.
    private func tabled(
        _ bytes: [UInt8],
        _ replacesFaults: Bool,
        _ letter: (_ byte: UInt8, _ next: UInt8?) -> (UInt16?, length: Int)
    ) -> [UInt8]? {
        let page = self == .tcvn3 ? CodePage.tcvn3 : CodePage.windows1252
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let (value, length) = letter(byte, index + 1 < bytes.count ? bytes[index + 1] : nil)
            index += length
            if value == nil, byte < 0x80 {
                text.append(byte)
                continue
            }
            let scalar = value ?? page[Int(byte) - 0x80]
            if 0x80..<0xA0 ~= scalar {
                guard replacesFaults else { return nil }
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
            } else {
                text.append(scalar: scalar)
            }
        }
        return text
    }
}

extension [UInt8] {
    /// Appends a scalar of the basic plane as UTF-8.
    mutating func append(scalar: UInt16) {
        if scalar < 0x80 {
            append(UInt8(scalar))
        } else if scalar < 0x800 {
            append(UInt8(0xC0 | scalar >> 6))
            append(UInt8(0x80 | scalar & 0x3F))
        } else {
            append(UInt8(0xE0 | scalar >> 12))
            append(UInt8(0x80 | scalar >> 6 & 0x3F))
            append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
