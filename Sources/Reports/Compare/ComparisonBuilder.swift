/// Follows all figures from one run to another while one cause after another is put in place.
package struct ComparisonBuilder {
    private struct Key: Hashable {
        var subject: FigureSubject
        var part: FigurePart
    }

    private let first: FigureTable
    private var current: FigureTable
    private var causes: [ComparisonCause] = []
    private var chains: [Key: [Contribution]] = [:]

    /// Begins with the figures of the first run.
    package init(from table: FigureTable) {
        first = table
        current = table
    }

    /// Goes on to the figures that stand once a cause is in place.
    package mutating func put(_ cause: ComparisonCause, _ table: FigureTable) {
        let index = causes.count
        causes.append(cause)
        if current.subjects == table.subjects {
            for (row, subject) in table.subjects.enumerated()
            where current.rows[row] != table.rows[row] {
                note(index, subject, current.rows[row], table.rows[row])
            }
        } else {
            let before = ComparisonBuilder.rows(current)
            let after = ComparisonBuilder.rows(table)
            for subject in table.subjects {
                note(index, subject, before[subject] ?? [], after[subject] ?? [])
            }
            for subject in current.subjects where after[subject] == nil {
                note(index, subject, before[subject] ?? [], [])
            }
        }
        current = table
    }

    /// The comparison with the figures reached so far.
    package func comparison(
        report: FigureComparison.Report,
        before: FigureComparison.Side,
        after: FigureComparison.Side,
        notes: [String]
    ) -> FigureComparison {
        var order = current.subjects
        var known = Set(order)
        for subject in first.subjects where known.insert(subject).inserted { order.append(subject) }
        let (starts, ends) = (
            ComparisonBuilder.rows(first), ComparisonBuilder.rows(current)
        )
        var changes: [FigureChange] = []
        var unchanged = 0
        for subject in order {
            let (start, end) = (starts[subject] ?? [], ends[subject] ?? [])
            for part in ComparisonBuilder.parts(start, end) {
                let change = FigureChange(
                    subject: subject,
                    part: part,
                    before: ComparisonBuilder.value(part, start),
                    after: ComparisonBuilder.value(part, end),
                    contributions: chains[Key(subject: subject, part: part)] ?? []
                )
                if change.before == change.after {
                    unchanged += 1
                } else {
                    changes.append(change)
                }
            }
        }
        return FigureComparison(
            report: report,
            before: before,
            after: after,
            causes: causes,
            changes: changes,
            unchanged: unchanged,
            notes: notes
        )
    }

    private mutating func note(
        _ cause: Int,
        _ subject: FigureSubject,
        _ before: [Figure],
        _ after: [Figure]
    ) {
        guard before != after else { return }
        for part in ComparisonBuilder.parts(before, after) {
            let contribution = Contribution(
                cause: cause,
                before: ComparisonBuilder.value(part, before),
                after: ComparisonBuilder.value(part, after)
            )
            guard contribution.before != contribution.after else { continue }
            chains[Key(subject: subject, part: part), default: []].append(contribution)
        }
    }

    private static func rows(_ table: FigureTable) -> [FigureSubject: [Figure]] {
        Dictionary(zip(table.subjects, table.rows), uniquingKeysWith: { first, _ in first })
    }

    private static func parts(_ before: [Figure], _ after: [Figure]) -> [FigurePart] {
        let parts = after.map(\.part)
        return parts + before.map(\.part).filter { !parts.contains($0) }
    }

    private static func value(_ part: FigurePart, _ figures: [Figure]) -> FigureValue {
        figures.first { $0.part == part }?.value ?? .absent
    }
}
