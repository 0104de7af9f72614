internal import Model

/// The full forms that a unit's folded name may stand for (domain.md 4.3).
///
/// A short form may stand for more than one word (`P.` for phường and for phòng), so a name has
/// several forms; which of them is meant, the roster tells, or nothing does.
enum UnitNameForms {
    typealias Word = [UInt8]

    static func words(_ key: [UInt8]) -> [Word] { key.split(separator: 32).map(Array.init) }

    static func key(_ words: some Sequence<Word>) -> [UInt8] {
        Array(words.joined(separator: [32]))
    }

    /// The forms of a name: without `UBND` and `Trường` before it, its short forms written out,
    /// its numbers without leading zeros.
    static func forms(of words: ArraySlice<Word>) -> [[UInt8]] {
        var rest = joinedInitials(withoutOffice(words))
        if rest.count > 1, rest.first == school { rest.removeFirst() }
        guard let first = rest.popFirst() else { return [] }
        let tail = rest.flatMap(written)
        if let full = tail.isEmpty ? nil : shortForms[first] {
            return full.map { key($0 + tail) }
        }
        if let (letter, number) = glued(first) {
            return letter.map { key($0 + written(number) + tail) }
        }
        return [key(written(first) + tail)]
    }

    /// Whether a name begins with `Trường`, which its forms leave out.
    static func isSchool(_ words: ArraySlice<Word>) -> Bool {
        withoutOffice(words).first == school
    }

    /// A name without the words for its kind, and whether that kind is an area (`Phường`, `Quận`);
    /// nil where nothing would be left, or nothing but a number.
    static func proper(_ form: [UInt8]) -> (name: [UInt8], isArea: Bool)? {
        for kind in areaKinds where form.starts(with: kind) {
            return isName(form.dropFirst(kind.count)).map { ($0, true) }
        }
        var rest = form[...]
        var isSchool = true
        while isSchool {
            isSchool = false
            for kind in schoolKinds where rest.starts(with: kind) {
                rest = rest.dropFirst(kind.count)
                isSchool = true
            }
        }
        return rest.count < form.count ? isName(rest).map { ($0, false) } : nil
    }

    /// A name if it has a letter besides numbers.
    static func isName(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        name.contains { $0 > 57 } ? Array(name) : nil
    }

    /// The form in which `y` and `i` are the same where they are the whole rime (`Kỳ` and `Kì`);
    /// nil where no word has such a rime.
    static func sameVowel(_ form: [UInt8]) -> [UInt8]? {
        var output = form
        var isChanged = false
        for word in form.split(separator: 32) {
            guard let last = word.lastIndex(where: { $0 >= 8 }),
                word[last] == UInt8(ascii: "y") || word[last] == UInt8(ascii: "i")
            else { continue }
            var onset = word[..<last]
            if onset.count == 2, onset.elementsEqual(Array("qu".utf8)) { onset = onset.dropLast() }
            guard !onset.isEmpty, !onset.contains(where: isVowel) else { continue }
            output[last] = UInt8(ascii: "i")
            isChanged = true
        }
        return isChanged ? output : nil
    }

    /// Whether a byte belongs to a vowel; of letters beyond ASCII only đ (C4 91) is none.
    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"), UInt8(ascii: "y"):
            true
        default: byte >= 0x80 && byte != 0xC4 && byte != 0x91
        }
    }

    /// Without `UBND` or `Ủy ban nhân dân`: the committee stands for its area.
    static func withoutOffice(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
        for office in offices where words.count > office.count && words.starts(with: office) {
            return words.dropFirst(office.count)
        }
        return words
    }

    /// `T.P`, `T.T` and `T.X` as one word.
    private static func joinedInitials(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
        guard words.count > 2, let first = words.first, first == [UInt8(ascii: "t")],
            shortForms[first + words[words.startIndex + 1]] != nil,
            words[words.startIndex + 1].count == 1
        else { return words }
        return [first + words[words.startIndex + 1]] + words.dropFirst(2)
    }

    /// A word as it is written out anywhere in a name.
    private static func written(_ word: Word) -> [Word] {
        if let full = innerForms[word] { return full }
        if word == and { return [] }
        guard word.count > 1, word[0] == UInt8(ascii: "0"), word.allSatisfy(CellBytes.isDigit)
        else { return [word] }
        let digits = Array(word.drop { $0 == UInt8(ascii: "0") })
        return [digits.isEmpty ? [UInt8(ascii: "0")] : digits]
    }

    /// `P3`, `Q10`: the short form and its number.
    private static func glued(_ word: Word) -> (kinds: [[Word]], number: Word)? {
        guard word.count > 1, let kinds = shortForms[[word[0]]],
            word.dropFirst().allSatisfy(CellBytes.isDigit)
        else { return nil }
        return (kinds, Array(word.dropFirst()))
    }

    private static let school: Word = Fold.key("trường")
    private static let and: Word = Fold.key("và")
    private static let offices = ["ubnd", "ủy ban nhân dân"].map { words(Fold.key($0)) }

    private static let areaKinds = [
        "phường ", "xã ", "thị trấn ", "đặc khu ", "quận ", "huyện ", "thị xã ", "thành phố ",
        "tỉnh ",
    ].map { Fold.key($0) + [32] }

    private static let schoolKinds = [
        "tiểu học", "trung học cơ sở", "trung học phổ thông", "mầm non", "mẫu giáo",
    ].map { Fold.key($0) + [32] }

    private static func table(_ forms: [(String, [String])]) -> [Word: [[Word]]] {
        var table: [Word: [[Word]]] = [:]
        for (short, full) in forms { table[Fold.key(short)] = full.map { words(Fold.key($0)) } }
        return table
    }

    /// What stands at the head of a name; `TT. Y tế` is no thị trấn, `P. Nội vụ` no phường.
    private static let shortForms = table([
        ("p", ["phường", "phòng"]), ("x", ["xã"]), ("tt", ["thị trấn", "trung tâm"]),
        ("q", ["quận"]), ("h", ["huyện"]), ("tx", ["thị xã"]), ("tp", ["thành phố"]),
        ("đk", ["đặc khu"]), ("th", ["tiểu học"]), ("mn", ["mầm non"]), ("mg", ["mẫu giáo"]),
    ])

    /// What stands anywhere in a name and has one meaning only.
    private static let innerForms = table([
        ("thcs", ["trung học cơ sở"]), ("thpt", ["trung học phổ thông"]),
    ]).compactMapValues(\.first)
}
