internal import Intake
package import Model
internal import Plans
package import Rollup

/// Everything that a report says about one plan, window and as-of time: figures, statuses and
/// findings.
///
/// A pure function of the records and the scene; reports are functions of it.
package struct Judgement: Sendable {
    /// The frame within which everything is judged.
    package let scene: Scene
    /// The records of all files, each key once.
    package private(set) var records: RecordSet
    /// In the order of the plan.
    package let indicators: [IndicatorResult]
    /// In the order of the plan.
    package let deadlines: [DeadlineResult]
    /// The editions of the contests that lie in the window.
    package let contests: [ContestResult]
    /// In the order of the plan.
    package let rankings: [RankingResult]
    /// Reviews, steps of exemplars, timeliness and commendations.
    package let board: BoardResult
    /// For each unit of the scene, the value of each named measure of the plan in the window.
    package let measures: [[Quantity?]]
    /// The indexes in the collection of the files that the report is about, in their order.
    package let sources: [Int]
    /// The forms that units sent for the window and had handed back.
    package let handedBack: HandedBack
    /// Of the sources that hold records of others as well, how much is about the report's units.
    let shares: [Int: Share]
    /// What was noticed before any file was read.
    private var notices: [Finding]
    /// What was noticed of them in reading, resolving and checking, in reading order.
    package private(set) var findings: [Finding]
    /// The indicators on the tree of the as-of day, in stage reports and where a unit of the report
    /// was closed within the window.
    package let restated: Restated?
    /// The year before a year's report; nil for other windows.
    package let previous: PreviousYear?
    /// The years of a stage's report, on the tree of its as-of day; empty for other windows.
    package let years: [StageYear]
    /// The whole of such a stage on the tree of its years; nil for other windows.
    package let stage: Restated?

    /// Judges a report.
    ///
    /// `notices` are findings made before any file was read, such as a file that is none. `isAlone`
    /// leaves out what is only there to be compared with: other trees and the year before.
    package static func judge(
        _ records: RecordSet,
        _ scene: Scene,
        notices: [Finding],
        isAlone: Bool = false
    ) -> Judgement {
        // The contests look at every entry as the indicators do, and take about as long.
        let (beside, measured) = concurrently(
            {
                (
                    handedIn: Judgement.handedIn(records, scene),
                    previous: isAlone ? nil : Judgement.previous(records, scene),
                    years: isAlone ? [] : Judgement.years(records, scene),
                    stage: isAlone ? nil : Judgement.stageOfAnotherDay(records, scene)
                )
            },
            { Judgement.measured(records, scene, isAlone: isAlone) }
        )
        var all = notices
        let files = records.collection.files
        for index in files.indices where files[index].held.hasFindings {
            all += records.findings(ofFile: index)
        }
        all += records.findings + measured.checks
        if !isAlone { all += IdleDecisions(scene).findings }
        // A row that was handed up contradicts itself or the roster, whatever else there is.
        all += HandedContradictions(scene: scene, records: records).findings(measured.indicators)
        let sources = Judgement.sources(records, scene, beside.handedIn.deadlines)
        return Judgement(
            scene: scene,
            records: records,
            indicators: measured.indicators,
            deadlines: beside.handedIn.deadlines,
            contests: beside.handedIn.contests,
            rankings: measured.rankings,
            board: beside.handedIn.board,
            measures: measured.measures,
            sources: sources.files,
            handedBack: HandedBack(records, for: scene.window.span),
            shares: sources.shares,
            notices: notices,
            findings: AcceptedWarnings(scene)
                .apply(to: Judgement.concerning(scene, all, sources, records))
                .sorted(by: Finding.inReadingOrder),
            restated: measured.restated,
            previous: beside.previous,
            years: beside.years,
            stage: beside.years.isEmpty ? nil : beside.stage ?? measured.restated
        )
    }

    /// The same report with the names of files that it may show.
    package func renamed(_ shown: @escaping @Sendable (String) -> String) -> Judgement {
        var judgement = self
        judgement.records = records.renamed(shown)
        if let renamed = notices.renamed(shown) { judgement.notices = renamed }
        if let renamed = findings.renamed(shown) {
            judgement.findings = renamed.sorted(by: Finding.inReadingOrder)
        }
        return judgement
    }

    /// The report of a node's sub-tree from the same records and notices.
    package func part(of node: Int) -> Judgement {
        Judgement.judge(records, scene.rooted(at: node), notices: notices)
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
        _ scene: Scene,
        isAlone: Bool
    ) -> (
        indicators: [IndicatorResult], measures: [[Quantity?]], rankings: [RankingResult],
        checks: [Finding], restated: Restated?
    ) {
        var evaluator = Evaluator(records, for: scene)
        let plan = scene.plan
        let indicators = indicators(scene, records, &evaluator)
        var restated: Restated?
        if !isAlone, let other = restatedScene(scene) {
            restated = Judgement.restated(other, records, &evaluator)
        }
        let slice = Slice(spans: [scene.window.span], window: scene.window.span)
        let measures = scene.units.map { unit in
            plan.measures.map { evaluator.value($0.expression, of: [unit], slice) }
        }
        return (
            indicators, measures, RankingJudge(scene: scene).results(&evaluator),
            CheckRunner(scene: scene).findings(&evaluator), restated
        )
    }

    /// What every indicator of the plan comes to in a scene.
    static func indicators(
        _ scene: Scene,
        _ records: RecordSet,
        _ evaluator: inout Evaluator
    ) -> [IndicatorResult] {
        let handed = HandedResults(records: records, scene: scene)
        return scene.plan.indicators.indices.map { index in
            let indicator = scene.plan.indicators[index]
            var result = IndicatorJudge(
                scene: scene,
                indicator: indicator,
                handed: handed.about(indicator, scene)
            ).judge(&evaluator)
            result.indicator = index
            return result
        }
    }

    /// The standing of each unit with the main deadline, in the order of the scene's units.
    package var submissions: [SubmissionResult] {
        if let main = scene.plan.mainDeadline { return deadlines[main].units }
        return scene.units.map { SubmissionResult(unit: $0, status: .notRequired) }
    }
}
