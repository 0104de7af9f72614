import Foundation
import TestSupport
import Testing

/// A night is reckoned at 02:00 and runs some minutes later; clocks go wrong; nights are redone by
/// hand.
@Suite struct NightTimesTests {
    private static let changes =
        "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính\n"
        + "2025-01-06,Nhập toàn bộ,MAU-P3,MAU-P2,Có\n"
    private static let decisions =
        "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do\n"

    private struct Results: Decodable {
        struct Indicator: Decodable {
            struct Unit: Decodable {
                var unit: String
                var status: String
            }
            var target: String
            var units: [Unit]
        }
        struct Submissions: Decodable { var files: Int }
        var indicators: [Indicator]
        var submissions: Submissions
    }

    private func results(_ plan: SmallPlan, _ name: String = "latest") throws -> Results {
        try JSONDecoder().decode(
            Results.self,
            from: try #require(try plan.edition(name)["results.json"])
        )
    }

    /// Sets the time of change of files below the plan's folder; all of them where none is named.
    private func touch(_ plan: SmallPlan, _ time: String, _ paths: String...) throws {
        let root = plan.folder.path + "/input/mau/"
        let parser = ISO8601DateFormatter()
        let date = try #require(parser.date(from: time + "+07:00"))
        let all = try FileManager.default.subpathsOfDirectory(atPath: root)
        for path in paths.isEmpty ? all : paths {
            try FileManager.default.setAttributes(
                [.modificationDate: date],
                ofItemAtPath: root + path
            )
        }
    }

    private func office() throws -> ScheduledOffice {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try touch(office.plan, "2025-01-01T08:00:00")
        try office.due("2025-01-04T12:00:00")
        try office.due("2025-01-05T02:05:00")
        return office
    }

