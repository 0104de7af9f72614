internal import Model
internal import Synchronization

/// The headers that files had before, by the bytes of their first line.
///
/// A country's files have a few headers between them, and to recognise one takes longer than to
/// read the row below it. A header is remembered only where it stands in the first line and lacks
/// nothing; that the rows below do not change what it is, as further headings below merged ones
/// would, is looked at in each file: where they do not, it is what ``HeaderFinder/find(in:)`` would
/// find. Several threads may ask at once.
final class KnownHeaders: Sendable {
    /// More are forgotten again: no plan has so many, and each takes some kilobytes.
    private static let most = 1024

    private let known = Mutex<[UInt64: KnownHeader]>([:])

    /// What the header in the first row of a file's first block says, where that row by itself
    /// tells it and the rows below leave it as it is.
    func table(of block: Block, _ finder: HeaderFinder) -> HeaderTable? {
        guard let row = block.rows.first, !row.isSetAside else { return nil }
        let key = KnownHeader.key(block)
        var header = known.withLock { $0[key] }
        if header?.isFirst(of: block) != true {
            header = KnownHeader(in: block, finder)
            if let header { remember(header, key) }
        }
        guard let header, header.standsAlone(in: block) else { return nil }
        return header.table
    }

    private func remember(_ header: KnownHeader, _ key: UInt64) {
        known.withLock { known in
            if known.count >= KnownHeaders.most { known.removeAll() }
            known[key] = header
        }
    }
}

/// A header that stands in the first line of files, and what has to hold in the rows below it.
private final class KnownHeader: Sendable {
    let table: HeaderTable
    /// The line, and how its cells are separated.
    private let line: [UInt8]
    private let dialect: Dialect
    /// How many fields of the form the header knows.
    private let score: Int
    /// For each column how many fields of one form it may stand for.
    private let weights: [Int]
    /// Whether a word below may go on with a note in one of the headings.
    private let hasOpenNote: Bool
    private let headings: HeaderIndex
    /// A longer line is not remembered: its file takes its time anyway.
    private static let longest = 1 << 14

    /// Nil where the first line alone does not tell what the header is.
    init?(in block: Block, _ finder: HeaderFinder) {
        guard block.raw(row: 0).count <= KnownHeader.longest,
            let candidate = finder.first(of: block), candidate.score > 2
        else { return nil }
        let header = candidate.header
        guard header.meanings.count > 3, finder.missing(header) == 0,
            header.headers.allSatisfy({
                !$0.isEmpty && !HeaderIndex.hasNumberNote($0) && !HeaderIndex.hasListNote($0)
            }), !HeaderFinder.repeatsHeading(header.lines[0]), finder.joined(header.lines[0]) == nil
        else { return nil }
        table = HeaderTable(finder.withoutForeignGroups(header, in: block), finder.context)
        line = Array(block.bytes[block.raw(row: 0)])
        dialect = KnownHeader.plain(block.dialect)
        score = candidate.score
        weights = candidate.weights
        headings = finder.context.headers
        hasOpenNote = header.headers.contains(where: HeaderIndex.hasOpenNote)
    }

    /// A number that blocks with the same first row share.
    static func key(_ block: Block) -> UInt64 {
        Digest(block.bytes.span.extracting(block.raw(row: 0))).low
    }

    /// The dialect as far as cells go by it.
    private static func plain(_ dialect: Dialect) -> Dialect {
        var plain = dialect
        plain.columns = nil
        plain.hasSepLine = false
        return plain
    }

    /// Whether a block begins with this very header.
    func isFirst(of block: Block) -> Bool {
        let raw = block.raw(row: 0)
        return raw.count == line.count
            && Int(block.rows[0].cellCount) == weights.count
            && KnownHeader.plain(block.dialect) == dialect
            && block.bytes[raw].elementsEqual(line)
    }

    /// Whether no row below can be a part of the header (``HeaderFinder``).
    ///
    /// Headings below it would have to name more fields than the header itself. A column in which
    /// the row below is blank goes on as it is; one whose cell ends in no word that ends a heading
    /// names nothing.
    func standsAlone(in block: Block) -> Bool {
        var weights = weights
        for row in 1..<HeaderFinder.tallest where row < block.rows.count {
            let filled = weights.indices.count { !isBlank(block, row, $0) }
            guard filled > 0, filled < weights.count else { return true }
            for column in weights.indices where !isBlank(block, row, column) {
                weights[column] =
                    mayName(block, row, column) ? weight(column, block, through: row) : 0
            }
            guard weights.reduce(0, +) <= score else { return false }
        }
        return true
    }

    /// Whether a cell below a heading may, together with it or alone, be a heading that some form
    /// knows.
    private func mayName(_ block: Block, _ row: Int, _ column: Int) -> Bool {
        let content = block.content(row: row, column: column)
        // What stands behind a note in the row between is for a closer look.
        let between = (1..<row).contains { block.text(row: $0, column: column).utf8.contains(40) }
        return content.isEscaped || between
            || headings.endings.mayEnd(
                block.bytes.span.extracting(content.range),
                behindNote: hasOpenNote
            )
    }

    /// How many fields of one form a column may stand for by its heading and the rows below it.
    private func weight(_ column: Int, _ block: Block, through last: Int) -> Int {
        var label = HeaderLabel(table.header.headers[column])
        for row in 1...last {
            let text = block.text(row: row, column: column).trimmedBlanks
            label = HeaderLabel.joined([label], [text])[0]
        }
        return headings.weight(of: label)
    }

    /// Whether a cell is blank as a heading.
    private func isBlank(_ block: Block, _ row: Int, _ column: Int) -> Bool {
        let content = block.content(row: row, column: column)
        guard !content.isEmpty else { return true }
        // Any plain sign will do; what has none is looked at as text.
        for index in content.range where (0x21..<0x7F).contains(block.bytes[index]) { return false }
        return block.text(row: row, column: column).trimmedBlanks.isEmpty
    }
}
