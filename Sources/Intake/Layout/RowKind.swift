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

    /// Whether a text is the label of totals as a whole, with what may follow it: `Cộng khối
    /// phường`, `Tổng cộng năm 2024`, `Tổng số Phường Hòa Mẫu`, where `isUnit` knows the name.
    static func isTotalLabel(_ text: String, orNamedBy isUnit: (String) -> Bool) -> Bool {
        // Few texts begin with a letter that such a label begins with.
        guard let first = text.utf8.first,
            !(0x61...0x7A).contains(first | 0x20)
                || "tcl".utf8.contains(first | 0x20)
        else { return false }
        let key = Fold.key(text)
        var longest: [UInt8]?
        for word in totalWords
        where word.count > longest?.count ?? 0 && begins(key, with: word) { longest = word }
        guard let label = longest else { return false }
        if isTotalLabel(text) { return true }
        let isKnown = key[label.count...].split(separator: 32).allSatisfy { word in
            word.allSatisfy(CellBytes.isDigit) || totalFollowers.contains(Array(word))
        }
        if isKnown || isCountedTotal(key) { return true }
        let words = text.split(separator: " ").dropFirst(label.split(separator: 32).count)
        return isUnit(words.joined(separator: " "))
    }

    /// The words that the label of a total may go on with: kinds of units, spans of time,
    /// numbering.
    private static let totalFollowers: Set<[UInt8]> = Set(
        """
        i ii iii iv v vi vii viii ix x a b c d khối nhóm cụm phần mục các phòng ban ngành sở phường xã trường thị trấn
        đơn vị mầm non tiểu học thcs thpt trung cơ phổ thông toàn quận huyện tỉnh thành phố chung số tháng quý
        năm kỳ trang này chuyển sang đoàn thể hội mttq đảng lực lượng vũ lũy kế bộ cả và của trong quan
        """
        .split { $0 == " " || $0 == "\n" }.map { Fold.key(String($0)) }
    )

    /// Whether a folded text is the label of a total with what it comes to and of what: `Tổng cộng:
    /// 02 người`, `Tổng số bài: 7`.
    ///
    /// A number is among its words, and no other word but what is counted.
    static func isCountedTotal(_ key: [UInt8]) -> Bool {
        guard let label = countedLabels.first(where: { begins(key, with: $0) }) else {
            return false
        }
        let words = key[label.count...].split(separator: 32)
        return words.contains { $0.allSatisfy(CellBytes.isDigit) }
            && words.allSatisfy { isCount($0) || totalFollowers.contains(Array($0)) }
    }

    /// The words behind the label that a folded text begins with, as `02 người` in `Tổng cộng: 02
    /// người`; nil where it begins with none.
    static func wordsBehindCount(_ key: [UInt8]) -> [[UInt8]]? {
        countedLabels.first { begins(key, with: $0) }.map { label in
            key[label.count...].split(separator: 32).map(Array.init)
        }
    }

    /// Whether a text is a number of things or the word for them: `02 lớp`, `người`.
    static func isCount(_ text: String) -> Bool {
        guard text.utf8.count <= NoName.longest else { return false }
        let words = Fold.key(text).split(separator: 32)
        return !words.isEmpty && words.allSatisfy(isCount)
    }

    private static func isCount(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy(CellBytes.isDigit) || countedWords.contains(Array(word))
    }

    /// The longest first: what follows the label is not to be a part of it.
    private static let countedLabels = ["tổng cộng", "tổng số", "tổng", "cộng"].map(Fold.key)

    /// The words for what lists count.
    private static let countedWords: Set<[UInt8]> = Set(
        """
        người điển hình tiên tiến tập thể cá nhân hộ gia đình bài viết dự thi tin lớp buổi cuộc đợt lượt lần gương
        trường hợp văn bản kế hoạch hội nghị giải phiếu thành viên đồng chí tác phẩm phong trào hoạt động dòng đề hồ sơ
        """
        .split { $0 == " " || $0 == "\n" }.map { Fold.key(String($0)) }
    )

    /// Every word that the label of a total may hold with what it comes to.
    static let wordsOfTotals = countedWords.union(totalFollowers).union(countedLabels)

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
    /// The numbers count up by one from the first; plain ones without any letter or parenthesis
    /// need some columns, since a short row of data may count up, too. `A, B, C` needs no number.
    static func isColumnNumbers(_ cells: [String], leastPlain: Int = 4) -> Bool {
        let filled = cells.map(\.trimmedBlanks).filter { !$0.isEmpty }
        guard filled.count >= 2 else { return false }
        var expected = 1
        var isMarked = false
        var letters = ""
        for cell in filled {
            let inner = cell.filter { $0 != "(" && $0 != ")" && $0 != " " }
            if inner.count == 1, inner.first?.isLetter == true {
                guard expected == 1 else { return false }
                isMarked = true
                letters += inner.uppercased()
                continue
            }
            guard let number = Int(inner.prefix { $0.isASCII && $0.isNumber }),
                number == expected, inner.allSatisfy({ $0.isNumber || "=+-".contains($0) })
            else { return false }
            isMarked = isMarked || cell.hasPrefix("(") || inner.contains("=")
            expected += 1
        }
        if filled.count >= 3, letters.count >= 2, "ABCDEFGHIJKLMN".hasPrefix(letters) {
            return true
        }
        return expected > 2 && (isMarked || filled.count >= leastPlain)
    }

    /// Whether a text is the numbering of a section: `I`, `II.`, `A`, `B)`; never an Arabic number.
    static func isSectionNumber(_ text: String) -> Bool {
        let inner = text.trimmedBlanks.filter { $0 != "." && $0 != ")" && $0 != "(" }
        guard !inner.isEmpty, inner.count <= 6 else { return false }
        if inner.allSatisfy({ "IVX".contains($0) }) { return true }
        return inner.count == 1 && inner.first.map { ("A"..."H").contains($0) } == true
    }

    /// A title without the numbering before it: `I. Phường Mẫu`, `2) Phường Mẫu`.
    static func withoutNumber(_ title: String) -> String {
        let words = title.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let last = words[0].last else { return title }
        let isFigure =
            ".)".contains(last)
            && words[0].dropLast().allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        return isFigure || isSectionNumber(String(words[0]))
            ? String(words[1]).trimmedBlanks : title
    }

    /// Whether a title begins as the name of a unit does, and goes on with a name: `Trường THCS
    /// Mẫu`, not `Phòng, chống dịch` or `Các phường`.
    static func speaksOfUnit(_ title: String) -> Bool {
        let key = Fold.key(title)
        guard unitKinds.contains(where: { begins(key, with: $0) && key.count > $0.count }),
            !topics.contains(where: { begins(key, with: $0) })
        else { return false }
        // `PHÒNG BAN`, `Trường mầm non` are kinds of units.
        return !key.split(separator: 32).allSatisfy { totalFollowers.contains(Array($0)) }
    }

    /// Whether what speaks of a unit may be its very name: a proper name follows its kind.
    ///
    /// `Quận khen thưởng`, `Trường học trên địa bàn`, `Công an, quân đội` are topics.
    static func mayNameUnit(_ title: String) -> Bool {
        guard speaksOfUnit(title) else { return false }
        var words = title.split(whereSeparator: \.isWhitespace)[...]
        // A kind of units may go on with another: `Công an phường Hòa Mẫu`, not `Phường Trung Tâm`.
        repeat {
            guard let kind = leadingKind(of: words) else { break }
            // Kinds are listed.
            if words[words.startIndex + kind - 1].hasSuffix(",") { return false }
            words = words.dropFirst(kind)
        } while words.first?.first?.isLowercase == true
        guard let first = words.first else { return false }
        let key = Fold.key(words.joined(separator: " "))
        if nameFollowers.contains(where: { begins(key, with: $0) }) { return true }
        if topicFollowers.contains(where: { begins(key, with: $0) }) { return false }
        // Where nothing is written in capitals, a name is not either.
        return first.first?.isLowercase != true || title.first?.isLowercase == true
    }

    /// How many words at the beginning are a kind of units.
    private static func leadingKind(of words: ArraySlice<Substring>) -> Int? {
        let key = Fold.key(words.prefix(3).joined(separator: " "))
        return unitKinds.filter { begins(key, with: $0) }
            .map { $0.split(separator: 32).count }.max()
    }

    /// What follows a kind of units and is no proper name.
    private static let topicFollowers = [
        "học", "khen", "tặng", "công nhận", "đề nghị", "trên địa bàn", "trực thuộc", "thuộc", "và",
    ]
    .map(Fold.key)

    /// What begins a unit's name in small letters: `Quận đoàn`, `Trường mầm non hoa sen`.
    private static let nameFollowers = [
        "đoàn", "ủy", "hội", "mầm non", "mẫu giáo", "tiểu học", "thcs", "thpt", "trung học",
        "cao đẳng",
        "đại học", "học viện",
    ]
    .map(Fold.key)

    private static let unitKinds = [
        "phường", "xã", "thị trấn", "thị xã", "quận", "huyện", "thành phố", "tỉnh", "sở", "trường",
        "phòng", "ubnd", "ủy ban", "trung tâm", "công an", "đảng ủy", "văn phòng", "p",
    ]
    .map(Fold.key)

    /// What begins like the name of a unit and is none.
    private static let topics = [
        "phòng chống", "phòng ngừa", "phòng cháy", "phòng trừ", "phòng bệnh", "xã hội",
        "trường hợp",
        "công an nhân dân",
    ]
    .map(Fold.key)

    /// Whether a text says something, as no serial number does: `KHỐI TRƯỜNG HỌC`, `2;P1;Tập huấn`.
    static func isWords(_ text: String) -> Bool {
        text.count(where: \.isLetter) > 3 && !isSectionNumber(text)
    }

    /// Whether a text in a column of serial numbers is the label of a row of totals, whatever
    /// follows: `Tổng cộng: 05 đơn vị`, `I. Tổng số`, `Mang sang`.
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

    /// Whether cells together are the title of a table: `DANH SÁCH TẬP THỂ | CÁ NHÂN | NĂM 2024`,
    /// where a delimiter of the file stood between the words.
    ///
    /// Nothing but the time at its end has figures, and it has a word before them.
    static func isTableTitle(_ parts: [String]) -> Bool {
        guard parts.count > 1, let first = parts.first, let last = parts.last,
            titleWords.contains(where: { begins(Fold.key(first), with: $0) }),
            !parts.dropLast().contains(where: { $0.contains(where: \.isNumber) })
        else { return false }
        return last.contains(where: \.isNumber)
            ? last.first?.isLetter == true && last.contains(" ")
            : parts.joined().allSatisfy { !$0.isLetter || $0.isUppercase }
    }

    /// Whether a text begins as the title of a table does: `DANH SÁCH ĐIỂN HÌNH NĂM 2024`.
    static func beginsTableTitle(_ text: String) -> Bool {
        let key = Fold.key(text)
        return titleWords.contains { begins(key, with: $0) }
    }

    private static let titleWords = [
        "danh sách", "tổng hợp", "bảng tổng hợp", "biểu tổng hợp", "báo cáo", "kết quả", "thống kê",
        "phụ lục", "kế hoạch", "điển hình tiên tiến",
    ]
    .map(Fold.key)

    private static let sectionWords: Set<[UInt8]> = Set(
        ["khối", "nhóm", "cụm", "phần", "mục", "các"].map(Fold.key)
    )

    /// Whether a text begins with a word that heads sections: `KHỐI PHƯỜNG`, `CÁC TRƯỜNG`.
    static func isWordOfSections(_ text: String) -> Bool {
        Fold.key(text).split(separator: 32).first.map { sectionWords.contains(Array($0)) } == true
    }

    /// Whether a text has as many words as a person's name, of which the first is a family's:
    /// `NGUYỄN VĂN AN`.
    static func beginsLikePerson(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard (3...5).contains(words.count), text.allSatisfy({ $0.isLetter || $0.isWhitespace }),
            familyNames.contains(Fold.key(String(words[0])))
        else { return false }
        let key = Fold.key(text)
        return !notPersons.contains { begins(key, with: $0) }
    }

    /// What begins with a family name and is none.
    private static let notPersons = [
        "đoàn thanh niên", "đoàn viên", "đoàn thể", "cao đẳng", "nông nghiệp", "nông thôn",
        "nông dân", "đào tạo", "hồ sơ", "lưu học sinh", "lương thực", "hà nội", "thái nguyên",
        "thái bình", "cao bằng", "lâm đồng", "lâm nghiệp", "tô điểm", "mai táng",
    ].map(Fold.key)

    /// The family names of nearly everybody.
    private static let familyNames = Set(
        [
            "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi",
            "đỗ", "hồ", "ngô", "dương", "lý", "đào", "đinh", "lâm", "trịnh", "mai", "tạ", "vương",
            "tô", "hà", "cao", "đoàn", "lương", "trương", "thái", "chu", "quách", "nông", "lò",
            "hứa", "kiều", "triệu", "phùng", "tống", "nghiêm", "bạch", "doãn", "lưu", "khuất",
        ].map(Fold.key)
    )

    /// Whether a text belongs as a whole to the block of signatures below a table: `Người lập
    /// biểu`, `(Ký, họ tên)`, `Người lập: Nguyễn Văn Mẫu`, `Thanh Xuân, ngày … tháng … năm 2024`.
    ///
    /// What only begins so is a title like another: `Người lập nghiệp từ hai bàn tay trắng`.
    static func isSignature(_ text: String) -> Bool {
        let key = Fold.key(text)
        if openSignatures.contains(where: { begins(key, with: $0) }) { return true }
        guard let label = signatureWords.first(where: { begins(key, with: $0) }) else {
            return isPlaceAndDate(key)
        }
        if isLabel(key, label) || isCapitals(text) || text.hasPrefix("(") { return true }
        if let colon = text.firstIndex(of: ":"), isLabel(Fold.key(String(text[..<colon])), label) {
            return true
        }
        // The name of who signs.
        let name = text.split(separator: " ").dropFirst(label.split(separator: 32).count)
        return (2...5).contains(name.count)
            && name.allSatisfy { word in
                word.first?.isUppercase == true && word.allSatisfy(\.isLetter)
            }
    }

    /// Whether nothing but what may follow it stands behind the label of a signature.
    private static func isLabel(_ key: [UInt8], _ label: [UInt8]) -> Bool {
        begins(key, with: label)
            && key[label.count...].split(separator: 32).allSatisfy {
                signatureFollowers.contains(Array($0))
            }
    }

    private static func isCapitals(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count > 3 && letters.allSatisfy(\.isUppercase)
    }

    /// Whether a text may stand in one row with a title of the signatures.
    static func mayStandBesideTitle(_ text: String) -> Bool {
        isSignature(text) || isMaybeSignature(text) || isCapitals(text) || text.hasPrefix("(")
    }

    /// Whether a text alone in its row is the place and date of the signatures: `Ngày 05 tháng 12
    /// năm 2024`, `Mẫu Đình, ngày 05/12/2024`.
    static func isLonePlaceAndDate(_ text: String) -> Bool {
        guard text.utf8.count < 120 else { return false }
        let words = Fold.key(text).split(separator: 32).map(Array.init)
        guard let day = words.firstIndex(of: dayWord), day <= 6 else { return false }
        let rest = words[(day + 1)...]
        let isSpelled = rest.contains(monthWord)
        return (isSpelled || (day > 0 && rest.count == 3))
            && rest.allSatisfy { word in
                word == monthWord || word == yearWord
                    || !word.contains { (0x61...0x7A).contains($0) }
            }
    }

    private static let dayWord = Fold.key("ngày")
    private static let monthWord = Fold.key("tháng")
    private static let yearWord = Fold.key("năm")

    /// Whether a text says that there is nothing to list: `Không phát sinh`, `Chưa có`.
    static func isNothing(_ text: String) -> Bool {
        guard text.utf8.count <= NoName.longest else { return false }
        let key = Fold.key(text)
        // `Không` alone may be the answer to a question.
        return key.contains(32) && NoName.saysNothing(key)
    }

    /// Whether a text is what stands beside a letterhead: the name of the state, and its motto.
    static func isBesideLetterhead(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == 0xC4 || first | 0x20 == UInt8(ascii: "c") else {
            return false
        }
        let key = Fold.key(text)
        return letterheadWords.contains { begins(key, with: $0) }
    }

    private static let letterheadWords = ["cộng hòa xã hội chủ nghĩa", "độc lập tự do"]
        .map(Fold.key)

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
        "ký đóng dấu", "đã ký",
    ].map(Fold.key)

    /// What the label of a signature may go on with.
    private static let signatureFollowers: Set<[UInt8]> = Set(
        """
        biểu bảng báo cáo phiếu danh sách số liệu tổng hợp hồ sơ và kê khai thống kiểm tra soát duyệt ký họ tên
        ghi rõ đóng dấu chức vụ nếu có đơn vị cơ quan thủ trưởng
        """
        .split { $0 == " " || $0 == "\n" }.map { Fold.key(String($0)) }
    )

    /// What goes on with an office or a list of offices.
    private static let openSignatures: [[UInt8]] = [
        "nơi nhận", "lưu vt", "tm ubnd", "tm ủy ban", "kt chủ tịch", "kt trưởng phòng",
        "kt hiệu trưởng", "tl chủ tịch", "xác nhận của",
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
