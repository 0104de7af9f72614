internal import Model

/// Numbers in Vietnamese words, as standard spelling has them: `hai mươi mốt`, `một trăm linh năm`.
enum NumberWords {
    /// The number that a folded text says, up to 999,999,999; nil where it says none for certain.
    ///
    /// `một trăm năm` is none: spoken, it is 150. Neither is `mười năm`, which is ten years.
    static func value(_ folded: [UInt8]) -> Int64? {
        var rest = folded.split(separator: 32).map(Array.init)[...]
        guard !rest.isEmpty, rest.count <= 20 else { return nil }
        if rest.elementsEqual([Fold.key("không")]) { return 0 }
        var total: Int64 = 0
        var isFirst = true
        for (factor, names) in scales {
            guard let mark = rest.firstIndex(where: names.contains) else { continue }
            guard let group = hundreds(rest[..<mark], isFirst: isFirst) else { return nil }
            total += group * factor
            isFirst = false
            rest = rest[mark...].dropFirst()
        }
        if rest.isEmpty { return total }
        return hundreds(rest, isFirst: isFirst).map { total + $0 }
    }

    /// A number below a thousand; one that is not the first of the whole says where its zeros are.
    private static func hundreds(_ words: ArraySlice<[UInt8]>, isFirst: Bool) -> Int64? {
        var (rest, value, isFirst) = (words, Int64(0), isFirst)
        if let digit = rest.first, rest.dropFirst().first == hundred {
            guard let number = digits[digit] ?? (isFirst || digit != zero ? nil : 0) else {
                return nil
            }
            (value, isFirst) = (number * 100, false)
            rest = rest.dropFirst(2)
            if rest.isEmpty { return value }
        }
        if let first = rest.first, linkers.contains(first) {
            guard !isFirst, rest.count == 2, let last = rest.last else { return nil }
            return (digits[last] ?? (last == four ? 4 : nil)).map { value + $0 }
        }
        if rest.count == 1, let last = rest.last, let digit = digits[last] {
            return isFirst ? digit : nil
        }
        return tens(Array(rest)).map { value + $0 }
    }

    private static func tens(_ words: [[UInt8]]) -> Int64? {
        if words.first == ten {
            if words.count == 1 { return 10 }
            guard words.count == 2 else { return nil }
            return unit(words[1]).map { 10 + $0 }
        }
        guard (2...3).contains(words.count), words[1] == tenfold, let digit = digits[words[0]],
            digit > 1
        else { return nil }
        guard words.count == 3 else { return digit * 10 }
        if words[2] == one { return digit * 10 + 1 }
        if words[2] == four { return digit * 10 + 4 }
        return unit(words[2]).map { digit * 10 + $0 }
    }

    /// A digit behind ten or tens, where five has a form of its own.
    private static func unit(_ word: [UInt8]) -> Int64? {
        if fives.contains(word) { return 5 }
        return digits[word].flatMap { $0 == 5 ? nil : $0 }
    }

    private static let digits: [[UInt8]: Int64] = {
        var table: [[UInt8]: Int64] = [:]
        for (index, word) in [
            "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
        ].enumerated() {
            table[Fold.key(word)] = Int64(index + 1)
        }
        table[Fold.key("bẩy")] = 7
        return table
    }()

    private static let scales: [(Int64, [[UInt8]])] = [
        (1_000_000, [Fold.key("triệu")]), (1000, [Fold.key("nghìn"), Fold.key("ngàn")]),
    ]
    private static let zero = Fold.key("không")
    private static let hundred = Fold.key("trăm")
    private static let ten = Fold.key("mười")
    private static let tenfold = Fold.key("mươi")
    private static let one = Fold.key("mốt")
    private static let four = Fold.key("tư")
    private static let fives = [Fold.key("lăm"), Fold.key("nhăm")]
    private static let linkers = [Fold.key("linh"), Fold.key("lẻ")]
}
