/// How often a rule must hold within the window.
package enum Recurrence: String, Hashable, Sendable, CaseIterable {
    case month, quarter
    /// In each year of a stage; within a year there is nothing to repeat.
    case year

    /// How many months one part has.
    package var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// What one part is called in the middle of a sentence.
    package var noun: String {
        switch self {
        case .month: "tháng"
        case .quarter: "quý"
        case .year: "năm"
        }
    }
}
