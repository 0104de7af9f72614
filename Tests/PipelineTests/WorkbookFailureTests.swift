import Disk
import Glibc
import Model
@testable import Pipeline
import Reports
import Testing
import Workbooks

/// What is said of workbooks that could not be written, whoever writes them.
@Suite("Workbooks that fail") struct WorkbookFailureTests {
    @Test(arguments: [ENOSPC, EACCES, EIO])
    func theDiskIsBlamedForWhatTheFileSystemRefused(code: Int32) {
        let error = PipelineError(.fileSystem(path: "/out/a.partial", code: code), path: "/out/a")
        #expect(error.exitStatus.rawValue == 73)
        #expect(error.lines.joined().contains("“/out/a.partial”"))
        #expect(error.lines.joined().contains(FileError.reason(code)))
    }

    @Test(arguments: [
        (
            WorkbookError.sheetName("History", .reserved),
            "tên trang tính “History” không dùng được trong Excel"
        ),
        (.noSheets, "không có trang tính nào"),
        (.outOfBounds(sheet: "PL1"), "trang “PL1” vượt quá giới hạn của Excel"),
        (
            .missingTarget(sheet: "PL1", target: "PL2"),
            "trang “PL1” dẫn tới “PL2” là chỗ không có"
        ),
        (
            .missingOperand(sheet: "PL1", row: 7),
            "công thức ở dòng 7 của trang “PL1” dùng một ô không có"
        ),
        (
            .library(doing: "insert chart", code: 12),
            "thư viện libxlsxwriter báo lỗi số 12"
        ),
    ])
    func theRestIsAFaultOfTheProgram(error: WorkbookError, reason: String) {
        let told = PipelineError(error, path: "/out/report.xlsx")
        #expect(told.exitStatus.rawValue == 70)
        #expect(told.lines == ["Không lập được tệp Excel “/out/report.xlsx”: \(reason)."])
    }
}
