internal import Model

/// What stands in the place of a name and is none (domain.md 2.7): nobody is called `Không có`, and
/// `nt` says only that the row above has the name.
enum NoName: Equatable {
    /// That there is nothing or nobody: `Không có`, `Chưa có điển hình`, `0`, `x`.
    case nothing
    /// That it is as above: `nt`, `như trên`, `"`, `//`.
    case ditto
    /// The label of a total: `Cộng`, `Tổng cộng: 02 người`.
    case total
    /// How many there are, or where they are listed: `03 cá nhân`, `(Có danh sách kèm theo)`.
    case summary
    /// Figures alone: `12`, the number of a telephone.
    case number
    /// That the name is not known or not told: `Khuyết danh`, `(thiếu)`, `Không ghi`.
    case anonymous

    /// No text that says nothing is longer, in bytes.
    static let longest = 64
    /// No text for a sum is longer.
    private static let longestSummary = 128

    /// Nil where a cell may hold a name.
    init?(_ bytes: Span<UInt8>) {
        let (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        guard start < end, end - start <= NoName.longestSummary else { return nil }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(start..<end), to: &folded)
        if folded.isEmpty {
            self = NoName.isDittoMark(bytes, start, end) ? .ditto : .nothing
            return
        }
        guard NoName.isOfKnownWords(folded) else {
            assert(NoName.kind(of: folded) == nil)
            return nil
        }
        guard let kind = NoName.kind(of: folded) else { return nil }
        // `9/1` is a class of a school.
        if kind == .number, (start..<end).contains(where: { bytes[$0] == UInt8(ascii: "/") }) {
            return nil
        }
        self = kind
    }

    /// What a folded text with letters or figures is.
    private static func kind(of key: [UInt8]) -> NoName? {
        if dittos.contains(key) { return .ditto }
        if isPlaceholder(key) || saysNothing(key) || isUnsettled(key) { return .nothing }
        if totals.contains(key) || RowKind.isCountedTotal(key) { return .total }
        if nobodies.contains(key) { return .anonymous }
        if key.allSatisfy({ CellBytes.isDigit($0) || $0 == 32 }) { return .number }
        return isSummary(key) ? .summary : nil
    }

