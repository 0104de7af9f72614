package import Model
package import Plans

/// A node's figure in the terms that add up, so that the node above can go on adding
/// (CONTRACT §11.14, §11.30).
///
/// A ratio of two counts is two terms: the ratio of a city is not the sum of its districts' ratios.
package struct Portions: Hashable, Sendable {
    /// The terms over the indicator's whole span; nil where a term has no data.
    package var whole: [Quantity?]
    /// The terms of what was in time; nil where the indicator has no due date.
    package var inTime: [Quantity?]?
    /// The terms of all that is looked at on the due day, where that is more than the window's own.
    package var accrued: [Quantity?]?
    /// The terms in each month or quarter, where the rule must hold in every one.
    package var parts: [[Quantity?]] = []

    package init(
        whole: [Quantity?],
        inTime: [Quantity?]? = nil,
        parts: [[Quantity?]] = []
    ) {
        self.whole = whole
        self.inTime = inTime
        self.parts = parts
    }

    /// Puts a decided value in place of the first figure, whose terms are the first ones, as in
    /// time.
    mutating func put(first value: Quantity, terms: Int) {
        change(first: terms) { Portions.decided(value, terms: $0.count) }
    }

    /// Adds a decided value to the first figure, whose terms are the first ones, as in time.
    mutating func add(first value: Quantity, terms: Int) {
        change(first: terms) { own in
            zip(own, Portions.decided(value, terms: own.count)).map { term, added in
                term.map { $0.adding(added) } ?? added
            }
        }
    }

    /// The terms of a figure that is all in the first of them.
    private static func decided(_ value: Quantity, terms: Int) -> [Quantity] {
        [value] + [Quantity](repeating: .zero, count: terms - 1)
    }

    private mutating func change(
        first terms: Int,
        _ change: (ArraySlice<Quantity?>) -> [Quantity?]
    ) {
        func changed(_ all: [Quantity?]) -> [Quantity?] { change(all[..<terms]) + all[terms...] }
        whole = changed(whole)
        inTime = inTime.map(changed)
        accrued = accrued.map(changed)
    }

    /// Takes the terms behind the first figure's from elsewhere.
    mutating func takeRest(behind terms: Int, from other: Portions) {
        func taken(_ own: [Quantity?], _ other: [Quantity?]) -> [Quantity?] {
            Array(own[..<terms] + other[terms...])
        }
        whole = taken(whole, other.whole)
        inTime = inTime.map { taken($0, other.inTime ?? other.whole) }
        accrued = accrued.map { taken($0, other.accrued ?? other.whole) }
        parts = zip(parts, other.parts).map(taken)
    }

    /// Adds what another node counted, term by term.
    mutating func merge(_ other: Portions, _ terms: [MeasureExpression]) {
        whole = Portions.merged(whole, other.whole, terms)
        if let own = inTime {
            inTime = Portions.merged(own, other.inTime ?? other.whole, terms)
        }
        if let own = accrued {
            accrued = Portions.merged(own, other.accrued ?? other.whole, terms)
        }
        parts = parts.indices.map { index in
            other.parts.indices.contains(index)
                ? Portions.merged(parts[index], other.parts[index], terms) : parts[index]
        }
    }

    private static func merged(
        _ own: [Quantity?],
        _ other: [Quantity?],
        _ terms: [MeasureExpression]
    ) -> [Quantity?] {
        terms.indices.map { index in
            guard let left = own[index] else { return other[index] }
            guard let right = other[index] else { return left }
            if case .aggregate(let aggregate) = terms[index] {
                if aggregate.function == .min { return min(left, right) }
                if aggregate.function == .max { return max(left, right) }
            }
            return left.adding(right)
        }
    }
}

extension MeasureExpression {
    /// The figures that arithmetic puts together, from left to right; `coalesce` is one, because it
    /// chooses for each unit.
    package func terms(_ measures: [NamedMeasure]) -> [MeasureExpression] {
        switch self {
        case .number: []
        case .named(let index): measures[index].expression.terms(measures)
        case .arithmetic(_, let left, let right): left.terms(measures) + right.terms(measures)
        case .aggregate, .reported, .coalesce: [self]
        }
    }

    /// What the terms come to; takes them off the front.
    func figure(_ terms: inout ArraySlice<Quantity?>, _ measures: [NamedMeasure]) -> Quantity? {
        switch self {
        case .number(let number): return number
        case .named(let index): return measures[index].expression.figure(&terms, measures)
        case .aggregate, .reported, .coalesce: return terms.popFirst() ?? nil
        case .arithmetic(let operation, let left, let right):
            let (a, b) = (left.figure(&terms, measures), right.figure(&terms, measures))
            guard let a, let b else { return nil }
            return Evaluator.apply(operation, a, b)
        }
    }

    /// Whether it looks at a named measure, itself or through another.
    package func uses(_ measure: Int, _ measures: [NamedMeasure]) -> Bool {
        switch self {
        case .number, .aggregate, .reported: false
        case .named(let index):
            index == measure || measures[index].expression.uses(measure, measures)
        case .coalesce(let choices): choices.contains { $0.uses(measure, measures) }
        case .arithmetic(_, let left, let right):
            left.uses(measure, measures) || right.uses(measure, measures)
        }
    }
}
