/// What a percentage prints, in tenths of a percent; nil where the denominator is 0.
///
/// One decimal, half up, but 99,9 at most while n < N and 0,1 at least while n > 0 (domain.md 6.1).
package func tenthsOfPercent(_ part: Int, of whole: Int) -> Int? {
    guard whole > 0 else { return nil }
    let rounded = (part * 2000 + whole) / (2 * whole)
    if part < whole, rounded >= 1000 { return 999 }
    if part > 0, rounded == 0 { return 1 }
    return rounded
}

/// A percentage as officials read it, without the sign: `96,6`.
package func percentText(_ part: Int, of whole: Int) -> String? {
    tenthsOfPercent(part, of: whole).map { "\($0 / 10),\($0 % 10)" }
}
