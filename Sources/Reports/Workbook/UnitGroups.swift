internal import Judgement
internal import Model

/// The units of a report under numbered headings, one for each kind.
struct UnitGroups {
    struct Group {
        var title: String
        var units: [Int]
    }

    /// Kinds in the order in which the roster first names them; units in roster order.
    let groups: [Group]
    /// The outline level of each unit: one deeper than that of the nearest listed unit above it,
    /// whatever kinds the two and those between them have.
    private let levels: [Int: Int]
    private let words: Words

    /// Groups those of the scene's units that are to be listed.
    init(_ scene: Scene, _ words: Words, of units: [Int]) {
        self.words = words
        let listed = Set(units)
        let parents = scene.roster.parents
        levels = Dictionary(
            units.map { unit in
                var level = 1
                var step = parents[unit]
                while let above = step {
                    if listed.contains(above) { level += 1 }
                    step = parents[above]
                }
                return (unit, level)
            },
            uniquingKeysWith: { first, _ in first }
        )
        var kinds: [UnitKind] = []
        var members: [UnitKind: [Int]] = [:]
        for unit in units {
            let kind = scene.roster.units[unit].kind
            if members[kind] == nil { kinds.append(kind) }
            members[kind, default: []].append(unit)
        }
        groups = kinds.enumerated().map { index, kind in
            Group(
                title:
                    "\(ReportNumbers.roman(index + 1)). \(words.term(kind.labels.first ?? kind.rawValue))",
                units: members[kind] ?? []
            )
        }
    }

    /// The units below the root; the root itself where there are none.
    static func listed(_ scene: Scene) -> [Int] {
        let below = scene.units.filter { $0 != scene.root }
        return below.isEmpty ? [scene.root] : below
    }

    /// Rows under group headings with sub-totals and a total as live sums.
    ///
    /// The first two of the columns hold the number and the unit's name, `row` gives the others;
    /// columns that are not summed stay empty in the totals. `isElsewhere` tells of a unit and a
    /// column whether its figure is in another unit's already, so that the sums leave it out.
    func rows(
        columns: Int,
        summed: Set<Int>,
        name: (Int) -> String,
        link: (Int) -> SheetLink? = { _ in nil },
        isElsewhere: (Int, Int) -> Bool = { _, _ in false },
        row: (Int) -> [SheetCell]
    ) -> [SheetRow] {
        var rows: [SheetRow] = []
        var subtotals: [Int] = []
        var number = 0
        for group in groups {
            rows.append(SheetRow(.group, [.empty, .text(group.title)]))
            let first = rows.count
            for unit in group.units {
                number += 1
                rows.append(
                    SheetRow(
                        outlineLevel: levels[unit] ?? 1,
                        [.integer(number), SheetCell.text(name(unit)).linked(to: link(unit))]
                            + row(unit)
                    )
                )
            }
            let label = words("Cộng (\(words.counted(group.units.count, "đơn vị")))")
            let cells = UnitGroups.sums(label, columns, summed, rows) { column in
                group.units.indices.filter { !isElsewhere(group.units[$0], column) }
                    .map { first + $0 }
            }
            subtotals.append(rows.count)
            rows.append(SheetRow(.subtotal, cells))
        }
        let label = words("Tổng cộng (\(words.counted(number, "đơn vị")))")
        rows.append(
            SheetRow(.total, UnitGroups.sums(label, columns, summed, rows) { _ in subtotals })
        )
        return rows
    }

    private static func sums(
        _ label: String,
        _ columns: Int,
        _ summed: Set<Int>,
        _ rows: [SheetRow],
        _ terms: (Int) -> [Int]
    ) -> [SheetCell] {
        let table = Sheet(name: "", titles: [], columns: [], rows: rows)
        return (0..<columns).map { column in
            if column == 1 { return .text(label) }
            guard summed.contains(column) else { return .empty }
            let terms = terms(column)
            let filled = terms.map { rows[$0].cells }.filter { $0.indices.contains(column) }
                .map { $0[column].value }.filter { $0 != .empty }
            let isNumber: (SheetCell.Value) -> Bool = { if case .text = $0 { false } else { true } }
            guard filled.contains(where: isNumber) else {
                // Nothing to add up is not 0: nobody is bound, or nobody has sent anything.
                return filled.isEmpty ? .empty : .text(ReportNumbers.noData)
            }
            let formula = Formula.sum(column: column, rows: terms)
            return table.value(of: formula).map { .formula(formula, cached: $0) } ?? .empty
        }
    }
}
