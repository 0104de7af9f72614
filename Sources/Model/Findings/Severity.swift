/// What a finding means for the figures.
package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The row or file is not counted.
    case error
    /// It is counted, and needs a look.
    case warning
    /// For information.
    case notice

    /// The word that officials read (domain.md 6.1).
    package var label: String {
        switch self {
        case .error: "Lỗi"
        case .warning: "Cảnh báo"
        case .notice: "Lưu ý"
        }
    }
}
