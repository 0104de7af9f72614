import Foundation
import TestSupport
import Testing

/// What may never be counted, from the file to the edition: another column's figures for a blank
/// result.
@Suite struct ColumnTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2025}
        root: MAU
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups:
          phuong: {name: Các phường, kinds: [PHUONG]}
        indicators:
          - {id: MAU-1, name: Mỗi phường có tin bài, applies_to: phuong,
             measure: unit_report.posts, each: ">= 1"}
        """

    @Test(arguments: [
        ("Chỉ tiêu giao,Thực hiện", "50,", "no_data", "error,column-missing,mau,MAU-P1"),
        ("Cùng kỳ năm trước,Thực hiện", "50,6", "met", "warning,column-unknown,mau,MAU-P1"),
    ])
    func aTargetOrAnotherTimeIsNeverTheResult(
        headings: String,
        values: String,
        status: String,
        finding: String
    ) throws {
        let plan = try SmallPlan()
        try plan.folder.write("input/mau/plan.yaml", ColumnTests.plan)
        try plan.submit(
            "2024-12-01/MAU-P1/2024/bc.csv",
            "STT,Nội dung,\(headings)\n1,Số bài dự thi,\(values)\n"
                + "2,\"Số tin, bài đã đăng\",\(values)\n3,Số buổi tuyên truyền,\(values)\n"
        )
        let result = try plan.run()
        #expect(result.status == 0, "\(result.errors)")
        let edition = try plan.edition()
        let results = try JSONDecoder().decode(
            RunTests.Results.self,
            from: try #require(edition["results.json"])
        )
        #expect(results.indicators[0].units.first { $0.unit == "MAU-P1" }?.status == status)
        let findings = String(decoding: edition["findings.csv"] ?? Data(), as: UTF8.self)
        #expect(findings.contains(finding))
    }
}
