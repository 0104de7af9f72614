/// A plan's own files as they lie in its folder, parsed before anything is written.
struct CheckedPlan: Sendable {
    /// Their bytes, by name.
    let texts: [String: [UInt8]]
    let files: PlanFiles

    /// Reads and parses the files of a plan.
    ///
    /// - Throws: ``PipelineError/missing(_:)`` where the plan is not there,
    ///   ``PipelineError/invalid(plan:mistakes:)`` with the mistakes of all its files.
    init(_ plan: String, in input: PlanInput) throws(PipelineError) {
        try input.require(plan)
        texts = try input.files(of: plan)
        files = try PlanFiles(texts, plan: plan)
    }
}