    /// Whether a filled cell may be one of them, by its first bytes: hardly a name begins so, and
    /// to fold each would cost more than to read it.
    @inline(__always)
    static func mayBe(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 3 else { return true }
        switch bytes[0] | 0x20 {
        case UInt8(ascii: "c"):
            return (bytes[1] | 0x20 == UInt8(ascii: "h") && bytes[2] == 0xC6)
                || isWithHook(bytes)
                // `Có`.
                || (bytes[1] == 0xC3 && (bytes[2] == 0xB3 || bytes[2] == 0x93))
        case UInt8(ascii: "t"):
            return (bytes[1] | 0x20 == UInt8(ascii: "r") && bytes[2] | 0x20 == UInt8(ascii: "o"))
                || isWithHook(bytes)
                // `Theo`; `Thiếu`.
                || (bytes[1] | 0x20 == UInt8(ascii: "h")
                    && (bytes[2] | 0x20 == UInt8(ascii: "e")
                        || (bytes[2] | 0x20 == UInt8(ascii: "i") && bytes[3] == 0xE1)))
        case UInt8(ascii: "n"):
            // `Năm`; `Nặc danh`; `Như`, `Nhu`.
            return bytes[1] == 0xC4 || (bytes[1] == 0xE1 && bytes[2] == 0xBA)
                || (bytes[1] | 0x20 == UInt8(ascii: "h")
                    && (bytes[2] == 0xC6 || bytes[2] | 0x20 == UInt8(ascii: "u")))
        case UInt8(ascii: "h"): return bytes[1] | 0x20 == UInt8(ascii: "i")
        case UInt8(ascii: "k"):
            // `Không`; `Kèm`.
            return bytes[1] | 0x20 == UInt8(ascii: "h") || bytes[1] == 0xC3
        // `Danh sách`; `Ẩn danh`; `Vô danh`; `Xem`.
        case UInt8(ascii: "d"):
            return bytes[1] | 0x20 == UInt8(ascii: "a") && bytes[2] | 0x20 == UInt8(ascii: "n")
        case 0xE1: return bytes[1] == 0xBA
        case UInt8(ascii: "v"): return bytes[1] == 0xC3
        case UInt8(ascii: "x"): return bytes[1] | 0x20 == UInt8(ascii: "e")
        case UInt8(ascii: "q"): return bytes[1] | 0x20 == UInt8(ascii: "u")
        // `Đang`, `Đơn vị`, in capitals or not.
        case 0xE4: return bytes[2] | 0x20 == UInt8(ascii: "a") || bytes[2] == 0xC6
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return CellBytes.isDigit(bytes[0])
        case UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ","),
            UInt8(ascii: "."), UInt8(ascii: "+"), 0xE3:
            return true
        default: return false
        }
    }

    /// Whether `Tổng` or `Cộng` may begin, of which the third letter is the fifth byte.
    @inline(__always)
    private static func isWithHook(_ bytes: Span<UInt8>) -> Bool {
        bytes[1] == 0xE1 && bytes[2] == 0xBB && bytes.count > 4
            && bytes[4] | 0x20 == UInt8(ascii: "n")
    }

    // MARK: - Nothing

    /// Whether a folded text says no more than that there is nothing, with the time or what there
    /// is none of: `năm 2024 không có`, `chưa có điển hình nào`.
    ///
    /// All of its words have to be known ones: `Không có gì quý hơn độc lập, tự do` is a title.
    static func saysNothing(_ key: [UInt8]) -> Bool {
        if plainNothing.contains(key) { return true }
        var words = key.split(separator: 32)[...]
        while let first = words.first, !denials.contains(Array(first)) {
            guard isTime(first) else { return false }
            words.removeFirst()
        }
        guard words.popFirst() != nil else { return false }
        return isMade(words, of: things)
    }

    /// Whether a folded text says that something is not settled yet, which is no report of nothing:
    /// `đang lựa chọn`, `chưa cập nhật`.
    private static func isUnsettled(_ key: [UInt8]) -> Bool {
        let words = key.split(separator: 32)
        guard words.count > 1,
            words[0].elementsEqual(pending) || denials.contains(Array(words[0]))
        else { return false }
        return isMade(words[1...], of: unsettled)
    }

    /// Whether some words are nothing but certain phrases, and times.
    private static func isMade(_ words: ArraySlice<ArraySlice<UInt8>>, of phrases: Set<[UInt8]>)
        -> Bool
    {
        var words = words
        while let first = words.first {
            if isTime(first) {
                words.removeFirst()
                continue
            }
            let length = (1...3).reversed().first { length in
                length <= words.count
                    && phrases.contains(Array(words.prefix(length).joined(separator: [32])))
            }
            guard let length else { return false }
            words.removeFirst(length)
        }
        return true
    }

    private static func isTime(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy(CellBytes.isDigit) || times.contains(Array(word))
    }

    /// Whether a folded text is nothing but zeros, or the `x` of a form that was filled in by
    /// ticks.
    private static func isPlaceholder(_ key: [UInt8]) -> Bool {
        key.allSatisfy { $0 == UInt8(ascii: "0") || $0 == 32 } || key == [UInt8(ascii: "x")]
    }

    private static let denials = keys(["không", "chưa"])
    private static let pending = Fold.key("đang")
    private static let plainNothing = keys([
        "khong", "khong co", "chua co", "khong phat sinh", "không có gì",
    ])
    private static let times = keys(
        "trong năm nay này quý tháng kỳ đợt i ii iii iv hiện tại đến đơn vị".split(separator: " ")
            .map(String.init)
    )
    private static let things = keys([
        "có", "phát sinh", "đề nghị", "điển hình", "tiên tiến", "trường hợp", "nào", "lựa chọn",
        "chọn", "được", "bài", "bài viết", "dự thi", "tham gia", "tập thể", "cá nhân",
        "hộ gia đình", "thực hiện", "hoạt động", "tổ chức", "bình xét", "xây dựng", "khen thưởng",
        "tác giả", "phát hiện", "giới thiệu", "gương", "ai", "người",
    ])
    private static let unsettled = things.union(
        keys(["cập nhật", "số liệu", "báo cáo", "xác định", "đăng ký", "họp", "xét"])
    )

    // MARK: - Sums and lists

    /// Whether a folded text says no more than how many there are of whom, or where they are
    /// listed: `02 tập thể và 03 cá nhân`, `05 cá nhân (có danh sách kèm theo)`.
    ///
    /// All of its words have to be known ones: `12 bông hoa` is the name of something.
    private static func isSummary(_ key: [UInt8]) -> Bool {
        var words = key.split(separator: 32)[...]
        var (isCounted, isListed, isReferred) = (false, false, false)
        while !words.isEmpty {
            if let length = length(of: summaryWords, before: words) {
                let phrase = Array(words.prefix(length).joined(separator: [32]))
                isListed = isListed || lists.contains(phrase)
                isReferred = isReferred || references.contains(phrase)
                words.removeFirst(length)
            } else if words[words.startIndex].allSatisfy(CellBytes.isDigit), words.count > 1 {
                words.removeFirst()
                guard let noun = length(of: counted, before: words) else { return false }
                isCounted = true
                words.removeFirst(noun)
            } else {
                return false
            }
        }
        return isCounted || (isListed && isReferred)
    }

    /// How many words the longest of some phrases takes at the front of others.
    private static func length(
        of phrases: Set<[UInt8]>,
        before words: ArraySlice<ArraySlice<UInt8>>
    )
        -> Int?
    {
        (1...4).reversed().first { length in
            length <= words.count
                && phrases.contains(Array(words.prefix(length).joined(separator: [32])))
        }
    }

    private static let counted = keys([
        "cá nhân", "tập thể", "hộ gia đình", "hộ", "gia đình", "người", "đồng chí", "đ/c",
        "trường hợp", "tác giả", "gương", "điển hình", "đơn vị", "học sinh", "giáo viên", "cán bộ",
        "công chức", "viên chức", "đoàn viên", "hội viên", "đảng viên", "em", "bài", "bài viết",
        "bài dự thi", "tác phẩm", "gương điển hình", "người tốt việc tốt", "lượt người",
    ])
    private static let lists = keys(["danh sách", "ds", "phụ lục", "biểu", "danh sách đính kèm"])
    private static let references = keys([
        "kèm theo", "đính kèm", "gửi kèm", "kèm", "theo", "có", "như", "xem", "ở", "tại",
    ])
    private static let summaryWords = lists.union(references).union(
        keys([
            "và", "gồm", "trong đó", "tiên tiến", "tiêu biểu", "xuất sắc", "tổng số", "tổng",
            "cộng",
            "điển hình", "được khen thưởng", "sau", "dưới đây", "này",
        ])
    )

    // MARK: - Nobody's name

    private static let nobodies = keys([
        "ẩn danh", "khuyết danh", "nặc danh", "vô danh", "thiếu", "thiếu tên", "thiếu tác giả",
        "không ghi", "không ghi tên", "không có tên", "không tên", "không nêu", "không nêu tên",
        "không đề tên", "không rõ tên", "chưa rõ tên", "chưa có tên", "không rõ tác giả",
        "chưa rõ tác giả", "không ghi tác giả", "không có tác giả",
    ])

    // MARK: - As above

    private static let dittos = keys([
        "nt", "n t", "như trên", "nhu tren", "như dòng trên", "tương tự như trên",
    ])

    /// Whether a text without letters and figures is a mark for what stands above: a quotation
    /// mark, two slashes, two commas.
    private static func isDittoMark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let text = String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
        if text.contains(where: { "\"'“”„″′〃‘’".contains($0) }) { return true }
        return text.contains("//") || text.contains("\\\\") || text.contains(",,")
    }

    /// What is a total by itself; with a number behind it see ``RowKind/isCountedTotal(_:)``.
    private static let totals = keys(["cộng", "tổng", "tổng số", "tổng cộng"])

    // MARK: - Words

    /// Whether every word of a folded text is a number or one of the words of all these texts: who
    /// is called `Chu Văn Mẫu` need not be compared with each of them.
    private static func isOfKnownWords(_ key: [UInt8]) -> Bool {
        var hash = emptyHash
        var isNumber = true
        for byte in key {
            if byte != 32 {
                hash = hashed(hash, byte)
                if !CellBytes.isDigit(byte) { isNumber = false }
            } else {
                guard isNumber || vocabulary.contains(hash) else { return false }
                (hash, isNumber) = (emptyHash, true)
            }
        }
        return isNumber || vocabulary.contains(hash)
    }

    private static let vocabulary: Set<UInt64> = {
        let phrases = [
            denials, [pending], plainNothing, times, unsettled, counted, summaryWords, nobodies,
            dittos, totals, RowKind.wordsOfTotals, keys(["x"]),
        ]
        return Set(
            phrases.joined().flatMap { $0.split(separator: 32) }.map { word in
                word.reduce(emptyHash, hashed)
            }
        )
    }()

    /// FNV-1a: words that share a hash by chance are told apart later.
    private static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

    private static func hashed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    private static func keys(_ texts: [String]) -> Set<[UInt8]> { Set(texts.map(Fold.key)) }
}
