/// Encodings of fonts, which no converter of the system knows, written from their keyboards' rules.
enum FontEncoding {
    /// `.VnTime`: the bytes of TCVN 5712 above A0; toned capitals have none and come out small.
    static func tcvn3(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
                continue
            }
            let isPlainCapital = "ĂÂÊÔƠƯĐ".unicodeScalars.contains(scalar)
            let letter = isPlainCapital ? String(scalar) : scalar.properties.lowercaseMapping
            guard let code = Iconv.encode(letter, "TCVN-5712"), code.count == 1, code[0] > 0xA0
            else { return nil }
            bytes += code
        }
        return bytes
    }

    /// VNI-Windows: a base letter and a mark letter behind it, both capital or both small.
    static func vni(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let code = vniCodes[scalar] {
                bytes += code
            } else {
                return nil
            }
        }
        return bytes
    }

    /// What the bytes look like where they are taken for Windows-1252.
    static func glyphs(_ bytes: [UInt8]) -> String? {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            // The five bytes that stand for nothing come out as controls.
            let known = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : 0
            guard let scalar = Unicode.Scalar(known == 0 ? UInt16(byte) : known) else { return nil }
            text.append(scalar)
        }
        return String(text)
    }

    /// What Excel saves on a machine that has never heard of Vietnamese; nil where nothing is lost.
    static func lossy(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var isLost = false
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
                bytes.append(UInt8(scalar.value))
            } else if let index = windows1252.firstIndex(
                of: UInt16(truncatingIfNeeded: scalar.value)
            ),
                scalar.value <= 0xFFFF
            {
                bytes.append(UInt8(0x80 + index))
            } else {
                bytes.append(UInt8(ascii: "?"))
                isLost = true
            }
        }
        return isLost ? bytes : nil
    }

    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    private static let vniCodes: [Unicode.Scalar: [UInt8]] = {
        var codes: [Unicode.Scalar: [UInt8]] = [:]
        // Acute, grave, hook, tilde, dot below.
        let plain: [UInt8] = [0xF9, 0xF8, 0xFB, 0xF5, 0xEF]
        let circumflex: [UInt8] = [0xE1, 0xE0, 0xE5, 0xE3, 0xE4]
        let breve: [UInt8] = [0xE9, 0xE8, 0xFA, 0xFC, 0xEB]
        func add(_ letters: String, _ base: UInt8, _ marks: [UInt8]) {
            for (letter, mark) in zip(letters.unicodeScalars, marks) {
                codes[letter] = [base, mark]
                let capital = letter.properties.uppercaseMapping.unicodeScalars
                // Marks and bases alike have their capitals 20 hexadecimal below.
                if let first = capital.first { codes[first] = [base - 0x20, mark - 0x20] }
            }
        }
        add("áàảãạ", UInt8(ascii: "a"), plain)
        add("éèẻẽẹ", UInt8(ascii: "e"), plain)
        add("óòỏõọ", UInt8(ascii: "o"), plain)
        add("úùủũụ", UInt8(ascii: "u"), plain)
        add("ýỳỷỹ", UInt8(ascii: "y"), plain)
        add("ớờởỡợ", 0xF4, plain)
        add("ứừửữự", 0xF6, plain)
        add("âấầẩẫậ", UInt8(ascii: "a"), [0xE2] + circumflex)
        add("êếềểễệ", UInt8(ascii: "e"), [0xE2] + circumflex)
        add("ôốồổỗộ", UInt8(ascii: "o"), [0xE2] + circumflex)
        add("ăắằẳẵặ", UInt8(ascii: "a"), [0xEA] + breve)
        for (letter, byte) in zip(
            "íìỉĩịỵơưđ".unicodeScalars,
            [0xED, 0xEC, 0xE6, 0xF3, 0xF2, 0xEE, 0xF4, 0xF6, 0xF1] as [UInt8]
        ) {
            codes[letter] = [byte]
            let capital = letter.properties.uppercaseMapping.unicodeScalars
            if let first = capital.first { codes[first] = [byte - 0x20] }
        }
        return codes
    }()
}
