internal import Intake
package import Model
internal import Plans
package import Rollup

/// Everything that a report says about one plan, window and as-of time: figures, statuses and findings.
///
/// A pure function of the records and the scene; reports are functions of it.
package struct Judgement: Sendable {
    package let scene: Scene
    package let records: RecordSet
    package let indicators: [IndicatorResult]
    package let deadlines: [DeadlineResult]
    package let contests: [ContestResult]
    package let rankings: [RankingResult]
    /// Reviews, steps of exemplars, timeliness and commendations.
    package let board: BoardResult
    /// For each unit of the scene, the value of each named measure of the plan in the window.
    package let measures: [[Quantity?]]
    /// All findings, of reading, resolving and checking, in reading order.
    package let findings: [Finding]

    /// Judges a report.
    ///
    /// `notices` are findings made before any file was read, such as a file that is none.
    package static func judge(
        _ records: RecordSet,
        _ scene: Scene,
        notices: [Finding] = []
    ) -> Judgement {
        // The contests look at every entry as the indicators do, and take about as long.
        let (handedIn, measured) = concurrently(
            { Judgement.handedIn(records, scene) },
            { Judgement.measured(records, scene) }
        )
        var all = notices
        for file in records.collection.files where file.held.hasFindings {
            all += file.held.reading.findings
        }
        all += records.findings + measured.checks
        return Judgement(
            scene: scene,
            records: records,
            indicators: measured.indicators,
            deadlines: handedIn.deadlines,
            contests: handedIn.contests,
            rankings: measured.rankings,
            board: handedIn.board,
            measures: measured.measures,
            findings: Explanations(scene).apply(to: all).sorted(by: Finding.inReadingOrder)
        )
    }

    private static func handedIn(
        _ records: RecordSet,
        _ scene: Scene
    ) -> (deadlines: [DeadlineResult], contests: [ContestResult], board: BoardResult) {
        let submissions = SubmissionJudge(scene: scene, records: records)
        return (
            scene.plan.deadlines.indices.map(submissions.judge),
            ContestCounter(scene: scene, records: records).results(),
            BoardCounter(scene: scene, records: records).result()
        )
    }

    /// What is computed from measures, which share what they have counted.
    private static func measured(
        _ records: RecordSet,
        _ scene: Scene
    ) -> (
        indicators: [IndicatorResult], measures: [[Quantity?]], rankings: [RankingResult],
        checks: [Finding]
    ) {
        let coverage = Coverage(records: records, window: scene.window.span)
        var evaluator = Evaluator(records: records, coverage: coverage)
        let plan = scene.plan
        let handed = HandedResults(records: records, scene: scene)
        let indicators = plan.indicators.indices.map { index -> IndicatorResult in
            let indicator = plan.indicators[index]
            var result = IndicatorJudge(
                scene: scene,
                indicator: indicator,
                handed: handed.about(indicator, scene)
            ).judge(&evaluator)
            result.indicator = index
            return result
        }
        let slice = Slice(spans: [scene.window.span], window: scene.window.span)
        let measures = scene.units.map { unit in
            plan.measures.map { evaluator.value($0.expression, of: [unit], slice) }
        }
        let rankings = RankingJudge(scene: scene).results(&evaluator)
        return (
            indicators, measures, rankings, CheckRunner(scene: scene).findings(&evaluator)
        )
    }

    /// The standing of each unit with the main deadline, in the order of the scene's units.
    package var submissions: [SubmissionResult] {
        let plan = scene.plan
        let main = plan.deadlines.firstIndex(where: \.isMain) ?? plan.deadlines.indices.first
        if let main { return deadlines[main].units }
        return scene.units.map { SubmissionResult(unit: $0, status: .notRequired) }
    }
}
