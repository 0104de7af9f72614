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

    /// Rows that may be the header.
    struct Candidate {
        /// How many fields of the form they name.
        var score: Int
        var header: RecognisedHeader
        /// How many of the columns mean something, be it a unit's name or a serial number.
        var meaningful: Int {
            zip(header.headers, header.meanings).count { !$0.isEmpty && $1 != .unknown }
        }
        /// For each column how many fields of one form it may stand for.
        var weights: [Int]
    }

    let context: ReadingTables

    func find(in block: Block) -> Outcome {
        if let row = HeaderFinder.unmendedReturn(block) { return .formUnknown(row: row) }
        var best: Candidate?
        var partial: Int?
        let depth = min(block.rows.count, HeaderFinder.depth)
        var isNamed = isNamed(block, 0)
        for row in 0..<depth {
            // Below a header that lacks nothing no better one is looked for.
            if let best, row > best.header.row, best.score > 2, missing(best.header) == 0 { break }
            let isNextNamed = row + 1 < block.rows.count && self.isNamed(block, row + 1)
            defer { isNamed = isNextNamed }
            let headers = texts(block, row, width: Int(block.rows[row].cellCount))
            // Where neither the row nor the one below names a column, there is no header to join.
            guard isNamed || isNextNamed,
                let candidate = candidate(headers, at: row, in: block)
            else {
                if partial == nil, isNamed || isHeaderLike(headers) { partial = row }
                continue
            }
            if let best, !HeaderFinder.isBetter(candidate, than: best) { continue }
            best = candidate
        }
        if let best { return .found(withoutForeignGroups(best.header, in: block)) }
        return partial.map { .formUnknown(row: $0) } ?? .notFound
    }

    /// Whether a header further down is the one to take.
    ///
    /// Of two that tell as much, the lower one has no title taken for a group heading; but it may
    /// be the lower line of the upper one, without the columns whose headings stand on the upper
    /// line only.
    private static func isBetter(_ lower: Candidate, than upper: Candidate) -> Bool {
        guard lower.score == upper.score else { return lower.score > upper.score }
        return lower.meaningful >= upper.meaningful
            && lower.header.height < upper.header.height
    }

    /// How many of the form's required columns a header does without.
    func missing(_ header: RecognisedHeader) -> Int {
        context.headers.signs[header.form].required.count {
            !header.meanings.contains(.field($0))
        }
    }

    /// The header that the first row by itself is, where it names enough fields of a form.
    func first(of block: Block) -> Candidate? {
        // What is too long to be looked at as a heading is for a closer look.
        guard let row = block.rows.first,
            (0..<Int(row.cellCount)).allSatisfy({ column in
                let content = block.content(row: 0, column: column)
                return content.end - content.start <= HeaderIndex.longest
            })
        else { return nil }
        let headers = texts(block, 0, width: Int(row.cellCount))
        return recognise(HeaderLabel.row(headers), 0, lines: [headers])
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

    /// Whether a row reads like headings, though no form has enough of them: several words, no
    /// figures.
    private func isHeaderLike(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return filled.count >= 2 && Set(filled).count == filled.count
            && filled.allSatisfy { cell in
                cell.first?.isLetter == true && CellPeriod.parse(cell) == nil
            }
    }

    /// A row as the header, alone or under the group headings of merged cells: whichever tells
    /// most.
    private func candidate(
        _ headers: [String],
        at row: Int,
        in block: Block
    ) -> Candidate? {
        var labels = HeaderLabel.row(headers)
        var lines = [headers]
        var best = recognise(labels, row, lines: lines)
        if let whole = undivided(headers, at: row, in: block),
            let candidate = recognise(HeaderLabel.row(whole), row, lines: lines),
            candidate.score >= best?.score ?? 0
        {
            return candidate
        }
        while lines.count < HeaderFinder.tallest, row + lines.count < block.rows.count {
            let below = texts(block, row + lines.count, width: headers.count)
            // A row of headings below leaves the columns of single height blank, or it is whole
            // below one that heads some columns only.
            let isWhole = !below.contains(where: \.isEmpty)
            guard below.contains(where: { !$0.isEmpty }),
                !isWhole || HeaderFinder.headsGroups(lines[lines.count - 1])
            else { break }
            let isSubheading = best != nil && isSubheading(below, of: labels, isWhole: isWhole)
            labels = HeaderLabel.joined(labels, below)
            if isWhole, !isSubheading { labels = labels.map(context.headers.withoutIdleGroup) }
            lines.append(below)
            let height = lines.count
            if let joined = recognise(labels, row + height - 1, lines: lines),
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
                    headers: labels.map(\.text),
                    lines: lines
                )
            }
        }
        return best
    }

    /// Headings of which some were divided by a delimiter that belongs to them, put together again:
    /// the rows below have as many cells less.
    ///
    /// That the last column of rows that are as wide as the header is blank says little, for
    /// remarks often are: there the delimiter has to stand as in a sentence, with a blank behind
    /// it.
    private func undivided(_ headings: [String], at row: Int, in block: Block) -> [String]? {
        guard let whole = joined(headings) else { return nil }
        let below = ((row + 1)..<min(block.rows.count, max(row + 1, row + VerticalFinder.depth)))
            .filter { !block.isBlank(row: $0) }
        guard let widest = below.map({ Int(block.rows[$0].cellCount) }).max() else { return nil }
        guard widest > whole.count else { return widest == whole.count ? whole : nil }
        let areBlank = below.allSatisfy { row in
            (whole.count..<max(whole.count, Int(block.rows[row].cellCount))).allSatisfy {
                block.text(row: row, column: $0).trimmedBlanks.isEmpty
            }
        }
        let isSentence =
            joined(headings) { column in
                block.text(row: row, column: column).first?.isWhitespace == true
            } == whole
        return areBlank && isSentence ? whole : nil
    }

    /// Headings of which some neighbours together are one that is known, as `Số tin | bài đã đăng`,
    /// though they are not both known alone; nil where there are none.
    ///
    /// `mayGoOn` says of a column whether it may be the rest of the heading before it.
    func joined(
        _ headings: [String],
        where mayGoOn: (Int) -> Bool = { _ in true }
    ) -> [String]? {
        let areKnown = headings.map(context.headers.isKnown)
        var whole: [String] = []
        var column = 0
        while column < headings.count {
            if let both = both(from: column, of: headings, areKnown: areKnown),
                mayGoOn(column + 1)
            {
                whole.append(both)
                column += 2
            } else {
                whole.append(headings[column])
                column += 1
            }
        }
        return whole.count < headings.count ? whole : nil
    }

    /// A heading with the one to its right, where both are not known alone and are known together.
    private func both(from column: Int, of headings: [String], areKnown: [Bool]) -> String? {
        guard column + 1 < headings.count, !areKnown[column] || !areKnown[column + 1],
            !headings[column].isEmpty, !headings[column + 1].isEmpty
        else { return nil }
        let both = headings[column] + ", " + headings[column + 1]
        return context.headers.isKnown(both) ? both : nil
    }

    /// Whether a row may head groups of columns below which a whole row of headings stands: the
    /// group stands in the left-most of its cells, or in each of them.
    static func headsGroups(_ headings: [String]) -> Bool {
        headings.contains("") || repeatsHeading(headings)
    }

    /// Whether two columns side by side have one heading.
    static func repeatsHeading(_ headings: [String]) -> Bool {
        zip(headings, headings.dropFirst()).contains { $0 == $1 && !$0.isEmpty }
    }

    /// The form that most of a row's headers belong to, if they are enough to tell.
    private func recognise(
        _ labels: [HeaderLabel],
        _ row: Int,
        lines: [[String]]
    ) -> Candidate? {
        let signs = context.headers.signs
        let named = labels.map { context.headers.meanings($0) }
        var isKnown = [Bool](repeating: false, count: signs.last?.fields.upperBound ?? 0)
        var isNamed = [Bool](repeating: false, count: signs.count)
        for meaning in named.joined() {
            isKnown[signs[meaning.form].fields.lowerBound + meaning.field] = true
            isNamed[meaning.form] = true
        }
        var best: (score: Int, form: Int)?
        for form in signs.indices where isNamed[form] {
            guard let score = signs[form].score(isKnown) else { continue }
            if score > best?.score ?? Int.min { best = (score, form) }
        }
        guard let form = best?.form else { return nil }
        let fields = isKnown[signs[form].fields].count { $0 }
        // A row of figures beside a word that happens to be a heading is a table on its side.
        let figures = labels.count { RowSketch.isFigure($0.text) && !$0.text.isEmpty }
        guard fields > figures else { return nil }
        return Candidate(
            score: fields,
            header: RecognisedHeader(
                form: form,
                row: row,
                height: lines.count,
                meanings: zip(labels, named).map { label, named in
                    context.headers.meaning(label, naming: named, form: form)
                },
                headers: labels.map(\.text),
                lines: lines
            ),
            weights: named.map { HeaderIndex.weight(of: $0) }
        )
    }
}
