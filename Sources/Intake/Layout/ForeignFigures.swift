internal import Model

/// What a heading over figures says where they are not what came about in the row's own period.
///
/// Such figures are told and never counted.
enum ForeignFigures {
    /// Another time: `Cùng kỳ năm trước`.
    case otherTime
    /// What was to be reached, how one figure relates to another, or a part of what is counted:
    /// `Chỉ tiêu giao`, `Tỷ lệ`, `Trong đó: Nữ`.
    case measureOfOthers

    /// What a heading says; nil where the figures below may be those of the row's period.
    init?(_ heading: String) {
        guard !heading.isEmpty, heading.utf8.count <= HeaderIndex.longest else { return nil }
        let key = Fold.key(heading)
        let isOtherTime = (ForeignFigures.times + ForeignFigures.sums).contains {
            ForeignFigures.holds(key, $0)
        }
        if isOtherTime || ForeignFigures.isEstimate(key) {
            self = .otherTime
            return
        }
        if ForeignFigures.isPart(heading) {
            self = .measureOfOthers
            return
        }
        // Not `Mục tiêu 100% đơn vị tham gia`, nor `ĐVT: %`.
        let isRelation =
            heading.utf8.first == UInt8(ascii: "%")
            || ForeignFigures.relations.contains { ForeignFigures.holds(key, $0) }
        // `Kết quả thực hiện chỉ tiêu được giao` is the result, as `Kết quả (số lượng; tỷ lệ %)` is.
        let isResult = ForeignFigures.results.contains { ForeignFigures.begins(key, $0) }
        let isTarget =
            ForeignFigures.targets.contains { ForeignFigures.holds(key, $0) }
            || ForeignFigures.loneTargets.contains(key)
            || ForeignFigures.openTargets.contains { ForeignFigures.begins(key, $0) }
        guard isRelation || isTarget, !isResult else { return nil }
        self = .measureOfOthers
    }

    /// Whether a title is of another time and of nothing else.
    static func isTime(_ title: String) -> Bool {
        guard title.utf8.count <= HeaderIndex.longest else { return false }
        let key = Fold.key(title)
        return times.contains { begins(key, $0) }
    }

    /// A heading without the word for a result that it begins with: `Năm 2024` of `Kết quả năm
    /// 2024`; nil where it begins with none.
    static func afterResult(_ heading: String) -> String? {
        let words = heading.split(whereSeparator: \.isWhitespace)
        for count in [3, 2, 1] where words.count > count {
            if results.contains(Fold.key(words[..<count].joined(separator: " "))) {
                return words[count...].joined(separator: " ")
            }
        }
        return nil
    }

    private static let results = [
        "kết quả thực hiện", "kết quả", "số liệu", "đã thực hiện", "thực hiện", "số thực hiện",
    ].map(Fold.key)

    private static let times = [
        "cùng kỳ", "năm trước", "năm ngoái", "kỳ trước", "quý trước", "tháng trước", "năm sau",
        "năm tới", "kỳ sau", "quý sau", "tháng sau",
    ].map(Fold.key)

    /// What sums up more than the time of a report: `Lũy kế từ đầu giai đoạn`.
    private static let sums = [
        "lũy kế", "cộng dồn", "từ đầu giai đoạn", "từ đầu nhiệm kỳ", "từ trước đến nay",
    ].map(Fold.key)

    /// Whether a folded heading says that its figures are not known yet: `Ước thực hiện quý IV`.
    private static func isEstimate(_ key: [UInt8]) -> Bool {
        guard begins(key, estimate) else { return false }
        guard key.count > estimate.count else { return true }
        let rest = Array(key[(estimate.count + 1)...])
        return rest.first.map(CellBytes.isDigit) == true || estimated.contains { begins(rest, $0) }
    }

    private static let estimate = Fold.key("ước")
    private static let estimated = [
        "thực hiện", "th", "đạt", "tính", "kết quả", "cả năm", "năm", "quý", "tháng",
    ].map(Fold.key)

    /// Whether a heading is a part of the people or things that the heading above it counts: `Nữ`,
    /// `Trong đó: Đảng viên`.
    ///
    /// The subjects of a form are parts as well, and have fields of their own.
    static func isPart(_ heading: String) -> Bool {
        guard heading.utf8.count <= 120 else { return false }
        let key = Fold.key(heading)
        guard begins(key, ofThese), key.count > ofThese.count else { return parts.contains(key) }
        let rest = Array(key[(ofThese.count + 1)...])
        return !HeaderLabel.subjects.keys.contains(rest) && SubjectFields.key(of: rest) == rest
    }

    private static let ofThese = Fold.key("trong đó")
    private static let parts = Set(
        [
            "nữ", "nam", "số nữ", "dân tộc", "người dân tộc", "dân tộc thiểu số", "dtts",
            "người dtts", "người dân tộc thiểu số", "tôn giáo",
        ].map(Fold.key)
    )

    private static let relations = ["tỷ lệ", "tỉ lệ", "so với", "so sánh", "chênh lệch"]
        .map(Fold.key)

    private static let targets = [
        "chỉ tiêu giao", "chỉ tiêu được giao", "chỉ tiêu kế hoạch", "kế hoạch giao",
        "kế hoạch được giao", "số giao", "số được giao", "dự kiến", "phấn đấu",
    ].map(Fold.key)

    /// What is a target by itself and a topic in longer headings: `Kế hoạch`, not `Kế hoạch tuyên
    /// truyền`.
    private static let loneTargets = Set(
        [
            "giao", "được giao", "kế hoạch", "KH", "mục tiêu", "định mức", "tăng", "giảm",
            "tăng, giảm",
        ]
        .map(Fold.key)
    )

    /// What begins a target and goes on with its time: `Kế hoạch năm 2024`.
    private static let openTargets = [
        "kế hoạch năm", "kế hoạch quý", "kế hoạch tháng", "kế hoạch đề ra", "giao năm",
        "giao đầu năm", "mục tiêu năm", "chỉ tiêu năm",
    ].map(Fold.key)

    private static func begins(_ key: [UInt8], _ words: [UInt8]) -> Bool {
        key.starts(with: words) && (key.count == words.count || key[words.count] == 32)
    }

    /// Whether a folded text has some words.
    private static func holds(_ key: [UInt8], _ words: [UInt8]) -> Bool {
        ([32] + key + [32]).firstRange(of: [32] + words + [32]) != nil
    }
}
