internal import Model

extension UnitNames {
    /// The one unit whose id or name stands in a file's name (without its extension).
    ///
    /// A name counts with its accents and its kind only, and where all other words are such as
    /// reports are named with: `MTTQ phường Hạ Đình` is not the ward. Of a unit and those above it
    /// the lowest is meant.
    package func unit(inFileName name: String) -> Int? {
        let identified = mentions.ids(in: UnitNameForms.words(Fold.key(name)))
        let parted = FileNameWords.parted(FileNameWords.withoutCopies(name))
        let words = UnitNameForms.words(Fold.key(parted))
        let named = UnitMentions.find(in: words) { run in
            // A word of three letters is too little to be a name among others.
            guard UnitNameForms.key(run).count > 3 else { return [] }
            return exact[UnitNameForms.key(run)] ?? bearers(of: run)
        }
        if !identified.isEmpty {
            // A name beside the id has to be that of the same unit, or of one above or below it.
            return lowest(identified).flatMap { unit in
                let isAgreed = named.allSatisfy { mention in
                    mention.units.contains {
                        roster.isWithin($0, unit) || roster.isWithin(unit, $0)
                    }
                }
                return isAgreed ? unit : nil
            }
        }
        var end = 0
        for mention in named {
            let (start, stop) = (mention.range.lowerBound, mention.range.upperBound)
            guard FileNameWords.areCommon(words[min(end, start)..<start]),
                !FileNameWords.beginsWithOrdinal(words[stop...])
            else { return nil }
            end = stop
        }
        return FileNameWords.areCommon(words[end...]) ? lowest(named) : nil
    }

    /// The unit that a file's name probably means though it has no accents: `BC_P_NhanChinh_2023`.
    package func suggestion(inFileName name: String) -> (name: String, id: String)? {
        let words = UnitNameForms.words(Fold.key(FileNameWords.parted(name)))
        let found = UnitMentions.find(in: words) { run in
            guard UnitNameForms.key(run).count > 3 else { return [] }
            return suggestions.units(bare: UnitNameForms.forms(of: run)).sorted()
        }
        return lowest(found).map(named)
    }

    /// The unit of some mentions that lies below all others; nil where there is no such one.
    private func lowest(_ mentions: [UnitMentions.Mention]) -> Int? {
        guard mentions.allSatisfy({ $0.units.count == 1 }) else { return nil }
        let units = mentions.compactMap(\.units.first)
        return units.first { unit in units.allSatisfy { roster.isWithin(unit, $0) } }
    }
}
