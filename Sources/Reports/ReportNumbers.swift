package import Model

/// What is the same of numbers in reports of every language; ``Words`` writes them down.
package enum ReportNumbers {
    /// What stands where there is no data: the sign of official statistics.
    package static let noData = "…"

    /// A figure to the one decimal that reports show, so that all of them show the same.
    package static func shown(_ quantity: Quantity) -> Quantity {
        Quantity(decimal: quantity.rounded(decimals: 1)) ?? quantity
    }

    /// The number of a group of units: `IV`.
    package static func roman(_ number: Int) -> String {
        let steps = [
            (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
            (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in steps {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
