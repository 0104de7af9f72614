import Disk
import TestSupport
import Testing

/// A decision that voids a submission which nobody handed in (CONTRACT §11.19).
@Suite struct VoidTests {
    @Test func aVoidOfNothingIsSaidToBeOneAndNotListedAsActing() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Giá trị,Lý do\n"
                + "07/QĐ,2024-12-01,Loại bài nộp,,2024-11-01/MAU-P1/bai.csv,Gửi nhầm\n"
                + "08/QĐ,2024-12-01,Loại bài nộp,,2024-11-09/MAU-P1/khong-co.csv,Gửi nhầm\n"
        )
        let result = try plan.run()
        #expect(result.status == 0, "\(result.errors)")
        let findings = try plan.folder.read("output/mau/2024/latest/findings.csv")
        #expect(findings.contains("Quyết định số 08/QĐ loại một bài nộp chưa từng nhận được"))
        #expect(!findings.contains("Quyết định số 07/QĐ"))
        let line = findings.split(separator: "\n").first { $0.contains("08/QĐ") } ?? ""
        #expect(line.contains("decisions.csv,3,"))
        let summary = try plan.folder.read("output/mau/2024/latest/summary.txt")
        #expect(summary.contains("Quyết định số 07/QĐ"))
        #expect(!summary.contains("Quyết định số 08/QĐ"))
    }

    /// A decision names who handed the file in or who stands above; about another unit's file it
    /// does nothing and says whose the file is.
    @Test(
        arguments: [
            ("MAU-P1", "2024-11-01/MAU-P1/bai.csv", true),
            ("MAU", "2024-11-01/MAU-P1/bai.csv", true),
            ("", "2024-11-01/MAU-P1/bai.csv", true), ("MAU-P2", "2024-11-01/MAU-P1/bai.csv", false),
            ("MAU-P2", "sha", false), ("MAU", "sha", true), ("MAU-P1", "sha", true),
            ("MAU-P1", "2024-11-03/mau-p3/bai.csv", false),
            ("MAU-P3", "2024-11-03/mau-p3/bai.csv", true),
            ("MAU-P1", "2024-11-04/MAU-P3 bai.csv", false),
            ("MAU-P3", "2024-11-04/MAU-P3 bai.csv", true), ("MAU-P3", "2024-11-05/bai.csv", true),
        ]
    )
    func aVoidIsOfTheUnitThatItNames(unit: String, named: String, acts: Bool) throws {
        let plan = try SmallPlan()
        let bytes = SmallPlan.entries(["B1;Gương mẫu 1;Tác giả Mẫu 1"])
        let other = SmallPlan.entries(["B7;Gương mẫu 7;Tác giả Mẫu 7"])
        if named.hasPrefix("2024"), !named.contains("MAU-P1") { try plan.submit(named, other) }
        let target = named == "sha" ? try SHA256.digest(of: Array(bytes.utf8)) : named
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Giá trị,Lý do\n"
                + "07/QĐ,2024-12-01,Loại bài nộp,\(unit),\(target),Gửi nhầm\n"
        )
        let result = try plan.run()
        #expect(result.status == 0, "\(result.errors)")
        let findings = try plan.folder.read("output/mau/2024/latest/findings.csv")
        let owner = named.contains("3") ? "Phường Mẫu Ba (MAU-P3)" : "Phường Mẫu Một (MAU-P1)"
        let words = "Quyết định số 07/QĐ loại bài nộp của \(owner) nhưng ghi"
        #expect(findings.contains(words) == !acts, "\(findings)")
        #expect(!findings.contains("chưa từng nhận được"), "\(findings)")
        let summary = try plan.folder.read("output/mau/2024/latest/summary.txt")
        #expect(summary.contains("Quyết định số 07/QĐ ngày") == acts, "\(summary)")
        let path = named == "sha" ? "2024-11-01/MAU-P1/bai.csv" : named
        let history = try BuiltProgram.run(
            ["ledger", "history", path, "--plan", "mau"],
            in: plan.folder.path
        ).output
        #expect(history.contains("07/QĐ") == acts, "\(history)")
        let status = try BuiltProgram.run(["status", "--plan", "mau"], in: plan.folder.path)
        #expect(status.status == 0, "\(status.errors)")
    }

    /// The file that was corrected after the decision counts, and nothing says that it does not.
    @Test func whatWasCorrectedAfterTheDecisionIsNotSaidToBeLeftOut() throws {
        let plan = try SmallPlan()
        let path = "2024-11-01/MAU-P1/bai.csv"
        try plan.run()
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Giá trị,Lý do\n"
                + "07/QĐ,2025-01-05,Loại bài nộp,,\(path),Gửi nhầm\n"
        )
        try plan.run(now: "2025-01-06T02:00:00")
        let explain = ["explain", "MAU-1", "--plan", "mau", "--unit", "MAU-P1"]
        let before = try BuiltProgram.run(explain, in: plan.folder.path).output
        #expect(before.contains("\(path): cả tệp bị loại theo Quyết định số 07/QĐ"), "\(before)")
        try plan.submit(path, SmallPlan.entries(["B9;Gương mẫu 9;Tác giả Mẫu 9"]))
        try plan.run(now: "2025-01-07T02:00:00")
        let after = try BuiltProgram.run(explain, in: plan.folder.path).output
        #expect(after.contains("+1  \(path):2"), "\(after)")
        #expect(!after.contains("bị loại theo"), "\(after)")
        let then = try BuiltProgram.run(
            explain + ["--as-of", "2025-01-06T02:00:00", "--known-at", "2025-01-06T02:00:00"],
            in: plan.folder.path
        ).output
        #expect(then.contains("cả tệp bị loại theo Quyết định số 07/QĐ"), "\(then)")
    }

    /// Equal bytes that came in later are not yet known to who asks what was known before.
    @Test func aVoidedFileIsToldOnlyOnceTheLedgerHadSeenIt() throws {
        let plan = try SmallPlan()
        let bytes = SmallPlan.entries(["B1;Gương mẫu 1;Tác giả Mẫu 1"])
        let sha256 = try SHA256.digest(of: Array(bytes.utf8))
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Giá trị,Lý do\n"
                + "07/QĐ,2024-12-01,Loại bài nộp,,\(sha256),Gửi nhầm\n"
        )
        try plan.run()
        try plan.submit("2024-11-01/MAU-P3/bai.csv", bytes)
        try plan.run(now: "2025-01-06T02:00:00")
        let explain = ["explain", "MAU-1", "--plan", "mau", "--known-at"]
        func answer(_ moment: String) throws -> String {
            try BuiltProgram.run(
                explain + [moment, "--as-of", moment],
                in: plan.folder.path
            ).output
        }
        #expect(try answer("2025-01-06T02:00:00").contains("MAU-P3/bai.csv: cả tệp bị loại"))
        let earlier = try answer("2025-01-05T02:00:00")
        #expect(earlier.contains("MAU-P1/bai.csv: cả tệp bị loại"), "\(earlier)")
        #expect(!earlier.contains("MAU-P3/bai.csv"), "\(earlier)")
    }
}
