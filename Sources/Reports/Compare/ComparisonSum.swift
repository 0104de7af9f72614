/// Contributions to a figure summed over causes of one kind that follow on each other.
struct ComparisonSum {
    struct Part {
        var kind: ComparisonCause.Kind
        var before: FigureValue
        var after: FigureValue
        /// How many causes it sums.
        var count: Int
    }

    private(set) var parts: [Part] = []

    init(_ contributions: [Contribution], _ causes: [ComparisonCause]) {
        for contribution in contributions {
            let kind = causes[contribution.cause].kind
            if let last = parts.last, last.kind == kind, last.after == contribution.before {
                parts[parts.count - 1].after = contribution.after
                parts[parts.count - 1].count += 1
            } else {
                parts.append(
                    Part(
                        kind: kind,
                        before: contribution.before,
                        after: contribution.after,
                        count: 1
                    )
                )
            }
        }
    }

    /// Whether every part is a difference of two numbers.
    var isNumeric: Bool {
        parts.allSatisfy { $0.before.difference(to: $0.after) != nil }
    }
}
