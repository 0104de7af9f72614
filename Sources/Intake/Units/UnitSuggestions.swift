internal import Model

/// The names of a roster without their accents, for saying what was probably meant.
struct UnitSuggestions: Sendable {
    private var spellings: [(spelling: Suggestion.Spelling, unit: Int)] = []
    private var bare: [[UInt8]: Set<Int>] = [:]
    /// Ids of digits only, without the leading zeros that a spreadsheet takes away.
    private var numbers: [[UInt8]: Set<Int>] = [:]

    mutating func add(id: String, _ unit: Int) {
        if let number = UnitSuggestions.number(id) { numbers[number, default: []].insert(unit) }
    }

    mutating func add(_ form: [UInt8], _ unit: Int) {
        spellings.append((Suggestion.Spelling(folded: form), unit))
        bare[Fold.bareKey(form), default: []].insert(unit)
    }

    private static func number(_ text: String) -> [UInt8]? {
        guard !text.isEmpty, text.utf8.allSatisfy(CellBytes.isDigit) else { return nil }
        return Array(text.utf8.drop { $0 == UInt8(ascii: "0") })
    }

    /// The units whose name, without accents, is one of these forms.
    func units(bare forms: [[UInt8]]) -> Set<Int> {
        forms.reduce(into: []) { $0.formUnion(bare[Fold.bareKey($1)] ?? []) }
    }

    /// The one unit whose id a number without its leading zeros may be.
    func unit(number text: String) -> Int? {
        guard let found = UnitSuggestions.number(text).flatMap({ numbers[$0] }), found.count == 1
        else { return nil }
        return found.first
    }

    /// Whether some name is at most a sixth of the letters away from one of some forms.
    func isNear(_ forms: [[UInt8]]) -> Bool {
        forms.contains { form in
            let wanted = Suggestion.Spelling(folded: form)
            let limit = wanted.tolerance / 2
            return spellings.contains { wanted.distance(to: $0.spelling, atMost: limit) != nil }
        }
    }

    /// The unit nearest to one of some forms of a name; of equally near ones that which is
    /// preferred, and nil where several are.
    func nearest(to forms: [[UInt8]], preferring isPreferred: (Int) -> Bool) -> Int? {
        var best: (distance: Int, isPreferred: Bool, unit: Int)?
        var isTied = false
        for form in forms {
            let wanted = Suggestion.Spelling(folded: form)
            for (spelling, unit) in spellings {
                let limit = min(wanted.tolerance, best?.distance ?? Int.max)
                guard let distance = wanted.distance(to: spelling, atMost: limit) else { continue }
                let preferred = isPreferred(unit)
                if let best, best.distance == distance {
                    if best.unit == unit || (best.isPreferred && !preferred) { continue }
                    if best.isPreferred == preferred {
                        isTied = true
                        continue
                    }
                }
                best = (distance, preferred, unit)
                isTied = false
            }
        }
        return isTied ? nil : best?.unit
    }
}
