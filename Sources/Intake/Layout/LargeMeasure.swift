internal import Model
internal import Plans

/// A measure of more than one, in which the figures of a table are written: `nghìn đồng`.
///
/// Nobody multiplies them: whether the clerk did as the line above the table says is not known, and
/// thousandfold figures are no small mistake.
struct LargeMeasure: Hashable, Sendable {
    /// The measure as written.
    let text: String
    /// What is counted, folded; empty where only the number is said.
    private let noun: [UInt8]

    /// The measures that a list names: `người, nghìn đồng`.
    static func all(in text: String) -> [LargeMeasure] {
        guard text.utf8.count <= 120 else { return [] }
        return text.split(whereSeparator: { ",;/".contains($0) })
            .compactMap { LargeMeasure(String($0)) }
    }

    private init?(_ text: String) {
        // `1.000đ`
        let parted = text.replacing(/([0-9])(\p{L})/) { "\($0.1) \($0.2)" }
        let words = Fold.key(parted).split(separator: 32)
        let factors = words.prefix { word in
            LargeMeasure.isRound(word) || LargeMeasure.factors.contains(Array(word))
        }
        guard !factors.isEmpty, Array(factors.joined()) != [UInt8(ascii: "1")] else { return nil }
        self.text = String(text.filter { !"()".contains($0) }).trimmedBlanks
        noun = Array(words.dropFirst(factors.count).joined(separator: [32]))
    }

    /// Whether a word is a part of `1`, `10`, `1.000`.
    private static func isRound(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy { $0 == UInt8(ascii: "0") }
            || (word.first == UInt8(ascii: "1")
                && word.dropFirst().allSatisfy { $0 == UInt8(ascii: "0") })
    }

    /// Whether what it counts is a thing that reports count.
    var countsKnownThings: Bool {
        LargeMeasure.money.contains(noun) || TitleFacts.unitsOfMeasure.contains(noun)
    }

    /// Whether the figures of a field are written in it, by the field's own heading and the one
    /// that the file has.
    func measures(_ field: Field, under heading: String) -> Bool {
        guard !field.isKey, field.type == .int || field.type == .decimal else { return false }
        if noun.isEmpty { return true }
        if LargeMeasure.money.contains(noun) {
            return field.code == "amount"
                || LargeMeasure.moneyWords.contains { holds($0, field.header, heading) }
        }
        return holds(noun, field.header, heading)
    }

    private func holds(_ words: [UInt8], _ headings: String...) -> Bool {
        headings.contains {
            ([32] + Fold.key($0) + [32]).firstRange(of: [32] + words + [32]) != nil
        }
    }

    private static let factors = Set(
        ["chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"].map(Fold.key)
    )
    private static let money = Set(
        ["đồng", "đ", "vnđ", "vnd", "đồng việt nam", "đồng vn"].map(Fold.key)
    )
    private static let moneyWords = ["mức thưởng", "tiền", "kinh phí", "ngân sách", "trị giá"]
        .map(Fold.key)
}

extension RecognisedHeader {
    /// The header without the columns whose figures are thousands or the like by the lines above
    /// the table.
    ///
    /// The measure becomes a part of the heading, as it may be written there itself: so, a row that
    /// is handed back does not pass without it.
    func without(_ measures: [LargeMeasure], _ form: Form) -> RecognisedHeader {
        var kept = self
        for (column, meaning) in meanings.enumerated() {
            guard case .field(let index) = meaning,
                let measure = measures.first(where: {
                    $0.measures(form.fields[index], under: headers[column])
                })
            else { continue }
            kept.meanings[column] = .unknown
            kept.measures[column] = measure.text
            kept.headers[column] = "\(headers[column]) (\(measure.text))"
        }
        return kept
    }
}
