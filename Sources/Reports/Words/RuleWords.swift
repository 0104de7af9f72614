internal import Model
internal import Plans

/// Rules as officials read them: `≥ 10`, `87/87`, `> 50`.
enum RuleWords {
    /// What a value must be; a bound that a contest edition sets is filled in.
    static func text(_ rule: Rule, minimum: Int) -> String {
        switch rule {
        case .compare(let comparison, .number(let bound)):
            sign(comparison) + ReportNumbers.quantity(bound)
        case .compare(let comparison, .editionMinimum):
            sign(comparison) + ReportNumbers.whole(minimum)
        case .range(let low, let high):
            "từ \(ReportNumbers.quantity(low)) đến \(ReportNumbers.quantity(high))"
        }
    }

    /// The share that must pass, over a denominator: all of 87 is `87/87`.
    static func text(_ share: ShareRule, of denominator: Int) -> String {
        if share == .all {
            let whole = ReportNumbers.whole(denominator)
            return "\(whole)/\(whole)"
        }
        return text(share.rule, minimum: 0) + "%"
    }

    private static func sign(_ comparison: Comparison) -> String {
        switch comparison {
        case .equal: ""
        case .notEqual: "khác "
        case .less: "< "
        case .lessOrEqual: "≤ "
        case .greater: "> "
        case .greaterOrEqual: "≥ "
        }
    }
}
