extension MeasureExpression {
    /// What it counts, where it is nothing else than one figure of a form, be it by a name.
    package func aggregate(_ measures: [NamedMeasure]) -> Aggregate? {
        switch self {
        case .named(let index): measures[index].expression.aggregate(measures)
        case .aggregate(let aggregate): aggregate
        case .number, .reported, .coalesce, .arithmetic: nil
        }
    }

    /// Whether it is one sum, so that the figure of a node is one number to which its units' add
    /// up.
    package func isSum(_ measures: [NamedMeasure]) -> Bool {
        switch self {
        case .named(let index): measures[index].expression.isSum(measures)
        case .aggregate(let aggregate): [.count, .sum].contains(aggregate.function)
        case .reported, .coalesce: true
        case .number, .arithmetic: false
        }
    }

    /// Whether the figure of a node is the sum of those of its units: one sum, or sums that are
    /// added or taken from each other.
    package func addsUp(_ measures: [NamedMeasure]) -> Bool {
        switch self {
        case .named(let index): measures[index].expression.addsUp(measures)
        case .arithmetic(let operation, let left, let right):
            (operation == .add || operation == .subtract)
                && left.addsUp(measures) && right.addsUp(measures)
        case .number, .aggregate, .reported, .coalesce: isSum(measures)
        }
    }

    /// Whether it is made of numbers of the plan alone, whatever anybody reports.
    package func isConstant(_ measures: [NamedMeasure]) -> Bool {
        switch self {
        case .number: true
        case .named(let index): measures[index].expression.isConstant(measures)
        case .coalesce(let choices): choices.allSatisfy { $0.isConstant(measures) }
        case .arithmetic(_, let left, let right):
            left.isConstant(measures) && right.isConstant(measures)
        case .aggregate, .reported: false
        }
    }
}
