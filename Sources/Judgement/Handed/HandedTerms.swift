package import Model
internal import Plans

/// The terms of a total as they stand in `submission-up.csv`, column `Số hạng`: `cả kỳ 31; 47 |
/// đúng hạn 20; 40`, `lũy kế …` where a year's due is judged in one of its months, and `phần 1 …`
/// for each month, quarter or year.
///
/// Numbers are exact: whole, or a fraction `197/3`; `-` is no data. The words in front keep a
/// spreadsheet from taking the cell for a date.
package enum HandedTerms {
    private static let whole = "cả kỳ"
    private static let inTime = "đúng hạn"
    private static let accrued = "lũy kế"
    private static let part = "phần"

    /// The portions as a row that is handed up writes them; ``HandedTerms`` reads it again.
    package static func text(_ portions: Portions) -> String {
        var groups = [whole + " " + list(portions.whole)]
        if let inTime = portions.inTime { groups.append(HandedTerms.inTime + " " + list(inTime)) }
        if let accrued = portions.accrued {
            groups.append(HandedTerms.accrued + " " + list(accrued))
        }
        for (index, terms) in portions.parts.enumerated() {
            groups.append("\(part) \(index + 1) " + list(terms))
        }
        return groups.joined(separator: " | ")
    }

    private static func list(_ terms: [Quantity?]) -> String {
        terms.map { term in
            guard let term else { return "-" }
            return term.isWhole ? String(term.numerator) : "\(term.numerator)/\(term.denominator)"
        }.joined(separator: "; ")
    }

    /// Reads the text back; nil where it is none, or not of so many terms.
    package static func portions(_ text: String, terms count: Int) -> Portions? {
        var portions: Portions?
        for group in text.split(separator: "|") {
            // Excel and Word put spaces of other kinds between words, and marks that nobody sees.
            let seen = group.unicodeScalars.filter { $0.properties.generalCategory != .format }
            let words = String(String.UnicodeScalarView(seen)).split(whereSeparator: \.isWhitespace)
                .map(String.init)
            guard words.count > 2 else { return nil }
            guard let terms = terms(words.dropFirst(2).joined(), count) else { return nil }
            switch Fold.key(words[0] + " " + words[1]) {
            case Fold.key(whole): portions = Portions(whole: terms)
            case Fold.key(inTime): portions?.inTime = terms
            case Fold.key(accrued): portions?.accrued = terms
            default:
                guard Fold.key(words[0]) == Fold.key(part), let number = Int(words[1]),
                    number == (portions?.parts.count ?? 0) + 1
                else { return nil }
                portions?.parts.append(terms)
            }
        }
        return portions
    }

    private static func terms(_ text: String, _ count: Int) -> [Quantity?]? {
        var terms: [Quantity?] = []
        for word in text.split(separator: ";", omittingEmptySubsequences: false) {
            if word == "-" {
                terms.append(nil)
                continue
            }
            let sides = word.split(separator: "/", omittingEmptySubsequences: false)
            guard sides.count <= 2, let dividend = Int64(sides[0]),
                let divisor = sides.count == 1 ? 1 : Int64(sides[1]),
                let term = Quantity(Int128(dividend), over: Int128(divisor))
            else { return nil }
            terms.append(term)
        }
        return terms.count == count ? terms : nil
    }

    /// What a row without terms still says: its value is the one term of a plain sum, and was in
    /// time unless the row says that it was late; nil for a total that one number does not carry.
    package static func portions(
        value: Quantity?,
        status: Status?,
        isPlainSum: Bool,
        hasDue: Bool
    ) -> Portions? {
        guard isPlainSum else { return nil }
        return Portions(whole: [value], inTime: hasDue ? [status == .late ? nil : value] : nil)
    }
}
