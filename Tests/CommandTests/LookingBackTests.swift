import Foundation
import TestSupport
import Testing

/// What a look back, a decision or a forged ledger must never do to the live report.
@Suite struct LookingBackTests {
    private func sql(_ plan: SmallPlan, _ statement: String) throws {
        let status = try BuiltProgram.shell(
            "/usr/bin/python3 -c \"import sqlite3,sys; "
                + "c=sqlite3.connect('output/.tonghop/ledger.sqlite'); c.execute(sys.argv[1]); "
                + "c.commit()\" \"\(statement)\"",
            in: plan.folder.path
        )
        #expect(status == 0)
    }

    @Test(
        arguments: [
            "update versions set received_at=received_at-864000 where path like '%P1%'",
            "update versions set first_seen=first_seen+86400000 where path like '%P1%'",
            "delete from versions where path like '%P2%'",
            "update versions set withdrawn_at=1, withdrawn_pass=1 where path like '%P2%'",
            "update passes set clock=clock-1 where id=1",
            "insert into run_parameters values (1, 'unit', 'MAU-P1')",
            "update runs set outcome='failed'",
        ])
    func aLedgerThatWasEditedByHandIsTold(statement: String) throws {
        let plan = try SmallPlan()
        try plan.run()
        let verify = ["ledger", "verify", "--output", "output"]
        #expect(try BuiltProgram.run(verify, in: plan.folder.path).status == 0)
        try sql(plan, statement)
        let result = try BuiltProgram.run(verify, in: plan.folder.path)
        #expect(result.status == 74, "\(result.output)\(result.errors)")
        #expect((result.output + result.errors).contains("ngoài chương trình"))
    }

    @Test func aNightThatComesOutOtherwiseIsSaid() throws {
        let plan = try SmallPlan()
        try plan.run()
        try sql(plan, "update versions set received_at=received_at+86400000 where path like '%P1%'")
        let result = try plan.run(["--again", "20250105-0200-01"], now: "2025-01-06T02:00:00")
        #expect(result.errors.contains("ledger verify"), "\(result.errors)")
    }

    @Test func whatWasKnownOnceNeverReplacesWhatIsKnown() throws {
        let plan = try SmallPlan()
        try plan.run()
        try plan.run(["--known-at", "2024-06-01"], now: "2025-01-06T02:00:00")
        #expect(plan.latest == "20250105-0200-01")
    }

    @Test func aVoidByDigestLeavesOtherUnitsAlone() throws {
        let plan = try SmallPlan()
        let text = SmallPlan.entries(["B7;Gương mẫu 7;Tác giả Mẫu 7"])
        try plan.submit("2024-11-01/MAU-P1/bai.csv", text)
        try plan.submit("2024-11-05/MAU-P3/bai.csv", text)
        try plan.run()
        let manifest = try plan.folder.read("output/mau/2024/latest/manifest.json")
        let inputs = try JSONDecoder().decode(Manifest.self, from: Data(manifest.utf8)).inputs
        let sha = try #require(inputs.first { $0.path.contains("MAU-P3") }).sha256
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Giá trị,Lý do\n"
                + "1/QĐ,01/12/2024,Loại bài nộp,MAU-P3,\(sha),Ông Nguyễn Văn Mẫu 0912345678 sao chép\n"
        )
        try plan.run(now: "2025-01-06T02:00:00")
        let results = try JSONDecoder().decode(
            RunTests.Results.self,
            from: try #require(try plan.edition()["results.json"])
        )
        #expect(results.indicators[0].units.map(\.status) == ["met", "met", "no_data"])
        for (name, bytes) in try plan.edition() {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("0912345678"), "\(name)")
        }
        try plan.run(["--anonymise"], now: "2025-01-07T02:00:00")
        let masked = try plan.edition("20250107-0200-01")["summary.txt"]
        #expect(!String(decoding: try #require(masked), as: UTF8.self).contains("Nguyễn Văn Mẫu"))
    }

    private struct Manifest: Decodable {
        struct Input: Decodable {
            var path: String
            var sha256: String
        }
        var inputs: [Input]
    }

    @Test func theDropFolderIsNeverWrittenTo() throws {
        let plan = try SmallPlan()
        let result = try plan.run(["--output", "input/mau/submissions/ket-qua"])
        #expect(result.status == 64)
        #expect(try plan.run(["--state", "input/mau/submissions/.so"]).status == 64)
        #expect(
            !FileManager.default.fileExists(
                atPath: plan.folder.path + "/input/mau/submissions/ket-qua"
            )
        )
    }

    @Test func latestNamesARunWhereThePlanIsNamed() throws {
        let plan = try SmallPlan()
        try plan.run()
        let compare = ["compare", "latest", "20250105-0200-01", "--plan", "mau"]
        #expect(try BuiltProgram.run(compare, in: plan.folder.path).status == 0)
        #expect(
            try BuiltProgram.run(["compare", "latest", "latest"], in: plan.folder.path).status == 64
        )
    }

    @Test func aFreezeOfTheYearIsNoneOfItsQuarters() throws {
        let plan = try SmallPlan()
        try plan.submit(
            "2024-11-02/MAU-P2/bai.csv",
            SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Mẫu 2"])
        )
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Kỳ,Lý do\n5/QĐ,10/01/2025,Chốt số liệu,2024,Thông qua\n"
        )
        try BuiltProgram.run(
            ["run", "--plan", "mau", "--window", "2024-Q4", "--now", "2025-01-15T02:00:00"],
            in: plan.folder.path
        )
        let text = try plan.folder.read("output/mau/2024-Q4/latest/summary.txt")
        #expect(text.contains("số liệu tạm tính"))
    }
}
