internal import Judgement
package import Model

/// How numbers stand in reports (domain.md 6.1); the only place that decides it.
extension Words {
    private var thousands: String { language == .vietnamese ? "." : "," }
    private var decimal: String { language == .vietnamese ? "," : "." }

    /// A count in a table: `1.620`, `1,620`.
    package func whole(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += thousands }
            text.append(digit)
        }
        return text
    }

    /// A count in prose: in Vietnamese below 10 with a leading zero, `02`.
    package func prose(_ number: Int) -> String {
        language == .vietnamese && (1...9).contains(number) ? "0\(number)" : whole(number)
    }

    /// A count in prose with what is counted: `02 đơn vị`, `2 units`.
    package func counted(_ number: Int, _ noun: Phrase) -> String {
        prose(number) + " " + self.noun(noun, number)
    }

    /// How many of what an enum's value names: `03 tập thể`, `collective: 3`.
    func counted(_ number: Int, of label: String) -> String {
        language == .vietnamese
            ? prose(number) + " " + label.lowercased()
            : "\(term(label).lowercasedFirst): \(whole(number))"
    }

    /// A figure: whole numbers with separated thousands, a fraction with one decimal or as many as
    /// are asked for; `…` for no data.
    package func quantity(_ quantity: Quantity?, decimals: Int = 1) -> String {
        guard let quantity else { return ReportNumbers.noData }
        let parts = quantity.rounded(decimals: decimals, fixed: !quantity.isWhole).split(
            separator: "."
        )
        guard let whole = parts.first, let number = Int(whole) else {
            return quantity.rounded(decimals: decimals)
        }
        let sign = number == 0 && whole.hasPrefix("-") ? "-" : ""
        return sign + self.whole(number) + (parts.count > 1 ? decimal + parts[1] : "")
    }

    /// A computed share or difference of shares, always with its one decimal: `9,1`, `100,0`.
    func tenths(_ quantity: Quantity) -> String {
        let text = self.quantity(ReportNumbers.shown(quantity))
        return text.contains(decimal) ? text : text + decimal + "0"
    }

    /// A share as officials read it: `96,6%`; never 100 while something is missing.
    package func percent(_ part: Int, of whole: Int) -> String? {
        Percent(part, of: whole).map(text)
    }

    /// `96,6%`, the style of prose.
    package func text(_ percent: Percent) -> String {
        percent.digits.split(separator: ".").joined(separator: decimal) + "%"
    }

    /// Ratio and share together: `84/87 đơn vị, đạt 96,6%`.
    package func ratio(
        _ part: Int,
        of whole: Int,
        _ noun: Phrase,
        decimals: Int = 1
    ) -> String {
        let ratio = "\(self.whole(part))/\(self.whole(whole)) \(self.noun(noun, whole))"
        let percent = Percent(part, of: whole, decimals: decimals)
        guard let share = percent.map(text) else { return ratio }
        return self("\(ratio), đạt \(share)")
    }
}
