internal import Model
internal import Plans

/// A form recognised by its header: what each column of the file is.
package struct RecognisedHeader: Hashable, Sendable {
    /// The index of the form in the catalogue.
    package var form: Int
    /// The index of the row of the first block that holds the header; of its last row, where group
    /// headings stand above.
    package var row: Int
    /// How many rows the header takes.
    package var height: Int
    package var meanings: [ColumnMeaning]
    /// The headers as they were written.
    package var headers: [String]
}

/// Finds the header among the first rows of a file and, by it, the form (CONTRACT §2).
struct HeaderFinder {
    /// How many records are searched: no letterhead is longer.
    static let depth = 60

    enum Outcome {
        case found(RecognisedHeader)
        /// Some row reads like headings, but not enough of them belong to any form.
        case formUnknown(row: Int)
        case notFound
    }

    let context: ReadingContext

    func find(in block: Block) -> Outcome {
        var best: (score: Int, header: RecognisedHeader)?
        var partial: Int?
        for row in 0..<min(block.rows.count, HeaderFinder.depth) {
            let headers = (0..<Int(block.rows[row].cellCount)).map {
                block.text(row: row, column: $0).trimmedBlanks
            }
            guard let candidate = candidate(headers, at: row, in: block) else {
                if partial == nil, isHeaderLike(headers) { partial = row }
                continue
            }
            if candidate.score > best?.score ?? 0 { best = candidate }
        }
        if let best { return .found(best.header) }
        return partial.map { .formUnknown(row: $0) } ?? .notFound
    }

    /// Whether a row reads like headings, though no form has enough of them: several words, no figures.
    private func isHeaderLike(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        if filled.contains(where: { !context.headers.meanings($0).isEmpty }) { return true }
        return filled.count >= 2 && Set(filled).count == filled.count
            && filled.allSatisfy { cell in
                cell.first?.isLetter == true && CellPeriod.parse(cell) == nil
            }
    }

    /// A row as the header, alone or under the group headings of merged cells: whichever tells more.
    private func candidate(
        _ headers: [String],
        at row: Int,
        in block: Block
    ) -> (score: Int, header: RecognisedHeader)? {
        let alone = recognise(headers, row)
        guard row + 1 < block.rows.count,
            block.rows[row + 1].cellCount >= headers.count || !headers.isEmpty
        else { return alone }
        let below = (0..<headers.count).map {
            block.text(row: row + 1, column: $0).trimmedBlanks
        }
        // A row of headings below leaves the columns of single height blank.
        guard below.contains(where: { !$0.isEmpty }), below.contains(where: \.isEmpty),
            let joined = recognise(HeaderFinder.joined(headers, below), row + 1),
            joined.score > alone?.score ?? 0
        else { return alone }
        var merged = joined
        merged.header.height = 2
        return merged
    }

    /// Group headings spread over their blank neighbours and put before the headings below:
    /// `Số ĐHTT đã xây dựng` over `Tập thể`, `Cá nhân` (domain.md 4.4).
    private static func joined(_ upper: [String], _ lower: [String]) -> [String] {
        var group = ""
        return zip(upper, lower).map { heading, sub in
            if !heading.isEmpty { group = heading }
            if sub.isEmpty { return heading }
            return heading.isEmpty && group.isEmpty ? sub : group + " - " + sub
        }
    }

    /// The form that most of a row's headers belong to, if they are enough to tell.
    private func recognise(_ headers: [String], _ row: Int) -> (
        score: Int, header: RecognisedHeader
    )? {
        let forms = context.plan.forms.forms
        var known = [Set<Int>](repeating: [], count: forms.count)
        for header in headers {
            for meaning in context.headers.meanings(header) {
                known[meaning.form].insert(meaning.field)
            }
        }
        var best: (score: Int, form: Int)?
        for (index, form) in forms.enumerated() {
            // Columns that every form has do not tell forms apart.
            let common = [form.unitField, form.periodField, form.index(of: "note")]
            let telling = known[index].subtracting(common.compactMap(\.self))
            let required = form.fields.indices.filter {
                form.fields[$0].isRequired && form.fields[$0].code != "unit"
            }
            let missing = required.count { !known[index].contains($0) }
            let isEnough = telling.count >= 2 || (telling.count == 1 && missing == 0)
            guard isEnough else { continue }
            // A missing required column speaks louder against a form than one more match for it.
            let score = known[index].count * 4 - missing * 6
            if score > best?.score ?? Int.min { best = (score, index) }
        }
        guard let best else { return nil }
        let meanings = headers.map { context.headers.meaning($0, form: best.form) }
        return (
            max(1, known[best.form].count),
            RecognisedHeader(
                form: best.form,
                row: row,
                height: 1,
                meanings: meanings,
                headers: headers
            )
        )
    }
}
