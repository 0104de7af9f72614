internal import Intake
internal import Model
internal import Plans
internal import Rollup

/// The same records on other trees: as it is beside as it was, and the year before (domain.md 3.5).
extension Judgement {
    /// The tree of the as-of day, at most of the window's last; nil where the report needs no other
    /// than its own: it is no stage report, and no unit of it closed within its window by then.
    static func restatedScene(_ scene: Scene) -> Scene? {
        let day = min(scene.asOf.day, scene.window.span.to)
        guard day >= scene.window.span.from else { return nil }
        var isStage = false
        if case .years = scene.window.period { isStage = true }
        let restated = scene.restated(on: day)
        let hasChanged = scene.units.contains { unit in
            restated.restatement?.closings[unit].map { $0 > scene.window.span.from } ?? false
        }
        return isStage || hasChanged ? restated : nil
    }

    /// The indicators of a scene on another tree, from the records that the evaluator has.
    static func restated(
        _ scene: Scene,
        _ records: RecordSet,
        _ evaluator: inout Evaluator
    ) -> Restated? {
        guard let restatement = scene.restatement else { return nil }
        return Restated(
            scene: scene,
            indicators: indicators(scene, records, &evaluator),
            restatement: restatement
        )
    }

    /// The year before a year's report, as far as the report has come, and where the units changed
    /// the report's own figures on the tree that both stand on; nil for windows that are no year.
    static func previous(_ records: RecordSet, _ scene: Scene) -> PreviousYear? {
        guard case .year(let year) = scene.window.period, year > 1900 else { return nil }
        let window = scene.plan.calendar.window(.year(year - 1))
        let day = min(max(scene.asOf.day, scene.window.span.from), scene.lastDay)
        guard hasSubmissions(records, of: window) else {
            return PreviousYear(
                window: window,
                day: day,
                until: nil,
                figures: nil,
                gap: scene.plan.stageSpan.overlaps(window.span) ? .noSubmissions : .beforeStage
            )
        }
        // While something of this year may still come in, as much of the year before may count.
        let lastDue = scene.plan.indicators.compactMap { $0.due?.lastDay(inYear: year) }.max()
        let isOpen = scene.asOf.day < max(scene.window.span.to, lastDue ?? scene.window.span.to)
        let until = isOpen ? scene.asOf.day.aYearBefore : nil
        let before = scene.before(on: day, window: window, until: until)
        var previous = PreviousYear(
            window: window,
            day: day,
            until: until,
            figures: restated(before, records),
            gap: nil
        )
        let own = scene.restated(on: day)
        if differs(own, from: scene) {
            previous.current = restated(own, records)
        }
        return previous
    }

    /// Whether a restated tree may give a report other figures than its own: a unit is no more, is
    /// yet to be closed within the window, or stood elsewhere.
    private static func differs(_ restated: Scene, from scene: Scene) -> Bool {
        restated.restatement?.isIdentity == false
            || scene.units.contains { index in
                let unit = scene.roster.units[index]
                return unit.validTo.map { $0 <= scene.lastDay } ?? false
                    || (index != scene.root && unit.parent != restated.roster.units[index].parent)
            }
    }

    /// The same from records that nothing was counted of yet.
    private static func restated(_ scene: Scene, _ records: RecordSet) -> Restated? {
        var evaluator = Evaluator(records, for: scene)
        return restated(scene, records, &evaluator)
    }

    /// The years of a stage, all on the tree of its as-of day, so that their columns stand side by
    /// side; none for windows that are no stage of several years.
    static func years(_ records: RecordSet, _ scene: Scene) -> [StageYear] {
        guard case .years(let from, let to) = scene.window.period, from < to else { return [] }
        return (from...to).map { year in
            let window = scene.plan.calendar.window(.year(year))
            return StageYear(window: window, figures: figures(records, scene, of: window))
        }
    }

    /// What the indicators come to in one year of a stage, on the tree of its as-of day, at most
    /// the root's last; nil for a year that has not begun and where no submission of it is known.
    static func figures(_ records: RecordSet, _ scene: Scene, of window: Window) -> Restated? {
        guard window.span.from <= scene.asOf.day, hasSubmissions(records, of: window) else {
            return nil
        }
        return restated(scene.restated(on: yearsDay(scene), window: window), records)
    }

    /// On whose tree the years of a stage stand: the as-of day, at most the root's last.
    private static func yearsDay(_ scene: Scene) -> Day {
        min(max(scene.asOf.day, scene.window.span.from), scene.lastDay)
    }

    /// The whole stage on the tree of its years; nil where the report is restated on that day
    /// anyway.
    static func stageOfAnotherDay(_ records: RecordSet, _ scene: Scene) -> Restated? {
        guard case .years(let from, let to) = scene.window.period, from < to,
            let restated = restatedScene(scene), restated.restatement?.day != yearsDay(scene)
        else { return nil }
        return Judgement.restated(scene.restated(on: yearsDay(scene)), records)
    }

    /// Whether any file has a row in a window: said by what each file's rows cover, without a look
    /// at the rows themselves.
    static func hasSubmissions(_ records: RecordSet, of window: Window) -> Bool {
        let calendar = records.context.plan.calendar
        return records.collection.files.contains { file in
            let held = file.held
            guard held.isAccepted, held.rows > 0 else { return false }
            return held.outline.periods.contains {
                window.span.contains(calendar.span($0))
            } || held.outline.days.contains { window.span.contains(Day(number: $0)) }
        }
    }
}
