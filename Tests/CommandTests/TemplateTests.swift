import Foundation
import TestSupport
import Testing

@Suite struct TemplateTests {
    private func template(_ plan: SmallPlan, _ arguments: [String]) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            ["template", "--plan", "mau", "--now", "2024-11-01T08:00:00"] + arguments,
            in: plan.folder.path
        )
    }

    @Test func aFilledInTemplateIsReadWithoutAFinding() throws {
        let plan = try SmallPlan()
        let made = try template(plan, ["contest_entry", "--unit", "MAU-P3", "-o", "mau.csv"])
        #expect(made.status == 0, "\(made.errors)")
        let text = try plan.folder.read("mau.csv")
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines[0].hasPrefix("\u{FEFF}Mã đơn vị,Tên đơn vị,Mã bài,Tên bài viết,Tác giả"))
        #expect(lines[1].hasPrefix("MAU-P3,Phường Mẫu Ba,,"))
        let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
        for (heading, value) in [
            ("Mã bài", "01"), ("Tên bài viết", "Gương mẫu 9"), ("Tác giả", "Tác giả Mẫu 9"),
            ("Ngày nộp", "05/04/2024"), ("Loại hình", "Bài viết"), ("Hợp lệ", "Có"),
        ] {
            cells[try #require(columns.firstIndex { $0 == heading })] = Substring(value)
        }
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            lines[0] + "\r\n" + cells.joined(separator: ",") + "\r\n"
        )
        #expect(try plan.run().status == 0)
        let findings = String(
            decoding: try #require(try plan.edition()["findings.csv"]),
            as: UTF8.self
        )
        #expect(!findings.contains("MAU-P3"), "\(findings)")
        let json = try #require(try plan.edition()["results.json"])
        let results = try JSONDecoder().decode(RunTests.Results.self, from: json)
        #expect(results.indicators[0].units.map(\.status) == ["met", "met", "met"])
    }

    @Test func aNodeGetsARowForEveryUnitThatMustReport() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan
                + "\ndeadlines: {annual: {form: unit_report, before: \"{year}-12-15\", applies_to: phuong}}\n"
        )
        let made = try template(
            plan,
            ["Báo cáo kết quả của đơn vị", "--unit", "MAU", "-o", "q.csv", "--window", "2024-Q3"]
        )
        #expect(made.status == 0, "\(made.errors)")
        let rows = try plan.folder.read("q.csv").split(separator: "\r\n").dropFirst()
        #expect(
            rows.map { $0.split(separator: ",").joined(separator: "|") } == [
                "MAU-P1|Phường Mẫu Một|Quý III/2024", "MAU-P2|Phường Mẫu Hai|Quý III/2024",
                "MAU-P3|Phường Mẫu Ba|Quý III/2024",
            ]
        )
    }

    @Test func aWorkbookHasTheFormTheGuideAndTheLists() throws {
        let plan = try SmallPlan()
        #expect(try template(plan, ["exemplar", "--unit", "MAU-P1", "-o", "a.xlsx"]).status == 0)
        #expect(try template(plan, ["exemplar", "--unit", "MAU-P1", "-o", "b.xlsx"]).status == 0)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: plan.folder.path + "/a.xlsx"))
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: plan.folder.path + "/b.xlsx")) == bytes
        )
        #expect(
            try BuiltProgram.shell(
                "unzip -p a.xlsx xl/workbook.xml | grep -q 'Danh sách điển hình.*Hướng dẫn.*DanhMuc' "
                    + "&& unzip -p a.xlsx xl/worksheets/sheet1.xml | grep -q '<dataValidations'",
                in: plan.folder.path
            ) == 0
        )
    }

    @Test(arguments: [
        (["exemplr", "-o", "a.csv"], Int32(64), "Có phải là \"exemplar\""),
        (["exemplar", "-o", "a.pdf"], 64, ".xlsx hoặc .csv"),
        (["exemplar", "-o", "a.csv", "--unit", "MAU-P7"], 64, "không có đơn vị"),
        (["exemplar", "-o", "khong-co/a.csv"], 73, "khong-co"),
        (["exemplar", "-o", "khong-co/a.xlsx"], 73, "khong-co"),
        (["exemplar", "-o", "a.csv", "--input", "khac"], 66, "Không có kế hoạch"),
    ])
    func aTemplateThatCannotBeMadeSaysWhy(
        arguments: [String],
        status: Int32,
        words: String
    ) throws {
        let plan = try SmallPlan()
        let result = try template(plan, arguments)
        #expect(result.status == status)
        #expect(result.errors.contains(words), "\(result.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: plan.folder.path)
        #expect(names == ["input"])
    }
}
