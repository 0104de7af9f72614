internal import Model
internal import Plans

/// The unit that the rows of a section belong to, in a table without a column for units.
enum SectionUnit: Hashable, Sendable {
    /// No title stands above the rows, or one that speaks of something else.
    case none
    case unit(Int)
    /// The title names a unit that is not known for certain.
    case unreadable(String)
}

/// Sections whose titles name the units of the rows below them (domain.md 4.4).
extension BlockPass {
    /// Where no column says it, the rows of a section are of the unit that its title names; where
    /// that is not known they are nobody's, least of all the submitter's.
    ///
    /// What is no unit's name, nor nearly one, is a topic: the rows are the submitter's. A unit
    /// with none below it reports for itself alone: there, nothing but another's own name is more
    /// than a topic.
    mutating func headSection(_ title: String) {
        guard reader.unitColumns.isEmpty else { return }
        let name = RowKind.withoutNumber(title)
        let leaf = leafSubmitter
        if let unit = namedUnit(title), leaf == nil || !isPart(name, of: leaf, like: unit) {
            heads.section = .unit(unit)
        } else if leaf.map({ isOtherPlace(name, than: $0) })
            ?? (RowKind.mayNameUnit(name) || isNearUnit(name) || sectionsNameUnits)
        {
            heads.section = .unreadable(name)
        } else {
            heads.section = .none
        }
    }

    /// Who sent the file, where no unit stands below it or ever did.
    var leafSubmitter: Int? {
        reader.place.submitter.flatMap { reader.context.hasUnitsBelow[$0] ? nil : $0 }
    }

    /// Whether a title means a part of a unit rather than the other unit that it fits: every ward
    /// has its `MTTQ` and its `Công an`, which may be the short name of the district's.
    private func isPart(_ name: String, of leaf: Int?, like unit: Int) -> Bool {
        guard unit != leaf, !BlockPass.places.contains(reader.context.roster.units[unit].kind)
        else { return false }
        return reader.context.names.isByname(name, of: unit)
    }

    /// Whether a title is the name of another place or school, accents aside.
    private func isOtherPlace(_ name: String, than leaf: Int) -> Bool {
        let spelled = reader.context.names.units(spelled: name)
        return !spelled.contains(leaf)
            && spelled.contains {
                BlockPass.places.contains(reader.context.roster.units[$0].kind)
            }
    }

    /// The kinds of units of which there is none within another one of them under the same name.
    private static let places: Set<UnitKind> = [
        .phuong, .xa, .thiTran, .dacKhu, .huyen, .tinh, .truong,
    ]

    /// Whether a title is nearly the name of a unit; of a block's first thousand titles it is said.
    private mutating func isNearUnit(_ name: String) -> Bool {
        if let known = nearUnits[name] { return known }
        guard nearUnits.count < 1000, name.utf8.count <= 400 else { return false }
        let isNear = reader.context.names.isNearName(name)
        nearUnits[name] = isNear
        return isNear
    }

    /// Says that the title of the row's section names no unit for certain.
    mutating func reportSection(_ name: String, _ row: Int) {
        let suggestion = sectionSuggestion(name)
        report(
            .unitUnknown,
            row,
            nil,
            name,
            ReadingMessages.sectionUnknown(name, suggestion.map { "\($0.name) (\($0.id))" }),
            expected: suggestion?.name
        )
    }

    private mutating func sectionSuggestion(_ name: String) -> (name: String, id: String)? {
        let (names, submitter) = (reader.context.names, reader.place.submitter)
        return suggestion(for: name, Digest(Array(name.utf8).span)) {
            names.suggestion(for: $0, within: submitter)
        }
    }

    /// The unit that a title names for certain, with the numbering before it or without: `A Mẫu`
    /// may be a name.
    func namedUnit(_ title: String) -> Int? {
        for text in Set([title, RowKind.withoutNumber(title)]).sorted(by: { $0.count > $1.count }) {
            let submitter = reader.place.submitter
            if case .unit(let unit) = reader.context.names.match(text, within: submitter, on: nil) {
                return unit
            }
        }
        return nil
    }

    /// Whether a text that stands alone in its row names the unit of the rows below it.
    func isUnitTitle(_ text: String) -> Bool {
        // A number is the row's own, whichever unit has it for its id.
        reader.unitColumns.isEmpty && RowKind.isWords(text)
            && (namedUnit(text) != nil || RowKind.speaksOfUnit(RowKind.withoutNumber(text)))
    }

    /// The title of a section in a row; nil where the row is more than that.
    func sectionTitle(_ row: Int) -> String? {
        var filled = 0
        for column in 0..<Int(block.rows[row].cellCount)
        where !block.content(row: row, column: column).isEmpty {
            filled += 1
            if filled > 2 { return nil }
        }
        let sketch = sketch(row)
        if sketch.isSection { return sketch.rest.first?.text }
        return leadText(sketch)
    }

    /// Whether a row is nothing but a name written in capitals: a row that nobody finished, where a
    /// title would be lost.
    ///
    /// It stands in the column for the names that the rows of a list are known by, and begins as
    /// people's names do.
    func isNameInCapitals(_ sketch: RowSketch) -> Bool {
        guard reader.isRegister, sketch.number == nil, sketch.rest.count == 1,
            let only = sketch.rest.first, only.text.contains(" "),
            let cell = reader.cells.first(where: { $0.column == only.column }),
            cell.isRequired, cell.type.isText, !RowKind.isWordOfSections(only.text),
            !only.text.contains(where: { $0.isNumber || $0.isLowercase }),
            !isUnitTitle(only.text), !isValue(only.text)
        else { return false }
        return RowKind.beginsLikePerson(only.text)
    }

    /// Whether a text is what some column of the form may hold from a list: `TẬP THỂ`.
    private func isValue(_ text: String) -> Bool {
        let key = Fold.key(text)
        return reader.codes.contains { $0[key] != nil }
    }
}
