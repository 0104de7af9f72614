internal import Judgement
internal import Model
internal import Plans

/// How many decimals a figure is shown with: what is printed beside a rule has to agree with the
/// status that the exact figure was given.
enum Precision {
    /// The decimals after which a figure is cut whatever it is compared with.
    static let most = 6

    /// As many as write the number in full, as far as there are so many.
    static func decimals(writing quantity: Quantity) -> Int {
        (0..<most).first { quantity.isExact(decimals: $0) } ?? most
    }

    /// One, and as many more as it takes until something is shown of a number that is not 0.
    static func decimals(showing quantity: Quantity) -> Int {
        guard quantity != .zero else { return 1 }
        return (1...most).first { quantity.rounded(to: $0) != .zero } ?? most
    }
}

extension Quantity {
    /// The number rounded half up.
    func rounded(to decimals: Int) -> Quantity {
        Quantity(decimal: rounded(decimals: decimals)) ?? self
    }
}

extension Rule {
    /// As many decimals as the bounds have, one at least, and as many more as it takes until the
    /// rounded value passes where the value itself does.
    func decimals(of value: Quantity) -> Int {
        guard !value.isWhole else { return 1 }
        let first = max(1, bounds.map(Precision.decimals(writing:)).max() ?? 1)
        return (first...Precision.most).first { agrees(value.rounded(to: $0), with: value) }
            ?? Precision.most
    }

    private var bounds: [Quantity] {
        switch self {
        case .compare(_, .number(let bound)): [bound]
        case .compare(_, .editionMinimum): []
        case .range(let low, let high): [low, high]
        }
    }

    /// Whether both pass or both fail; a bound that an edition sets is some whole number.
    private func agrees(_ rounded: Quantity, with value: Quantity) -> Bool {
        if case .compare(_, .editionMinimum) = self { return !rounded.isWhole }
        return holds(rounded, minimum: 0) == holds(value, minimum: 0)
    }
}

extension ShareRule {
    /// One decimal, and as many more as it takes until the share shown passes where the share does.
    func decimals(of part: Int, in whole: Int) -> Int {
        guard whole > 0 else { return 1 }
        let holds = self.holds(part, of: whole)
        return (1...Precision.most).first { decimals in
            Percent(part, of: whole, decimals: decimals).map {
                rule.holds($0.quantity, minimum: 0) == holds
            } ?? true
        } ?? Precision.most
    }
}

extension Indicator {
    /// The decimals of a value that the indicator judges.
    func decimals(of value: Quantity) -> Int { requirements[0].rule.decimals(of: value) }

    /// A value as every paper shows it.
    func shown(_ value: Quantity) -> Quantity { value.rounded(to: decimals(of: value)) }

    /// The decimals of a share that the indicator judges.
    func decimals(of part: Int, in whole: Int) -> Int {
        guard case .each(let target) = kind else { return 1 }
        return target.decimals(of: part, in: whole)
    }
}

extension Words {
    /// A value beside what an indicator asks for; `…` for no data.
    func value(_ value: Quantity?, of indicator: Indicator) -> String {
        quantity(value, decimals: value.map(indicator.decimals) ?? 1)
    }

    /// A value beside a rule; `…` for no data.
    func value(_ value: Quantity?, under rule: Rule) -> String {
        quantity(value, decimals: value.map(rule.decimals) ?? 1)
    }

    /// A number of the plan, with all its decimals.
    func exact(_ quantity: Quantity) -> String {
        self.quantity(quantity, decimals: Precision.decimals(writing: quantity))
    }

    /// A step of a calculation: all its decimals where they end, else those of a figure.
    func step(_ quantity: Quantity?) -> String {
        let isFinite = quantity?.isExact(decimals: Precision.most) ?? false
        return isFinite ? quantity.map(exact) ?? "" : self.quantity(quantity)
    }

    /// A share beside what an indicator asks for: `96,6%`.
    func percent(_ part: Int, of whole: Int, in indicator: Indicator) -> String? {
        Percent(part, of: whole, decimals: indicator.decimals(of: part, in: whole)).map(text)
    }
}
