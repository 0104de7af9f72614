import Foundation
import TestSupport
import Testing

/// What clerks get back, and what becomes of it when they hand it in again.
@Suite struct ReturnTests {
    private func text(_ plan: SmallPlan, _ name: String) throws -> String? {
        try plan.edition()[name].map { String(decoding: $0, as: UTF8.self) }
    }

    private func results(_ plan: SmallPlan) throws -> RunTests.Results {
        try JSONDecoder().decode(
            RunTests.Results.self,
            from: try #require(try plan.edition()["results.json"])
        )
    }

    @Test func aMendedRejectedRowCountsAndNothingElseChanges() throws {
        let plan = try SmallPlan()
        // No column for the unit, and one column that no form has.
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            "Mã bài;Tên bài viết;Tác giả;Ngày nộp;Điện thoại bàn\n"
                + "B7;'=Gương, \"mẫu\" 7;Tác giả Mẫu 7;31/02/2024;x\n"
        )
        try plan.run()
        #expect(try results(plan).indicators[0].units.map(\.status).last != "met")
        let findings = try #require(try text(plan, "findings.csv"))
        let rejected = try #require(try text(plan, "rejected/contest_entry.csv"))
        #expect(rejected.contains("MAU-P3,B7,\"'=Gương, \"\"mẫu\"\" 7\""))
        #expect(rejected.contains("Điện thoại bàn,Tệp nguồn,Dòng,Mã lỗi\r\n"))
        #expect(rejected.contains(",x,2024-11-03/MAU-P3/bai.csv,2,not-a-date\r\n"))
        // Handed in by the office for its wards: the row says whose it is.
        try plan.submit(
            "2024-12-02/MAU/sua.csv",
            rejected.replacingOccurrences(of: "31/02/2024", with: "31/03/2024")
        )
        try plan.run(now: "2025-01-06T02:00:00")
        let after = try results(plan)
        #expect(after.indicators[0].units.map(\.status) == ["met", "met", "met"])
        #expect(after.submissions.rows_rejected == 1)
        let known = Set(findings.split(separator: "\r\n"))
        let new = try #require(try text(plan, "findings.csv")).split(separator: "\r\n")
            .filter { !known.contains($0) }
        // The column that no form has is told of again, and nothing else.
        #expect(new.count == 1, "\(new)")
        #expect(new.allSatisfy { $0.contains("column-unknown") && $0.contains("Điện thoại bàn") })
    }

    @Test func anUnmendedRejectedRowIsRejectedAgain() throws {
        let plan = try SmallPlan()
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            "Mã bài;Tên bài viết;Tác giả;Ngày nộp\nB7;Gương; mẫu 7;Tác giả;01/04/2024;thừa\n"
        )
        // Nobody's: neither folder nor row says whose it is.
        try plan.submit(
            "2024-11-04/bai.csv",
            "Mã bài;Tên bài viết;Tác giả;Ngày nộp\nB8;Gương mẫu 8;Tác giả Mẫu 8;01/04/2024\n"
        )
        try plan.run()
        #expect(try results(plan).submissions.rows_rejected == 2)
        let rejected = try #require(try text(plan, "rejected/contest_entry.csv"))
        try plan.submit("2024-12-02/MAU-P3/tra-lai.csv", rejected)
        try plan.run(now: "2025-01-06T02:00:00")
        #expect(try results(plan).submissions.rows_rejected == 4)
    }

    /// A line that nobody took apart looks like a title by itself; one that was cut off would pass
    /// with blanks in the place of what is missing.
    @Test(arguments: [
        "Loại hoạt động,Ngày,Nội dung,Số người dự\n"
            + "Tập huấn,05/01/2024,\"Về thi đua;\nkhen \"thưởng\",30\n",
        "Loại hoạt động,Ngày,Nội dung,Số người dự,Kết quả\n"
            + "Tập huấn,05/01/2024,A,30,tốt\nTọa đàm,06/01/2024,B,1",
    ])
    func aDamagedLineIsNotTakenBackUnmended(table: String) throws {
        let plan = try SmallPlan()
        try plan.submit("2024-11-03/MAU-P3/hd.csv", table)
        try plan.run()
        let first = try results(plan).submissions
        let rejected = try #require(try text(plan, "rejected/activity.csv"))
        try plan.submit("2024-12-02/MAU-P3/hd.csv", rejected)
        try plan.run(now: "2025-01-06T02:00:00")
        let second = try results(plan).submissions
        #expect(second.rows_rejected == first.rows_rejected * 2)
        #expect(second.rows == first.rows + first.rows_rejected)
    }

    @Test func aUnitIsToldWhatToMendAndOthersAreNot() throws {
        let plan = try SmallPlan()
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            SmallPlan.entries(["B7;Gương mẫu 7;Tác giả Mẫu 7"]) + "B8;Gương;Tác giả;0912345678\n"
        )
        try plan.run()
        let files = try plan.edition()
        let notes = files.keys.filter { $0.hasPrefix("reminders/") }.sorted()
        // Ward 2 has an entry without an author, ward 1 nothing to mend.
        #expect(notes == ["reminders/MAU-P2.txt", "reminders/MAU-P3.txt"])
        let note = try #require(try text(plan, "reminders/MAU-P3.txt"))
        for words in [
            "PHIẾU ĐỀ NGHỊ KIỂM TRA, CHỈNH LÝ SỐ LIỆU", "Kính gửi: Phường Mẫu Ba",
            "Tệp 2024-11-03/MAU-P3/bai.csv, nhận ngày 03/11/2024", "01 lỗi", "gửi lại trước ngày",
        ] {
            #expect(note.contains(words), "\(words)")
        }
        #expect(!note.contains("0912"))
        let root = plan.folder.path + "/output/mau/2024/latest/reminders"
        let attributes = try FileManager.default.attributesOfItem(atPath: root + "/MAU-P3.txt")
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        let folder = try FileManager.default.attributesOfItem(atPath: root)
        #expect(folder[.posixPermissions] as? Int == 0o750)
    }

    @Test func anAnonymisedEditionShowsNoValueInANote() throws {
        let plan = try SmallPlan()
        try plan.submit(
            "2024-11-03/MAU-P3/bai.csv",
            "Mã bài;Tên bài viết;Tác giả;Ngày nộp\nB7;Gương mẫu 7;Tác giả;Nguyễn Văn Mẫu\n"
        )
        try plan.run(["--anonymise"])
        let id = "20250105-0200-01"
        let files = try plan.edition(id)
        let note = String(
            decoding: try #require(files["reminders/MAU-P3.txt"]),
            as: UTF8.self
        )
        #expect(!note.contains("Nguyễn"))
        let words = note.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(words.contains("cột \"Ngày nộp\": Ngày không"), "\(note)")
        #expect(!files.keys.contains { $0.hasPrefix("rejected/") })
    }
}
