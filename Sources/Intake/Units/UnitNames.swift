package import Model

/// Finds the unit that a cell names: by id, name, short name or alias, folded, or not at all.
///
/// A name has to fit exactly one unit; a near miss is only ever suggested (CONTRACT §2, domain.md
/// 4.3).
package struct UnitNames: Sendable {
    /// What a name comes to.
    package enum Match: Hashable, Sendable {
        case unit(Int)
        /// Several units bear the name.
        case ambiguous([Int])
        case unknown
    }

    /// No name of a unit, with all above it, has more words; what has is prose.
    private static let maximumWords = 24

    let roster: Roster
    /// Who bears an id, letter case aside.
    private var ids: [[UInt8]: [Int]] = [:]
    /// Who bears a name exactly as it is written, folded.
    private(set) var exact: [[UInt8]: [Int]] = [:]
    /// Who bears a name in one of its full forms.
    private var full: [[UInt8]: [Int]] = [:]
    /// Who bears a proper name (`Hạ Đình`), whatever its kind.
    private var proper: [[UInt8]: [Int]] = [:]
    /// Who bears a proper name with nothing but `Trường` before it.
    private var plainSchools: [[UInt8]: [Int]] = [:]
    /// Full forms in which `y` and `i` are the same.
    private var sameVowel: [[UInt8]: [Int]] = [:]
    let suggestions: UnitSuggestions
    let mentions: UnitMentions

    /// Learns the ids, names and other names of a roster.
    package init(roster: Roster) {
        self.roster = roster
        var suggestions = UnitSuggestions()
        var mentions = UnitMentions()
        for (index, unit) in roster.units.enumerated() {
            UnitNames.add(index, &ids[UnitNames.idKey(unit.id), default: []])
            mentions.add(id: unit.id, index)
            suggestions.add(id: unit.id, index)
            for name in [unit.name, unit.shortName].compactMap(\.self) + unit.aliases {
                let key = Fold.key(name)
                guard !key.isEmpty else { continue }
                UnitNames.add(index, &exact[key, default: []])
                let words = UnitNameForms.words(key)[...]
                let isSchool = UnitNameForms.isSchool(words)
                for form in UnitNameForms.forms(of: words) {
                    UnitNames.add(index, &full[form, default: []])
                    suggestions.add(form, index)
                    if let alike = UnitNameForms.sameVowel(form) {
                        UnitNames.add(index, &sameVowel[alike, default: []])
                    }
                    if isSchool, UnitNameForms.proper(form) == nil {
                        UnitNames.add(index, &plainSchools[form, default: []])
                    }
                    if let name = UnitNameForms.proper(form)?.name {
                        UnitNames.add(index, &proper[name, default: []])
                        suggestions.add(name, index)
                    }
                }
            }
        }
        self.suggestions = suggestions
        self.mentions = mentions
    }

    private static func add(_ unit: Int, _ bearers: inout [Int]) {
        if bearers.last != unit { bearers.append(unit) }
    }

    /// An id compared without regard to letter case.
    private static func idKey(_ id: String) -> [UInt8] {
        Array(id.withoutInvisibles.lowercased().utf8)
    }

    /// The unit with this id; letter case matters only where ids differ in nothing else.
    package func unit(id: String) -> Int? {
        guard let found = ids[UnitNames.idKey(id)] else { return nil }
        return found.count == 1 ? found[0] : roster.index(of: id)
    }

    /// The unit that a text names, whoever writes and whenever.
    package func match(_ text: String) -> Match { match(text, within: nil, on: nil) }

    /// The unit that a text names.
    ///
    /// Of several bearers of a name, those in the sub-tree of `scope` are preferred, and of these
    /// those that are valid on the day. A name that only one unit bears is that unit's, though it
    /// be closed or out of scope. What is looked for first decides: the id, the name as it is
    /// written, its full form, the name with those of units above it (`P. Hạ Đình, Q. Thanh Xuân`),
    /// an area's proper name that no other unit bears, `i` for `y` where only one unit fits, the
    /// name beside its id or behind a serial number. A `'` before it, by which a spreadsheet is
    /// told to take a cell for text, is no part of it.
    package func match(_ text: String, within scope: Int?, on day: Day?) -> Match {
        let text = text.trimmedBlanks
        let match = plainMatch(text, within: scope, on: day)
        guard match == .unknown, text.utf8.first == UInt8(ascii: "'") else { return match }
        return plainMatch(String(text.dropFirst()).trimmedBlanks, within: scope, on: day)
    }

    /// The unit that a trimmed text names as it stands.
    private func plainMatch(_ text: String, within scope: Int?, on day: Day?) -> Match {
        let match = directMatch(text, within: scope, on: day)
        return match == .unknown ? codedMatch(text, within: scope, on: day) : match
    }

    /// The unit that a trimmed text names with nothing beside the name but codes of digits.
    func directMatch(_ text: String, within scope: Int?, on day: Day?) -> Match {
        if let unit = unit(id: text) { return .unit(unit) }
        let key = Fold.key(text)
        if let found = exact[key] { return narrowed(found, scope, day) }
        if let (name, codes) = NameCodes.split(text) {
            return match(name, with: codes, within: scope, on: day)
        }
        let words = UnitNameForms.words(key)
        guard !words.isEmpty, words.count <= UnitNames.maximumWords else { return .unknown }
        let forms = UnitNameForms.forms(of: words[...])
        let found = bearers(of: words[...])
        if !found.isEmpty { return narrowed(found, scope, day) }
        let placed = placedBearers(words)
        if !placed.isEmpty { return narrowed(placed, scope, day) }
        if let found = properBearers(words[...]) { return found }
        let alike = Set(forms.compactMap { form in UnitNameForms.sameVowel(form) })
            .flatMap { sameVowel[$0] ?? [] }
        return UnitNames.only(alike)
    }

    /// A name that had codes in brackets: each that is an id has to be that of the unit itself.
    private func match(
        _ name: String,
        with codes: [String],
        within scope: Int?,
        on day: Day?
    ) -> Match {
        let coded = Set(codes.compactMap { unit(id: $0) })
        guard coded.count <= 1 else { return .unknown }
        let match = match(name, within: scope, on: day)
        return coded.first.map { agreed($0, match) } ?? match
    }

    /// Who bears a name in one of its full forms, in the order of the roster.
    ///
    /// Nobody names a school without its kind where others share its proper name: `Hạ Đình` is not
    /// the Trường Hạ Đình alone where there is a ward of that name.
    func bearers(of words: ArraySlice<[UInt8]>) -> [Int] {
        let forms = UnitNameForms.forms(of: words)
        let found = bearers(forms)
        guard forms.count == 1, let schools = plainSchools[forms[0]],
            let namesakes = proper[forms[0]], found.allSatisfy(schools.contains),
            !UnitNameForms.isSchool(words)
        else { return found }
        return Set(found + namesakes).sorted()
    }

    /// Who bears one of some full forms, in the order of the roster.
    private func bearers(_ forms: [[UInt8]]) -> [Int] {
        if forms.count == 1 { return full[forms[0]] ?? [] }
        return Set(forms.flatMap { full[$0] ?? [] }).sorted()
    }

    /// The bearers of the longest beginning of a name for whom the rest names units above them.
    private func placedBearers(_ words: [[UInt8]]) -> [Int] {
        for cut in stride(from: words.count - 1, to: 0, by: -1) {
            var heads = bearers(of: words[..<cut])
            if heads.isEmpty, case .unit(let unit)? = properBearers(words[..<cut]) {
                heads = [unit]
            }
            let placed = heads.filter { isPlaced(words[cut...], above: $0) }
            if !placed.isEmpty { return placed }
        }
        return []
    }

    /// Whether words are the names of units above a unit, from the nearest up.
    private func isPlaced(_ words: ArraySlice<[UInt8]>, above unit: Int) -> Bool {
        var words = words
        if words.first == UnitNames.belonging { words.removeFirst() }
        guard !words.isEmpty else { return true }
        for end in stride(from: words.endIndex, to: words.startIndex, by: -1) {
            let name = words[..<end]
            let key = UnitNameForms.key(UnitNameForms.withoutOffice(name))
            let named = Set(
                bearers(UnitNameForms.forms(of: name)) + (proper[key] ?? []) + (exact[key] ?? [])
            )
            for above in named where roster.isWithin(unit, above) {
                if above == unit, exact[key]?.contains(unit) != true { continue }
                if isPlaced(words[end...], above: above) { return true }
            }
        }
        return false
    }

    private static let belonging = Fold.key("thuộc")

    /// The area that alone in the whole roster bears a proper name; nil where nobody bears it, and
    /// where it is a school's only, which nobody names without its kind.
    private func properBearers(_ words: ArraySlice<[UInt8]>) -> Match? {
        let key = UnitNameForms.key(UnitNameForms.withoutOffice(words))
        guard let found = proper[key] else { return nil }
        guard found.count == 1 else { return .ambiguous(found) }
        let unit = roster.units[found[0]]
        let names = [unit.name, unit.shortName].compactMap(\.self) + unit.aliases
        let isArea = names.contains { name in
            UnitNameForms.forms(of: UnitNameForms.words(Fold.key(name))[...])
                .contains { UnitNameForms.proper($0).map { $0 == (key, true) } ?? false }
        }
        return isArea ? .unit(found[0]) : nil
    }

    private static func only(_ found: [Int]) -> Match {
        let found = Set(found)
        guard let first = found.first else { return .unknown }
        return found.count == 1 ? .unit(first) : .ambiguous(found.sorted())
    }

    private func narrowed(_ found: [Int], _ scope: Int?, _ day: Day?) -> Match {
        guard found.count > 1 else { return UnitNames.only(found) }
        var left = found
        if let scope {
            left = left.filter { roster.isWithin($0, scope) }
            if left.isEmpty { return .ambiguous(found) }
        }
        if let day, left.count > 1 {
            let valid = left.filter { roster.units[$0].exists(on: day) }
            if !valid.isEmpty { left = valid }
        }
        return UnitNames.only(left)
    }
}
