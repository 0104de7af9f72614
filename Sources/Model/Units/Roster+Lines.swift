extension Roster {
    /// The roster that its lines make on a day: of a unit with several the one valid then, else the
    /// last one before it, else the first; validity spans all of them (CONTRACT §11.18).
    package init(lines: [Unit], on day: Day) {
        var chosen: [Unit] = []
        var places: [(order: Int, line: Int)] = []
        for own in Dictionary(grouping: lines, by: \.id).values {
            guard let unit = Roster.unit(own, on: day) else { continue }
            chosen.append(unit)
            places.append((unit.order ?? .max, own.map(\.line).min() ?? 0))
        }
        let order = chosen.indices.sorted { places[$0] < places[$1] }
        self.init(units: order.map { chosen[$0] })
    }

    /// The roster for a report of a root: as on the last day of a span, or of the root itself where
    /// that was closed within the span.
    ///
    /// Then whoever was below it reports to it no longer, though it go on elsewhere, as a school
    /// does whose district is abolished.
    package init(lines: [Unit], of root: String, in span: DateSpan) {
        let atEnd = Roster(lines: lines, on: span.to)
        self = atEnd
        guard let index = atEnd.index(of: root), let closed = atEnd.units[index].validTo,
            closed > span.from, closed <= span.to
        else { return }
        let before = Roster(lines: lines, on: closed.adding(-1))
        guard let top = before.index(of: root) else { return }
        var units = before.units
        for unit in before.subtree(top) {
            units[unit].validTo = units[unit].validTo.map { min($0, closed) } ?? closed
        }
        self.init(units: units)
    }

    /// A unit, all of whose lines are given, as it is on a day.
    private static func unit(_ lines: [Unit], on day: Day) -> Unit? {
        // Nearly every unit of a country has one line and one name.
        if lines.count == 1, lines[0].shortName == nil, lines[0].aliases.isEmpty { return lines[0] }
        let sorted = lines.sorted { a, b in
            switch (a.validFrom, b.validFrom) {
            case (nil, nil): a.line < b.line
            case (nil, _): true
            case (_, nil): false
            case (let x?, let y?): x < y
            }
        }
        guard let first = sorted.first, let last = sorted.last else { return nil }
        var unit =
            sorted.last { $0.exists(on: day) }
            ?? sorted.last { ($0.validFrom ?? day) <= day } ?? first
        // Every name that it ever bore leads to it.
        let names = sorted.flatMap { [$0.name, $0.shortName].compactMap(\.self) + $0.aliases }
        unit.aliases = Array(Set(names).subtracting([unit.name])).sorted()
        unit.validFrom = first.validFrom
        unit.validTo = last.validTo
        return unit
    }
}
