import Model

/// What changed in a roster, unit by unit, in words.
enum RosterChanges {
    /// How many units are named; the rest are counted.
    private static let named = 6

    /// What came, went and changed between two lists of units.
    static func words(_ old: [Unit], _ new: [Unit]) -> [String] {
        let before = lines(old)
        let after = lines(new)
        func names(_ ids: [String], _ units: [String: [Unit]]) -> String {
            let shown = ids.prefix(named).map { "\(units[$0]?.last?.name ?? $0) (\($0))" }
            let rest = ids.count - shown.count
            return shown.joined(separator: ", ") + (rest > 0 ? " và \(rest) đơn vị khác" : "")
        }
        let ids = unique(new)
        let added = ids.filter { before[$0] == nil }
        let removed = unique(old).filter { after[$0] == nil }
        let changed = ids.filter { id in before[id].map { $0 != after[id] } ?? false }
        var words: [String] = []
        if !added.isEmpty { words.append("thêm " + names(added, after)) }
        if !removed.isEmpty { words.append("bỏ " + names(removed, before)) }
        if !changed.isEmpty { words.append("sửa " + names(changed, after)) }
        return words
    }

    private static func unique(_ units: [Unit]) -> [String] {
        var seen: Set<String> = []
        return units.map(\.id).filter { seen.insert($0).inserted }
    }

    /// The lines of each unit, without their places in the file.
    private static func lines(_ units: [Unit]) -> [String: [Unit]] {
        Dictionary(
            grouping: units.map { unit in
                var unit = unit
                unit.line = 0
                return unit
            },
            by: \.id
        )
    }
}
