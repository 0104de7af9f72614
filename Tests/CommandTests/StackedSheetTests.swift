import Foundation
import TestSupport
import Testing

/// Sheets of several wards pasted under each other, from the file to the edition.
@Suite struct StackedSheetTests {
    @Test func eachWardHasItsOwnFiguresAndLastYearsAreNobodys() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacing(
                "measure: count(contest_entry where valid), each: \">= 1\"",
                with: "measure: unit_report.posts, each: \">= 5\""
            ).replacing(" over: contest,", with: "")
        )
        let header = "Số bài dự thi,\"Số tin, bài đã đăng\",Số buổi tuyên truyền\n"
        let sheets = ["Một": "1,6,1", "Hai": "2,7,2"].sorted { $0.key < $1.key }.map { name, row in
            "Đơn vị: Phường Mẫu \(name),,\nKỳ báo cáo: Năm 2024,,\n" + header + row + "\n,,\n"
        }
        try plan.submit("2024-12-01/phuong.csv", sheets.joined())
        try plan.submit(
            "2024-12-01/MAU/2024/ba.csv",
            "STT,Đơn vị,\"Số tin, bài đã đăng\",Số buổi tuyên truyền\nA,Cùng kỳ năm trước,,\n"
                + "1,Phường Mẫu Ba,9,9\nB,Năm nay,,\n"
        )
        let result = try plan.run()
        #expect(result.status == 0, "\(result.errors)")
        let edition = try plan.edition()
        let results = try JSONDecoder().decode(
            RunTests.Results.self,
            from: try #require(edition["results.json"])
        )
        let states = results.indicators[0].units.map { "\($0.unit) \($0.status)" }
        #expect(states == ["MAU-P1 met", "MAU-P2 met", "MAU-P3 no_data"])
        let findings = String(decoding: edition["findings.csv"] ?? Data(), as: UTF8.self)
        #expect(findings.contains("error,period-unknown,mau,MAU,2024-12-01/MAU/2024/ba.csv,3"))
    }
}
