internal import Model

/// Tells rows that are not data from rows that are (domain.md 4.4).
enum RowKind {
    /// Words that begin a row of totals.
    private static let totalWords: Set<[UInt8]> = Set(
        [
            "cộng", "tổng", "tổng số", "tổng cộng", "t.cộng", "lũy kế", "tong", "tong so",
            "tong cong", "toàn quận", "toàn huyện", "toàn thành phố", "toàn tỉnh", "toàn xã",
            "toàn phường", "toàn ngành", "toàn trường", "toàn đơn vị", "cả quận", "cả huyện",
            "cả tỉnh", "cả thành phố",
        ].map(Fold.key)
    )

    /// Whether a cell's text is the label of a row of totals: `Tổng cộng (I+II)`, `Cộng I`.
    static func isTotalLabel(_ text: String) -> Bool {
        let key = Fold.key(text)
        if totalWords.contains(key) { return true }
        return totalWords.contains { word in
            guard key.count > word.count, key[word.count] == 32, key.starts(with: word) else {
                return false
            }
            // What may follow is a numbering: `I`, `(I+II)`, `1`.
            return key[(word.count + 1)...].allSatisfy {
                $0 == 32 || $0 == UInt8(ascii: "i") || $0 == UInt8(ascii: "v")
                    || $0 == UInt8(ascii: "x") || (48...57).contains($0)
            }
        }
    }

    /// Whether a text speaks of a total, whatever follows: `Cộng khối phường`.
    static func beginsLikeTotal(_ text: String) -> Bool {
        let key = Fold.key(text)
        return totalWords.contains { begins(key, with: $0) }
    }

    /// Whether a folded text is some words or begins with them.
    private static func begins(_ key: [UInt8], with words: [UInt8]) -> Bool {
        guard key.count >= words.count, key.count == words.count || key[words.count] == 32 else {
            return false
        }
        return key.starts(with: words)
    }

    /// Whether a label means the total of everything rather than of one section: `Tổng cộng`.
    static func isGrandTotal(_ label: String) -> Bool {
        !Fold.key(label).starts(with: Fold.key("cộng"))
    }

    /// Whether a row is the `(1) (2) (3)` row under a header: `A, B, 1, 2`, `1=(2+3)`.
    ///
    /// The numbers count up by one from the first; plain ones without any letter or parenthesis need
    /// four columns, since a short row of data may count up, too.
    static func isColumnNumbers(_ cells: [String]) -> Bool {
        let filled = cells.map(\.trimmedBlanks).filter { !$0.isEmpty }
        guard filled.count >= 2 else { return false }
        var expected = 1
        var isMarked = false
        for cell in filled {
            let inner = cell.filter { $0 != "(" && $0 != ")" && $0 != " " }
            if inner.count == 1, inner.first?.isLetter == true {
                guard expected == 1 else { return false }
                isMarked = true
                continue
            }
            guard let number = Int(inner.prefix { $0.isASCII && $0.isNumber }),
                number == expected, inner.allSatisfy({ $0.isNumber || "=+-".contains($0) })
            else { return false }
            isMarked = isMarked || cell.hasPrefix("(") || inner.contains("=")
            expected += 1
        }
        return expected > 2 && (isMarked || filled.count >= 4)
    }

    /// Whether a text is the numbering of a section: `I`, `II.`, `A`, `B)`; never an Arabic number.
    static func isSectionNumber(_ text: String) -> Bool {
        let inner = text.trimmedBlanks.filter { $0 != "." && $0 != ")" && $0 != "(" }
        guard !inner.isEmpty, inner.count <= 6 else { return false }
        if inner.allSatisfy({ "IVX".contains($0) }) { return true }
        return inner.count == 1 && inner.first.map { ("A"..."H").contains($0) } == true
    }

    /// Whether a text says something, as no serial number does: `KHỐI TRƯỜNG HỌC`, `2;P1;Tập huấn`.
    static func isWords(_ text: String) -> Bool {
        text.count(where: \.isLetter) > 3 && !isSectionNumber(text)
    }

