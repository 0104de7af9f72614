/// How an indicator stands for a unit or node (CONTRACT §5); the raw value is the code in
/// results.json.
package enum Status: String, Hashable, Sendable, CaseIterable {
    case met
    /// Satisfied, but only with records dated after the due day.
    case late
    /// Not satisfied yet, and not due yet.
    case pending
    case unmet
    case noData = "no_data"
    /// Left out of the denominator.
    case exempt
    case notApplicable = "not_applicable"

    /// The word that officials read (domain.md 6.1).
    package var label: String {
        switch self {
        case .met: "Đạt"
        case .late: "Quá hạn"
        case .pending: "Chưa đến hạn"
        case .unmet: "Chưa đạt"
        case .noData: "Chưa có số liệu"
        case .exempt: "Loại trừ"
        case .notApplicable: "Không áp dụng"
        }
    }
}
