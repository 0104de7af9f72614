/// A letter of a Vietnamese word without its case: its shape and the tone it carries.
struct VietnameseLetter: Hashable, Sendable {
    enum Tone: UInt8, Sendable {
        case level, grave, acute, hook, tilde, dot
    }

    /// The letter without its tone: one of `aăâbcdđeê…`.
    var shape: UInt16
    var tone: Tone
    var isCapital: Bool
    var isASCII: Bool

    /// The letter that a scalar stands for; nil for letters that no Vietnamese word has.
    init?(_ scalar: Unicode.Scalar) {
        guard let letter = Self.table[scalar.value] else { return nil }
        self = letter
    }

    private init(shape: UInt16, tone: Tone, isCapital: Bool, isASCII: Bool) {
        self.shape = shape
        self.tone = tone
        self.isCapital = isCapital
        self.isASCII = isASCII
    }

    private static let table: [UInt32: Self] = {
        var table: [UInt32: Self] = [:]
        func add(_ letter: Character, shape: UInt16, tone: Tone) {
            for (text, isCapital) in [(letter.lowercased(), false), (letter.uppercased(), true)] {
                guard let scalar = text.unicodeScalars.first else { continue }
                table[scalar.value] = Self(
                    shape: shape,
                    tone: tone,
                    isCapital: isCapital,
                    isASCII: scalar.isASCII
                )
            }
        }
        for scalar in "abcdefghijklmnopqrstuvwxyzđ".unicodeScalars {
            add(Character(scalar), shape: UInt16(scalar.value), tone: .level)
        }
        let tones: [Tone] = [.level, .grave, .acute, .hook, .tilde, .dot]
        for vowels in [
            "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ",
            "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
        ] {
            guard let shape = vowels.unicodeScalars.first else { continue }
            for (vowel, tone) in zip(vowels, tones) {
                add(vowel, shape: UInt16(shape.value), tone: tone)
            }
        }
        return table
    }()
}
