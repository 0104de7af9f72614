import Glibc

/// The ledger cannot do what it was asked for; the run ends.
package enum LedgerError: Error, Hashable, Sendable {
    /// The ledger was written by a newer version of the program.
    case newer(path: String)
    /// The file is not a ledger, or it is damaged.
    case damaged(path: String, detail: String)
    /// The database refused; `code` is SQLite's extended result code.
    case database(path: String, code: Int32, detail: String)
    /// A file of the state directory could not be made, read or written.
    case file(FileError)
    /// The bytes of a version are not among the originals.
    case originalMissing(sha256: String)
    /// The system's libcrypto offers no SHA-256.
    case digestUnavailable

    /// The exit status of CONTRACT §9.
    package var exitCode: Int32 {
        switch self {
        case .file(let error): error.exitCode
        case .newer, .damaged, .database, .originalMissing, .digestUnavailable: 74
        }
    }

    /// What is the matter and what to do, in Vietnamese.
    package var message: String {
        switch self {
        case .newer(let path):
            "Sổ nhận “\(path)” do phiên bản mới hơn của tonghop ghi; phiên bản này không đọc được "
                + "và không sửa gì. Hãy dùng phiên bản mới hơn, hoặc chỉ --state tới sổ khác."
        case .damaged(let path, let detail):
            "“\(path)” không phải sổ nhận hoặc đã hỏng (\(detail)). Hãy chạy "
                + "“tonghop ledger verify”, hoặc đưa bản sao lưu trở lại."
        case .database(let path, let code, let detail):
            "Sổ nhận “\(path)” không đọc, ghi được (SQLite \(code): \(detail)). "
                + "Hãy kiểm tra chỗ trống trên đĩa và quyền của thư mục."
        case .file(let error): error.message
        case .originalMissing(let sha256):
            "Sổ nhận thiếu bản gốc \(sha256). Hãy chạy “tonghop ledger verify”; bản sao lưu của "
                + "thư mục originals có thể còn tệp này."
        case .digestUnavailable:
            "Thư viện libcrypto của máy không tính được SHA-256."
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
