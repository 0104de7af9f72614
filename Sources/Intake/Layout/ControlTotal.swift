/// A row of totals as a file declares it; it is compared with the rows and never counted
/// (domain.md 4.4).
package struct ControlTotal: Hashable, Sendable {
    /// The physical line of the row.
    package var line: Int
    /// What the row is called: `Tổng cộng`, `Cộng I`.
    package var label: String
    /// The number that stands under each number column, by field; of decimals in millionths.
    package var numbers: [Int: Int64]
    /// How many rows it says that a list has, where nothing else in the list is added up.
    var count: DeclaredCount?

    /// How many decimals are compared.
    private static let decimals: UInt8 = 6

    /// A decimal number in millionths; nil where it is finer or too large, or less than nothing.
    static func millionths(_ digits: Int64, scale: UInt8) -> Int64? {
        guard scale <= decimals, digits >= 0 else { return nil }
        var number = digits
        for _ in scale..<decimals {
            let (next, isOver) = number.multipliedReportingOverflow(by: 10)
            if isOver { return nil }
            number = next
        }
        return number
    }

    /// Millionths as a number is written: `10,5`.
    static func text(millionths: Int64) -> String {
        let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
        guard rest != 0 else { return String(whole) }
        let digits = String(rest.magnitude)
        var fraction = String(repeating: "0", count: 6 - digits.count) + digits
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (whole == 0 && rest < 0 ? "-" : "") + "\(whole),\(fraction)"
    }
}

/// The rows of totals and section headings of a file, and which rows each total may be the sum of.
package struct ControlTotals: Sendable {
    /// The rows of totals, in the order of the file.
    package internal(set) var totals: [ControlTotal] = []
    /// The lines of section headings, which bound the rows of a subtotal.
    package internal(set) var sections: [Int] = []
    /// The lines of rows that were rejected because nobody says whether they are totals, and how
    /// many physical lines each takes.
    package internal(set) var unnamed: [(line: Int, lines: Int)] = []

    package init() {}

    /// Whether a total says how many rows a list has.
    var hasCounts: Bool { totals.contains { $0.count != nil } }

    /// Whether the file declares no total.
    package var isEmpty: Bool { totals.isEmpty }

    /// Adds those of a later block; no table has a thousand totals, and more are not compared.
    mutating func formUnion(_ other: ControlTotals) {
        totals += other.totals.prefix(max(0, 1000 - totals.count))
        unnamed += other.unnamed.prefix(max(0, 1000 - unnamed.count))
        sections += other.sections.prefix(max(0, ListLimits.layout - sections.count))
    }

    /// A total that is not the sum of its rows.
    struct Mismatch {
        let total: ControlTotal
        let field: Int
        let declared: Int64
        let computed: Int64
    }

    /// The totals that no reading of the file's rows explains.
    ///
    /// `values` has, for a field, the number of each row by line; a field is nil where some row's
    /// number could not be read, so that there is nothing to compare with.
    ///
    /// `explained` are the lines of totals all of whose numbers are sums of the rows.
    func compared(
        values: (Int) -> [(line: Int, number: Int64)]?
    ) -> (mismatches: [Mismatch], explained: Set<Int>) {
        var explainedLines: Set<Int> = []
        let bounds = (totals.map(\.line) + sections).sorted()
        var sums: [Int: RunningSums?] = [:]
        let mismatches = totals.flatMap { total -> [Mismatch] in
            var columns: [(field: Int, declared: Int64, sums: RunningSums)] = []
            for (field, declared) in total.numbers.sorted(by: { $0.key < $1.key }) {
                if sums[field] == nil {
                    sums[field] = .some(values(field).flatMap(RunningSums.init))
                }
                if let own = sums[field] ?? nil { columns.append((field, declared, own)) }
            }
            // The span that explains most of the row's numbers is the one that was meant.
            let spans = spans(of: total, bounds)
            let explained = spans.map { span in
                columns.count { $0.sums.sum(span) == $0.declared }
            }
            guard let most = explained.max() else { return [] }
            if most == columns.count, most > 0 { explainedLines.insert(total.line) }
            guard most < columns.count,
                let span = zip(spans, explained).first(where: { $0.1 == most })?.0
            else { return [] }
            return columns.compactMap { column in
                let computed = column.sums.sum(span)
                return computed == column.declared
                    ? nil
                    : Mismatch(
                        total: total,
                        field: column.field,
                        declared: column.declared,
                        computed: computed
                    )
            }
        }
        return (mismatches, explainedLines)
    }

    /// A total in words that is not the number of its rows.
    struct Miscount {
        let line: Int
        let declared: Int64
        let computed: Int64
    }

    /// The totals in words that no reading of a list's rows explains.
    func miscounted(_ rows: [ListedRow]) -> [Miscount] {
        let bounds = (totals.map(\.line) + sections).sorted()
        let all = RowCounts(rows)
        return totals.compactMap { total in
            guard let count = total.count else { return nil }
            let spans = spans(of: total, bounds)
            guard !spans.contains(where: { all.explain(count, $0) }), let span = spans.first else {
                return nil
            }
            let computed = all.most(of: count.subject, span)
            return Miscount(line: total.line, declared: count.number, computed: computed)
        }
    }

    /// The spans of lines that a total may speak of, the likeliest first.
    private func spans(of total: ControlTotal, _ bounds: [Int]) -> [ClosedRange<Int>] {
        let line = total.line
        let above = bounds.last { $0 < line } ?? 0
        let below = bounds.first { $0 > line } ?? Int.max
        let section = sections.last { $0 < line } ?? 0
        let whole = 0...Int.max
        let near = [above...line, section...line, line...below]
        let nextSection = sections.first { $0 > line } ?? Int.max
        let all = [0...line, line...Int.max, line...nextSection]
        // The sums beside a section's title are those of the rows below it.
        if sections.contains(line) { return [line...below, line...nextSection] + near + all }
        return RowKind.isGrandTotal(total.label)
            ? [whole] + all + near : near + all + [whole]
    }
}

