import Foundation
import TestSupport
import Testing

/// `tonghop explain` and `tonghop status` as an officer uses them.
@Suite struct ExplainTests {
    private func ask(
        _ plan: SmallPlan,
        _ arguments: [String]
    ) throws -> BuiltProgram.Result {
        try BuiltProgram.run(arguments, in: plan.folder.path)
    }

    private func explain(
        _ plan: SmallPlan,
        _ more: [String] = [],
        indicator: String = "MAU-1"
    ) throws -> BuiltProgram.Result {
        try ask(plan, ["explain", indicator, "--plan", "mau"] + more)
    }

    @Test func theFigureItsRuleAndEveryRecordWithFileAndLine() throws {
        let plan = try SmallPlan()
        try plan.run()
        let result = try explain(plan)
        #expect(result.status == 0, "\(result.errors)")
        let text = result.output
        #expect(text.contains("Quận Mẫu (MAU): 2/3 đơn vị, đạt 66,7%. Chưa đạt."))
        #expect(text.contains("yêu cầu 100%; 01 đơn vị còn lại đều đã hết hạn."))
        #expect(text.contains("Mẫu số 3 = 2 đạt + 1 chưa có số liệu."))
        #expect(text.contains("count(contest_entry where valid)"))
        #expect(text.contains("từ ngày 01/03/2024 đến hết ngày 31/10/2024"))
        #expect(text.contains("+1  2024-11-01/MAU-P1/bai.csv:2, ngày 05/04/2024, “B1”"))
        #expect(text.contains("–  2024-11-02/MAU-P2/bai.csv:3, ngày 05/04/2024, “B3”"))
        #expect(text.contains("không có tên tác giả"))
        #expect(text.contains("Chưa gửi biểu “Bài dự thi”."))
        #expect(text.contains("bản đang công bố: mau/2024/20250105-0200-01"))
        let tooWide = text.split(separator: "\n").filter { $0.count > 100 }
        #expect(tooWide.isEmpty, "\(tooWide)")
    }

    @Test func oneUnitIsShownAlone() throws {
        let plan = try SmallPlan()
        try plan.run()
        let text = try explain(plan, ["--unit", "MAU-P2"]).output
        #expect(text.contains("Phường Mẫu Hai (MAU-P2): 1"))
        #expect(!text.contains("MAU-P1/"))
        let node = try explain(plan, ["--unit", "MAU"]).output
        #expect(node.contains("MAU-P1/bai.csv:2"))
    }

    @Test func arrivalsAfterTheEditionAreSeenFromLaterOnly() throws {
        let plan = try SmallPlan()
        try plan.run()
        try plan.submit(
            "2024-12-01/MAU-P3/bai.csv",
            SmallPlan.entries(["B9;Gương mẫu 9;Tác giả Mẫu 9"])
        )
        // An earlier as-of: `latest` stays, the ledger knows the new file.
        try plan.run(["--as-of", "2024-12-05"], now: "2025-01-06T02:00:00")
        #expect(try explain(plan).output.contains("2/3 đơn vị"))
        let now = try explain(plan, ["--window", "2024", "--now", "2025-01-07"])
        #expect(now.status == 0, "\(now.errors)")
        #expect(now.output.contains("3/3 đơn vị"))
        #expect(now.output.contains("xem lại từ sổ nhận"))
        let then = try explain(plan, ["--as-of", "2024-11-01"])
        #expect(then.output.contains("1/3 đơn vị"))
        #expect(!then.output.contains("MAU-P2/"))
        let known = try explain(
            plan,
            ["--window", "2024", "--as-of", "2025-01-07", "--known-at", "2025-01-05"]
        )
        #expect(known.output.contains("2/3 đơn vị"))
    }

