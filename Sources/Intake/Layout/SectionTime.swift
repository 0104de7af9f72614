internal import Model

/// The time that the title of a section names and nothing else: `Năm 2023`, `I. Quý I/2024`, `Cùng
/// kỳ năm trước`.
///
/// The title of a movement that names its years is none: `Phong trào Dân vận khéo giai đoạn
/// 2021-2025`.
struct SectionTime: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
        /// The time of the table itself: `Năm nay`.
        case own
        case period(Period)
        /// A part of a year that is not named: `Quý I`.
        case part
        /// Another time than the table's: `Cùng kỳ năm trước`.
        case other
    }

    /// The title without its number, as it is told.
    let title: String
    let meaning: Meaning
    /// The words that name the time.
    private let words: String

    init?(_ title: String, in calendar: ReportingCalendar) {
        guard title.utf8.count <= 120 else { return nil }
        let bare = SectionTime.bare(title)
        guard bare.contains(where: { $0.isNumber || $0.isLetter }) else { return nil }
        let words = SectionTime.withoutFillers(bare)
        self.title = bare
        self.words = words
        if SectionTime.ownTimes.contains(where: { $0 == Fold.key(bare) || $0 == Fold.key(words) }) {
            meaning = .own
        } else if ForeignFigures.isTime(bare) || ForeignFigures.isTime(words) {
            meaning = .other
        } else if let period = CellPeriod.parse(words, in: calendar) {
            meaning = .period(period)
        } else if SectionTime.isSpan(words), CellPeriod.parse(words + " 2000") != nil {
            meaning = .part
        } else {
            return nil
        }
    }

    /// The period that the title names in a year; nil where it names none.
    func period(in year: Int?, _ calendar: ReportingCalendar) -> Period? {
        switch meaning {
        case .period(let period): period
        case .part: year.flatMap { CellPeriod.parse(words + " \($0)", in: calendar) }
        case .own, .other: nil
        }
    }

    /// Whether a text begins as a part of a year does: `Quý`, `Tháng`, `6 tháng`.
    static func isSpan(_ text: String) -> Bool {
        let key = Fold.key(text)
        return spans.contains { key.starts(with: $0 + [32]) || key == $0 }
    }

    /// A title without its number, dashes, brackets and colons.
    private static func bare(_ title: String) -> String {
        var text = title.trimmedBlanks[...]
        text = text.drop { "-–+•*. ".contains($0) }
        text = RowKind.withoutNumber(String(text))[...]
        let number = text.prefix { $0.isASCII && $0.isNumber }
        let letter = text.prefix(1)
        for mark in [number, letter] where (1...2).contains(mark.count) {
            let rest = text.dropFirst(mark.count)
            guard rest.first == "." || rest.first == ")", let next = rest.dropFirst().first,
                next == " " || next.isLetter
            else { continue }
            text = rest.dropFirst()
            break
        }
        if let bracket = text.firstIndex(of: "("), bracket > text.startIndex {
            text = text[..<bracket]
        }
        return String(text.filter { !"():;".contains($0) }).trimmedBlanks
    }

    /// A title without the words that may stand before a time: `Kết quả năm 2023`, `Kỳ báo cáo: Quý
    /// I/2024`.
    private static func withoutFillers(_ title: String) -> String {
        var words = title.split(whereSeparator: \.isWhitespace)[...]
        while let count = [4, 3, 2, 1].first(where: { count in
            count < words.count
                && fillers.contains(Fold.key(words.prefix(count).joined(separator: " ")))
        }) {
            words = words.dropFirst(count)
        }
        return words.joined(separator: " ")
    }

    private static let fillers = Set(
        [
            "kết quả", "kết quả thực hiện", "số liệu", "số thực hiện", "thực hiện", "đã thực hiện",
            "báo cáo", "kỳ báo cáo", "năm báo cáo", "kỳ", "danh sách", "tổng hợp", "điển hình",
            "điển hình tiên tiến", "các điển hình", "thời gian", "trong", "của",
        ].map(Fold.key)
    )

    private static let ownTimes = [
        "năm nay", "kỳ này", "quý này", "tháng này", "kỳ báo cáo", "năm báo cáo", "trong kỳ",
        "trong năm", "kỳ hiện tại", "năm hiện tại",
    ].map(Fold.key)

    private static let spans = [
        "quý", "quí", "tháng", "6 tháng", "06 tháng", "9 tháng", "09 tháng", "nửa đầu năm",
        "nửa cuối năm",
    ].map(Fold.key)
}

/// What the number of a section is written in; sections of one rank follow one another.
enum SectionRank: Hashable, Sendable {
    case roman
    case letter
    /// `1`, `1.1`: how many numbers.
    case arabic(Int)
    case small
    /// A title without a number that names a unit.
    case unit
    /// Any other title without a number: which rank it has nobody knows.
    case plain

    /// The rank of a number that stands in a cell of its own, or before the title.
    init(number: String?, title: String, isUnit: Bool) {
        let words = title.split(separator: " ", maxSplits: 1)
        let mark = number ?? (words.count > 1 ? words.first.map(String.init) : nil) ?? ""
        let inner = mark.filter { !"()".contains($0) }
        let parts = inner.split(separator: ".")
        let plain: SectionRank = isUnit ? .unit : .plain
        guard let first = parts.first else {
            self = plain
            return
        }
        if parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) {
            let isMarked = number != nil || mark.contains { ".)".contains($0) }
            self = isMarked ? .arabic(parts.count) : plain
        } else if RowKind.isSectionNumber(inner) {
            self = first.allSatisfy { "IVX".contains($0) } ? .roman : .letter
        } else if inner.count <= 2, first.count == 1, first.first?.isLowercase == true,
            number != nil || mark.contains(where: { ".)".contains($0) })
        {
            self = .small
        } else {
            self = plain
        }
    }

    /// Whether the rank is told by a number.
    var isNumbered: Bool { self != .plain && self != .unit }
}
