/// Subjects whose figures changed alike and for the same reasons: told once.
struct ComparisonBlock {
    var subjects: [FigureSubject]
    /// The changes of the first unit, all its measures together.
    ///
    /// Those of the other units differ in the unit only.
    var changes: [FigureChange]

    /// The causes of any of the changes, in order.
    var causes: [Int] { Set(changes.flatMap { $0.contributions.map(\.cause) }).sorted() }

    private struct Likeness: Hashable {
        var isRequested: Bool
        /// The changes without their unit.
        var changes: [FigureChange]
    }

    /// The changes of a comparison, subject by subject, alike ones together where the first stands.
    static func blocks(_ comparison: FigureComparison) -> [ComparisonBlock] {
        var blocks: [ComparisonBlock] = []
        var places: [Likeness: Int] = [:]
        var next = comparison.changes[...]
        while let first = next.first {
            let group = Array(next.prefix { isSame($0.subject, first.subject) })
            next = next.dropFirst(group.count)
            let block = ComparisonBlock(subjects: [first.subject], changes: group)
            guard let likeness = block.likeness(comparison) else {
                blocks.append(block)
                continue
            }
            if let place = places[likeness] {
                blocks[place].subjects.append(first.subject)
            } else {
                places[likeness] = blocks.count
                blocks.append(block)
            }
        }
        return blocks
    }

    /// What makes it alike to others; nil for what stands alone.
    ///
    /// Causes that stand for several files name those of each unit: such blocks stay alone.
    private func likeness(_ comparison: FigureComparison) -> Likeness? {
        guard ComparisonBlock.bare(subjects[0]) != nil,
            causes.allSatisfy({ cause in
                if case .submissions(let changes) = comparison.causes[cause].subject {
                    changes.count == 1
                } else {
                    true
                }
            })
        else { return nil }
        return Likeness(
            isRequested: subjects[0].unit.map { comparison.report.requested.contains($0) } ?? false,
            changes: changes.map { change in
                var change = change
                change.subject = ComparisonBlock.bare(change.subject) ?? change.subject
                return change
            }
        )
    }

    private static func isSame(_ a: FigureSubject, _ b: FigureSubject) -> Bool {
        if case .measure(_, let first) = a, case .measure(_, let second) = b {
            return first == second
        }
        return a == b
    }

    /// A subject without its unit; nil for those that are never alike.
    private static func bare(_ subject: FigureSubject) -> FigureSubject? {
        switch subject {
        case .unit(let indicator, _): .unit(indicator: indicator, unit: "")
        case .measure(let measure, _): .measure(measure, unit: "")
        case .standing: .standing(unit: "")
        case .node, .contest, .files: nil
        }
    }
}
