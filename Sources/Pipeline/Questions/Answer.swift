package import Judgement
import Model
import Plans

/// What a question to the ledger came to.
package struct Answer: Sendable {
    /// The report that answers.
    package let judgement: Judgement
    /// The submissions that decisions of the board left out.
    package let voided: [VoidedFile]
    /// Which edition or point in time it is about, a sentence each.
    package let source: [String]

    /// The index of an indicator.
    ///
    /// - Throws: ``PipelineError/usage(_:)`` for one that the plan does not have, with the nearest
    ///   and all of them.
    package func indicator(_ id: String) throws(PipelineError) -> Int {
        let plan = judgement.scene.plan
        if let index = plan.indicators.firstIndex(where: { $0.id == id }) { return index }
        let ids = plan.indicators.map(\.id)
        throw .usage(
            "Kế hoạch \(plan.id) không có chỉ tiêu \"\(id)\"."
                + Suggestion.question(for: id, among: ids)
                + " Các chỉ tiêu: \(ids.joined(separator: ", "))."
        )
    }

    /// The index of a unit in the roster.
    ///
    /// - Throws: ``PipelineError/usage(_:)`` for one that the roster does not have.
    package func unit(_ id: String) throws(PipelineError) -> Int {
        let roster = judgement.scene.roster
        if let index = roster.index(of: id) { return index }
        throw .noUnit(id, in: judgement.scene.plan.id, among: roster.units.map(\.id))
    }
}
