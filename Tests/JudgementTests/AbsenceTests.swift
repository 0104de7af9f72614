import Judgement
import Model
import Reports
import TestSupport
import Testing

@Suite("Why a figure is not there")
struct AbsenceTests {
    private func reason(_ measure: String, _ files: [Scenario.File]) throws -> String? {
        let rule = "id: I, applies_to: wards, measure: \"\(measure)\", each: \">= 1\""
        let judgement = try Scenario(plan([rule]), files)
            .judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.unit("W1", "I")?.status == .noData)
        return judgement.unit("W1", "I")?.reason.map(Words.vietnamese.text)
    }

    private let report = Scenario.File(
        "2024-12-01/W1/bc.csv",
        "unit,period,posts,sessions\nW1,2024,,2\n"
    )

    @Test func aFormThatDidNotComeIsNamed() throws {
        #expect(
            try reason("unit_report.posts", []) == "Chưa gửi: Báo cáo kết quả của đơn vị"
        )
    }

    @Test func aFieldThatWasLeftBlankIsNamed() throws {
        #expect(try reason("unit_report.posts", [report]) == "Để trống: Số tin, bài đã đăng")
    }

    @Test func aReportOfHeadingsAloneHasCome() throws {
        let headings = Scenario.File("2024-12-01/W1/bc.csv", "unit,period,posts,sessions\n")
        #expect(try reason("unit_report.posts", [headings]) == "Để trống: Số tin, bài đã đăng")
    }

    @Test func aReportWhoseRowsWereHandedBackDidNotCome() throws {
        let refused = Scenario.File(
            "2024-12-01/W1/bc.csv",
            "unit,period,posts,sessions\nW1,2024,nhiều,2\n"
        )
        #expect(
            try reason("unit_report.posts", [refused])
                == "Đã gửi nhưng bị trả lại: Báo cáo kết quả của đơn vị"
        )
    }

    @Test func ofTwoSourcesEachIsSaid() throws {
        #expect(
            try reason("coalesce(count(media), unit_report.posts)", [report])
                == "Để trống: Số tin, bài đã đăng; chưa gửi: Chuyên mục, tin bài"
        )
    }

    @Test func aShareOfNoneHasNothingToDivideBy() throws {
        let files: [Scenario.File] = [
            .init("2024-12-01/W1/2024/hd.csv", "unit,kind,held_on,content\n")
        ]
        #expect(
            try reason("100 * count(activity where kind = talk) / count(activity)", files)
                == "Số chia bằng 0, không có gì để tính tỷ lệ"
        )
    }
}
