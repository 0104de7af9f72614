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

        /// Whether the old unit went over as a whole, so that its figures may be summed into the new.
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

    package var day: Day
    package var kind: Kind
    package var old: String
    package var new: String?
    /// Whether `new` carries on the history of a unit that was split.
    package var isMainSuccessor: Bool
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

/// What became of the units over the years.
package struct ChangeLog: Sendable {
    package let changes: [UnitChange]
    private let byOld: [String: [UnitChange]]

    package init(changes: [UnitChange] = []) {
        self.changes = changes
        byOld = Dictionary(grouping: changes.filter { $0.new != $0.old }, by: \.old)
    }

    /// Who carries on a unit that closed on a day, and whether it got all of it; nil where it was split
    /// without a main successor, or simply closed.
    ///
    /// What is written for the day of closing says it; where nothing is, the last day before.
    package func heir(of old: String, closed: Day) -> (id: String, isWhole: Bool)? {
        let rows = byOld[old, default: []].filter { $0.day <= closed }
        guard let day = rows.map(\.day).max() else { return nil }
        let last = rows.filter { $0.day == day }
        let all = Set(last.compactMap(\.new))
        if last.allSatisfy({ $0.kind.isWhole }), all.count == 1, let only = all.first {
            return (only, true)
        }
        let main = Set(last.filter(\.isMainSuccessor).compactMap(\.new))
        return main.count == 1 ? main.first.map { ($0, false) } : nil
    }
}
