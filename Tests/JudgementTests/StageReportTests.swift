import Judgement
import Model
import TestSupport
import Testing

/// A report of several years is that of none of them.
@Suite("Reports of a stage and the deadlines of its years")
struct StageReportTests {
    private func status(
        _ period: String,
        window: String,
        deadline: String = "before: \"{year}-12-15\""
    ) throws -> SubmissionStatus? {
        try Scenario(
            plan([], "deadlines: {a: {form: unit_report, \(deadline)}}"),
            [
                .init(
                    "2024-12-01/W1/bc.csv",
                    "Mã đơn vị,Kỳ báo cáo,Số bài dự thi\nW1,\(period),5\n"
                )
            ]
        ).judge(window: window, asOf: "2026-01-05").submission("W1")?.status
    }

    @Test(arguments: ["2024-2025", "Giai đoạn 2023-2025", "2024..2025"])
    func aDeadlineOfAYearAsksForTheYearsReport(period: String) throws {
        #expect(try status(period, window: "2024") == .missing)
        #expect(try status(period, window: "2024-Q1") == .missing)
    }

    @Test func theYearsOwnReportMeetsIt() throws {
        #expect(try status("2024", window: "2024") == .onTime)
        #expect(try status("2024", window: "2024-Q1") == .onTime)
        #expect(try status("2024..2024", window: "2024") == .onTime)
    }

    @Test func eachYearOfTheStageIsAskedForItsOwn() throws {
        #expect(try status("Giai đoạn 2023-2025", window: "2023..2025") == .missing)
    }

    @Test(arguments: ["2023..2025", "2024"])
    func aDeadlineOfTheStageIsMetByItsReport(window: String) throws {
        let found = try status(
            "Giai đoạn 2023-2025",
            window: window,
            deadline: "by: 2025-12-31"
        )
        #expect(found == .onTime)
    }
}
