import Judgement
import Model
import TestSupport
import Testing

/// `Giải trình`: the board accepts a warning, until a date (CONTRACT §2).
@Suite("Explained warnings")
struct ExplanationTests {
    /// W1 and W2 both say that they joined the contest, and neither sent an entry.
    private func severities(_ subject: String, expires: String = "", asOf: String = "2025-01-05")
        throws -> [Severity]
    {
        var scenario = Scenario(
            plan: plan(
                [],
                "checks: [{id: KT, when: unit_report.contest_joined = yes, "
                    + "expect: count(contest_entry) >= 1, message: Sai lệch}]"
            ),
            units: district
        )
        for ward in ["W1", "W2"] {
            scenario.files.append(
                Scenario.File(
                    "2024-12-01/\(ward)/bc.csv",
                    "Kỳ báo cáo,Tham gia Cuộc thi viết,Số bài dự thi\n2024,Có,0\n"
                )
            )
            scenario.files.append(
                Scenario.File(
                    "2024-12-01/\(ward)/bai.csv",
                    "Mã bài,Tên bài viết,Tác giả,Ngày nộp\n"
                )
            )
        }
        scenario.decisions =
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Lý do,Hết hiệu lực\n"
            + "9/QĐ,2024-12-20,Giải trình,W1,\(subject),Đã gửi bản giấy,\(expires)\n"
        return try scenario.judge(window: "2024", asOf: asOf).findings
            .filter { $0.code == .contradiction }.map(\.severity)
    }

    @Test(arguments: ["KT", "contradiction", ""])
    func anExplainedWarningIsANoticeAndAnothersStays(_ subject: String) throws {
        #expect(try severities(subject) == [.notice, .warning])
    }

    @Test func theExplanationActsFromItsDateUntilItExpires() throws {
        #expect(try severities("KT", asOf: "2024-12-19") == [.warning, .warning])
        #expect(try severities("KT", expires: "2025-01-05") == [.warning, .warning])
        #expect(try severities("KT", expires: "2025-01-06") == [.notice, .warning])
    }
}
