extension MeasureExpression {
    /// The forms that it looks at, named measures followed.
    package func forms(measures: [NamedMeasure]) -> Set<Int> {
        var (forms, followed): (Set<Int>, Set<Int>) = ([], [])
        noteForms(measures, &forms, &followed)
        return forms
    }

    private func noteForms(
        _ measures: [NamedMeasure],
        _ forms: inout Set<Int>,
        _ followed: inout Set<Int>
    ) {
        switch self {
        case .number: break
        case .aggregate(let aggregate): forms.insert(aggregate.form)
        case .reported(let form, _): forms.insert(form)
        case .named(let index):
            // Measures that name each other in a circle are a mistake that is told elsewhere.
            guard followed.insert(index).inserted else { return }
            measures[index].expression.noteForms(measures, &forms, &followed)
        case .coalesce(let choices):
            for choice in choices { choice.noteForms(measures, &forms, &followed) }
        case .arithmetic(_, let left, let right):
            left.noteForms(measures, &forms, &followed)
            right.noteForms(measures, &forms, &followed)
        }
    }
}
