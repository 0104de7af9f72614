/// One line of `changes.csv`: what became of a unit (biến động).
package struct UnitChange: Hashable, Sendable {
    /// The kinds of domain.md 2.1; the raw value is the word of the file.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case founded = "Thành lập mới"
        case merged = "Sáp nhập"
        case split = "Chia tách"
        case absorbed = "Nhập toàn bộ"
        case partlyAbsorbed = "Nhập một phần"
        case partOfTheArea = "Nhập một phần diện tích"
        case partOfThePeople = "Nhập một phần dân số"
        case partOfTheAreaAllPeople = "Nhập một phần diện tích, toàn bộ dân số"
        case renamed = "Đổi tên"
        case reclassified = "Đổi loại hình"
        case unchanged = "Giữ nguyên"
        case dissolved = "Giải thể"
        case moved = "Chuyển đơn vị quản lý"

        /// Whether the old unit went over as a whole, so that its figures may be summed into the
        /// new.
        package var isWhole: Bool {
            switch self {
            case .merged, .absorbed, .renamed, .reclassified, .unchanged, .moved: true
            case .founded, .split, .partlyAbsorbed, .partOfTheArea, .partOfThePeople,
                .partOfTheAreaAllPeople, .dissolved:
                false
            }
        }

        /// The kind that a text names, compared folded; nil where it names none.
        package init?(text: String) {
            let key = Fold.key(text)
            guard let kind = Kind.allCases.first(where: { Fold.key($0.rawValue) == key }) else {
                return nil
            }
            self = kind
        }
    }

    /// The first day on which it is so.
    package var day: Day
    /// What happened.
    package var kind: Kind
    /// The id of the unit that it happened to.
    package var old: String
    /// The id of the unit that took its place; nil where none did.
    package var new: String?
    /// Whether `new` carries on the history of a unit that was split.
    package var isMainSuccessor: Bool
    /// The document that orders it (`Căn cứ`).
    package var basis: String?

    package init(
        day: Day,
        kind: Kind,
        old: String,
        new: String?,
        isMainSuccessor: Bool,
        basis: String?
    ) {
        self.day = day
        self.kind = kind
        self.old = old
        self.new = new
        self.isMainSuccessor = isMainSuccessor
        self.basis = basis
    }
}
