import Intake
package import Model
package import Plans

/// What a run's options mean for a plan: the times, the window, the root.
package struct RunFrame: Sendable {
    /// The options as they were given.
    package let options: RunOptions

    package init(options: RunOptions) { self.options = options }

    /// Takes what had been received by then.
    package var asOf: Instant { options.scope.asOf ?? options.now }

    /// Takes what the ledger had seen by then.
    package var knownAt: Instant { options.scope.knownAt ?? options.now }

    /// The time that a run of a schedule is made for, which its clock is behind: what is gone by
    /// then was gone at that time.
    var nominal: Instant? { options.schedule == nil ? nil : asOf }

    /// The window of a plan.
    ///
    /// - Throws: ``PipelineError/usage(_:)`` for a window that is none.
    package func window(of plan: Plan) throws(PipelineError) -> Window {
        try RunFrame.window(options.scope.window, of: plan, on: asOf.day)
    }

    /// The window that a text names; nil takes the plan's own for the day.
    static func window(
        _ text: String?,
        of plan: Plan,
        on day: Day
    ) throws(PipelineError) -> Window {
        guard let text else { return plan.defaultWindow(on: day) }
        guard let period = Period(id: text) else {
            throw .noWindow(text)
        }
        return plan.calendar.window(period)
    }

    /// Refuses a level to split by that the plan does not have.
    ///
    /// - Throws: ``PipelineError/usage(_:)``.
    func checkSplit(of plan: Plan) throws(PipelineError) {
        guard let level = options.reports.splitBy, !plan.chain.contains(where: { $0.id == level })
        else {
            return
        }
        let known = plan.chain.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
        throw .usage("Kế hoạch \(plan.id) không có cấp \"\(level)\"; cho phép: \(known).")
    }

    /// The id of the node whose report this is.
    ///
    /// - Throws: ``PipelineError/usage(_:)`` for a unit that the roster does not have.
    package func root(in files: PlanFiles) throws(PipelineError) -> String {
        guard let unit = options.scope.unit else { return files.plan.root }
        let ids = files.units.map(\.id)
        guard ids.contains(unit) else {
            throw .noUnit(unit, in: files.plan.id, among: ids)
        }
        return unit
    }
}
