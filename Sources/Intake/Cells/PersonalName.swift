internal import Model

/// What a cell that should name one person holds besides.
enum PersonalName {
    /// What the name of a row about an individual is at odds with.
    enum Oddity {
        /// Several people: `Nguyễn Văn B, Trần Văn C`, `Lê Văn D và 5 người khác`.
        case several
        /// A collective or a household: `Tập thể cán bộ phường`, `Hộ ông A`.
        case otherSubject
    }

    /// Nil where a cell may hold the name of one person.
    ///
    /// Only what has a mark between names, or begins like a collective, is taken apart.
    @inline(__always)
    static func oddity(in bytes: Span<UInt8>) -> Oddity? {
        mayBeOdd(bytes) ? found(in: bytes) : nil
    }

    @inline(__always)
    private static func mayBeOdd(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 4 else { return false }
        switch bytes[0] | 0x20 {
        // `Tập thể`, `Tổ`; `Hộ`.
        case UInt8(ascii: "t"), UInt8(ascii: "h"): if bytes[1] == 0xE1 { return true }
        // `Gia đình`; `Chi bộ`.
        case UInt8(ascii: "g"), UInt8(ascii: "c"):
            if bytes[3] == UInt8(ascii: " ") { return true }
        default: break
        }
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "+"), UInt8(ascii: "&"), 10, 13:
                return true
            // `và`.
            case 0xA0 where index > 2 && bytes[index - 1] == 0xC3:
                if bytes[index - 2] | 0x20 == UInt8(ascii: "v"), bytes[index - 3] == 32 {
                    return true
                }
            default: break
            }
        }
        return false
    }

    @inline(never)
    private static func found(in bytes: Span<UInt8>) -> Oddity? {
        guard bytes.count <= 400 else { return nil }
        var folded: [UInt8] = []
        Fold.append(bytes, to: &folded)
        if others.contains(where: { folded.starts(with: $0) }) { return .otherSubject }
        let words = folded.split(separator: 32)
        if let last = words.last, last.elementsEqual(PersonalName.other),
            words.contains(where: { $0.elementsEqual(PersonalName.and) })
        {
            return .several
        }
        let text = String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
        let parts = text.split { ",;+&\n\r\r\n".contains($0) }.flatMap { part in
            part.split(separator: " và ").flatMap { $0.split(separator: " Và ") }
        }
        return parts.count(where: isFullName) > 1 ? .several : nil
    }

    /// Whether a text is the full name of a person for certain: a surname that many bear and at
    /// least one name more, each with a capital; what stands before it are a number and a title.
    private static func isFullName(_ text: Substring) -> Bool {
        var words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }[...]
        while let first = words.first, words.count > 2,
            first.first?.isNumber == true || titles.contains(Fold.key(String(first)))
        {
            words.removeFirst()
        }
        guard (2...6).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true })
        else { return false }
        return surnames.contains(Fold.key(String(words[words.startIndex])))
    }

    private static let and = Fold.key("và")
    private static let other = Fold.key("khác")

    private static let others = [
        "tập thể ", "hộ gia đình", "hộ ông", "hộ bà", "hộ anh", "hộ chị", "hộ kinh doanh",
        "gia đình ông", "gia đình bà", "gia đình anh", "gia đình chị", "gia đình đồng chí",
        "tổ dân phố", "tổ phụ nữ", "chi bộ", "chi hội", "chi đoàn", "tập thể",
    ].map(Fold.key)

    private static let titles = Set(
        ["ông", "bà", "anh", "chị", "em", "cô", "thầy", "đ c", "đc", "đồng", "chí"].map(Fold.key)
    )

    private static let surnames = Set(
        """
        Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai
        Đào Cao Lương Lưu Tạ Tô Hà Tống Trương Chu Kiều Quách Thái Tăng Vương Phùng Hứa Khổng
        Nghiêm Triệu Nông Bế Lò Sầm Lường Giàng Vàng Sùng Thân Lâm Từ Quản Bạch La Ma Mạc Đàm Đồng
        """.split { $0 == " " || $0 == "\n" }.map { Fold.key(String($0)) }
    )
}