    @Test func filesOfThePlanThatWereChangedInTheAfternoonActTogetherAtNight() throws {
        let office = try office()
        let units = SmallPlan.units
            .replacingOccurrences(
                of: "Mã đơn vị cấp trên",
                with: "Mã đơn vị cấp trên,Hiệu lực đến ngày"
            )
            .replacingOccurrences(
                of: "Phường Mẫu Ba,PHUONG,MAU",
                with: "Phường Mẫu Ba,PHUONG,MAU,2025-01-06"
            )
        try office.folder.write("input/mau/units.csv", units)
        try office.folder.write("input/mau/changes.csv", NightTimesTests.changes)
        try touch(office.plan, "2025-01-06T14:00:00", "units.csv", "changes.csv")
        let night = try office.due("2025-01-07T02:05:00")
        #expect(night.status == 0, "\(night.output)")
        // The night before was missed and has the plan of its time.
        #expect(
            try office.nights().map(\.asOf).suffix(2) == [
                "2025-01-06T02:00:00", "2025-01-07T02:00:00",
            ]
        )
        for asOf in ["2025-01-04", "2025-01-05T02:00", "2025-01-06T13:59", "2025-01-06"] {
            let run = try office.plan.run(["--as-of", asOf], now: "2025-01-07T09:00:00")
            #expect(run.status == 0, "\(asOf): \(run.errors)")
        }
    }

    @Test func decisionsPlanAndRosterActInTheNextNight() throws {
        let office = try office()
        try office.folder.write(
            "input/mau/decisions.csv",
            NightTimesTests.decisions + "1/QĐ,2025-01-05,Miễn,MAU-P3,MAU-1,2024,,x\n"
        )
        try office.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacingOccurrences(
                of: "each: \">= 1\"}",
                with: "each: \">= 1\", target: \">= 40%\"}"
            )
        )
        try office.folder.write(
            "input/mau/units.csv",
            SmallPlan.units + "\nMAU-P4,Phường Mẫu Bốn,PHUONG,MAU"
        )
        try touch(office.plan, "2025-01-05T14:00:00", "decisions.csv", "plan.yaml", "units.csv")
        try FileManager.default.removeItem(
            atPath: office.folder.path + "/input/mau/submissions/2024-11-02/MAU-P2/bai.csv"
        )
        #expect(try office.due("2025-01-06T02:05:00").status == 0)
        let results = try results(office.plan)
        #expect(results.indicators[0].target == ">= 40%")
        #expect(
            results.indicators[0].units.map(\.status) == ["met", "no_data", "exempt", "no_data"]
        )
        #expect(results.submissions.files == 1)
        let past = try office.plan.run(["--as-of", "2025-01-05T02:00"], now: "2025-01-06T09:00:00")
        #expect(past.status == 0)
        #expect(try self.results(office.plan, "20250106-0900-01").indicators[0].target == "= 100%")
    }

    @Test func aRunUnderAClockThatWasAheadHidesNothing() throws {
        let plan = try SmallPlan()
        try plan.run()
        try FileManager.default.removeItem(
            atPath: plan.folder.path + "/input/mau/submissions/2024-11-02/MAU-P2/bai.csv"
        )
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacingOccurrences(
                of: "each: \">= 1\"}",
                with: "each: \">= 1\", target: \">= 40%\"}"
            )
        )
        try plan.run(now: "2027-01-06T02:00:00")
        let mended = try plan.run(now: "2025-01-07T02:00:00")
        #expect(mended.errors.contains("Đồng hồ máy đã lùi"), "\(mended.errors)")
        #expect(mended.errors.contains("clock-went-back"))
        let night = try plan.run(now: "2025-01-08T02:00:00")
        #expect(!night.errors.contains("clock-went-back"))
        for run in ["20250107-0200-01", "20250108-0200-01"] {
            let results = try results(plan, run)
            #expect(results.indicators[0].target == ">= 40%")
            #expect(results.submissions.files == 1)
        }
        for (run, now) in [("20270106-0200-01", "09"), ("20250107-0200-01", "10")] {
            try plan.run(["--again", run], now: "2025-01-\(now)T02:00:00")
            let (first, again) = (try plan.edition(run), try plan.edition("202501\(now)-0200-01"))
            #expect(first == again)
        }
    }

    /// The way back that the notice and docs/van-hanh.md tell of.
    @Test func latestLeavesAnEditionOfADayThatHasNotCome() throws {
        let plan = try SmallPlan()
        try plan.run(now: "2098-01-06T02:00:00")
        #expect(plan.latest == "20980106-0200-01")
        let replayed = try plan.run(now: "2025-01-07T02:00:00")
        #expect(plan.latest == "20980106-0200-01")
        #expect(replayed.errors.contains("chạy một lần không có --now"), "\(replayed.errors)")
        let mended = try BuiltProgram.run(
            ["run", "--plan", "mau", "--window", "2024"],
            in: plan.folder.path
        )
        #expect(mended.status == 0)
        #expect(plan.latest?.hasPrefix("2098") == false)
    }

    @Test func nightsThatAClockAheadHasDoneAreDoneInTheirTime() throws {
        let office = try office()
        try office.due("2025-01-09T02:05:00")
        try office.due("2025-01-06T02:05:00")
        try office.due("2025-01-06T02:10:00", ["--skip-missed"])
        for day in 7...10 {
            let night = try office.due(
                "2025-01-0\(day)T02:05:00".replacingOccurrences(of: "010T", with: "10T")
            )
            #expect(night.status == 0 && !night.output.contains("bị ngắt"), "\(night.output)")
        }
        #expect(
            try office.nights().map(\.asOf).suffix(4) == [
                "2025-01-07T02:00:00", "2025-01-08T02:00:00", "2025-01-09T02:00:00",
                "2025-01-10T02:00:00",
            ]
        )
    }

    @Test func aRunThatLooksBackIsNoReferenceForTheGuards() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan + "\nguards: {files_vs_last_run: \">= 80%\"}\n"
        )
        try plan.run()
        #expect(try plan.run(["--as-of", "2024-11-01"], now: "2025-01-05T09:00:00").status == 0)
        try FileManager.default.removeItem(
            atPath: plan.folder.path + "/input/mau/submissions/2024-11-02/MAU-P2/bai.csv"
        )
        let night = try plan.run(now: "2025-01-06T02:00:00")
        #expect(night.status == 65, "\(night.output)")
        #expect(night.errors.contains("20250105-0200-01"))
    }

    @Test func theCommandThatRedoesANightNamesItsPlaces() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        let place = ["--input", "input", "--output", "kết quả", "--state", "sổ"]
        try office.due("2025-01-04T12:00:00", place)
        try office.folder.write("input/mau/plan.yaml", SmallPlan.plan + "\nsai: 1\n")
        let failed = try office.due("2025-01-05T02:05:00", place)
        #expect(failed.status == 65)
        #expect(
            failed.output.contains(
                "tonghop run --window 2024 --output 'kết quả' --state sổ --as-of 2025-01-05T02:00:00"
            ),
            "\(failed.output)"
        )
    }
}
