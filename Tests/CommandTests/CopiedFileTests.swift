import TestSupport
import Testing

/// Files with equal bytes: one that was handed in twice, and one that was copied from another unit.
@Suite struct CopiedFileTests {
    private let entries = SmallPlan.entries(["B1;Gương mẫu 1;Tác giả Mẫu 1"])

    private func finding(of path: String) throws -> String {
        let plan = try SmallPlan()
        try plan.submit(path, entries)
        #expect(try plan.run().status == 0)
        let findings = try plan.folder.read("output/mau/2024/latest/findings.csv")
        return String(
            findings.split(separator: "\n").first {
                $0.contains("duplicate-file") && $0.contains(path)
            } ?? ""
        )
    }

    /// What a file's own name says stands for a folder.
    @Test func ofAUnitThatTheFileIsNamedAfterEachIsSaidToCountForItsOwn() throws {
        let line = try finding(of: "2024-11-03/Phường Mẫu Ba.csv")
        #expect(line.contains("mỗi đơn vị được tính theo tệp của mình"), "\(line)")
        #expect(line.contains(",MAU-P3,"))
        #expect(!line.contains("chỉ gửi một tệp"))
    }

    @Test func ofAnotherPeriodEachIsSaidToCountForItsOwn() throws {
        let plan = try SmallPlan()
        for month in ["2024-01", "2024-02"] {
            try plan.submit("2024-11-03/MAU-P1/\(month)/bc.csv", "Số tin bài\n5\n")
        }
        #expect(try plan.run().status == 0)
        let findings = try plan.folder.read("output/mau/2024/latest/findings.csv")
        let line = findings.split(separator: "\n").first { $0.contains("duplicate-file") } ?? ""
        #expect(line.contains("Tháng 01/2024") && line.contains("Tháng 02/2024"), "\(line)")
        #expect(line.contains(",MAU-P1,"))
        #expect(!line.contains("chỉ gửi một tệp"))
    }

    @Test func ofOneUnitEachRecordCountsOnce() throws {
        let line = try finding(of: "2024-11-03/MAU-P1/bai-2.csv")
        #expect(line.contains("mỗi bản ghi chỉ tính một lần"), "\(line)")
    }

    /// Each unit's file counts for that unit: nobody is told that it counts once, nor to send none.
    @Test func ofAnotherUnitEachIsSaidToCountForItsOwn() throws {
        let line = try finding(of: "2024-11-03/MAU-P3/bai.csv")
        #expect(line.contains("của Phường Mẫu Một"), "\(line)")
        #expect(line.contains("mỗi đơn vị được tính theo tệp của mình"))
        #expect(line.contains(",MAU-P3,"))
        #expect(!line.contains("chỉ gửi một tệp"))
    }
}
