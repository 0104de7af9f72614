import Foundation
import TestSupport
import Testing

/// `tonghop compare` on the small plan, as an officer types it.
@Suite struct CompareTests {
    private let first = "20250105-0200-01"
    private let second = "20250106-0200-01"

    private func compare(_ plan: SmallPlan, _ arguments: String...) throws -> BuiltProgram.Result {
        try BuiltProgram.run(["compare"] + arguments, in: plan.folder.path)
    }

    /// Ward 3 hands in after the first night; ward 2 withdraws.
    private func twoNights() throws -> SmallPlan {
        let plan = try SmallPlan()
        try plan.run()
        try plan.submit(
            "2025-01-05/MAU-P3/bai.csv",
            SmallPlan.entries(["B4;Gương mẫu 4;Tác giả Mẫu 4"])
        )
        try plan.folder.remove("input/mau/submissions/2024-11-02/MAU-P2/bai.csv")
        try plan.run(now: "2025-01-06T02:00:00")
        return plan
    }

    @Test func eachFigureIsToldWithItsCausesAndTheyAddUp() throws {
        let plan = try twoNights()
        let result = try compare(plan, first, second)
        #expect(result.status == 0, "\(result.errors)")
        for line in [
            "Lần trước: 20250105-0200-01, số liệu đến 02:00 ngày 05/01/2025",
            "CHỈ TIÊU MAU-1: Mỗi phường có bài hợp lệ",
            "  Phường Mẫu Ba (MAU-P3): giá trị … → 1; kết quả Chưa có số liệu → Đạt",
            "Bài nộp mới 2025-01-05/MAU-P3/bai.csv, nhận 05/01/2025",
            "Bài nộp bị rút 2024-11-02/MAU-P2/bai.csv, nhận 02/11/2024",
            "Cộng lại: bài dự thi: bài nộp bị rút -2, bài nộp mới +1 = -1",
        ] {
            #expect(result.output.contains(line), "\(line)")
        }
        // One in, one out: the share is the same, and what is the same is not told.
        #expect(!result.output.contains("tử số"))
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(result.errors.isEmpty)
    }

    @Test func runsAreNamedByFolderFileOrLatest() throws {
        let plan = try twoNights()
        let expected = try compare(plan, first, second).output
        let folder = "output/mau/2024/"
        for (a, b) in [
            (folder + first, folder + "latest"), (folder + first + "/results.json", second),
            (plan.folder.path + "/" + folder + first + "/", folder + "latest/summary.txt"),
        ] {
            #expect(try compare(plan, a, b).output == expected, "\(a) \(b)")
        }
    }

    /// A run that was copied to where it is kept is read there.
    @Test func aRunIsReadWhereItsPathSays() throws {
        let plan = try twoNights()
        let expected = try compare(plan, first, second).output
        let kept = plan.folder.path + "/luu/mau/2024/"
        try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
        for run in [first, second] {
            try FileManager.default.moveItem(
                atPath: plan.folder.path + "/output/mau/2024/" + run,
                toPath: kept + run
            )
        }
        #expect(try compare(plan, first, second).output.contains("Không còn tệp"))
        #expect(try compare(plan, kept + first, kept + second + "/results.json").output == expected)
    }

    @Test func aRunAgainstItselfHasNothingToTell() throws {
        let plan = try twoNights()
        let result = try compare(plan, first, first)
        #expect(result.status == 0)
        #expect(result.output.contains("Không số liệu nào thay đổi (đã so "))
        #expect(result.output.contains("Đầu vào của hai lần chạy như nhau."))
    }

