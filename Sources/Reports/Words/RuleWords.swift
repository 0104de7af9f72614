internal import Model
internal import Plans

/// Rules as officials read them: `≥ 10`, `87/87`, `> 50`.
extension Words {
    /// What a value must be; a bound that a contest edition sets is filled in.
    func text(_ rule: Rule, minimum: Int) -> String {
        switch rule {
        case .compare(let comparison, .number(let bound)):
            sign(comparison) + exact(bound)
        case .compare(let comparison, .editionMinimum):
            sign(comparison) + whole(minimum)
        case .range(let low, let high):
            self("từ \(exact(low)) đến \(exact(high))")
        }
    }

    /// The share that must pass, over a denominator: all of 87 is `87/87`.
    func text(_ share: ShareRule, of denominator: Int) -> String {
        if share == .all {
            let whole = self.whole(denominator)
            return "\(whole)/\(whole)"
        }
        return text(share.rule, minimum: 0) + "%"
    }

    private func sign(_ comparison: Comparison) -> String {
        switch comparison {
        case .equal: ""
        case .notEqual: self("khác ")
        case .less, .lessOrEqual, .greater, .greaterOrEqual: comparison.sign + " "
        }
    }
}