    /// Whether a text in a column of serial numbers is the label of a row of totals, whatever follows:
    /// `Tổng cộng: 05 đơn vị`, `I. Tổng số`, `Mang sang`.
    static func isTotalInNumbers(_ text: String) -> Bool {
        let words = Fold.key(text).split(separator: 32, omittingEmptySubsequences: true)
        guard let first = words.first else { return false }
        let isNumbered =
            words.count > 1 && isSectionNumber(String(decoding: first, as: UTF8.self).uppercased())
        let key = Array(words[(isNumbered ? 1 : 0)...].joined(separator: [32]))
        return !companies.contains { begins(key, with: $0) }
            && (totalWords.contains { begins(key, with: $0) }
                || numberedTotals.contains { begins(key, with: $0) })
    }

    /// What begins like a total and is a unit's name or another thing.
    private static let companies = [
        "tổng công ty", "tổng cục", "tổng liên đoàn", "cộng đồng", "cộng tác viên",
    ]
    .map(Fold.key)

    private static let numberedTotals = ["mang sang", "trong đó", "tông cộng", "total", "sum"]
        .map(Fold.key)

    /// Whether a text that stands alone in the column of serial numbers heads the rows below it.
    static func isNumberedTitle(_ text: String) -> Bool {
        if isSectionTitle(text) { return true }
        let words = text.split(separator: " ", maxSplits: 1)
        return words.count > 1 && isWords(String(words[1])) && isSectionNumber(String(words[0]))
    }

    /// Whether a text that stands alone in its row heads a section: `Khối phòng ban`, `CÁC PHƯỜNG`.
    static func isSectionTitle(_ text: String) -> Bool {
        let words = Fold.key(text).split(separator: 32)
        if let first = words.first, sectionWords.contains(Array(first)) { return true }
        // A row whose cells were not taken apart is no title, nor is anything with figures.
        guard !text.contains(where: { $0.isNumber || ",;|\t".contains($0) }) else { return false }
        let letters = text.filter(\.isLetter)
        return words.count > 1 && letters.count > 3 && letters.allSatisfy(\.isUppercase)
    }

    private static let sectionWords: Set<[UInt8]> = Set(
        ["khối", "nhóm", "cụm", "phần", "mục", "các"].map(Fold.key)
    )

    /// Whether a text belongs to the block of signatures below a table: `Người lập biểu`,
    /// `(Ký, họ tên)`, `Thanh Xuân, ngày … tháng … năm 2024`, `Ghi chú: …`.
    static func isSignature(_ text: String) -> Bool {
        let key = Fold.key(text)
        return signatureWords.contains { begins(key, with: $0) }
            || isPlaceAndDate(key)
    }

    /// Whether a text may stand below a table or in it: `HIỆU TRƯỞNG`, `Ghi chú: …`.
    static func isMaybeSignature(_ text: String) -> Bool {
        let key = Fold.key(text)
        if titles.contains(key) { return true }
        return text.contains(":") && footnoteWords.contains { key.starts(with: $0 + [32]) }
    }

    /// `Thanh Xuân, ngày 05 tháng 12 năm 2024`, filled in or not.
    private static func isPlaceAndDate(_ key: [UInt8]) -> Bool {
        let words = key.split(separator: 32).map(Array.init)
        guard let day = words.firstIndex(of: Fold.key("ngày")),
            let month = words.firstIndex(of: Fold.key("tháng")),
            let year = words.firstIndex(of: Fold.key("năm"))
        else { return false }
        return day < month && month < year && day > 0 && month - day <= 2 && year - month <= 2
    }

    private static let signatureWords: [[UInt8]] = [
        "người lập", "người tổng hợp", "người báo cáo", "người ký", "cán bộ tổng hợp",
        "thủ trưởng đơn vị", "thủ trưởng cơ quan", "ký họ tên", "ký ghi rõ", "ký tên",
        "ký đóng dấu", "đã ký", "nơi nhận", "lưu vt", "tm ubnd", "tm ủy ban", "kt chủ tịch",
        "kt trưởng phòng", "kt hiệu trưởng", "tl chủ tịch", "xác nhận của",
    ].map(Fold.key)

    private static let titles: Set<[UInt8]> = Set(
        [
            "thủ trưởng", "đại diện", "chủ tịch", "phó chủ tịch", "hiệu trưởng",
            "phó hiệu trưởng", "trưởng phòng", "phó trưởng phòng", "giám đốc", "phó giám đốc",
            "kế toán", "trưởng ban", "bí thư",
        ].map(Fold.key)
    )

    private static let footnoteWords: [[UInt8]] = ["ghi chú", "lưu ý", "chú thích"].map(Fold.key)
}
