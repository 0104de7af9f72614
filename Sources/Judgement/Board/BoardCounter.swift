internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// Counts the board's process in the report's window.
struct BoardCounter {
    let scene: Scene
    let records: RecordSet

    private var slice: Slice { Slice(spans: [scene.window.span], window: scene.window.span) }

    func result() -> BoardResult {
        var places = [Int](repeating: -1, count: scene.roster.units.count)
        for (place, unit) in scene.subtree.enumerated() { places[unit] = place }
        var units = [ProcessFigures](repeating: ProcessFigures(), count: scene.subtree.count)
        countExemplars(places, &units)
        countCommendations(places, &units)
        let nodes = scene.units.filter { $0 == scene.root || !scene.isLeaf($0) }
            .map { node -> BoardNode in
                var sum = ProcessFigures()
                for unit in scene.roster.subtree(node) where places[unit] >= 0 {
                    sum.add(units[places[unit]])
                }
                return BoardNode(node: node, figures: sum)
            }
        return BoardResult(reviews: reviews(places), units: units, nodes: nodes)
    }

    // MARK: - Reviews

    private func reviews(_ places: [Int]) -> ReviewFigures? {
        guard scene.plan.reviews != nil, let form = scene.plan.forms.index(of: "review") else {
            return nil
        }
        var figures = ReviewFigures()
        // A year's reviews go on until their last day, which may lie in January.
        let span = scene.plan.steps[.reviewed]?.due?.span(in: scene.window) ?? scene.window.span
        let slice = Slice(spans: [span], window: scene.window.span)
        let members = records.forms[form].indices.map { records.members(form, $0, slice) }
        for standing in records.reviews where members[standing.batch][standing.record] {
            let batch = records.forms[form][standing.batch].batch
            guard places[Int(batch.units[standing.record])] >= 0 else { continue }
            figures.held += 1
            if standing.isChecked { figures.checked += 1 }
            if standing.isContrary { figures.contrary += 1 }
        }
        return figures
    }

    // MARK: - Exemplars

    private func countExemplars(_ places: [Int], _ units: inout [ProcessFigures]) {
        guard let form = scene.plan.forms.index(of: "exemplar") else { return }
        let members = records.forms[form].indices.map { records.members(form, $0, slice) }
        for trail in records.trails where members[trail.batch][trail.record] {
            guard places[trail.unit] >= 0 else { continue }
            add(trail, to: &units[places[trail.unit]])
        }
    }

    private func add(_ trail: ExemplarTrail, to figures: inout ProcessFigures) {
        guard !trail.isRejected else {
            figures.rejected += 1
            return
        }
        guard !trail.isEmerging else {
            figures.emerging += 1
            return
        }
        figures.exemplars += 1
        figures[trail.furthest].standing += 1
        for step in ExemplarStep.allCases { add(trail, step, to: &figures[step]) }
        for disorder in trail.disorders { figures[disorder.later].disordered += 1 }
        guard let recognised = trail.days[.recognised] else { return }
        guard let published = trail.days[.published] else {
            if !trail.hasReached(.published) { figures.posting.unposted += 1 }
            return
        }
        let days = published.number - recognised.number
        if days < 0 {
            figures.posting.reversed += 1
        } else {
            figures.posting.days.append(Int(days))
        }
    }

    private func add(
        _ trail: ExemplarTrail,
        _ step: ExemplarStep,
        to figures: inout StepFigures
    ) {
        let last = scene.plan.steps[step]?.lastDay(
            inYear: trail.year,
            after: step.from.flatMap { trail.days[$0] }
        )
        if let day = trail.days[step] {
            figures.dated += 1
            if let last, day > last { figures.late += 1 }
        } else if trail.hasReached(step) {
            figures.undated += 1
        } else if let last, last < scene.asOf.day, step.isAskedOfAll {
            figures.overdue += 1
        }
    }

    // MARK: - Commendations

    private func countCommendations(_ places: [Int], _ units: inout [ProcessFigures]) {
        guard let form = scene.plan.forms.index(of: "commendation"),
            let subject = scene.plan.forms.forms[form].index(of: "subject")
        else { return }
        let definition = scene.plan.forms.forms[form]
        let subjects = definition.fields[subject].values.map(\.code)
        let group = definition.index(of: "class")
        let classes = group.map { definition.fields[$0].values.map(\.code) } ?? []
        let (award, level) = (definition.index(of: "award"), definition.index(of: "level"))
        let levels = level.map { definition.fields[$0].values.map(\.code) } ?? []
        // Awards that differ in case or spacing only are one, called as it was written first.
        var names: [[UInt8]: String] = [:]
        for index in records.forms[form].indices {
            let members = records.members(form, index, slice)
            let batch = records.forms[form][index].batch
            for record in members.indices where members[record] {
                let place = places[Int(batch.units[record])]
                guard place >= 0, let code = batch.code(subject, record) else { continue }
                var figures = AwardFigures()
                switch subjects[code] {
                case "collective": figures.collectives = 1
                case "household": figures.households = 1
                default:
                    figures.individuals = 1
                    if let group, let found = batch.code(group, record) {
                        if classes[found] == "direct" { units[place].commended.direct += 1 }
                    } else {
                        units[place].commended.unclassed += 1
                    }
                }
                let key = award.map { batch.foldedText($0, record) } ?? []
                let written = award.map { batch.text($0, record) } ?? ""
                let name = names[key] ?? Privacy.withoutContacts(written)
                names[key] = name
                let form = AwardForm(
                    name: name,
                    level: level.flatMap { batch.code($0, record) }.map { levels[$0] }
                )
                units[place].commended.forms[form, default: AwardFigures()].add(figures)
            }
        }
    }
}

extension ExemplarStep {
    /// Whether each exemplar has to take the step; a selection of them only is proposed and
    /// commended.
    fileprivate var isAskedOfAll: Bool {
        switch self {
        case .introduced, .reviewed, .recognised, .published: true
        case .proposed, .commended: false
        }
    }
}
