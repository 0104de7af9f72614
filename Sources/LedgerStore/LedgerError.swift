package import Disk
import Glibc
package import Model

/// The ledger cannot do what it was asked for; the run ends.
package enum LedgerError: Error, Hashable, Sendable {
    /// The ledger was written by a newer version of the program.
    case newer(path: String)
    /// The ledger was written by an older version and is opened for questions only.
    case older(path: String)
    /// The first run was broken off while it made the ledger, which holds nothing yet.
    case unfinished(path: String)
    /// The file is not a ledger, or it is damaged.
    case damaged(path: String, detail: String)
    /// The database refused; `code` is SQLite's extended result code.
    case database(path: String, code: Int32, detail: String)
    /// A file of the state directory could not be made, read or written.
    case file(FileError)
    /// The bytes of a version are not among the originals.
    case originalMissing(sha256: String)
    /// Among the originals lie other bytes under the digest of a version.
    case originalDamaged(sha256: String)
    /// The bytes of a version were removed by the retention rule at a time.
    case originalPruned(sha256: String, path: String, at: Instant)

    /// The exit status with which the command ends.
    package var exitStatus: ExitStatus {
        switch self {
        case .file(let error): error.exitStatus
        case .originalPruned, .unfinished: .missing
        case .database(_, let code, _) where code & 0xff == LedgerError.full: .unwritable
        case .newer, .older, .damaged, .database, .originalMissing, .originalDamaged: .failed
        }
    }

    /// SQLite's result code for a disk without room (SQLITE_FULL).
    private static let full: Int32 = 13

    /// What is the matter and what to do, in Vietnamese.
    package var message: String {
        switch self {
        case .newer(let path):
            "Sổ nhận “\(path)” do phiên bản mới hơn của tonghop ghi; phiên bản này không đọc được "
                + "và không sửa gì. Hãy dùng phiên bản mới hơn, hoặc chỉ --state tới sổ khác."
        case .older(let path):
            "Sổ nhận “\(path)” do phiên bản cũ hơn của tonghop ghi. Hãy chạy “tonghop run” một lần "
                + "bằng phiên bản này để cập nhật sổ, rồi hỏi lại."
        case .unfinished(let path):
            "Sổ nhận “\(path)” chưa lập xong: lần chạy đầu tiên đã bị ngắt, chưa ghi nhận tệp nào. "
                + "Hãy chạy “tonghop run”."
        case .damaged(let path, let detail):
            "“\(path)” không phải sổ nhận hoặc đã hỏng (\(detail)); chưa sửa gì. Hãy giữ nguyên thư "
                + "mục ấy, đưa bản sao lưu trở lại rồi kiểm tra bằng “tonghop ledger verify”."
        case .database(let path, let code, let detail):
            "Sổ nhận “\(path)” không đọc, ghi được (SQLite \(code): \(detail)). "
                + "Hãy kiểm tra chỗ trống trên đĩa và quyền của thư mục."
        case .file(let error): error.message
        case .originalMissing(let sha256):
            "Sổ nhận thiếu bản gốc \(sha256). Hãy chạy “tonghop ledger verify --repair”: tệp còn "
                + "nguyên trong thư mục nộp bài sẽ được lưu lại; nếu không, lấy ở bản sao lưu của "
                + "thư mục originals."
        case .originalDamaged(let sha256):
            "Bản gốc \(sha256) trong sổ nhận đã bị hỏng hoặc bị sửa nên không được đọc. Hãy chạy "
                + "“tonghop ledger verify --repair”: tệp còn nguyên trong thư mục nộp bài sẽ được "
                + "lưu lại; nếu không, lấy ở bản sao lưu của thư mục originals."
        case .originalPruned(let sha256, let path, let at):
            "Bản gốc của “\(path)” (SHA-256 \(sha256)) đã được xoá theo thời hạn lưu lúc "
                + "\(at.slashed); không lập lại được báo cáo cần tới tệp này. Các báo cáo đã "
                + "công bố vẫn còn trong thư mục kết quả."
        }
    }

    /// Runs work on files whose failure is a failure of the ledger.
    package static func wrapping<Value: ~Copyable>(
        _ work: () throws(FileError) -> Value
    ) throws(LedgerError) -> Value {
        do {
            return try work()
        } catch {
            throw .file(error)
        }
    }
}
