/// A share in per cent as reports show it: one decimal, rounded half up; more where one decimal
/// would say something else beside a target.
///
/// It never says 100,0 while something is missing (99,9 at most) and never 0,0 while there is
/// something (0,1 at least); domain.md 6.1.
package struct Percent: Hashable, Comparable, Sendable {
    /// How many decimals are shown.
    package let decimals: Int
    /// The last decimals that are shown: 966 for 96,6 %, 9667 for 96,67 %.
    private let scaled: Int

    /// Tenths of a per cent: 966 for 96,6 %.
    package var tenths: Int { scaled / Percent.scale(decimals - 1) }

    /// The share of a part in a whole, or nil where the whole is not positive.
    package init?(_ part: Int, of whole: Int, decimals: Int = 1) {
        self.init(Quantity(part), of: Quantity(whole), decimals: decimals)
    }

    /// The share of a part in a whole, or nil where the whole is not positive or the share is out
    /// of range.
    package init?(_ part: Quantity, of whole: Quantity, decimals: Int = 1) {
        guard whole > .zero, let share = part.divided(by: whole) else { return nil }
        let hundred = 100 * Percent.scale(decimals)
        let magnitude = Int128(share.numerator.magnitude) * Int128(hundred)
        let divisor = Int128(share.denominator)
        let rounded = (magnitude * 2 + divisor) / (divisor * 2)
        guard var scaled = Int(exactly: share.numerator < 0 ? -rounded : rounded) else {
            return nil
        }
        if part > .zero, part < whole { scaled = min(max(scaled, 1), hundred - 1) }
        self.scaled = scaled
        self.decimals = decimals
    }

    private static func scale(_ decimals: Int) -> Int {
        (0..<decimals).reduce(1) { unit, _ in unit * 10 }
    }

    /// The number that is shown: 96.6.
    package var quantity: Quantity {
        Quantity(Int128(scaled), over: Int128(Percent.scale(decimals))) ?? .zero
    }

    /// The number that is shown, with all its decimals behind a point: `96.6`.
    package var digits: String { quantity.rounded(decimals: decimals, fixed: true) }

    /// The same with the decimal comma of officials: `96,6`.
    package var text: String {
        digits.split(separator: ".").joined(separator: ",")
    }

    /// By the numbers that are shown.
    package static func < (a: Percent, b: Percent) -> Bool { a.quantity < b.quantity }
}
