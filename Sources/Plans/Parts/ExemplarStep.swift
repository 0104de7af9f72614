/// A step on the way of an exemplar from its introduction to its commendation (TX-41, TX-42).
package enum ExemplarStep: String, Hashable, Sendable, CaseIterable {
    case introduced, reviewed, recognised, published, proposed, commended

    /// The steps that have a date of their own; an introduction has only the day of its receipt.
    package static let dated = Array(allCases.dropFirst())

    /// The step from which the days of a ``StepRule`` count.
    package var from: ExemplarStep? {
        switch self {
        case .introduced, .reviewed: nil
        case .recognised: .reviewed
        case .published, .proposed: .recognised
        case .commended: .proposed
        }
    }
}
