extension Roster {
    /// What those of some units are called that share their name with another of them, by index:
    /// `Phường Quang Trung (quận Đống Đa)` (domain.md 4.2).
    ///
    /// Where the units above them have one name, too, or there is none, the unit's id follows.
    package func namesTellingApart(_ units: [Int]) -> [Int: String] {
        var byName: [[UInt8]: [Int]] = [:]
        for unit in units { byName[Fold.key(self.units[unit].name), default: []].append(unit) }
        var names: [Int: String] = [:]
        for namesakes in byName.values where namesakes.count > 1 {
            let above = namesakes.map { parents[$0].map { Fold.key(self.units[$0].name) } ?? [] }
            for (unit, parent) in zip(namesakes, above) {
                let isAlone = !parent.isEmpty && above.count { $0 == parent } == 1
                let place = isAlone ? parents[unit].map(nameInSentence) : nil
                names[unit] = "\(self.units[unit].name) (\(place ?? self.units[unit].id))"
            }
        }
        return names
    }

    /// A place's name behind other words: its kind begins small, an abbreviation stays.
    private func nameInSentence(_ unit: Int) -> String {
        let name = units[unit].name
        let isPlace =
            switch units[unit].kind {
            case .huyen, .tinh, .phuong, .xa, .thiTran, .dacKhu: true
            default: false
            }
        guard isPlace, name.dropFirst().first?.isLowercase ?? false else { return name }
        return name.prefix(1).lowercased() + name.dropFirst()
    }
}
