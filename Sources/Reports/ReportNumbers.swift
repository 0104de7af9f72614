package import Model

/// How numbers stand in reports (domain.md 6.1); the only place that decides it.
package enum ReportNumbers {
    /// What stands where there is no data: the sign of official statistics.
    package static let noData = "…"

    /// A count in a table: `1.620`.
    package static func whole(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "." }
            text.append(digit)
        }
        return text
    }

    /// A count in prose: below 10 with a leading zero, `02`.
    package static func prose(_ number: Int) -> String {
        (1...9).contains(number) ? "0\(number)" : whole(number)
    }

    /// A count in prose with what is counted: `02 đơn vị`.
    package static func counted(_ number: Int, _ noun: String) -> String {
        prose(number) + " " + noun
    }

    /// A figure to the one decimal that reports show, so that all of them show the same.
    package static func shown(_ quantity: Quantity) -> Quantity {
        Quantity(decimal: quantity.rounded(decimals: 1)) ?? quantity
    }

    /// A figure: thousands with points, a fraction with one decimal behind a comma; `…` for no data.
    package static func quantity(_ quantity: Quantity?) -> String {
        guard let quantity else { return noData }
        let parts = quantity.rounded(decimals: 1, fixed: !quantity.isWhole).split(
            separator: "."
        )
        guard let whole = parts.first, let number = Int(whole) else {
            return quantity.rounded(decimals: 1)
        }
        let sign = number == 0 && whole.hasPrefix("-") ? "-" : ""
        return sign + self.whole(number) + (parts.count > 1 ? "," + parts[1] : "")
    }

    /// A computed share or difference of shares, always with its one decimal: `9,1`, `100,0`.
    static func tenths(_ quantity: Quantity) -> String {
        let text = self.quantity(shown(quantity))
        return text.contains(",") ? text : text + ",0"
    }

    /// A share as officials read it: `96,6%`; never 100 while something is missing.
    package static func percent(_ part: Int, of whole: Int) -> String? {
        Percent(part, of: whole)?.text
    }

    /// Ratio and share together: `84/87 đơn vị, đạt 96,6%`.
    package static func ratio(_ part: Int, of whole: Int, _ noun: String) -> String {
        let share = percent(part, of: whole).map { ", đạt \($0)" } ?? ""
        return "\(self.whole(part))/\(self.whole(whole)) \(noun)\(share)"
    }

    /// `02:00 ngày 05/01/2025`.
    package static func time(_ instant: Instant) -> String {
        let clock = instant.clock
        return "\(padded(clock.hour, 2)):\(padded(clock.minute, 2)) ngày \(instant.day.slashed)"
    }

    /// `từ ngày 15/12/2023 đến hết ngày 14/12/2024`.
    package static func span(_ span: DateSpan) -> String {
        "từ ngày \(span.from.slashed) đến hết ngày \(span.to.slashed)"
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
