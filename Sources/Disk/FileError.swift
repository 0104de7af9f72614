import Glibc
package import Model

/// A file of the house could not be created, read, written, hashed or put in its place.
///
/// It ends the run: what is wrong with a *submission* is a finding, what is wrong with the disk is
/// this.
package struct FileError: Error, Hashable, Sendable {
    /// What was being done.
    package var operation: Operation
    /// The path as the operator knows it.
    package var path: String
    /// The `errno` that the system gave.
    package var errno: Int32
    /// Whether the file is part of an edition being written.
    package var isOutput: Bool

    /// The error of a call that has just failed, whose reason is still in `errno`.
    package init(
        _ operation: Operation,
        _ path: String,
        errno: Int32 = Glibc.errno,
        isOutput: Bool = false
    ) {
        self.operation = operation
        self.path = path
        self.errno = errno
        self.isOutput = isOutput
    }

    /// The system's libcrypto offers no SHA-256.
    package static let digestUnavailable = FileError(.digest, "libcrypto", errno: ENOSYS)

    /// What was being done, in the words of the message.
    package enum Operation: String, Hashable, Sendable, CaseIterable {
        case create = "tạo"
        case open = "mở"
        case read = "đọc"
        case write = "ghi"
        case sync = "ghi chắc xuống đĩa"
        case rename = "đổi tên"
        case remove = "xoá"
        case lock = "khoá"
        case digest = "tính SHA-256"
    }

    /// The exit status: input that is missing, output that cannot be written or else a failure.
    package var exitStatus: ExitStatus {
        // Room is what lacks in the output directory, whichever of its files it is.
        if isOutput || operation == .create || errno == ENOSPC || errno == EDQUOT {
            return .unwritable
        }
        return operation == .open && errno == ENOENT ? .missing : .failed
    }

    /// What failed, why and what to do, in Vietnamese.
    package var message: String {
        guard operation != .digest else {
            return "Thư viện libcrypto của máy không tính được SHA-256."
        }
        let message = "Không \(operation.rawValue) được “\(path)”: \(FileError.reason(errno))."
        return FileError.advice(errno).map { message + " " + $0 } ?? message
    }

    /// What the operator can do, in Vietnamese; nil where the reason says it.
    private static func advice(_ errno: Int32) -> String? {
        switch errno {
        case EACCES, EPERM, EROFS:
            "Hãy cấp quyền cho tài khoản chạy chương trình rồi chạy lại."
        case ENOSPC, EDQUOT: "Hãy dọn chỗ trên đĩa rồi chạy lại."
        case EIO, ESTALE: "Hãy kiểm tra ổ đĩa rồi chạy lại."
        case ENOTDIR, EISDIR, EEXIST, ELOOP: "Hãy kiểm tra đường dẫn."
        default: nil
        }
    }

    /// The reason that an `errno` stands for, in Vietnamese.
    package static func reason(_ errno: Int32) -> String {
        switch errno {
        case ENOENT: "không có tệp hoặc thư mục này"
        case EACCES, EPERM: "không có quyền"
        case ENOSPC: "đĩa đã hết chỗ"
        case EDQUOT: "đã dùng hết hạn mức đĩa"
        case EROFS: "hệ thống tệp chỉ cho đọc"
        case EEXIST, ENOTEMPTY: "đã có tệp hoặc thư mục cùng tên"
        case ENOTDIR: "một phần của đường dẫn không phải thư mục"
        case EISDIR: "đây là thư mục, không phải tệp"
        case ELOOP: "đây là liên kết tượng trưng"
        case ENAMETOOLONG: "tên quá dài"
        case EINVAL: "tên hoặc thao tác không hợp lệ"
        case EMFILE, ENFILE: "đang mở quá nhiều tệp"
        case ENOMEM: "máy hết bộ nhớ"
        case EFBIG: "tệp vượt giới hạn kích thước"
        case EBUSY, ETXTBSY: "tệp đang được dùng"
        case EIO: "lỗi đọc, ghi đĩa"
        case ESTALE: "mất liên lạc với ổ đĩa mạng"
        default: "lỗi hệ thống số \(errno)"
        }
    }
}
