/// What the first records of a file look like.
enum HeaderLook {
    /// Whether a record of more than two cells has text in the first one at most.
    static func isTitle(_ cells: [String]) -> Bool {
        cells.count > 2 && cells.dropFirst().allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }

    /// Whether a record holds what no header does: a number that is no year, or a piece of text in
    /// brackets.
    static func holdsData(_ cells: [String]) -> Bool {
        cells.contains { isNumeric($0) || isCutInBrackets($0) }
    }

    /// Whether each record is one cell with the same number of delimiters in it: whole lines were
    /// put in quotes, or a sign separates cells that text may hold as well.
    static func mayHoldColumns(_ rows: [[String]]) -> Bool {
        guard rows.count > 1, let first = rows.first?.first else { return false }
        for delimiter in [",", ";", "\t", "|", ":", "~", "^"] as [Unicode.Scalar] {
            let count = first.unicodeScalars.count { $0 == delimiter }
            let isInAll = rows.allSatisfy { row in
                row.count == 1 && row[0].unicodeScalars.count { $0 == delimiter } == count
            }
            if count > 0, isInAll { return true }
        }
        return false
    }

    private static func isNumeric(_ cell: String) -> Bool {
        let isYear = cell.count == 4 && (Int(cell).map { (1900...2100).contains($0) } ?? false)
        guard !isYear, cell.contains(where: { ("0"..."9").contains($0) }) else { return false }
        return cell.allSatisfy { ("0"..."9").contains($0) || ".,:/%+- ".contains($0) }
    }

    private static func isCutInBrackets(_ cell: String) -> Bool {
        let opening = cell.count { "([{".contains($0) }
        return opening != cell.count { ")]}".contains($0) }
    }
}
