/// One thing that `ledger verify` found wrong with the ledger.
package enum LedgerFault: Hashable, Sendable {
    /// The database contradicts itself; SQLite says where.
    case database(detail: String)
    /// The bytes of a version are gone.
    case missing(sha256: String, plan: String, path: String)
    /// The bytes of a version are no longer those that were received.
    case altered(sha256: String, plan: String, path: String)

    /// What is the matter and what to do, in Vietnamese.
    package var message: String {
        switch self {
        case .database(let detail):
            "Cơ sở dữ liệu của sổ nhận hỏng: \(detail). Hãy đưa bản sao lưu trở lại."
        case .missing(let sha256, let plan, let path):
            "Mất bản gốc của “\(path)” (kế hoạch \(plan), SHA-256 \(sha256)). Nếu tệp còn nguyên "
                + "trong thư mục nộp bài, lần chạy sau với --verify sẽ lưu lại."
        case .altered(let sha256, let plan, let path):
            "Bản gốc của “\(path)” (kế hoạch \(plan)) đã bị sửa, không còn đúng SHA-256 \(sha256). "
                + "Hãy đưa bản sao lưu của tệp này trở lại."
        }
    }
}