    @Test func whatDiffersWithoutEffectIsNamedAllTheSame() throws {
        let plan = try SmallPlan()
        try plan.run()
        try plan.folder.write("input/mau/plan.yaml", SmallPlan.plan + "\n# ghi chú\n")
        try plan.run(now: "2025-01-05T12:00:00")
        let result = try compare(plan, first, "20250105-1200-01")
        #expect(result.output.contains("Không số liệu nào thay đổi"))
        #expect(
            result.output.contains(
                "[1] Kế hoạch: plan.yaml đã sửa. Không làm thay đổi số liệu nào."
            )
        )
    }

    @Test func machinesGetEveryCauseOfEveryFigure() throws {
        struct Answer: Decodable {
            struct Cause: Decodable {
                var id: Int
                var kind: String
            }
            struct Part: Decodable {
                var cause: Int
                var difference: Int?
            }
            struct Change: Decodable {
                var figure: String
                var contest: String?
                var difference: Int?
                var causes: [Part]
            }
            var causes: [Cause]
            var changes: [Change]
        }
        let plan = try twoNights()
        let result = try compare(plan, first, second, "--format", "json")
        let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
        let kinds = answer.causes.map(\.kind)
        #expect(kinds == ["time", "withdrawn", "new", "time"])
        let entries = try #require(answer.changes.first { $0.figure == "entries" })
        #expect(entries.contest == "2024")
        #expect(entries.difference == -1)
        #expect(entries.causes.map { kinds[$0.cause - 1] } == ["withdrawn", "new"])
        #expect(entries.causes.map(\.difference) == [-2, 1])
    }

    /// Between two numbers no data counts as 0; to or from no data there is no difference to add up
    /// to.
    @Test func thePartsOfAChangeAddUpAlsoPastNoData() throws {
        struct Answer: Decodable {
            struct Change: Decodable {
                struct Part: Decodable { var difference: Double? }
                var indicator: String?
                var unit: String?
                var figure: String
                var difference: Double?
                var causes: [Part]
            }
            var changes: [Change]
        }
        let plan = try SmallPlan()
        try plan.run()
        try plan.folder.remove("input/mau/submissions/2024-11-02/MAU-P2/bai.csv")
        try plan.submit(
            "2025-01-05/MAU-P2/khac.csv",
            SmallPlan.entries(["B5;Gương mẫu 5;Tác giả Mẫu 5", "B6;Gương mẫu 6;Tác giả Mẫu 6"])
        )
        try plan.submit(
            "2025-01-05/MAU-P3/bai.csv",
            SmallPlan.entries(["B4;Gương mẫu 4;Tác giả Mẫu 4"])
        )
        try plan.run(now: "2025-01-06T02:00:00")
        let result = try compare(plan, first, second, "--format", "json")
        let changes = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8)).changes
        func value(_ unit: String) -> Answer.Change? {
            changes.first {
                $0.indicator == "MAU-1" && $0.unit == unit && $0.figure == "value"
            }
        }
        #expect(value("MAU-P2")?.difference == 1)
        #expect(value("MAU-P2")?.causes.map(\.difference) == [-1, 2])
        #expect(value("MAU-P3")?.difference == nil)
        #expect(value("MAU-P3")?.causes.map(\.difference) == [nil])
    }

    @Test func wrongRunsAreRefusedAndNothingIsWritten() throws {
        let plan = try twoNights()
        try plan.run(["--unit", "MAU-P1"], now: "2025-01-07T02:00:00")
        let before = try FileManager.default.subpathsOfDirectory(atPath: plan.folder.path).sorted()
        for (other, status, word) in [
            ("20250101-0200-01", 66, "không có lần chạy"),
            ("hôm qua", 64, "không phải mã lần chạy"),
            ("20250107-0200-01", 64, "hai đơn vị khác nhau"),
        ] {
            let result = try compare(plan, first, other)
            #expect(result.status == Int32(status), "\(other)")
            #expect(result.errors.contains(word), "\(result.errors)")
            #expect(result.output.isEmpty)
        }
        #expect(try compare(plan, first).status == 64)
        let after = try FileManager.default.subpathsOfDirectory(atPath: plan.folder.path).sorted()
        #expect(before == after)
        let elsewhere = try compare(plan, first, second, "--output", "khong-co")
        #expect(elsewhere.status == 66)
    }

    @Test func anAnonymisedEditionHasTheSameFigures() throws {
        let plan = try twoNights()
        try plan.run(["--anonymise"], now: "2025-01-06T03:00:00")
        let result = try compare(plan, second, "20250106-0300-01")
        #expect(result.output.contains("Không số liệu nào thay đổi"), "\(result.output)")
    }
}
