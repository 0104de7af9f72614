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
    private let judgement: Judgement
    private let index: Int
    private let indicator: Indicator
    private let judge: IndicatorJudge
    private let leavings: LeavingsFinder
    private let forms: [Int]
    private var evaluator: Evaluator
    private var tracer: RecordTracer

    private var scene: Scene { judgement.scene }
    private var plan: Plan { judgement.scene.plan }

    init(_ index: Int, of judgement: Judgement, voided: [VoidedFile]) {
        self.judgement = judgement
        self.index = index
        let plan = judgement.scene.plan
        indicator = plan.indicators[index]
        judge = IndicatorJudge(scene: judgement.scene, indicator: indicator)
        let forms = indicator.requirements.reduce(into: Set<Int>()) {
            $0.formUnion($1.measure.forms(measures: plan.measures))
        }
        self.forms = forms.sorted()
        leavings = LeavingsFinder(judgement, forms: forms, voided: voided)
        evaluator = Evaluator(
            records: judgement.records,
            coverage: Coverage(records: judgement.records, window: judgement.scene.window.span)
        )
        tracer = RecordTracer(judgement, units: [])
    }

    mutating func explanation() -> Explanation {
        let result = judgement.indicators[index]
        var concerned = Set(result.units.flatMap { scene.members(of: $0.unit, indicator.closed) })
        if indicator.isTotal {
            for node in result.nodes { concerned.formUnion(groups(node.node).flatMap(\.self)) }
        }
        tracer = RecordTracer(judgement, units: concerned)
        return Explanation(
            judgement: judgement,
            result: result,
            minimum: judge.minimum,
            horizon: judge.horizon(nil),
            forms: forms,
            datingFields: forms.map { judgement.records.datingField($0, judge.slice) },
            units: result.units.map { unit($0) },
            nodes: result.nodes.map { node($0) },
            strayRows: leavings.strayRows
        )
    }

    private mutating func unit(_ result: UnitResult) -> UnitExplanation {
        let members = scene.members(of: result.unit, indicator.closed)
        return UnitExplanation(
            result: result,
            figure: figure([members], of: result.unit, isNode: false, until: result.lastDay),
            leavings: leavings.leavings(of: members)
        )
    }

    private mutating func node(_ result: NodeResult) -> NodeExplanation {
        let node = result.node
        var explanation = NodeExplanation(
            result: result,
            figure: nil,
            obliged: [],
            adjusted: [],
            lower: [],
            leavings: Leavings()
        )
        guard indicator.isTotal else {
            let units = Set(
                judgement.indicators[index].units.filter { $0.status != .exempt }.map(\.unit)
            )
            explanation.obliged = scene.denominator(group: indicator.group, node: node)
                .filter(units.contains)
            if !units.contains(node) { explanation.leavings = leavings.leavings(of: [node]) }
            return explanation
        }
        let nodes = judge.judgedNodes
        if judge.isAbove(node, nodes) {
            explanation.lower = lower(node, nodes)
        } else {
            explanation.adjusted = adjustments(node)
        }
        let members = groups(node)
        explanation.figure = figure(members, of: node, isNode: true, until: result.lastDay)
        explanation.leavings = leavings.leavings(of: members.flatMap(\.self))
        return explanation
    }

    // MARK: - Nodes

    /// The nodes whose totals one above them adds up.
    private func lower(_ node: Int, _ nodes: [Int]) -> [Int] {
        nodes.filter { !judge.isAbove($0, nodes) && scene.roster.isWithin($0, node) }
    }

    /// The units that a node's figure is made of, as the judge takes them.
    private func groups(_ node: Int) -> [[Int]] {
        let nodes = judge.judgedNodes
        guard judge.isAbove(node, nodes) else { return judge.counted(node) }
        return lower(node, nodes).flatMap { judge.counted($0) }
    }

    /// The units' values in a node's sum, where a decision put another in the place of any of them.
    private mutating func adjustments(_ node: Int) -> [Adjustment] {
        let groups = judge.counted(node)
        guard groups.count > 1, indicator.every == nil,
            groups.contains(where: { judge.adjustment(of: $0[0]) != nil })
        else { return [] }
        let measure = indicator.requirements[0].measure
        var adjustments: [Adjustment] = []
        for members in groups {
            let own = evaluator.value(measure, of: members, judge.slice)
            let decided = judge.adjustment(of: members[0])
            guard own != nil || decided != nil else { continue }
            adjustments.append(Adjustment(unit: members[0], own: own, decided: decided))
        }
        return adjustments
    }

    // MARK: - Figures

    private mutating func figure(
        _ members: [[Int]],
        of unit: Int,
        isNode: Bool,
        until lastDay: Day?
    ) -> FigureExplanation {
        var parts: [PartExplanation] = []
        for part in judge.parts(of: unit) {
            let calculations = calculations(members, judge.slice(of: part), isNode, until: nil)
            parts.append(
                PartExplanation(
                    window: part,
                    isElapsed: judge.isPast(part.span.to),
                    holds: judge.holds(calculations.map(\.value)),
                    calculations: calculations
                )
            )
        }
        return FigureExplanation(
            members: members,
            calculations: calculations(
                members,
                judge.slice,
                isNode,
                // `every` is judged by its parts: nothing of it is late.
                until: indicator.every == nil ? lastDay : nil
            ),
            parts: parts
        )
    }

    private mutating func calculations(
        _ members: [[Int]],
        _ slice: Slice,
        _ isNode: Bool,
        until lastDay: Day?
    ) -> [Calculation] {
        var calculations: [Calculation] = []
        for requirement in indicator.requirements {
            calculations.append(
                isNode
                    ? nodeCalculation(requirement.measure, over: members, slice, lastDay)
                    : calculation(requirement.measure, of: members[0], slice, lastDay)
            )
        }
        return calculations
    }

    private func inTime(_ slice: Slice, _ lastDay: Day?) -> Slice {
        var slice = slice
        slice.until = lastDay
        return slice
    }

    /// What ``Evaluator/value(_:of:_:)`` did.
    private mutating func calculation(
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
            step = .choice(made, taken: made.firstIndex { $0.value != nil })
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

    /// What ``Evaluator/nodeValue(_:over:_:)`` did.
    private mutating func nodeCalculation(
        _ expression: MeasureExpression,
        over units: [[Int]],
        _ slice: Slice,
        _ lastDay: Day?
    ) -> Calculation {
        let value = evaluator.nodeValue(expression, over: units, slice)
        let timely = evaluator.nodeValue(expression, over: units, inTime(slice, lastDay))
        let step: Calculation.Step
        switch expression {
        case .number: step = .number
        case .named(let index):
            step = .named(
                index,
                nodeCalculation(plan.measures[index].expression, over: units, slice, lastDay)
            )
        case .arithmetic(let operation, let left, let right):
            step = .arithmetic(
                operation,
                nodeCalculation(left, over: units, slice, lastDay),
                nodeCalculation(right, over: units, slice, lastDay)
            )
        case .aggregate(let aggregate) where [.min, .max, .distinct].contains(aggregate.function):
            // All records are looked at together, whoever handed them in.
            step = .records(
                tracer.tally(
                    aggregate,
                    of: units.flatMap(\.self),
                    slice,
                    until: lastDay,
                    value: value
                )
            )
        case .aggregate, .coalesce, .reported:
            step = .units(
                units.map { members in
                    Calculation.UnitShare(
                        members: members,
                        calculation: calculation(expression, of: members, slice, lastDay)
                    )
                }
            )
        }
        return Calculation(expression: expression, value: value, inTime: timely, step: step)
    }
}
