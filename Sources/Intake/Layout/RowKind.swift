internal import Model

/// Tells rows that are not data from rows that are (domain.md 4.4).
enum RowKind {
    /// Words that begin a row of totals.
    private static let totalWords: Set<[UInt8]> = Set(
        ["cộng", "tổng", "tổng số", "tổng cộng", "toàn quận", "toàn thành phố", "toàn tỉnh"].map(
            Fold.key
        )
    )

    /// Whether a cell's text is the label of a row of totals: `Tổng cộng (I+II)`, `Cộng I`.
    static func isTotalLabel(_ text: String) -> Bool {
        let key = Fold.key(text)
        if totalWords.contains(key) { return true }
        return totalWords.contains { word in
            guard key.count > word.count, key.starts(with: word), key[word.count] == 32 else {
                return false
            }
            // What may follow is a numbering: `I`, `(I+II)`, `1`.
            return key[(word.count + 1)...].allSatisfy {
                $0 == 32 || $0 == UInt8(ascii: "i") || $0 == UInt8(ascii: "v")
                    || $0 == UInt8(ascii: "x") || (48...57).contains($0)
            }
        }
    }

    /// Whether a row is the `(1) (2) (3)` row under a header: `A, B, 1, 2`, `1=(2+3)`.
    static func isColumnNumbers(_ cells: [String]) -> Bool {
        let filled = cells.map { $0.trimmedBlanks }.filter { !$0.isEmpty }
        guard filled.count >= 2 else { return false }
        var numbers = 0
        for cell in filled {
            let inner = cell.filter { $0 != "(" && $0 != ")" && $0 != " " }
            if let number = Int(inner.prefix { $0.isNumber }), number <= 200,
                inner.allSatisfy({ $0.isNumber || "=+-".contains($0) })
            {
                numbers += 1
            } else if !(inner.count == 1 && inner.first?.isLetter == true) {
                return false
            }
        }
        // Consecutive small numbers, not a row of data that happens to hold figures.
        let plain = filled.compactMap { Int($0.filter(\.isNumber).prefix(3)) }
        return numbers >= 2 && zip(plain, plain.dropFirst()).allSatisfy { $0 < $1 }
            && filled.contains { $0.hasPrefix("(") || $0 == "A" || $0 == "1" }
    }
}
