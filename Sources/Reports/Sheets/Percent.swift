package import Model

/// A share in per cent as reports show it: one decimal, rounded half up.
///
/// It never says 100,0 while something is missing (99,9 at most) and never 0,0 while there is something
/// (0,1 at least); domain.md 6.1.
package struct Percent: Hashable, Comparable, Sendable {
    /// Tenths of a per cent: 966 for 96,6 %.
    package let tenths: Int

    /// The share of a part in a whole, or nil where the whole is not positive.
    package init?(_ part: Int, of whole: Int) {
        self.init(Quantity(part), of: Quantity(whole))
    }

    /// The share of a part in a whole, or nil where the whole is not positive or the share is out of
    /// range.
    package init?(_ part: Quantity, of whole: Quantity) {
        guard whole > .zero, let share = part.divided(by: whole) else { return nil }
        let magnitude = Int128(share.numerator.magnitude) * 1000
        let divisor = Int128(share.denominator)
        let rounded = (magnitude * 2 + divisor) / (divisor * 2)
        guard var tenths = Int(exactly: share.numerator < 0 ? -rounded : rounded) else {
            return nil
        }
        if part > .zero, part < whole { tenths = min(max(tenths, 1), 999) }
        self.tenths = tenths
    }

    /// The number that is shown: 96.6.
    package var quantity: Quantity { Quantity(Int128(tenths), over: 10) ?? .zero }

    package static func < (a: Percent, b: Percent) -> Bool { a.tenths < b.tenths }
}
