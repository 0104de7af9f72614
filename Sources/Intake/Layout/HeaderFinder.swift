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
    /// How many rows a header of merged cells takes at most (domain.md 4.4).
    static let tallest = 3

    enum Outcome {
        case found(RecognisedHeader)
        /// Some row reads like headings, but not enough of them belong to any form.
        case formUnknown(row: Int)
        case notFound
    }

    let context: ReadingTables

    func find(in block: Block) -> Outcome {
        var best: (score: Int, header: RecognisedHeader)?
        var partial: Int?
        let depth = min(block.rows.count, HeaderFinder.depth)
        var isNamed = isNamed(block, 0)
        for row in 0..<depth {
            let isNextNamed = row + 1 < block.rows.count && self.isNamed(block, row + 1)
            // Below a header that lacks nothing no better one is looked for.
            if let best, row > best.header.row, best.score > 2, missing(best.header) == 0 { break }
            defer { isNamed = isNextNamed }
            let headers = texts(block, row, width: Int(block.rows[row].cellCount))
            // Where neither the row nor the one below names a column, there is no header to join.
            guard isNamed || isNextNamed,
                let candidate = candidate(headers, at: row, in: block)
            else {
                if partial == nil, isNamed || isHeaderLike(headers) { partial = row }
                continue
            }
            // Of two that tell as much, the lower one has no title taken for a group heading.
            if let known = best, candidate.score < known.score { continue }
            if let known = best, candidate.score == known.score,
                candidate.header.height >= known.header.height
            {
                continue
            }
            best = candidate
        }
        if let best { return .found(best.header) }
        return partial.map { .formUnknown(row: $0) } ?? .notFound
    }

    /// How many of the form's required columns a header does without.
    func missing(_ header: RecognisedHeader) -> Int {
        let form = context.plan.forms.forms[header.form]
        return form.required.count { !header.meanings.contains(.field($0)) }
    }

    /// How many fields a header in the first row names by itself; nil where that row by itself is not it.
    func ownScore(of header: RecognisedHeader, in block: Block) -> Int? {
        guard isNamed(block, 0),
            let own = recognise(header.headers.map { HeaderLabel($0) }, 0, height: 1),
            own.header == header
        else { return nil }
        return own.score
    }

    /// Whether a cell of a row is the name of some form's column.
    private func isNamed(_ block: Block, _ row: Int) -> Bool {
        (0..<Int(block.rows[row].cellCount)).contains { column in
            let content = block.content(row: row, column: column)
            guard content.end - content.start <= HeaderIndex.longest else { return false }
            return !context.headers.meanings(block.text(row: row, column: column)).isEmpty
        }
    }

    private func texts(_ block: Block, _ row: Int, width: Int) -> [String] {
        (0..<width).map { block.text(row: row, column: $0).trimmedBlanks }
    }

    /// Whether a row reads like headings, though no form has enough of them: several words, no figures.
    private func isHeaderLike(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return filled.count >= 2 && Set(filled).count == filled.count
            && filled.allSatisfy { cell in
                cell.first?.isLetter == true && CellPeriod.parse(cell) == nil
            }
    }

    /// A row as the header, alone or under the group headings of merged cells: whichever tells most.
    private func candidate(
        _ headers: [String],
        at row: Int,
        in block: Block
    ) -> (score: Int, header: RecognisedHeader)? {
        var labels = headers.map { HeaderLabel($0) }
        var best = recognise(labels, row, height: 1)
        var height = 1
        while height < HeaderFinder.tallest, row + height < block.rows.count {
            let below = texts(block, row + height, width: headers.count)
            // A row of headings below leaves the columns of single height blank.
            guard below.contains(where: { !$0.isEmpty }), below.contains(where: \.isEmpty)
            else { break }
            let isSubheading = best != nil && HeaderFinder.isSubheading(below, of: labels)
            labels = HeaderLabel.joined(labels, below)
            height += 1
            if let joined = recognise(labels, row + height - 1, height: height),
                joined.score > best?.score ?? 0
            {
                best = joined
            } else if isSubheading, let known = best {
                // Headings that no form knows divide a column: which part is meant, nobody can say.
                let form = known.header.form
                best?.header = RecognisedHeader(
                    form: form,
                    row: row + height - 1,
                    height: height,
                    meanings: labels.map { context.headers.meaning($0, form: form, isWhole: true) },
                    headers: labels.map(\.text)
                )
            }
        }
        return best
    }

    /// Whether a row holds headings below merged ones and nothing else: words, no figures, each below a
    /// heading that spans several columns.
    private static func isSubheading(_ below: [String], of labels: [HeaderLabel]) -> Bool {
        var head: Int?
        var spans: [Int: Int] = [:]
        for (column, text) in below.enumerated() {
            if !labels[column].parts.isEmpty { head = column }
            guard !text.isEmpty else { continue }
            guard let head, text.contains(where: \.isLetter) else { return false }
            spans[head, default: 0] += 1
        }
        return !spans.isEmpty && spans.values.allSatisfy { $0 > 1 }
    }

    /// The form that most of a row's headers belong to, if they are enough to tell.
    private func recognise(
        _ labels: [HeaderLabel],
        _ row: Int,
        height: Int
    ) -> (score: Int, header: RecognisedHeader)? {
        let forms = context.plan.forms.forms
        var known: [Int: Set<Int>] = [:]
        for label in labels {
            for meaning in context.headers.meanings(label) {
                known[meaning.form, default: []].insert(meaning.field)
            }
        }
        var best: (score: Int, form: Int)?
        for index in known.keys.sorted() {
            guard let score = HeaderFinder.score(known[index] ?? [], of: forms[index]) else {
                continue
            }
            if score > best?.score ?? Int.min { best = (score, index) }
        }
        // A row of figures beside a word that happens to be a heading is a table on its side.
        let figures = labels.count { RowSketch.isFigure($0.text) && !$0.text.isEmpty }
        guard let best, let fields = known[best.form], fields.count > figures else { return nil }
        return (
            fields.count,
            RecognisedHeader(
                form: best.form,
                row: row,
                height: height,
                meanings: labels.map { context.headers.meaning($0, form: best.form) },
                headers: labels.map(\.text)
            )
        )
    }

    /// How well these fields tell a form from the others; nil where they are not enough.
    static func score(_ known: Set<Int>, of form: Form) -> Int? {
        // Columns that every form has do not tell forms apart.
        let common = [form.unitField, form.periodField, form.index(of: "note")]
        let telling = known.subtracting(common.compactMap(\.self))
        let missing = form.required.count { !known.contains($0) }
        guard telling.count >= 2 || (telling.count == 1 && missing == 0) else { return nil }
        // A missing required column speaks louder against a form than one more match for it.
        return known.count * 4 - missing * 6
    }
}

extension Form {
    /// The fields that no row may leave blank, the unit aside: it may come from elsewhere.
    var required: [Int] {
        fields.indices.filter { fields[$0].isRequired && fields[$0].code != "unit" }
    }
}
