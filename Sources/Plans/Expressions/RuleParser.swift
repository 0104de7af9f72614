internal import Model

/// Reads rules: `>= 2`, `1..2`, `= 100%`, `>= min_entries`.
enum RuleParser {
    static let allowed =
        "\"= N\", \">= N\", \"<= N\", \"> N\", \"< N\", \"A..B\", \">= min_entries\""

    /// A rule on a value.
    static func rule(_ text: String) -> Rule? {
        guard var cursor = try? TokenCursor(text) else { return nil }
        guard let rule = rule(&cursor, percent: false), cursor.current.kind == .end else {
            return nil
        }
        return rule
    }

    /// A rule on a share, in percent.
    static func share(_ text: String) -> ShareRule? {
        guard var cursor = try? TokenCursor(text) else { return nil }
        guard let rule = rule(&cursor, percent: true), cursor.current.kind == .end else {
            return nil
        }
        return ShareRule(rule: rule)
    }

    /// What is wrong with a rule whose number may be a thousand, or one; nil for others.
    static func ambiguity(in text: String) -> ExpressionFailure? {
        do throws(Lexer.Failure) {
            _ = try Lexer.tokens(of: text)
            return nil
        } catch {
            return error.isAmbiguous ? .ambiguous(error.text, at: error.offset) : nil
        }
    }

    private static func rule(_ cursor: inout TokenCursor, percent: Bool) -> Rule? {
        if let comparison = cursor.comparison() {
            guard comparison != .notEqual else { return nil }
            if !percent, cursor.take(word: "min_entries") {
                return .compare(comparison, .editionMinimum)
            }
            guard let bound = number(&cursor, percent: percent) else { return nil }
            return .compare(comparison, .number(bound))
        }
        guard let low = number(&cursor, percent: percent), cursor.take(symbol: ".."),
            let high = number(&cursor, percent: percent), low <= high
        else { return nil }
        return .range(low, high)
    }

    private static func number(_ cursor: inout TokenCursor, percent: Bool) -> Quantity? {
        let isNegative = cursor.take(symbol: "-")
        guard case .number(let number) = cursor.current.kind else { return nil }
        cursor.advance()
        // A share may be a fraction: `>= 2/3` is no whole number of per cent.
        if percent, !isNegative, cursor.take(symbol: "/") {
            guard case .number(let divisor) = cursor.current.kind else { return nil }
            cursor.advance()
            return number.divided(by: divisor)?.multiplied(by: Quantity(100))
        }
        if percent, !cursor.take(symbol: "%") { return nil }
        return isNegative ? Quantity.zero.subtracting(number) : number
    }
}
