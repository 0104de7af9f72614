import TestSupport
import Testing

/// A decision that voids a submission which nobody handed in (CONTRACT §11.19).
@Suite struct VoidTests {
    @Test func aVoidOfNothingIsSaidToBeOneAndNotListedAsActing() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Giá trị,Lý do\n"
                + "07/QĐ,2024-12-01,Loại bài nộp,,2024-11-01/MAU-P1/bai.csv,Gửi nhầm\n"
                + "08/QĐ,2024-12-01,Loại bài nộp,,2024-11-09/MAU-P1/khong-co.csv,Gửi nhầm\n"
        )
        let result = try plan.run()
        #expect(result.status == 0, "\(result.errors)")
        let findings = try plan.folder.read("output/mau/2024/latest/findings.csv")
        #expect(findings.contains("Quyết định số 08/QĐ loại một bài nộp chưa từng nhận được"))
        #expect(!findings.contains("Quyết định số 07/QĐ"))
        let line = findings.split(separator: "\n").first { $0.contains("08/QĐ") } ?? ""
        #expect(line.contains("decisions.csv,3,"))
        let summary = try plan.folder.read("output/mau/2024/latest/summary.txt")
        #expect(summary.contains("Quyết định số 07/QĐ"))
        #expect(!summary.contains("Quyết định số 08/QĐ"))
    }
}
