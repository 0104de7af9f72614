internal import Intake
package import Model
internal import Plans
internal import Rollup

extension Judgement {
    /// What the indicators come to in one year of a stage, on the tree that the stage's report ends
    /// with; nil where no submission of the year is known.
    package func figures(of window: Window) -> Restated? {
        guard Judgement.hasSubmissions(records, of: window) else { return nil }
        let day = min(max(scene.asOf.day, scene.window.span.from), scene.lastDay)
        var evaluator = Evaluator(
            records: records,
            coverage: Coverage(records: records, window: window.span)
        )
        return Judgement.restated(
            scene.restated(on: day, window: window),
            records,
            &evaluator
        )
    }
}
