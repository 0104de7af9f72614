internal import Model
internal import Plans

/// The lower line of a header that divides the columns of the upper one, in words that no form
/// knows: `Kế hoạch | Thực hiện | %`, `2023 | 2024`, `Nữ | Tổng số`.
extension HeaderFinder {
    /// Whether a row holds headings below those of a header and nothing else.
    ///
    /// At least one heading above spans several columns: without one, what stands below is a row of
    /// data. A single cell below a heading, and each cell of a row without a blank, has to be a word
    /// that is known to divide columns; beside others, any word may be one.
    func isSubheading(_ below: [String], of labels: [HeaderLabel], isWhole: Bool) -> Bool {
        var head: Int?
        var groups: [Int: [String]] = [:]
        for (column, text) in below.enumerated() {
            if !labels[column].parts.isEmpty { head = column }
            guard !text.isEmpty else { continue }
            guard let head else { return false }
            groups[head, default: []].append(text)
        }
        guard groups.values.contains(where: { $0.count > 1 }) else { return false }
        return groups.values.allSatisfy { cells in
            if cells.count == 1 { return divides(cells[0]) }
            // Of two equal numbers neither is a year that tells its column from the other.
            let years = cells.filter(HeaderFinder.isBareYear)
            guard Set(years).count == years.count else { return false }
            return cells.allSatisfy { cell in
                divides(cell) || HeadedTime(cell, in: context.plan.calendar) != nil
                    || !isWhole && cell.contains(where: \.isLetter) && !RowSketch.isAmount(cell)
            }
        }
    }

    /// Whether a text is known to say which part of a column's figures stands below it.
    private func divides(_ text: String) -> Bool {
        HeaderFinder.isSign(text) || ForeignFigures(text) != nil || HeaderFinder.isResult(text)
            || HeaderFinder.isTotal(text)
    }

    /// A header in which a column of the result is the field that the heading above it names:
    /// `Thực hiện` beside `Kế hoạch`, `Tổng số` beside `Trong đó: Nữ`, or either of them alone.
    ///
    /// Beside anything else nobody can say what the figures are of: a total beside `Lũy kế`, the
    /// result beside two years.
    func withResults(_ header: RecognisedHeader, _ labels: [HeaderLabel]) -> RecognisedHeader {
        let form = context.plan.forms.forms[header.form]
        var kept = header
        for (column, label) in labels.enumerated() where label.parts.count > 1 {
            guard header.meanings[column] == .unknown, let last = label.parts.last,
                case .field(let index) = context.headers.meaning(label.above, form: header.form),
                form.fields[index].type == .int || form.fields[index].type == .decimal,
                !form.fields[index].isKey,
                !kept.meanings.contains(.field(index))
            else { continue }
            let others = labels.indices.filter {
                $0 != column && labels[$0].parts.count == label.parts.count
                    && labels[$0].parts.dropLast() == label.parts.dropLast()
            }
            let isOnly = others.allSatisfy { other in
                let heading = labels[other].parts.last ?? ""
                if HeaderFinder.isTotal(last) { return ForeignFigures.isPart(heading) }
                return HeaderFinder.isSign(heading)
                    || (ForeignFigures(heading) != nil && !ForeignFigures.isPart(heading))
            }
            guard isOnly, HeaderFinder.isTotal(last) || HeaderFinder.isResult(last) else {
                continue
            }
            kept.meanings[column] = .field(index)
        }
        return kept
    }

    /// Whether a text is nothing but the sign of a share or of a difference: `%`, `(+/-)`,
    /// `2024/2023`.
    private static func isSign(_ text: String) -> Bool {
        let parts = text.filter { !"() ".contains($0) }.split(separator: "/")
        if parts.count == 2, parts.allSatisfy({ isBareYear(String($0)) }) { return true }
        return text.allSatisfy { "%+-–—−±/()=,; \u{A0}".contains($0) } && DifferenceSign.isIn(text)
    }

    private static func isBareYear(_ text: String) -> Bool {
        text.utf8.count == 4 && text.utf8.allSatisfy(CellBytes.isDigit)
    }

    /// Whether a heading is a word for the result: `Thực hiện`, `TH`.
    private static func isResult(_ heading: String) -> Bool {
        VerticalFinder.isValueWord(heading) || shortResults.contains(Fold.key(heading))
    }

    private static let shortResults = Set(["TH", "KQ", "đã TH"].map(Fold.key))

    /// Whether a heading is the word for the sum of those beside it.
    private static func isTotal(_ heading: String) -> Bool { totals.contains(Fold.key(heading)) }

    private static let totals = Set(
        ["tổng số", "tổng", "tổng cộng", "cộng", "tổng số người"].map(Fold.key)
    )
}
