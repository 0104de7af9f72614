package import Model

/// Whose file lies at a path below `submissions/`, apart from any report (CONTRACT §2).
package struct PathOwner: Sendable {
    private let lines: [Unit]
    private let day: Day

    /// Looks at paths by all lines of a roster; units are named as on a day.
    package init(lines: [Unit], on day: Day) {
        self.lines = lines
        self.day = day
    }

    /// The id of the unit whose folder a path leads through, else of the one that the name of its
    /// file names; nil where neither says so.
    package func unit(of path: String) -> String? {
        var parts = path.split(separator: "/").map(String.init)
        let file = parts.popLast() ?? path
        for folder in parts {
            if let unit = unit(id: folder) { return unit }
        }
        let names = UnitNames(roster: Roster(lines: lines, on: day))
        let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        return names.unit(inFileName: stem).map { names.roster.units[$0].id }
    }

    /// The id as the roster has it; letter case matters only where ids differ in nothing else.
    private func unit(id text: String) -> String? {
        if lines.contains(where: { $0.id == text }) { return text }
        let key = text.withoutInvisibles.lowercased()
        let alike = Set(lines.lazy.map(\.id).filter { $0.withoutInvisibles.lowercased() == key })
        return alike.count == 1 ? alike.first : nil
    }

    /// Whether a unit is another one or stands above it, or once stood there.
    package func isAtOrAbove(_ unit: String, _ other: String) -> Bool {
        var open = [other]
        var seen: Set<String> = []
        while let next = open.popLast() {
            if next == unit { return true }
            guard seen.insert(next).inserted else { continue }
            open += lines.lazy.filter { $0.id == next }.compactMap(\.parent)
        }
        return false
    }

    /// A unit as officials know it: its name on the day, with its id.
    package func title(of unit: String) -> String {
        let roster = Roster(lines: lines.filter { $0.id == unit }, on: day)
        return roster.units.first.map { "\($0.name) (\(unit))" } ?? unit
    }
}
