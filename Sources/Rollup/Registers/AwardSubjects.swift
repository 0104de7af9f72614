internal import Model

/// Whom an award may go to, as far as its name says so: `Công dân Thủ đô ưu tú` and `Chiến sĩ thi
/// đua` to individuals, `Tập thể lao động xuất sắc` to collectives, `Gia đình văn hóa` to
/// households (TX-24).
struct AwardSubjects {
    private let citizen = Fold.key("công dân")
    private let outstanding = Fold.key("ưu tú")
    /// The words that a name begins with and the code of the subject that they mean.
    private let beginnings: [(words: [UInt8], subject: String)] = [
        (Fold.key("chiến sĩ"), "individual"), (Fold.key("chiến sỹ"), "individual"),
        (Fold.key("tập thể"), "collective"), (Fold.key("gia đình"), "household"),
    ]

    /// The code of the only subject that may be given an award; nil where its name leaves it open.
    func subject(of award: [UInt8]) -> String? {
        if AwardSubjects.contains(award, citizen), AwardSubjects.contains(award, outstanding) {
            return "individual"
        }
        return beginnings.first { AwardSubjects.begins(award[...], $0.words) }?.subject
    }

    /// Whether a folded text has some words, whole ones, anywhere.
    private static func contains(_ text: [UInt8], _ words: [UInt8]) -> Bool {
        text.indices.contains { start in
            (start == 0 || text[start - 1] == UInt8(ascii: " ")) && begins(text[start...], words)
        }
    }

    private static func begins(_ text: ArraySlice<UInt8>, _ words: [UInt8]) -> Bool {
        guard text.starts(with: words) else { return false }
        let rest = text.dropFirst(words.count)
        return rest.isEmpty || rest.first == UInt8(ascii: " ")
    }
}
