import Foundation
import LedgerStore
import Model
import TestSupport
import Testing

/// A year of the shipped schedules under a clock of its own: outages, calls that overlap, files
/// that come late, deadlines.
///
/// What is expected is worked out here day by day from the calendar, not by the program's own cron.
@Suite struct YearOfNightsTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2025}
        year_starts: "12-15"
        root: MAU
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups:
          phuong: {name: Các phường, kinds: [PHUONG]}
        contests:
          - {id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
        deadlines:
          annual: {form: unit_report, before: "{year}-12-15", name: Báo cáo năm}
        indicators:
          - {id: MAU-1, name: Mỗi phường có bài hợp lệ, applies_to: phuong, over: contest,
             measure: count(contest_entry where valid), each: ">= 1"}
        """

    /// The first day of the year that is lived through; 365 nights follow.
    private static let first = "2024-01-01"

    /// Days on which the machine stands still: nobody calls from the first day's 00:00 to the last
    /// day's 12:00.
    private static let outages = [
        ("2024-01-20", "2024-01-24"), ("2024-03-14", "2024-03-16"), ("2024-07-07", "2024-07-09"),
        ("2024-11-29", "2024-12-02"), ("2024-12-10", "2024-12-12"),
    ]

    /// What is handed in on which day, and of it what has a row that is rejected.
    private static let files: [(day: String, path: String, rows: String, isBad: Bool)] = [
        ("2024-02-10", "2024-02-10/MAU-P1/a.csv", "A1;Gương 1;Tác giả 1;05/03/2024\n", false),
        ("2024-03-15", "2024-03-15/MAU-P1/b.csv", "A2;Gương 2;Tác giả 2;99/99/2024\n", true),
        ("2024-05-20", "2024-05-20/MAU-P2/c.csv", "B1;Gương 3;Tác giả 3;05/04/2024\n", false),
        ("2024-08-02", "2024-07-30/MAU-P3/d.csv", "C1;Gương 4;Tác giả 4;31/06/2024\n", true),
        ("2024-12-11", "2024-12-11/MAU-P3/e.csv", "C2;Gương 5;Tác giả 5;32/05/2024\n", true),
    ]

    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("input/mau/plan.yaml", YearOfNightsTests.plan)
        try folder.write("input/mau/units.csv", SmallPlan.units)
        try folder.write("input/mau/submissions/2024-01-01/.giu", "")
    }

    /// The schedules as they are shipped.
    private static var schedules: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("schedules").path
    }

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private func isAway(_ instant: String) -> Bool {
        YearOfNightsTests.outages.contains { from, to in
            from <= instant.prefix(10) && instant < to + "T12:00:00"
        }
    }

    /// The calls of a day, later than what they do was due.
    private static let calls = ["07:00", "12:00"]

    @Test func eachDueJobRanOnceAndMailCameOnTheDaysExpected() throws {
        let start = try day(YearOfNightsTests.first)
        var mail: [String: [String]] = [:]
        var texts: [String: String] = [:]
        let eventful = Set(YearOfNightsTests.mailDays.keys).union(
            YearOfNightsTests.outages.map(\.1)
        )
        try call("2023-12-31T12:00:00") { #expect($0.isEmpty) }
        for number in 0..<365 {
            let day = start.adding(number).iso
            for file in YearOfNightsTests.files where file.day == day {
                let path = "input/mau/submissions/" + file.path
                try folder.write(path, "Mã bài;Tên bài viết;Tác giả;Ngày nộp\n" + file.rows)
                // As if it had come at 09:00 of the day.
                let came = try #require(Instant(iso: day + "T09:00:00"))
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: TimeInterval(came.unix))],
                    ofItemAtPath: folder.path + "/" + path
                )
            }
            // In a long quiet time every twelfth day makes up for those before, to save the test's
            // time: what a night says stands under its own time, whenever it is run.
            guard eventful.contains(day) || number.isMultiple(of: 12) || number == 364
            else { continue }
            for time in eventful.contains(day) ? YearOfNightsTests.calls : ["07:00"] {
                let now = "\(day)T\(time):00"
                guard !isAway(now) else { continue }
                try call(now, overlapping: number % 40 == 5) { output in
                    for line in output.split(separator: "\n") where line.contains("), lượt ") {
                        let id = line.split(separator: "(")[1].prefix { $0 != ")" }
                        mail[day, default: []].append(String(id))
                        texts[day, default: ""] += output
                    }
                }
            }
        }
        try checkRuns()
        checkMail(mail, texts)
    }

    /// One call, or two at once; gives what was printed.
    private func call(
        _ now: String,
        overlapping: Bool = false,
        _ use: (String) throws -> Void
    ) throws {
        let arguments = [
            "schedule", "run-due", "--now", now, "--schedules", YearOfNightsTests.schedules,
        ]
        let calls = try (0..<(overlapping ? 2 : 1)).map { _ in
            try RunningProgram(arguments, in: folder.path, environment: [:])
        }
        var output = ""
        for call in calls {
            let result = try call.result()
            #expect([0, overlapping ? 75 : 0].contains(result.status), "\(now): \(result)")
            #expect(result.errors == "", "\(now)")
            output += result.output
        }
        try use(output)
    }

    /// What falls due on a day besides the night, by the calendar of NĐ 09/2019.
    private func expectedTurns(on day: Day) -> [(id: String, window: String, time: String)] {
        let (year, month, date) = day.parts
        var turns = [
            ("nightly", month == 12 && date >= 15 ? String(year + 1) : String(year), "02:00")
        ]
        if date == 15 {
            turns.append(("monthly", "\(year)-" + padded(month, 2), "03:00"))
            if month.isMultiple(of: 3) {
                turns.append(("quarterly", "\(year)-Q\(month / 3)", "03:15"))
            }
            if month.isMultiple(of: 6) {
                turns.append(("half-yearly", "\(year)-H\(month / 6)", "03:30"))
            }
            if month == 12 { turns.append(("year-end", String(year), "04:30")) }
        }
        if day.iso == "2024-07-16" { turns.append(("contest-close", "2024", "04:00")) }
        return turns
    }

    /// The days on which reminders run, where the machine was there at seven, and on which they run
    /// after an outage.
    private static let reminders = [
        // Before 15/7 on the 1st, the 8th (away: on the 9th at noon), the 12th and the 14th.
        "2024-07-01", "2024-07-09", "2024-07-12", "2024-07-14",
        // Before 15/12 on 30/11 (away: 2/12), the 7th, the 11th (away: on the 12th) and the 13th.
        "2024-12-02", "2024-12-07", "2024-12-12", "2024-12-13",
    ]

    private func checkRuns() throws {
        var expected: [String] = []
        for number in 0..<365 {
            let day = try day(YearOfNightsTests.first).adding(number)
            expected += expectedTurns(on: day).map { id, window, time in
                "\(id)@\(day.iso)T\(time):00 \(window) \(day.iso)T\(time):00"
            }
            if YearOfNightsTests.reminders.contains(day.iso) {
                expected.append("reminders@\(day.iso)T07:00:00 2024 \(day.iso)T07:00:00")
            }
        }
        let runs = try Ledger(reading: folder.path + "/output/.tonghop").runs(plan: "mau")
        #expect(runs.allSatisfy { $0.outcome == .published })
        let found = runs.map { run in
            "\(run.parameters.schedule ?? "-") \(run.window) \(run.asOf.iso)"
        }
        #expect(Set(found).count == found.count)
        #expect(Set(expected).subtracting(found) == [], "not run")
        #expect(Set(found).subtracting(expected) == [], "run though not due")
        // In order, within each call and from call to call.
        #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.asOf <= $1.asOf })
        // After every outage `latest` is of the newest night.
        let latest = try Data(
            contentsOf: URL(fileURLWithPath: folder.path + "/output/mau/2025/latest/results.json")
        )
        #expect(
            String(decoding: latest, as: UTF8.self).contains("\"as_of\": \"2024-12-30T02:00:00\"")
        )
    }

    /// The days on which something was said, and by which schedules.
    private static let mailDays: [String: [String]] = [
        "2024-01-15": ["monthly"], "2024-02-15": ["monthly"],
        // Away on the 15th: on the 16th at noon the rejected row of the 15th, and all that was due.
        "2024-03-16": ["nightly", "monthly", "quarterly"],
        "2024-04-15": ["monthly"], "2024-05-15": ["monthly"],
        "2024-06-15": ["monthly", "quarterly", "half-yearly"],
        "2024-07-01": ["reminders"], "2024-07-09": ["reminders"], "2024-07-12": ["reminders"],
        "2024-07-14": ["reminders"], "2024-07-15": ["monthly"], "2024-07-16": ["contest-close"],
        // The file that the registry had stamped on 30/7 and that was put there on 2/8.
        "2024-08-03": ["nightly"],
        "2024-08-15": ["monthly"], "2024-09-15": ["monthly", "quarterly"],
        "2024-10-15": ["monthly"], "2024-11-15": ["monthly"], "2024-12-02": ["reminders"],
        "2024-12-07": ["reminders"],
        // Away from the 10th: the file of the 11th is in the night of the 12th.
        "2024-12-12": ["nightly", "reminders"], "2024-12-13": ["reminders"],
        "2024-12-15": ["monthly", "quarterly", "half-yearly", "year-end"],
    ]

    private func checkMail(_ mail: [String: [String]], _ texts: [String: String]) {
        let expected = YearOfNightsTests.mailDays
        for day in Set(mail.keys).union(expected.keys).sorted() {
            #expect(mail[day] == expected[day], "\(day): \(texts[day] ?? "")")
        }
        #expect(texts["2024-07-09"]?.contains("hạn 15/07/2024 (còn 6 ngày)") == true)
        #expect(texts["2024-12-15"]?.contains("Chốt số liệu,,,2024,,<lý do>,") == true)
    }
}
