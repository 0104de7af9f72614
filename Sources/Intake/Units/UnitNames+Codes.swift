internal import Model

extension UnitNames {
    /// The unit of a name beside its id (`P2 - Phường Hạ Đình`), or behind a serial number
    /// (`1. Phường Hạ Đình`).
    ///
    /// Both have to be the same unit's, also where a serial number happens to be somebody's id.
    func codedMatch(_ text: String, within scope: Int?, on day: Day?) -> Match {
        // No name with its code is that long, and prose has many marks to be tried.
        guard text.utf8.count <= 200 else { return .unknown }
        guard let (serial, name) = NameCodes.serial(text) else {
            return identifiedMatch(text, within: scope, on: day)
        }
        var match = directMatch(name, within: scope, on: day)
        if match == .unknown { match = identifiedMatch(name, within: scope, on: day) }
        return unit(id: serial).map { agreed($0, match) } ?? match
    }

    private func identifiedMatch(_ text: String, within scope: Int?, on day: Day?) -> Match {
        var found: Match = .unknown
        for (code, name) in NameCodes.pairs(text) {
            guard let unit = unit(id: code) else { continue }
            let match = agreed(unit, directMatch(name, within: scope, on: day))
            guard match != .unknown else { continue }
            guard found == .unknown || found == match else { return .unknown }
            found = match
        }
        return found
    }

    /// The unit of an id where a name beside it may be its name, else none.
    func agreed(_ unit: Int, _ match: Match) -> Match {
        switch match {
        case .unit(unit): match
        case .ambiguous(let units) where units.contains(unit): .unit(unit)
        case .unit, .ambiguous, .unknown: .unknown
        }
    }
}
