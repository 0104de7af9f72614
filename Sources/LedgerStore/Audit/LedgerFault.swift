import Model

/// One thing that `ledger verify` found wrong: with the ledger, its originals or the editions.
package enum LedgerFault: Hashable, Sendable {
    /// The database contradicts itself; SQLite says where.
    case database(detail: String)
    /// The bytes of a version are gone.
    case missing(sha256: String, plan: String, path: String)
    /// The bytes of a version are no longer those that were received.
    case altered(sha256: String, plan: String, path: String)
    /// A line of the audit trail, or its place in the chain, is not as it was written.
    case audit(line: Int64, detail: String)
    /// What the ledger says of a run is not what the audit trail says of it.
    case run(output: String, detail: String)
    /// A file of a published edition is not as it was written.
    case edition(output: String, file: String, kind: EditionFault)
    /// A folder among the editions that no run of the ledger has written.
    case stray(output: String)
    /// An edition that a decision made final is no longer there.
    case official(output: String)
    /// The link of a window does not lead to the last edition that it was moved to.
    case latest(link: String, found: String?, expected: String)

    /// What is wrong with a file of an edition.
    package enum EditionFault: String, Hashable, Sendable, CaseIterable {
        case missing = "đã mất"
        case altered = "đã bị sửa"
        case added = "không do lần chạy này ghi"
    }

    /// What is the matter and what to do, in Vietnamese.
    package var message: String {
        switch self {
        case .database(let detail):
            "Cơ sở dữ liệu của sổ nhận hỏng: \(detail). Hãy đưa bản sao lưu trở lại."
        case .missing(let sha256, let plan, let path):
            "Mất bản gốc của “\(path)” (kế hoạch \(plan), SHA-256 \(sha256)). Nếu tệp còn nguyên "
                + "trong thư mục nộp bài, “tonghop ledger verify --repair” sẽ lưu lại; nếu không, "
                + "hãy lấy ở bản sao lưu của thư mục originals."
        case .altered(let sha256, let plan, let path):
            "Bản gốc của “\(path)” (kế hoạch \(plan)) đã bị sửa, không còn đúng SHA-256 \(sha256). "
                + "Nếu tệp còn nguyên trong thư mục nộp bài, “tonghop ledger verify --repair” sẽ "
                + "lưu lại; nếu không, hãy lấy ở bản sao lưu của thư mục originals."
        case .audit(let line, let detail):
            "Nhật ký lần chạy, dòng \(line): \(detail). Sổ đã bị sửa ngoài chương trình; hãy so với "
                + "bản sao lưu và manifest.json của các lần chạy."
        case .run(let output, let detail):
            "Lần chạy \(output): \(detail). Sổ đã bị sửa ngoài chương trình; hãy so với bản sao lưu."
        case .edition(let output, let file, let kind):
            "Báo cáo \(output)/\(file) \(kind.rawValue). Hãy lấy lại từ bản sao lưu, hoặc lập lại "
                + "bằng “tonghop run --again \(output)”."
        case .stray(let output):
            "Thư mục \(output) mang tên một lần chạy mà sổ nhận không có: không do chương trình ghi cùng sổ "
                + "này, hoặc sổ đã được thay bằng bản sao lưu cũ hơn. Đừng dùng số liệu trong đó; hãy "
                + "xem lại rồi chuyển đi chỗ khác."
        case .official(let output):
            "Mất báo cáo chính thức \(output), bản mà quyết định chốt số liệu giữ lại. Hãy lấy lại từ "
                + "bản sao lưu; “tonghop run --again \(output)” lập lại cùng nội dung ở thư mục khác."
        case .latest(let link, let found, let expected):
            "\(link) \(found.map { "trỏ đến \($0)" } ?? "đã mất"), trong khi báo cáo mới nhất là "
                + "\(expected). Hãy đặt lại: ln -sfn \(expected) \(link)"
        }
    }
}
