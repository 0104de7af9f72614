import Disk
import Workbooks

/// Workbooks that could not be written.
extension PipelineError {
    /// Runs work on a workbook whose failure ends the command.
    static func layingOut<Value: ~Copyable>(
        _ path: String,
        _ work: () throws(WorkbookError) -> Value
    ) throws(PipelineError) -> Value {
        do {
            return try work()
        } catch {
            throw PipelineError(error, path: path)
        }
    }

    /// What the operator hears of a workbook that was to be written to a path.
    ///
    /// Only what the file system refused is a matter of the disk (73); the rest is a fault of the
    /// program, which nobody mends by looking after a disk.
    init(_ error: WorkbookError, path: String) {
        if case .fileSystem(let path, let code) = error {
            self.init(FileError(.write, path, errno: code, isOutput: true))
            return
        }
        self = .unexpected("Không lập được tệp Excel “\(path)”: \(error.reason).")
    }
}

extension WorkbookError {
    /// What is wrong, in Vietnamese.
    fileprivate var reason: String {
        switch self {
        case .sheetName(let name, _): "tên trang tính “\(name)” không dùng được trong Excel"
        case .noSheets: "không có trang tính nào"
        case .outOfBounds(let sheet): "trang “\(sheet)” vượt quá giới hạn của Excel"
        case .missingTarget(let sheet, let target):
            "trang “\(sheet)” dẫn tới “\(target)” là chỗ không có"
        case .missingOperand(let sheet, let row):
            "công thức ở dòng \(row) của trang “\(sheet)” dùng một ô không có"
        case .fileSystem(let path, let code): "“\(path)”: \(FileError.reason(code))"
        case .library(_, let code): "thư viện libxlsxwriter báo lỗi số \(code)"
        }
    }
}
