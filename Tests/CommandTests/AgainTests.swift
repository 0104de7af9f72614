import Foundation
import TestSupport
import Testing

/// `run --again RUN`: any past night comes out the same, whatever has come in since.
@Suite struct AgainTests {
    private func same(_ plan: SmallPlan, _ first: [String: Data], _ id: String) throws {
        let again = try plan.edition(id)
        #expect(again.keys.sorted() == first.keys.sorted())
        for (name, bytes) in first { #expect(again[name] == bytes, "\(name)") }
    }

    @Test func aNightIsMadeAgainAfterBackDatedFilesCorrectionsAndWithdrawals() throws {
        let plan = try SmallPlan()
        try plan.run()
        let first = try plan.edition()
        // Stamped before the night, but seen only after it.
        try plan.submit(
            "2024-10-01/MAU-P3/bai.csv",
            SmallPlan.entries(["B9;Gương mẫu 9;Tác giả Mẫu 9"])
        )
        try plan.submit("2024-11-02/MAU-P2/bai.csv", SmallPlan.entries(["B2;Gương;Tác giả Mẫu"]))
        try plan.folder.remove("input/mau/submissions/2024-11-01/MAU-P1/bai.csv")
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacingOccurrences(of: "Mỗi phường", with: "Từng phường")
        )
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Lý do\n"
                + "01/QĐ,01/12/2024,Miễn,MAU-P3,MAU-1,Lý do mẫu\n"
        )
        try plan.run(now: "2025-01-06T02:00:00")
        #expect(try plan.edition()["results.json"] != first["results.json"])
        let result = try plan.run(["--again", "20250105-0200-01"], now: "2025-01-07T02:00:00")
        #expect(result.status == 0, "\(result.errors)")
        try same(plan, first, "20250107-0200-01")
        #expect(plan.latest == "20250106-0200-01")
        // The folder names a run as well as its id does, also one that is itself a repetition.
        try BuiltProgram.run(
            ["run", "--again", "output/mau/2024/20250107-0200-01", "--now", "2025-01-08T02:00:00"],
            in: plan.folder.path
        )
        try same(plan, first, "20250108-0200-01")
    }

    /// Which of two clocks was wrong is what the passes up to that night tell, not the later ones.
    @Test func aVoidedFileThatWasGoneBeforeItsFirstSightIsNoStrangerLookingBack() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Giá trị,Lý do\n"
                + "2/QĐ,08/04/2024,Loại bài nộp,2024-11-01/MAU-P1/bai.csv,Lý do mẫu\n"
        )
        try plan.run(now: "2025-01-17T02:00:00")
        try plan.folder.remove("input/mau/submissions/2024-11-01/MAU-P1/bai.csv")
        try plan.run(now: "2025-01-14T02:00:00")
        let first = try plan.edition("20250114-0200-01")
        try plan.run(now: "2025-01-18T02:00:00")
        try plan.run(["--again", "20250114-0200-01"], now: "2025-01-20T02:00:00")
        try same(plan, first, "20250120-0200-01")
    }

    @Test func theSecondRunOfAMinuteIsNotTheFirst() throws {
        let plan = try SmallPlan()
        try plan.run()
        let first = try plan.edition()
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            SmallPlan.entries(["B9;Gương mẫu 9;Tác giả Mẫu 9"])
        )
        try plan.run()
        let second = try plan.edition()
        #expect(first["results.json"] != second["results.json"])
        try plan.run(["--again", "20250105-0200-01"])
        try same(plan, first, "20250105-0200-03")
        try plan.run(["--again", "20250105-0200-02"])
        try same(plan, second, "20250105-0200-04")
    }

    @Test func whatCouldNotBeTakenInIsSaidAgain() throws {
        let plan = try SmallPlan()
        let link = plan.folder.path + "/input/mau/submissions/la.csv"
        try FileManager.default.createSymbolicLink(
            atPath: link,
            withDestinationPath: "/etc/hostname"
        )
        try plan.run()
        let first = try plan.edition()
        let findings = String(decoding: try #require(first["findings.csv"]), as: UTF8.self)
        #expect(findings.contains("not-a-file"))
        try FileManager.default.removeItem(atPath: link)
        try plan.run(["--again", "20250105-0200-01"], now: "2025-01-07T02:00:00")
        try same(plan, first, "20250107-0200-01")
    }

    @Test func aPartOfThePlanAndAMaskedEditionKeepTheirOptions() throws {
        let plan = try SmallPlan()
        try plan.run(["--unit", "MAU-P2", "--anonymise"])
        let first = try plan.edition("20250105-0200-01")
        try plan.run(["--again", "20250105-0200-01"], now: "2025-01-07T02:00:00")
        try same(plan, first, "20250107-0200-01")
    }

    @Test func aRunThatIsNoneAndOptionsThatContradictAreRefused() throws {
        let plan = try SmallPlan()
        #expect(try plan.run(["--again", "20250105-0200-01"]).status == 66)
        try plan.run()
        #expect(try plan.run(["--again", "20250105-0200-09"]).status == 66)
        #expect(try plan.run(["--again", "hôm qua"]).status == 64)
        #expect(
            try plan.run(["--again", "20250105-0200-01", "--as-of", "2024-01-01"]).status == 64
        )
    }

    @Test func knownAtTakesWhatTheLedgerHadSeen() throws {
        let plan = try SmallPlan()
        try plan.run()
        let first = try plan.edition()
        try plan.submit(
            "2024-10-01/MAU-P3/bai.csv",
            SmallPlan.entries(["B9;Gương mẫu 9;Tác giả Mẫu 9"])
        )
        try plan.run(now: "2025-02-01T02:00:00")
        try plan.run(
            ["--as-of", "2025-01-05T02:00:00", "--known-at", "2025-01-20"],
            now: "2025-02-02T02:00:00"
        )
        try same(plan, first, "20250202-0200-01")
        // Known today, it had been received then.
        try plan.run(["--as-of", "2025-01-05T02:00:00"], now: "2025-02-03T02:00:00")
        #expect(try plan.edition("20250203-0200-01")["results.json"] != first["results.json"])
    }
}