    @Test func rejectedReplacedAndVoidedAreNamedWithTheirReasons() throws {
        let plan = try SmallPlan()
        try plan.submit(
            "2024-11-05/MAU-P1/sua.csv",
            SmallPlan.entries(["B1;Gương mẫu 1;Tác giả Mẫu 1", "B4;Gương mẫu 4;Tác giả Mẫu 4"])
                + "B5;Gương mẫu 5;Tác giả Mẫu 5;31/02/2024\n"
        )
        try plan.submit("2024-11-06/MAU-P3/bai.csv", SmallPlan.entries(["B7;Bài 7;Tác giả 7"]))
        try plan.submit("2024-11-07/MAU-P3/anh.csv", "khong;ro;bieu\n1;2;3\n")
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực\n"
                + "07/QĐ,2024-12-01,Loại bài nộp,,,,2024-11-06/MAU-P3/bai.csv,Gửi nhầm,\n"
                + "08/QĐ,2024-12-02,Điều chỉnh,MAU-P2,MAU-1,2024,3,Đối chiếu bản giấy,\n"
        )
        let run = try plan.run()
        #expect(run.status == 0, "\(run.errors)")
        let text = try explain(plan).output
        #expect(
            text.contains(
                "–  2024-11-01/MAU-P1/bai.csv:2, ngày 05/04/2024: đã được thay bằng\n"
                    + "              2024-11-05/MAU-P1/sua.csv:2"
            )
        )
        #expect(text.contains("×  2024-11-05/MAU-P1/sua.csv:4, [not-a-date]"))
        #expect(text.contains("2024-11-06/MAU-P3/bai.csv: cả tệp bị loại theo Quyết định số 07/QĐ"))
        #expect(text.contains("×  2024-11-07/MAU-P3/anh.csv, nhận ngày 07/11/2024: cả tệp không"))
        #expect(text.contains("Điều chỉnh theo Quyết định số 08/QĐ"))
        #expect(text.contains("số tính từ các tệp: 1"))
    }

    @Test func machinesGetTheSameUncut() throws {
        let plan = try SmallPlan()
        try plan.run()
        let result = try explain(plan, ["--format", "json"])
        #expect(result.status == 0, "\(result.errors)")
        struct Answer: Decodable {
            struct Unit: Decodable {
                struct Requirement: Decodable {
                    struct Record: Decodable {
                        var file: String
                        var row: Int
                        var counted: Int?
                        var why_not: String?
                    }
                    var value: Int?
                    var records: [Record]
                }
                var unit: String
                var value: Int?
                var status: String
                var requirements: [Requirement]
            }
            var indicator: String
            var units: [Unit]
        }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
        #expect(answer.indicator == "MAU-1")
        #expect(answer.units.map(\.value) == [1, 1, nil])
        for unit in answer.units where unit.value != nil {
            #expect(
                unit.requirements[0].records.compactMap(\.counted).reduce(0, +) == unit.value
            )
        }
        let second = answer.units[1].requirements[0].records
        #expect(second.map(\.row) == [2, 3])
        #expect(second.map { $0.why_not == nil } == [true, false])
    }

    @Test func namesStayOutWhereAsked() throws {
        let plan = try SmallPlan()
        try plan.run()
        let text = try explain(plan, ["--anonymise"]).output
        #expect(text.contains("“B1”"))
        #expect(!text.contains("Gương mẫu"))
    }

    @Test func whatDoesNotExistIsRefusedWithWhatDoes() throws {
        let plan = try SmallPlan()
        let early = try explain(plan)
        #expect(early.status == 66)
        #expect(early.errors.contains("tonghop run"))
        try plan.run()
        let cases: [([String], Int32, String)] = [
            (["explain", "MAU-2", "--plan", "mau"], 64, "Có phải là \"MAU-1\"?"),
            (["explain", "xyz", "--plan", "mau"], 64, "Các chỉ tiêu: MAU-1."),
            (["explain", "MAU-1", "--plan", "mau", "--unit", "MAU-P9"], 64, "MAU-P9"),
            (["explain", "MAU-1", "--plan", "mau", "--window", "2024-13"], 64, "không phải là kỳ"),
            (["explain", "MAU-1", "--plan", "mau", "--window", "2025"], 66, "2025"),
            (["explain", "MAU-1", "--plan", "nua"], 66, "Không có kế hoạch \"nua\""),
            (["explain", "--plan", "mau"], 64, "indicator"), (["explain", "MAU-1"], 64, "--plan"),
            (["status", "--plan", "nua"], 66, "nua"),
            (["status", "--plan", "mau", "--output", "khong-co"], 66, "sổ nhận"),
        ]
        for (arguments, status, words) in cases {
            let result = try ask(plan, arguments)
            #expect(result.status == status, "\(arguments): \(result.errors)")
            #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
            #expect(result.output.isEmpty, "\(arguments)")
        }
    }

    @Test func helpIsInVietnamese() throws {
        let plan = try SmallPlan()
        for (command, words) in [("explain", "Giải thích một chỉ tiêu"), ("status", "chưa gửi")] {
            let result = try ask(plan, [command, "--help"])
            #expect(result.status == 0)
            #expect(result.output.contains(words))
            #expect(result.output.contains("Mã kết thúc"))
        }
    }

    @Test func statusSaysWhoHasHandedInWhoIsLateAndWhoIsMissing() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan
                + "\ndeadlines: {bai: {form: contest_entry, by: 2024-11-01, name: Nộp bài}}\n"
        )
        try plan.submit("2024-11-07/MAU-P3/anh.csv", "khong;ro;bieu\n1;2;3\n")
        try plan.run()
        let result = try ask(plan, ["status", "--plan", "mau"])
        #expect(result.status == 0, "\(result.errors)")
        let text = result.output
        #expect(text.contains("Đã gửi: 2/3 đơn vị (66,7%), trong đó quá hạn"))
        #expect(text.contains("2024-11-02/MAU-P2/bai.csv, nhận ngày 02/11/2024: tính 02 dòng"))
        #expect(text.contains("Phường Mẫu Ba (MAU-P3)"))
        #expect(text.contains("quá hạn 65 ngày"))
        #expect(text.contains("Có gửi tệp 2024-11-07/MAU-P3/anh.csv ngày 07/11/2024"))
        #expect(text.contains("Bài dự thi"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let then = try ask(plan, ["status", "--plan", "mau", "--as-of", "2024-11-01"])
        #expect(then.output.contains("Đã gửi: 1/3 đơn vị"))
        #expect(then.output.contains("hôm nay"))
    }
}
