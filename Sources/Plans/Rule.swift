package import Model

/// The bound of a rule: a number, or a number that a contest edition sets.
package enum Bound: Hashable, Sendable {
    case number(Quantity)
    case editionMinimum
}

/// What a value must be: `= N`, `>= N`, `<= N`, `> N`, `< N` or `A..B` (CONTRACT §4).
package enum Rule: Hashable, Sendable {
    case compare(Comparison, Bound)
    case range(Quantity, Quantity)
}

/// The share of units that must pass, decided on integers, never on a rounded percentage.
package struct ShareRule: Hashable, Sendable {
    /// What the share in per cent must be.
    package var rule: Rule

    /// Whether `part` of `whole` satisfies the rule; `whole` must not be 0.
    package func holds(_ part: Int, of whole: Int) -> Bool {
        guard let percent = Quantity(Int128(part) * 100, over: Int128(whole)) else { return false }
        switch rule {
        case .compare(let comparison, .number(let bound)): return comparison.holds(percent, bound)
        case .compare(_, .editionMinimum): return false
        case .range(let low, let high): return low <= percent && percent <= high
        }
    }

    /// Whether some share from 0 to 100 % satisfies the rule.
    var isReachable: Bool {
        let (none, all) = (Quantity.zero, Quantity(100))
        switch rule {
        case .compare(.equal, .number(let bound)): return none <= bound && bound <= all
        case .compare(.greater, .number(let bound)): return bound < all
        case .compare(.greaterOrEqual, .number(let bound)): return bound <= all
        case .compare(.less, .number(let bound)): return bound > none
        case .compare(.lessOrEqual, .number(let bound)): return bound >= none
        case .compare: return false
        case .range(let low, let high): return low <= all && high >= none
        }
    }

    /// All units: `= 100%`, the target of indicators that set none (CONTRACT §11.16).
    package static let all = ShareRule(rule: .compare(.equal, .number(Quantity(100))))
}