/// A row of a list, and whom it is about where that is known.
struct ListedRow {
    let line: Int
    let subject: Subject?
}

/// How many rows of a list stand on some lines, of all and of each subject.
private struct RowCounts {
    private let all: RunningSums?
    /// Empty where no row says whom it is about.
    private let bySubject: [Subject: RunningSums]
    private let unknown: RunningSums?

    init(_ rows: [ListedRow]) {
        func counts(_ rows: [ListedRow]) -> RunningSums? {
            RunningSums(rows.map { (line: $0.line, number: 1) })
        }
        all = counts(rows)
        let known = rows.filter { $0.subject != nil }
        unknown = counts(rows.filter { $0.subject == nil })
        var bySubject: [Subject: RunningSums] = [:]
        for subject in Subject.allCases where !known.isEmpty {
            bySubject[subject] = counts(known.filter { $0.subject == subject })
        }
        self.bySubject = bySubject
    }

    /// Whether the rows on some lines are as many as declared: all of them, or those of the subject
    /// with none, some or all of those whose subject nobody knows.
    func explain(_ count: DeclaredCount, _ span: ClosedRange<Int>) -> Bool {
        guard all?.sum(span) != count.number else { return true }
        guard let subject = count.subject, let own = bySubject[subject]?.sum(span) else {
            return false
        }
        return (own...most(of: subject, span)).contains(count.number)
    }

    /// How many rows on some lines are of a subject, or may be; of all rows where none is named or
    /// no row says.
    func most(of subject: Subject?, _ span: ClosedRange<Int>) -> Int64 {
        guard let subject, let own = bySubject[subject] else { return all?.sum(span) ?? 0 }
        return own.sum(span) + (unknown?.sum(span) ?? 0)
    }
}

/// The sums of a column from the top of a file down to each row.
private struct RunningSums {
    private var lines: [Int] = []
    private var sums: [Int64] = [0]

    /// Nil where the numbers are too large to be added up.
    init?(_ rows: [(line: Int, number: Int64)]) {
        for row in rows.sorted(by: { $0.line < $1.line }) {
            let (sum, isOver) = (sums.last ?? 0).addingReportingOverflow(row.number)
            if isOver { return nil }
            lines.append(row.line)
            sums.append(sum)
        }
    }

    /// The sum of the rows on some lines; numbers are not negative, so that no difference is too
    /// large.
    func sum(_ span: ClosedRange<Int>) -> Int64 {
        sums[count { $0 <= span.upperBound }] - sums[count { $0 < span.lowerBound }]
    }

    /// How many rows come before the first whose line does not fit.
    private func count(_ fits: (Int) -> Bool) -> Int {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if fits(lines[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
