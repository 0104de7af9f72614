import Model

/// Names in a command that stand for nothing.
extension PipelineError {
    /// What a window may look like.
    package static let windows = "2024, 2024-Q3, 2024-H1, 2024-H2, 2024-9M, 2024-05, 2023..2025"

    /// A text that is no window.
    static func noWindow(_ text: String) -> PipelineError {
        .usage("\"\(text)\" không phải là kỳ; cho phép: \(windows).")
    }

    /// A unit that the roster of a plan, of which all ids are given, does not have.
    static func noUnit(_ id: String, in plan: String, among ids: [String]) -> PipelineError {
        .usage(
            "Kế hoạch \(plan) không có đơn vị \"\(id)\"."
                + Suggestion.question(for: id, among: ids)
        )
    }
}
