/// VNI-Windows: a letter is one byte, or a plain letter and the mark letter behind it.
///
/// A mark letter carries a tone, a shape, or both. The shapes ơ and ư and most of the letter i have
/// bytes of their own.
enum VNITable {
    /// The letters that stand alone, by their byte.
    static let single: [UInt8: UInt16] = table([
        ("ñ", "đ"), ("ô", "ơ"), ("ö", "ư"), ("ò", "ị"), ("ó", "ĩ"), ("æ", "ỉ"), ("î", "ỵ"),
        ("í", "í"), ("ì", "ì"),
    ]).reduce(into: [:]) { $0[UInt8($1.key)] = $1.value }

    /// The letters of two bytes: the base in the upper eight bits of the key, the mark in the
    /// lower.
    static let pairs: [UInt16: UInt16] = {
        var pairs: [UInt16: UInt16] = [:]
        let tones = "ùøûõï"
        let roundTones = "áàåãä"
        let shortTones = "éèúüë"
        for (base, marks, letters) in [
            ("a", tones, "áàảãạ"), ("a", "âê", "âă"), ("a", roundTones, "ấầẩẫậ"),
            ("a", shortTones, "ắằẳẵặ"), ("e", tones, "éèẻẽẹ"), ("e", "â", "ê"),
            ("e", roundTones, "ếềểễệ"), ("o", tones, "óòỏõọ"), ("o", "â", "ô"),
            ("o", roundTones, "ốồổỗộ"), ("ô", tones, "ớờởỡợ"), ("u", tones, "úùủũụ"),
            ("ö", tones, "ứừửữự"), ("y", tones, "ýỳỷỹỵ"), ("i", "ùø", "íì"),
        ] {
            for (mark, letter) in zip(marks, letters) {
                // The base says whether the letter is a capital: keyboards differ about the mark.
                for mark in [String(mark), mark.uppercased()] {
                    for (base, letter) in [
                        (base, String(letter)), (base.uppercased(), letter.uppercased()),
                    ] {
                        guard let key = value(base), let low = value(mark) else { continue }
                        pairs[key << 8 | low] = value(letter)
                    }
                }
            }
        }
        return pairs
    }()

    private static func table(_ letters: [(String, String)]) -> [UInt16: UInt16] {
        var table: [UInt16: UInt16] = [:]
        for (byte, letter) in letters {
            for (byte, letter) in [(byte, letter), (byte.uppercased(), letter.uppercased())] {
                if let key = value(byte) { table[key] = value(letter) }
            }
        }
        return table
    }

    private static func value(_ letter: String) -> UInt16? {
        letter.unicodeScalars.first.map { UInt16($0.value) }
    }
}
