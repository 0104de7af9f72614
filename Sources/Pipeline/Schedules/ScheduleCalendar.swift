package import Model
package import Schedules

/// The plans that schedules with a `when` look at; each is read once.
package struct ScheduleCalendar {
    /// A plan for which a schedule acts, and why.
    package struct Turn: Sendable {
        /// The plan's id.
        package var plan: String
        /// Why the schedule acts, and for which period.
        package var occasion: ScheduleCondition.Occasion
        /// Whether the board has decided to freeze the period.
        package var isFrozen: Bool
    }

    /// Plans by the path of their folder.
    private var read: [String: Result<PlanFiles, PipelineError>] = [:]

    package init() {}

    /// The plans that a command with these options is about, sorted.
    package func plans(_ options: RunOptions) throws(PipelineError) -> [String] {
        options.scope.plans.isEmpty
            ? try PlanInput(root: options.places.input).plans() : options.scope.plans
    }

    /// For what a schedule acts at a time, plan by plan; `last` gives for a plan the day up to
    /// which the condition was answered before.
    package mutating func turns(
        of condition: ScheduleCondition,
        for plan: String,
        _ options: RunOptions,
        after last: Day,
        at time: Instant
    ) throws(PipelineError) -> [Turn] {
        let files = try files(of: plan, options)
        return condition.occasions(for: files.plan, files.decisions, after: last, on: time.day)
            .map { occasion in
                let isFrozen = files.decisions.contains {
                    $0.kind == .freeze && ($0.window ?? occasion.period) == occasion.period
                }
                return Turn(plan: plan, occasion: occasion, isFrozen: isFrozen)
            }
    }

    private mutating func files(
        of plan: String,
        _ options: RunOptions
    ) throws(PipelineError) -> PlanFiles {
        let input = PlanInput(root: options.places.input)
        let key = input.folder(of: plan)
        if let known = read[key] { return try known.get() }
        let result: Result<PlanFiles, PipelineError>
        do throws(PipelineError) {
            try input.require(plan)
            result = .success(try PlanFiles(try input.files(of: plan), plan: plan))
        } catch {
            result = .failure(error)
        }
        read[key] = result
        return try result.get()
    }
}
