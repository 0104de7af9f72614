/// A row of totals as a file declares it; it is compared with the rows and never counted
/// (domain.md 4.4).
package struct ControlTotal: Hashable, Sendable {
    /// The physical line of the row.
    package var line: Int
    /// What the row is called: `Tổng cộng`, `Cộng I`.
    package var label: String
    /// The number that stands under each number column, by field.
    package var numbers: [Int: Int64]
}

/// The rows of totals and section headings of a file, and which rows each total may be the sum of.
package struct ControlTotals: Hashable, Sendable {
    package internal(set) var totals: [ControlTotal] = []
    /// The lines of section headings, which bound the rows of a subtotal.
    package internal(set) var sections: [Int] = []

    package init() {}

    package var isEmpty: Bool { totals.isEmpty }

    mutating func formUnion(_ other: ControlTotals) {
        totals += other.totals
        sections += other.sections
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
    /// `values` has, for a field, the number of each row by line, in the order of lines; a field is nil
    /// where some row's number could not be read, so that there is nothing to compare with.
    func mismatches(values: (Int) -> [(line: Int, number: Int64)]?) -> [Mismatch] {
        let bounds = (totals.map(\.line) + sections).sorted()
        var known: [Int: [(line: Int, number: Int64)]?] = [:]
        return totals.flatMap { total -> [Mismatch] in
            var columns: [(field: Int, declared: Int64, rows: [(line: Int, number: Int64)])] = []
            for (field, declared) in total.numbers.sorted(by: { $0.key < $1.key }) {
                if known[field] == nil { known[field] = .some(values(field)) }
                guard let rows = known[field] ?? nil else { continue }
                columns.append((field, declared, rows))
            }
            // The span that explains most of the row's numbers is the one that was meant.
            let spans = spans(of: total, bounds)
            let explained = spans.map { span in
                columns.count { ControlTotals.sum($0.rows, span) == $0.declared }
            }
            guard let most = explained.max(), most < columns.count,
                let span = zip(spans, explained).first(where: { $0.1 == most })?.0
            else { return [] }
            return columns.compactMap { column in
                guard let computed = ControlTotals.sum(column.rows, span),
                    computed != column.declared
                else { return nil }
                return Mismatch(
                    total: total,
                    field: column.field,
                    declared: column.declared,
                    computed: computed
                )
            }
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
        let isSection = sections.contains(line)
        return RowKind.isGrandTotal(total.label) && !isSection
            ? [whole] + all + near : near + all + [whole]
    }

    private static func sum(
        _ rows: [(line: Int, number: Int64)],
        _ span: ClosedRange<Int>
    ) -> Int64? {
        var sum: Int64 = 0
        for row in rows where span.contains(row.line) {
            let (next, isOver) = sum.addingReportingOverflow(row.number)
            if isOver { return nil }
            sum = next
        }
        return sum
    }
}
