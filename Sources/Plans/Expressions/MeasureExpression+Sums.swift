extension MeasureExpression {
    /// Whether the figure of a node is the sum of those of its units.
    package func isSum(_ measures: [NamedMeasure]) -> Bool {
        switch self {
        case .named(let index): measures[index].expression.isSum(measures)
        case .aggregate(let aggregate): [.count, .sum].contains(aggregate.function)
        case .reported, .coalesce: true
        case .number, .arithmetic: false
        }
    }
}
