/// An exact rational number: what a measure is worth.
///
/// Sums of decimals and quotients stay exact, so that a rule is decided on the number itself and
/// never on a rounded one, and a sum does not depend on the order of its terms. Arithmetic that
/// leaves the range of 64-bit numerator and denominator gives nil.
package struct Quantity: Hashable, Comparable, Sendable {
    /// The numerator in lowest terms; it carries the sign.
    package let numerator: Int64
    /// The denominator in lowest terms; always positive.
    package let denominator: Int64

    /// Nothing, of which a figure that is no data is told apart.
    package static let zero = Quantity(0)

    /// A whole number.
    package init(_ number: Int) {
        numerator = Int64(number)
        denominator = 1
    }

    /// The quotient of two numbers, or nil where the divisor is 0 or the result leaves the range.
    package init?(_ dividend: Int128, over divisor: Int128) {
        guard divisor != 0 else { return nil }
        let common = Quantity.greatestCommonDivisor(dividend, divisor)
        let sign: Int128 = divisor < 0 ? -1 : 1
        guard let numerator = Int64(exactly: sign * dividend / common),
            let denominator = Int64(exactly: sign * divisor / common)
        else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
        var (a, b) = (a.magnitude, b.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return a == 0 ? 1 : Int128(a)
    }

    /// Whether the number has no fraction.
    package var isWhole: Bool { denominator == 1 }

    /// Compares exactly, whatever the denominators.
    package static func < (a: Quantity, b: Quantity) -> Bool {
        Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
    }

    /// The sum; nil where it leaves the range.
    package func adding(_ other: Quantity) -> Quantity? {
        if denominator == 1, other.denominator == 1 {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            return overflow ? nil : Quantity(whole: sum)
        }
        return Quantity(
            Int128(numerator) * Int128(other.denominator)
                + Int128(other.numerator) * Int128(denominator),
            over: Int128(denominator) * Int128(other.denominator)
        )
    }

    /// The difference; nil where it leaves the range.
    package func subtracting(_ other: Quantity) -> Quantity? {
        Quantity(
            Int128(numerator) * Int128(other.denominator)
                - Int128(other.numerator) * Int128(denominator),
            over: Int128(denominator) * Int128(other.denominator)
        )
    }

    /// The product; nil where it leaves the range.
    package func multiplied(by other: Quantity) -> Quantity? {
        Quantity(
            Int128(numerator) * Int128(other.numerator),
            over: Int128(denominator) * Int128(other.denominator)
        )
    }

    /// The quotient, or nil where `other` is 0.
    package func divided(by other: Quantity) -> Quantity? {
        Quantity(
            Int128(numerator) * Int128(other.denominator),
            over: Int128(denominator) * Int128(other.numerator)
        )
    }

    private init(whole: Int64) {
        numerator = whole
        denominator = 1
    }

    /// The number written with a decimal point (`12.5`), or nil for any other text.
    ///
    /// At most 15 digits, so that sums over millions of rows stay in range.
    package init?(decimal text: some StringProtocol) {
        var digits: Int128 = 0
        var scale: Int128 = 1
        var count = 0
        var seenPoint = false
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: ".") where !seenPoint && count > 0: seenPoint = true
            case 48...57:
                digits = digits * 10 + Int128(byte - 48)
                if seenPoint { scale *= 10 }
                count += 1
                guard count <= 15 else { return nil }
            default: return nil
            }
        }
        guard count > 0, !(seenPoint && scale == 1) else { return nil }
        self.init(negative ? -digits : digits, over: scale)
    }

    /// Whether so many decimals write the number in full.
    package func isExact(decimals: Int) -> Bool {
        var scale: Int64 = 1
        for _ in 0..<min(decimals, 18) { scale *= 10 }
        return scale % denominator == 0
    }

    /// The number rounded half up to so many decimals, as digits with `.` before the decimals.
    ///
    /// Trailing zeros of the fraction are kept only where `fixed` is true.
    package func rounded(decimals: Int, fixed: Bool = false) -> String {
        var scale: Int128 = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int128(numerator.magnitude) * scale
        let divisor = Int128(denominator)
        let units = (scaled * 2 + divisor) / (divisor * 2)
        let whole = units / scale
        var fraction = decimals == 0 ? "" : padded(Int(units % scale), decimals)
        if !fixed { while fraction.hasSuffix("0") { fraction.removeLast() } }
        let sign = numerator < 0 && units != 0 ? "-" : ""
        return sign + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
