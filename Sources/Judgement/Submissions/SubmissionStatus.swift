/// Whether a unit has handed in what the main deadline asks for (CONTRACT §11.17); the raw value is
/// the code in results.json.
package enum SubmissionStatus: String, Hashable, Sendable, CaseIterable {
    case onTime = "on_time"
    case late
    case pending
    case missing
    case notRequired = "not_required"
    case closed

    /// The word that officials read (domain.md 6.1).
    package var label: String {
        switch self {
        case .onTime: "Đã báo cáo đúng hạn"
        case .late: "Đã báo cáo quá hạn"
        case .pending: "Chưa đến hạn"
        case .missing: "Chưa báo cáo"
        case .notRequired: "Không thuộc đối tượng"
        case .closed: "Đã giải thể/sáp nhập"
        }
    }
}
