internal import Model

extension UnitNames {
    /// The name that was probably meant.
    package func suggestion(for text: String) -> String? {
        suggestion(for: text, within: nil)?.name
    }

    /// The unit that was probably meant by a text that names none: its name and id, to be printed.
    ///
    /// It bears the nearest name, accents aside; of equally near ones it is the one in the sub-tree
    /// of `scope`. A number is taken for an id that lost its leading zeros. Nil where several units
    /// are as near.
    package func suggestion(for text: String, within scope: Int?) -> (name: String, id: String)? {
        let text = text.trimmedBlanks
        // No name is that long, and comparing prose with every name takes its time.
        guard text.utf8.count <= 200 else { return nil }
        if let unit = suggestions.unit(number: text) { return named(unit) }
        if let unit = nearest(to: text, scope) { return named(unit) }
        // What stands behind a mark is often the unit above, which no name in the roster has.
        guard let mark = text.firstIndex(where: { ",(–".contains($0) }) else { return nil }
        return nearest(to: String(text[..<mark]), scope).map(named)
    }

    /// Whether a text is the name of a unit but for a slip of the pen: fewer than suggestions
    /// allow, which find `Nhân Chính` for `Tài chính`.
    func isNearName(_ text: String) -> Bool {
        let text = text.trimmedBlanks
        guard text.utf8.count <= 200 else { return false }
        if suggestions.unit(number: text) != nil { return true }
        let mark = text.firstIndex { ",(–".contains($0) } ?? text.endIndex
        return suggestions.isNear(forms(of: text) + forms(of: String(text[..<mark])))
    }

    /// The units whose name, accents aside, is a text.
    func units(spelled text: String) -> Set<Int> { suggestions.units(bare: forms(of: text)) }

    /// Whether a text is a unit's short name, another one of its names or one of them without its
    /// kind, and not its name.
    func isByname(_ text: String, of unit: Int) -> Bool {
        let unit = roster.units[unit]
        let written = Set(forms(of: text))
        let name = forms(of: unit.name)
        let bynames = ([unit.shortName].compactMap(\.self) + unit.aliases).flatMap(forms)
        let kindless = (name + bynames).compactMap { UnitNameForms.proper($0)?.name }
        return written.isDisjoint(with: name) && !written.isDisjoint(with: bynames + kindless)
    }

    private func forms(of text: String) -> [[UInt8]] {
        UnitNameForms.forms(of: UnitNameForms.words(Fold.key(text))[...])
    }

    private func nearest(to text: String, _ scope: Int?) -> Int? {
        suggestions.nearest(to: forms(of: text)) { unit in
            scope.map { roster.isWithin(unit, $0) } ?? true
        }
    }

    func named(_ unit: Int) -> (name: String, id: String) {
        (roster.units[unit].name, roster.units[unit].id)
    }
}
