import Plans
import Schedules
import Testing

/// Files of schedules: what is read, and what is wrong where.
@Suite struct ScheduleReaderTests {
    private static func read(_ text: String) -> ScheduleReader {
        read(Array(text.utf8))
    }

    private static func read(_ bytes: [UInt8]) -> ScheduleReader {
        var reader = ScheduleReader { words in
            guard let index = words.firstIndex(of: "--sai") else { return nil }
            return ScheduleReader.CommandFailure(word: index, message: "run không có tùy chọn này")
        }
        reader.read(bytes, file: "a.yaml")
        return reader
    }

    @Test func aFileHoldsOneScheduleOrAList() throws {
        let one = ScheduleReaderTests.read(
            """
            id: nightly
            cron: "0 2 * * *"
            command: "run --plan 'kế hoạch một' --jobs 2"
            catch_up: false
            when: ended month 5 1
            notify: [/usr/bin/mail, -s, một tin]
            """
        )
        #expect(one.mistakes.isEmpty)
        let schedule = try #require(one.schedules.first)
        #expect(schedule.command == ["run", "--plan", "kế hoạch một", "--jobs", "2"])
        #expect(schedule.commandText == "run --plan 'kế hoạch một' --jobs 2")
        #expect(!schedule.catchUp)
        #expect(schedule.condition?.days == [5, 1])
        #expect(schedule.notify == ["/usr/bin/mail", "-s", "một tin"])
        #expect(schedule.name == "nightly")
        let list = ScheduleReaderTests.read(
            "\u{FEFF}- {id: a, cron: '@daily', command: run}\n- {id: b, cron: '@hourly', command: run}\n"
        )
        #expect(list.schedules.map(\.id) == ["a", "b"])
        #expect(list.schedules.allSatisfy { $0.catchUp && $0.notify.isEmpty })
    }

    /// A text, and for each of its mistakes the beginning of what is told.
    private static let faults: [(text: String, mistakes: [String])] = [
        ("", ["a.yaml:1:1: tệp trống"]),
        ("chữ", ["a.yaml:1:1: tệp lịch phải là một bảng"]),
        ("- chữ\n-\n", ["a.yaml:1:3: mỗi lịch phải là", "a.yaml:2:2: mỗi lịch phải là"]),
        (
            "{}",
            [
                "a.yaml:1:1: thiếu khóa bắt buộc – tìm thấy \"\"; cho phép: id",
                "a.yaml:1:1: thiếu khóa bắt buộc – tìm thấy \"\"; cho phép: cron",
                "a.yaml:1:1: thiếu khóa bắt buộc – tìm thấy \"\"; cho phép: command",
            ]
        ),
        (
            "id: a b\ncron: \"0 25 * * *\"\ncommand: \"run --plan x --sai\"\ncatch_up: có\nwhen: deadlin 3\nnotify: mail x\ncronn: 1\n",
            [
                "a.yaml:1:5: mã lịch có ký tự lạ",
                "a.yaml:2:10: giá trị của trường giờ không đúng – tìm thấy \"25\"; cho phép: 0-23",
                "a.yaml:3:24: run không có tùy chọn này – tìm thấy \"--sai\"",
                "a.yaml:4:11: ở đây phải là đúng hoặc sai",
                "a.yaml:5:7: không có điều kiện này – tìm thấy \"deadlin\"",
                "a.yaml:6:9: chương trình nhận tin phải có đường dẫn đầy đủ",
                "a.yaml:7:1: không có khóa này – tìm thấy \"cronn\"",
            ]
        ),
        (
            "- {id: a, cron: '@daily', command: run}\n- {id: a, cron: '@daily', command: run}\n",
            ["a.yaml:2:8: mã lịch đã có ở a.yaml:1"]
        ),
        ("id: a/b\ncron: '@daily'\ncommand: run\n", ["a.yaml:1:5: mã lịch có ký tự lạ"]),
        ("id: ''\ncron: '@daily'\ncommand: run\n", ["a.yaml:1:5: mã lịch có ký tự lạ"]),
        ("id: a\ncron: '@daily'\ncommand: check x\n", ["a.yaml:3:10: lịch chỉ chạy lệnh run"]),
        ("id: a\ncron: '@daily'\ncommand: [run]\n", ["a.yaml:3:10: ở đây phải là một dòng chữ"]),
        (
            "id: a\ncron: '@daily'\ncommand: \"run 'x\"\n",
            ["a.yaml:3:15: dấu nháy không có dấu đóng"]
        ),
        ("id: a\nid: b\ncron: '@daily'\ncommand: run\n", ["a.yaml:2:1: khóa bị lặp lại"]),
        ("id: [a\n", ["a.yaml:2:1: tệp không đúng cú pháp YAML"]),
        (
            "id: a\ncron: '@daily'\ncommand: run\nwhen: ended week\n",
            ["a.yaml:4:13: sau ended phải là kỳ"]
        ),
        (
            "id: a\ncron: '@daily'\ncommand: run\nwhen: deadline 3 -1\n",
            ["a.yaml:4:18: số ngày không đúng"]
        ),
        (
            "id: a\ncron: '@daily'\ncommand: run\nwhen: deadline 3 3\n",
            ["a.yaml:4:18: số ngày bị lặp lại"]
        ),
        (
            "id: a\ncron: '@daily'\ncommand: run\n---\nid: b\n",
            ["a.yaml:4:1: tệp không đúng cú pháp YAML"]
        ),
    ]

    @Test(arguments: faults.indices)
    func allThatIsWrongIsToldWithItsPlace(_ index: Int) {
        let (text, expected) = ScheduleReaderTests.faults[index]
        let reader = ScheduleReaderTests.read(text)
        let found = reader.mistakes.sorted(by: Mistake.inReadingOrder).map(\.text)
        #expect(found.count == expected.count, "\(found)")
        for (found, expected) in zip(found, expected) {
            #expect(found.hasPrefix(expected), "\(found)")
        }
        #expect(reader.schedules.count < 2)
    }

    @Test func aFileThatIsNoTextIsToldAsSuch() {
        #expect(
            ScheduleReaderTests.read([0x69, 0x64, 0x3A, 0x20, 0xE0]).mistakes.map(\.message)
                == ["tệp không phải là văn bản UTF-8"]
        )
    }

    /// Files made to keep a reader busy or to exhaust it.
    @Test(.timeLimit(.minutes(1))) func hostileFilesAreRefusedAtOnce() {
        let giant = String(repeating: "# chú thích\n", count: 100_000)
        let deep = String(repeating: "[", count: 60_000)
        var laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1...30 {
            let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
            laughs += "a\(level): &a\(level) [\(inner)]\n"
        }
        let asKey = laughs + "? *a30\n: x\n"
        let compact = String(repeating: "- ", count: 30_000)
        let quoted = "name: \"a \\\"\" \nb: &b [x]\n"
        let steps = (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        let loop = "id: &a [*a]\ncron: *a\n"
        for text in [giant, deep, laughs, asKey, compact, quoted, steps, loop] {
            let reader = ScheduleReaderTests.read(text)
            #expect(!reader.mistakes.isEmpty && reader.schedules.isEmpty)
        }
    }
}
