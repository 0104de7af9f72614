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

    private func nearest(to text: String, _ scope: Int?) -> Int? {
        let forms = UnitNameForms.forms(of: UnitNameForms.words(Fold.key(text))[...])
        return suggestions.nearest(to: forms) { unit in
            scope.map { roster.isWithin(unit, $0) } ?? true
        }
    }

    func named(_ unit: Int) -> (name: String, id: String) {
        (roster.units[unit].name, roster.units[unit].id)
    }
}
