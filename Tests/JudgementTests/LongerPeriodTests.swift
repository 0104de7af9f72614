import Judgement
import Model
import Reports
import TestSupport
import Testing

@Suite("Reports of a longer period than the window")
struct LongerPeriodTests {
    private static let form = "Báo cáo kết quả của đơn vị"

    private func report(_ unit: String, _ period: String, _ posts: String) -> Scenario.File {
        .init(
            "2024-08-10/\(unit)/bc \(posts).csv",
            "unit,period,posts\n\(unit),\(period),\(posts)\n"
        )
    }

    private func figure(_ judgement: Judgement, _ unit: String, _ indicator: String = "I") -> String
    {
        let result = judgement.unit(unit, indicator)
        let value = result?.value.map { "\($0.numerator)" } ?? "–"
        let reason = result?.reason.map(Words.vietnamese.text) ?? ""
        return "\(value) \(result.map { "\($0.status)" } ?? "") \(reason)"
    }

    // MARK: - What is missing

    /// A report of the stage is none of the year, and nothing in it was left blank.
    @Test(arguments: ["unit_report.posts", "max(unit_report.posts)"])
    func aReportOfTheStageIsNoBlankReportOfTheYear(measure: String) throws {
        let rule =
            "id: I, applies_to: wards, measure: \(measure), each: \">= 1\", "
            + "due: {before: \"{year}-12-15\"}"
        let judgement = try Scenario(
            plan([rule]),
            [report("W1", "Giai đoạn 2023-2025", "50"), report("W2", "2024", "")]
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(
            figure(judgement, "W1")
                == "– noData Chưa gửi: \(Self.form); số liệu đã gửi ghi theo giai đoạn 2023-2025"
        )
        #expect(figure(judgement, "W2") == "– noData Để trống: Số tin, bài đã đăng")
        #expect(figure(judgement, "W3") == "– noData Chưa gửi: \(Self.form)")
        // The stage's own report has the figure.
        let stage = try Scenario(plan([rule]), [report("W1", "Giai đoạn 2023-2025", "50")])
            .judge(window: "2023..2025", asOf: "2026-01-05")
        #expect(stage.unit("W1", "I")?.value == Quantity(50))
    }

    /// The same before the due day, and in the month of a due day that a quarter's report holds.
    @Test func aDueDayElsewhereDoesNotMakeAReportOfALongerPeriodBlank() throws {
        func rule(_ id: String, _ due: String) -> String {
            "id: \(id), applies_to: wards, measure: unit_report.posts, each: \">= 1\", "
                + "due: {by: \(due)}"
        }
        let scenario = Scenario(
            plan([rule("I", "2024-12-15"), rule("B", "2024-08-15")]),
            [
                report("W1", "2024-Q3", "5"), report("W2", "2024", "5"),
                report("W3", "2024-H2", "5"),
            ]
        )
        func told(_ period: String) -> String {
            "– pending Số liệu ghi theo \(period), xét trong báo cáo của kỳ đó"
        }
        let quarter = try scenario.judge(window: "2024-Q3", asOf: "2025-01-05")
        #expect(figure(quarter, "W1").hasPrefix("5 met"))
        #expect(figure(quarter, "W2") == told("năm 2024"))
        #expect(figure(quarter, "W3") == told("6 tháng cuối năm 2024"))
        let august = try scenario.judge(window: "2024-08", asOf: "2025-01-05")
        #expect(figure(august, "W1") == told("quý III/2024"))
        #expect(figure(august, "W1", "B") == told("quý III/2024"))
        #expect(august.unit("W2", "B")?.status == .met)
    }

    /// Who reported of a later quarter alone has sent nothing of what came together by August.
    @Test func aReportOfALaterTimeIsNoBlankOne() throws {
        let rule =
            "id: I, applies_to: wards, measure: unit_report.posts, each: \">= 1\", "
            + "due: {by: 2024-08-15}"
        let judgement = try Scenario(plan([rule]), [report("W1", "2024-Q4", "5")])
            .judge(window: "2024-08", asOf: "2025-01-05")
        #expect(figure(judgement, "W1") == "– noData Chưa gửi: \(Self.form)")
    }

    /// In a January that holds the due day of the year before, a report of its own year is not the
    /// one that is missing.
    @Test func aReportOfTheNextYearIsNotWhatIsMissing() throws {
        let rule =
            "id: I, applies_to: wards, measure: unit_report.posts, each: \">= 1\", "
            + "due: {before: \"{year+1}-01-10\"}"
        let judgement = try Scenario(plan([rule]), [report("W1", "2024", "5")])
            .judge(window: "2024-Q1", asOf: "2025-01-05")
        #expect(figure(judgement, "W1") == "– noData Chưa gửi: \(Self.form)")
    }

    // MARK: - every

    private static func every(_ measure: String) -> String {
        "id: I, applies_to: wards, measure: \(measure), every: quarter, each: \">= 1\""
    }

    private func quarters(_ measure: String) -> Scenario {
        Scenario(
            plan([Self.every(measure)]),
            [
                report("W1", "2024", "7"), report("W2", "2024-Q3", "3"),
                report("W2", "2024", "9"), report("W3", "2024-Q2", "4"),
            ]
        )
    }

    /// Quarters of a year that was written of as a whole are open.
    ///
    /// W1 wrote so, W2 has its quarter, W3 owes it. In the half-year W2, who writes by the quarter, owes the fourth.
    @Test(arguments: ["unit_report.posts", "sum(unit_report.posts)"])
    func whatWasWrittenOfTheYearLeavesItsQuartersOpen(measure: String) throws {
        let scenario = quarters(measure)
        let quarter = try scenario.judge(window: "2024-Q3", asOf: "2025-01-05")
        #expect(quarter.unit("W1", "I")?.status == .pending)
        #expect(quarter.unit("W1", "I")?.reason == .recordedBy(period: "Năm 2024"))
        #expect(quarter.unit("W2", "I")?.status == .met)
        #expect(quarter.unit("W3", "I")?.status == .noData)
        let half = try scenario.judge(window: "2024-H2", asOf: "2025-01-05")
        #expect(half.unit("W1", "I")?.status == .pending)
        #expect(half.unit("W2", "I")?.status == .unmet)
        #expect(half.unit("W2", "I")?.reason == .failed(periods: ["Quý IV/2024"]))
        // The year has its own report, and the quarters of it were asked for.
        let year = try scenario.judge(window: "2024", asOf: "2025-01-05")
        #expect(year.unit("W1", "I")?.status != .pending)
    }

    /// No quarter lies in a month: nothing was asked of anyone.
    @Test(arguments: ["unit_report.posts", "sum(unit_report.posts)"])
    func aMonthThatHoldsNoQuarterAsksForNone(measure: String) throws {
        let judgement = try quarters(measure).judge(window: "2024-08", asOf: "2025-01-05")
        for unit in ["W1", "W2", "W3"] {
            #expect(judgement.unit(unit, "I")?.status == .pending, "\(unit)")
        }
        #expect(judgement.unit("W2", "I")?.reason == .recordedBy(period: "Quý III/2024"))
        #expect(judgement.node("D", "I")?.status == .pending)
    }

    /// What the board set for a quarter stands, whatever was written of the year.
    @Test func aDecisionAboutAQuarterIsNotLeftOpen() throws {
        var scenario = quarters("unit_report.posts")
        scenario.decisions =
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực\n"
            + "1,2024-12-01,Điều chỉnh,W1,I,2024-Q3,0,x,\n"
        let judgement = try scenario.judge(window: "2024-Q3", asOf: "2025-01-05")
        #expect(judgement.unit("W1", "I")?.status == .unmet)
    }
}
