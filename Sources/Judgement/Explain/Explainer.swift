internal import Model
internal import Plans
internal import Rollup

extension Explanation {
    /// Explains an indicator of a judgement.
    ///
    /// `voided` are the submissions that decisions left out.
    package init(
        _ indicator: Int,
        of judgement: Judgement,
        voided: [VoidedFile] = []
    ) {
        var explainer = Explainer(indicator, of: judgement, voided: voided)
        self = explainer.explanation()
    }
}

/// Takes an indicator's result apart by asking the judge's own evaluator for each step.
struct Explainer {
    let judgement: Judgement
    let index: Int
    let indicator: Indicator
    var judge: IndicatorJudge
    let leavings: LeavingsFinder
    private let forms: [Int]
    var evaluator: Evaluator
    var tracer: RecordTracer

    var scene: Scene { judgement.scene }
    var plan: Plan { judgement.scene.plan }

    init(_ index: Int, of judgement: Judgement, voided: [VoidedFile]) {
        self.judgement = judgement
        self.index = index
        let plan = judgement.scene.plan
        indicator = plan.indicators[index]
        judge = IndicatorJudge(
            scene: judgement.scene,
            indicator: indicator,
            handed: judgement.indicators[index].handed
        )
        let forms = indicator.requirements.reduce(into: Set<Int>()) {
            $0.formUnion($1.measure.forms(measures: plan.measures))
        }
        self.forms = forms.sorted()
        leavings = LeavingsFinder(judgement, forms: forms, voided: voided)
        evaluator = Evaluator(judgement.records, for: judgement.scene)
        tracer = RecordTracer(judgement, units: [])
    }

    mutating func explanation() -> Explanation {
        let result = judgement.indicators[index]
        var concerned = Set(result.units.flatMap { scene.members(of: $0.unit, indicator.closed) })
        if indicator.isTotal {
            for node in result.nodes {
                concerned.insert(node.node)
                concerned.formUnion(groups(node.node).flatMap(\.self))
            }
        }
        tracer = RecordTracer(judgement, units: concerned)
        return Explanation(
            judgement: judgement,
            result: result,
            minimum: judge.minimum,
            horizon: judge.toldHorizon,
            forms: forms,
            datingFields: forms.map { judgement.records.datingField($0, judge.slice) },
            units: result.units.map { unit($0) },
            nodes: result.nodes.map { node($0) },
            strayRows: leavings.strayRows
        )
    }

    private mutating func unit(_ result: UnitResult) -> UnitExplanation {
        let whole = judge
        judge = whole.prolonged(for: result.unit)
        defer { judge = whole }
        let members = scene.members(of: result.unit, indicator.closed)
        return UnitExplanation(
            result: result,
            figure: figure(of: result, members),
            leavings: leavings.leavings(of: members)
        )
    }

    // MARK: - Figures

    private mutating func figure(of result: UnitResult, _ members: [Int]) -> FigureExplanation {
        var parts: [PartExplanation] = []
        for part in judge.periods where judge.answers(result.unit, for: part) {
            let calculations = calculations(
                members,
                judge.slice(of: part, for: result.unit),
                until: nil
            )
            parts.append(self.part(part, calculations, for: result.unit, of: [members]))
        }
        // `every` is judged by its parts: nothing of it is late.
        let lastDay = judge.every == nil ? result.lastDay : nil
        let calculations = calculations(members, judge.slice, until: lastDay)
        return FigureExplanation(
            members: [members],
            calculations: calculations,
            parts: parts,
            accrued: accrued(members, until: lastDay),
            judged: judged(members, calculations, until: lastDay)
        )
    }

    private mutating func accrued(
        _ members: [Int],
        until lastDay: Day?
    ) -> FigureExplanation.Accrued? {
        accruedSpan.map { span in
            FigureExplanation.Accrued(
                span: span,
                calculations: calculations(members, judge.judgedSlice, until: lastDay)
            )
        }
    }

    /// The span of what was held against the rule, where it is not the window's own.
    var accruedSpan: DateSpan? {
        guard judge.judgedSlice != judge.slice, judge.every == nil,
            let first = judge.judgedSlice.spans.map(\.from).min(),
            let last = judge.judgedSlice.spans.map(\.to).max()
        else { return nil }
        return DateSpan(from: first, to: last)
    }

    /// What the rule was held against: the window's own figures, or what came together by a due
    /// day.
    private mutating func judged(
        _ members: [Int],
        _ calculations: [Calculation],
        until lastDay: Day?
    ) -> [JudgedValue] {
        guard judge.judgedSlice != judge.slice else {
            return calculations.map { JudgedValue(value: $0.value, inTime: $0.inTime) }
        }
        var judged: [JudgedValue] = []
        for requirement in indicator.requirements {
            let all = evaluator.value(requirement.measure, of: members, judge.judgedSlice)
            let slice = inTime(judge.judgedSlice, lastDay)
            let timely = evaluator.value(requirement.measure, of: members, slice)
            judged.append(JudgedValue(value: all, inTime: timely))
        }
        return judged
    }

    mutating func part(
        _ part: Window,
        _ calculations: [Calculation],
        for unit: Int,
        of members: [[Int]]?
    ) -> PartExplanation {
        PartExplanation(
            window: part,
            isElapsed: judge.isPast(judge.end(of: part, for: unit)),
            holds: judge.holds(part, of: unit, calculations.map(\.value), members, &evaluator),
            calculations: calculations
        )
    }

    mutating func calculations(
        _ members: [Int],
        _ slice: Slice,
        until lastDay: Day?
    ) -> [Calculation] {
        var calculations: [Calculation] = []
        for requirement in indicator.requirements {
            calculations.append(calculation(requirement.measure, of: members, slice, lastDay))
        }
        return calculations
    }

    func inTime(_ slice: Slice, _ lastDay: Day?) -> Slice {
        var slice = slice
        slice.until = lastDay
        return slice
    }

    /// What ``Evaluator/value(_:of:_:)`` did.
    mutating func calculation(
        _ expression: MeasureExpression,
        of members: [Int],
        _ slice: Slice,
        _ lastDay: Day?
    ) -> Calculation {
        let value = evaluator.value(expression, of: members, slice)
        let timely = evaluator.value(expression, of: members, inTime(slice, lastDay))
        let step: Calculation.Step
        switch expression {
        case .number: step = .number
        case .named(let index):
            step = .named(
                index,
                calculation(plan.measures[index].expression, of: members, slice, lastDay)
            )
        case .coalesce(let choices):
            var made: [Calculation] = []
            for choice in choices { made.append(calculation(choice, of: members, slice, lastDay)) }
            step = .choice(made, taken: value.flatMap { _ in made.firstIndex { $0.value != nil } })
        case .arithmetic(let operation, let left, let right):
            step = .arithmetic(
                operation,
                calculation(left, of: members, slice, lastDay),
                calculation(right, of: members, slice, lastDay)
            )
        case .aggregate(let aggregate):
            step = .records(
                tracer.tally(aggregate, of: members, slice, until: lastDay, value: value)
            )
        case .reported(let form, let field):
            step = .records(
                tracer.tally(
                    form: form,
                    field: field,
                    of: members,
                    slice,
                    until: lastDay,
                    value: value,
                    &evaluator
                )
            )
        }
        return Calculation(expression: expression, value: value, inTime: timely, step: step)
    }
}
