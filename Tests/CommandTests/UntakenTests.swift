import Foundation
import TestSupport
import Testing

/// What lies in the drop folder and cannot be taken in is told to the operator, on the night it is
/// first seen.
@Suite struct UntakenTests {
    @Test func whatIsNotTakenInIsToldOnceAndCounted() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        try office.plan.submit(
            "2024-11-02/MAU-P2/bai.csv",
            SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Mẫu 2"])
        )
        try office.due("2025-01-05T10:00:00")
        #expect(try office.due("2025-01-06T02:00:00").output == "")
        try office.plan.submit("2025-01-06/MAU-P3/bai.xlsx", "PK")
        try FileManager.default.createSymbolicLink(
            atPath: office.folder.path + "/input/mau/submissions/2025-01-06/MAU-P3/lien-ket.csv",
            withDestinationPath: "/etc/passwd"
        )
        // By hand in the afternoon; the night says it all the same.
        let byHand = try office.plan.run(["--quiet"], now: "2025-01-06T15:00:00")
        #expect(byHand.output.contains("2 tệp hoặc thư mục mới thấy mà không nhận được"))
        let told = try office.due("2025-01-07T02:00:00")
        #expect(told.status == 0 && told.errors == "")
        #expect(
            told.output == """
                nightly (nightly), lượt 07/01/2025 02:00:00
                  mau, kỳ 2024, số liệu đến 07/01/2025 02:00:00:
                    2 tệp hoặc thư mục mới thấy mà không nhận được:
                    - 2025-01-06/MAU-P3/bai.xlsx: Đây là tệp Excel; chương trình chỉ đọc tệp CSV nên tệp này chưa được tính.
                    - 2025-01-06/MAU-P3/lien-ket.csv: Đây không phải tệp thông thường (liên kết, ống dẫn hoặc thiết bị) nên không đọc.
                    Báo cáo, phiếu gửi đơn vị: output/mau/2024/20250107-0200-01

                """,
            "\(told.output)"
        )
        let summary = try office.folder.read("output/mau/2024/latest/summary.txt")
        #expect(summary.contains("Ngoài ra có 02 tệp hoặc thư mục không đọc"), "\(summary)")
        #expect(try office.due("2025-01-08T02:00:00").output == "")
    }

    /// A plan that was just set up stands beside others, which it must not stop.
    @Test func aPlanThatNeverHadADropFolderIsPublishedAndSaysSo() throws {
        let plan = try SmallPlan()
        let submissions = plan.folder.path + "/input/mau/submissions"
        try FileManager.default.removeItem(atPath: submissions)
        let first = try plan.run(["--quiet"])
        #expect(first.status == 0, "\(first)")
        #expect(
            first.output.contains("- submissions: Kế hoạch không có thư mục nộp bài submissions")
        )
        #expect(
            try plan.folder.read("output/mau/2024/latest/findings.csv").contains("not-a-file")
        )
        #expect(try plan.run(["--quiet"], now: "2025-01-06T02:00:00").output == "")
        try FileManager.default.createDirectory(
            atPath: submissions,
            withIntermediateDirectories: true
        )
        #expect(try plan.run(["--quiet"], now: "2025-01-07T02:00:00").output == "")
        let findings = try plan.folder.read("output/mau/2024/latest/findings.csv")
        #expect(!findings.contains("not-a-file"))
    }

    @Test func theAdviceToFreezeGivesTheHeadingOfAFileThatIsToBeMade() throws {
        let office = try ScheduledOffice([
            "b.yaml":
                "id: yearly\ncron: \"0 3 * * *\"\nwhen: ended year\ncommand: run --year-end\n"
        ])
        try office.due("2024-12-30T10:00:00")
        let output = try office.due("2025-01-01T10:00:00").output
        let line = "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực"
        #expect(output.contains(line), "\(output)")
        // The two lines make a file that is understood.
        let advised = try #require(
            output.split(separator: "\n").first { $0.contains("Chốt số liệu,,,2024") }
        )
        let row = advised.trimmingCharacters(in: .whitespaces)
            .replacingOccurrences(of: "<số quyết định>", with: "5/QĐ-HĐ")
            .replacingOccurrences(of: "<ngày, như 2025-01-15>", with: "2025-01-02")
            .replacingOccurrences(of: "<lý do>", with: "Thông qua")
        try office.folder.write("input/mau/decisions.csv", line + "\n" + row + "\n")
        let check = try BuiltProgram.run(["plan", "check", "mau"], in: office.folder.path)
        #expect(check.status == 0, "\(check)")
    }
}
