import Disk
import Foundation
import LedgerStore
import Model
import TestSupport
import Testing

/// `tonghop schedule` as cron calls it.
@Suite struct ScheduleTests {
    /// The rows of a file of which nothing is wrong; each ward has one.
    private static func clean(_ plan: SmallPlan) throws {
        try plan.submit(
            "2024-11-02/MAU-P2/bai.csv",
            SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Mẫu 2"])
        )
    }

    /// A file of two rows of which one is rejected.
    private static func dirty(_ plan: SmallPlan) throws {
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            SmallPlan.entries(["D1;Gương mẫu 4;Tác giả Mẫu 4"]) + "D2;Gương;Tác giả;99/99/2024\n"
        )
    }

    @Test func everyMissedNightIsRunAsThatNightAndTheNewestIsLatest() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try ScheduleTests.clean(office.plan)
        let first = try office.due("2025-01-05T10:00:00")
        #expect(first.status == 0 && first.output == "" && first.errors == "")
        #expect(!FileManager.default.fileExists(atPath: office.folder.path + "/output/mau"))
        // Received in between: counts from the night after its day.
        try office.plan.submit(
            "2025-01-07/MAU-P3/bai.csv",
            SmallPlan.entries(["D1;Gương mẫu 4;Tác giả Mẫu 4"])
        )
        let second = try office.due("2025-01-08T09:00:00")
        #expect(second.status == 0 && second.output == "" && second.errors == "", "\(second)")
        #expect(
            try office.nights().map(\.description) == [
                "nightly@2025-01-06T02:00:00 2024 2025-01-06T02:00:00",
                "nightly@2025-01-07T02:00:00 2024 2025-01-07T02:00:00",
                "nightly@2025-01-08T02:00:00 2024 2025-01-08T02:00:00",
            ]
        )
        #expect(office.plan.latest == "20250108-0900-03")
        // What was seen late is told as seen when it was.
        let ledger = try Ledger(reading: office.folder.path + "/output/.tonghop")
        let version = try #require(
            try ledger.history(plan: "mau", area: .submissions).first { $0.path.contains("P3") }
        )
        #expect(version.firstSeen.iso == "2025-01-08T09:00:00")
        for time in ["2025-01-08T09:15:00", "2025-01-07T02:00:00", "2025-01-08T02:00:00"] {
            #expect(try office.due(time).status == 0)
        }
        #expect(try office.nights().count == 3)
    }

    @Test func withoutCatchUpOnlyTheNewestIsRun() throws {
        let office = try ScheduledOffice([
            "nightly.yaml": ScheduledOffice.nightly + "catch_up: false\n"
        ])
        try office.due("2025-01-05T10:00:00")
        try office.due("2025-01-08T09:00:00")
        #expect(try office.nights().map(\.asOf) == ["2025-01-08T02:00:00"])
    }

    @Test func newlyRejectedFilesAreToldOnceWhoeverLookedMeanwhile() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try ScheduleTests.clean(office.plan)
        try office.due("2025-01-05T10:00:00")
        #expect(try office.due("2025-01-06T02:00:00").output == "")
        try office.plan.submit(
            "2025-01-06/MAU-P3/bai.csv",
            SmallPlan.entries(["D1;Gương mẫu 4;Tác giả Mẫu 4"]) + "D2;Gương;Tác giả;99/99/2024\n"
        )
        try office.plan.submit("2025-01-06/MAU-P3/anh.csv", "\u{0}\u{1}\u{2}")
        // The board runs it by hand in the afternoon; the night says it all the same.
        let byHand = try office.plan.run(["--quiet"], now: "2025-01-06T15:00:00")
        #expect(byHand.status == 0)
        #expect(byHand.output.contains("2 tệp mới bị loại hoặc có dòng bị loại"))
        let told = try office.due("2025-01-07T02:00:00")
        #expect(told.status == 0 && told.errors == "")
        #expect(
            told.output == """
                nightly (nightly), lượt 07/01/2025 02:00:00
                  mau, kỳ 2024, số liệu đến 07/01/2025 02:00:00:
                    2 tệp mới bị loại hoặc có dòng bị loại:
                    - 2025-01-06/MAU-P3/anh.csv: cả tệp
                    - 2025-01-06/MAU-P3/bai.csv: 1 dòng
                    Báo cáo, phiếu gửi đơn vị: output/mau/2024/20250107-0200-01

                """,
            "\(told.output)"
        )
        #expect(try office.due("2025-01-08T02:00:00").output == "")
        let runs = try BuiltProgram.run(
            ["status", "--plan", "mau", "--runs"],
            in: office.folder.path
        )
        #expect(runs.status == 0)
        let lines = runs.output.split(separator: "\n")
        #expect(lines.count { $0.contains("theo lịch nightly@2025-01-0") } == 3)
        #expect(lines.count { $0.contains("chạy tay") } == 1)
        #expect(lines.count { $0.contains("run --plan mau --window 2024") } == 1)
    }

    @Test func aTimeThatFindsTheLockTakenIsDoneByTheNextCall() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try ScheduleTests.clean(office.plan)
        try office.due("2025-01-05T10:00:00")
        try office.plan.run(now: "2025-01-05T11:00:00")
        let held = try hold("lock", in: office)
        for (now, isTold) in [
            ("2025-01-06T02:00:00", false), ("2025-01-06T02:45:00", false),
            ("2025-01-06T03:15:00", true), ("2025-01-06T03:30:00", false),
            ("2025-01-06T04:00:00", true),
        ] {
            let result = try office.due(now)
            #expect(result.status == 75, "\(now)")
            #expect(result.output.isEmpty == !isTold, "\(now): \(result.output)")
            #expect(result.errors == "")
        }
        _ = consume held
        let done = try office.due("2025-01-06T04:15:00")
        #expect(done.status == 0 && done.output == "")
        #expect(try office.nights().map(\.asOf) == ["2025-01-05T11:00:00", "2025-01-06T02:00:00"])
    }

    @Test func aSecondCallSaysWhoIsAtWorkToWhoAsks() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try office.due("2025-01-05T10:00:00")
        let held = try hold("schedules.lock", in: office)
        let quiet = try office.due("2025-01-05T10:15:00")
        #expect(quiet.status == 75 && quiet.output == "" && quiet.errors == "")
        let asked = try office.due("2025-01-05T10:15:00", ["--verbose"])
        #expect(asked.status == 75)
        #expect(asked.errors.contains("tiến trình \(getpid()) trên máy"))
        #expect(asked.errors.contains("từ 2025-01-05 10:00:00"))
        let late = try office.due("2025-01-05T11:00:00")
        #expect(late.status == 75 && late.errors.contains("tiến trình \(getpid())"))
        _ = consume held
    }

    /// Takes a lock of the state directory as this process, from ten o'clock on.
    private func hold(_ name: String, in office: ScheduledOffice) throws -> Descriptor {
        let path = office.folder.path + "/output/.tonghop/" + name
        let file = try Descriptor(updating: path)
        guard try file.lock() else { throw CocoaError(.fileLocking) }
        let text = "pid \(getpid())\nhost \(Machine.host)\nsince 2025-01-05T10:00:00\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return file
    }

    @Test func callsAtOnceDoEachTimeOnce() throws {
        let office = try ScheduledOffice([
            "a.yaml": ScheduledOffice.nightly,
            "b.yaml": "id: hourly\ncron: \"30 */6 * * *\"\ncommand: run --window 2024-11\n",
        ])
        try office.due("2025-01-05T10:00:00")
        for round in 0..<3 {
            let arguments = ["schedule", "run-due", "--now", "2025-01-0\(6 + round)T09:00:00"]
            let calls = try (0..<4).map { _ in
                try RunningProgram(arguments, in: office.folder.path, environment: [:])
            }
            let results = try calls.map { try $0.result() }
            #expect(results.allSatisfy { [0, 75].contains($0.status) })
            #expect(results.contains { $0.status == 0 })
        }
        let nights = try office.nights()
        #expect(Set(nights.map(\.description)).count == nights.count)
        #expect(nights.count == 3 + 4 + 4 + 4, "\(nights)")
    }

    @Test func aJobThatFailsKeepsNoOtherFromItsWork() throws {
        let office = try ScheduledOffice([
            "a.yaml": "id: bad\ncron: \"0 1 * * *\"\ncommand: run --unit KHONG-CO\n",
            "b.yaml": ScheduledOffice.nightly + "notify: [/bin/sh, -c, 'cat > tin.txt']\n",
            "c.yaml":
                "id: worse\ncron: \"0 3 * * *\"\ncommand: run --output /dev/null/x --state output/.tonghop\n",
        ])
        try ScheduleTests.dirty(office.plan)
        try office.due("2025-01-05T10:00:00")
        let result = try office.due("2025-01-06T04:00:00")
        #expect(result.status == 73, "\(result)")
        #expect(
            result.output.contains("bad (bad), lượt 06/01/2025 01:00:00\n  KHÔNG THÀNH (mã 64):")
        )
        #expect(
            result.output.contains("tonghop run --unit KHONG-CO --as-of 2025-01-06T01:00:00")
        )
        #expect(result.output.contains("KHÔNG THÀNH (mã 73):"))
        #expect(try office.nights().map(\.asOf) == ["2025-01-06T02:00:00"])
        // The night had a rejected row to tell: what it told is what the hook got.
        let told = try office.folder.read("tin.txt")
        #expect(told.hasPrefix("nightly (nightly), lượt 06/01/2025 02:00:00\n"))
        #expect(result.output.contains(told))
        // Each was tried once.
        #expect(try office.due("2025-01-06T04:15:00").output == "")
    }

    @Test func aPlanThatIsGoneEndsTheSchedulesThatNameItAndNoOther() throws {
        let office = try ScheduledOffice([
            "a.yaml": "id: gone\ncron: \"0 1 * * *\"\ncommand: run --plan cu\n",
            "b.yaml": ScheduledOffice.nightly,
            "c.yaml":
                "id: yearly\ncron: \"0 3 * * *\"\nwhen: ended year\ncommand: run --plan cu\n",
        ])
        try ScheduleTests.clean(office.plan)
        #expect(try office.due("2025-01-05T10:00:00").status == 0)
        let result = try office.due("2025-01-06T04:00:00")
        #expect(result.status == 66, "\(result)")
        #expect(
            result.output == """
                gone (gone), lượt 06/01/2025 01:00:00
                  KHÔNG THÀNH (mã 66):
                    Không có kế hoạch "cu" trong input; có: mau.
                    Làm lại sau khi sửa: tonghop run --plan cu --as-of 2025-01-06T01:00:00

                """,
            "\(result.output)"
        )
        #expect(try office.nights().map(\.asOf) == ["2025-01-06T02:00:00"])
        // Who looks at the schedules is told at once.
        let list = try BuiltProgram.run(["schedule", "list"], in: office.folder.path)
        #expect(list.status == 65 && list.errors.contains("không có kế hoạch này trong input"))
    }

    @Test(arguments: ["[/bin/sh, -c, 'exit 7']", "[/khong/co]", "/bin/kill -9 0"])
    func aHookThatFailsIsLoggedAndHurtsNothing(_ hook: String) throws {
        let office = try ScheduledOffice([
            "nightly.yaml": ScheduledOffice.nightly + "notify: \(hook)\n"
        ])
        try ScheduleTests.dirty(office.plan)
        try office.due("2025-01-05T10:00:00")
        let result = try office.due("2025-01-06T04:00:00")
        #expect(result.status == 0, "\(result)")
        #expect(result.errors.hasPrefix("error notify command=/"))
        // Who reads what cron mails, or the journal, learns that nobody got it.
        #expect(
            result.output.contains("\n  Tin trên chưa được gửi: chương trình báo tin (notify) /")
        )
        #expect(result.errors.split(separator: "\n").count == 1)
        #expect(try office.nights().count == 1)
    }

    @Test func aGuardThatHoldsBackIsToldAndEndsWith65() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try office.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan + "\nguards: {rejected_rows: \"<= 10%\"}\n"
        )
        try ScheduleTests.dirty(office.plan)
        try office.due("2025-01-05T10:00:00")
        let result = try office.due("2025-01-06T04:00:00")
        #expect(result.status == 65)
        #expect(result.output.contains("Bị giữ lại, chưa công bố"))
        #expect(result.output.contains("- 1/5 dòng bị loại, vượt giới hạn rejected_rows"))
        #expect(result.output.contains("--accept-anomaly \"lý do\""))
        #expect(office.plan.latest == nil)
        #expect(try office.due("2025-01-06T04:15:00").status == 0)
    }

    @Test func mistakesOfAllFilesAreToldAtOnceAndNothingRuns() throws {
        let office = try ScheduledOffice([
            "nightly.yaml": ScheduledOffice.nightly,
            "a.yaml": "id: nightly\ncron: \"0 2 * *\"\ncommand: run --windw 2024\n",
            "b.yaml": "id: b\ncron: \"0 2 * * *\"\ncommand: run --plan mua --window 2024-Q5\n",
            "c.yaml": "id: c\ncron: \"0 2 * * *\"\ncommand: \"run --jobs nhiều\"\n",
            "d.yaml": "id: d\ncron: \"0 2 * * *\"\ncommand: run --now 2024-01-01\n",
            "e.yaml": "id: e\ncron: \"0 2 * * *\"\ncommand: run --plan mua\n",
            "f.yaml":
                "id: f\ncron: \"0 2 * * *\"\ncommand: run --window 2024 --quiet --window=2023\n",
            ".f.yaml": "chữ", "g.txt": "chữ",
        ])
        for command in ["list", "next", "run-due", "crontab", "systemd"] {
            let result = try BuiltProgram.run(["schedule", command], in: office.folder.path)
            #expect(result.status == 65 && result.output == "")
            let lines = result.errors.split(separator: "\n").dropFirst()
            var expected = [
                "tonghop: a.yaml:2:15: cron phải có đúng năm trường",
                "tonghop: a.yaml:3:14: run không có tùy chọn này – tìm thấy \"--windw\"",
                "tonghop: b.yaml:3:34: không phải là kỳ – tìm thấy \"2024-Q5\"",
                "tonghop: c.yaml:3:22: run không nhận lệnh này",
                "tonghop: d.yaml:3:14: tùy chọn này không dùng trong lịch",
                "tonghop: e.yaml:3:21: không có kế hoạch này trong input – tìm thấy \"mua\"; cho phép: mau; có phải là \"mau\"?",
                "tonghop: f.yaml:3:36: --window nêu nhiều lần; chỉ nêu được một lần",
                "tonghop: nightly.yaml:1:5: mã lịch đã có ở a.yaml:1",
            ]
            // A plan that is gone ends the schedule that names it when it is due, and no other.
            if command == "run-due" { expected.removeAll { $0.hasPrefix("tonghop: e.yaml") } }
            #expect(lines.count == expected.count, "\(result.errors)")
            for (line, expected) in zip(lines, expected) {
                #expect(line.hasPrefix(expected), "\(line)")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: office.folder.path + "/output"))
    }

    @Test func whatIsNoFileOrNoFolderIsTold() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        mkfifo(office.folder.path + "/schedules/pipe.yaml", 0o600)
        let pipe = try BuiltProgram.run(["schedule", "list"], in: office.folder.path)
        #expect(
            pipe.status == 65 && pipe.errors.contains("pipe.yaml:1:1: không phải một tệp thường")
        )
        let none = try BuiltProgram.run(
            ["schedule", "run-due", "--schedules", "khong-co"],
            in: office.folder.path
        )
        #expect(none.status == 66)
    }

    @Test func theLogAsJSONHasOneObjectALine() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try office.due("2025-01-05T10:00:00")
        let result = try office.due(
            "2025-01-06T04:00:00",
            ["--verbose", "--log-format", "json"]
        )
        struct Event: Decodable {
            var time: String
            var level: String
            var event: String
        }
        let events = try result.errors.split(separator: "\n").map {
            try JSONDecoder().decode(Event.self, from: Data($0.utf8))
        }
        #expect(events.map(\.event) == ["received", "published", "done"])
        #expect(events.allSatisfy { $0.level == "info" && $0.time.hasSuffix("+07:00") })
        let run = try office.plan.run(["--log-format", "json"])
        #expect(run.errors.hasPrefix("{\"time\": \""))
    }

    @Test func aClockThatWasAheadIsToldWhenSomethingWouldBeDue() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try ScheduleTests.clean(office.plan)
        try office.due("2025-01-05T10:00:00")
        try office.due("2025-03-01T10:00:00", ["--skip-missed"])
        #expect(try office.due("2025-01-06T01:00:00").output == "")
        let told = try office.due("2025-01-06T02:00:00")
        #expect(told.status == 65 && told.output.contains("--skip-missed"))
        #expect(try office.due("2025-01-06T02:15:00").output == "")
        try office.due("2025-01-06T02:30:00", ["--skip-missed"])
        #expect(try office.due("2025-01-07T02:00:00").status == 0)
        #expect(try office.nights().map(\.asOf) == ["2025-01-07T02:00:00"])
    }

    @Test func aPlanThatIsWrongIsToldOnceAndItsDayIsMadeUpFor() throws {
        let office = try ScheduledOffice([
            "a.yaml": ScheduledOffice.nightly,
            "b.yaml":
                "id: yearly\ncron: \"0 3 * * *\"\nwhen: ended year\ncommand: run --year-end\n",
        ])
        try office.due("2024-12-30T10:00:00")
        try office.folder.write("input/mau/plan.yaml", SmallPlan.plan + "\nsai: 1\n")
        let wrong = try office.due("2025-01-01T10:00:00")
        #expect(wrong.status == 65)
        #expect(wrong.output.components(separatedBy: "không có khóa này").count == 2)
        #expect(wrong.output.components(separatedBy: "KHÔNG THÀNH").count == 3)
        try office.folder.write("input/mau/plan.yaml", SmallPlan.plan)
        let mended = try office.due("2025-01-02T10:00:00")
        #expect(mended.status == 0)
        #expect(mended.output.contains("yearly (yearly), lượt 02/01/2025 03:00:00"))
        #expect(
            try office.nights().map(\.description) == [
                "nightly@2025-01-02T02:00:00 2024 2025-01-02T02:00:00",
                "yearly@2025-01-02T03:00:00 2024 2025-01-02T03:00:00",
            ]
        )
        #expect(try office.due("2025-01-03T10:00:00").output == "")
    }

    @Test func aDamagedMemoryIsNotTakenForNone() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try office.due("2025-01-05T10:00:00")
        try office.folder.write("output/.tonghop/schedules", "tonghop-schedules 1\ndone 2025")
        let result = try office.due("2025-01-06T10:00:00")
        #expect(result.status == 74 && result.errors.contains("bị hỏng"))
    }
}
