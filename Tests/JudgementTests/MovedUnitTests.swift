import Judgement
import Model
import TestSupport
import Testing

/// A unit that changes its superior within the year (CONTRACT §2, Submitter).
@Suite struct MovedUnitTests {
    private let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Cấp,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
        C,Thành phố Xê,TINH,TP,,,
        D1,Quận Dê,HUYEN,Quận,C,,
        D2,Quận Đê,HUYEN,Quận,C,,
        W1,Phường Một,PHUONG,Đơn vị,D1,,
        W3,Phường Ba,PHUONG,Đơn vị,D1,,2024-07-01
        W3,Phường Ba,PHUONG,Đơn vị,D2,2024-07-01,
        W4,Phường Bốn,PHUONG,Đơn vị,D2,,

        """

    // W3 stood under D1 until 30/06/2024, then under D2; the year's tree has it under D2.
    @Test(arguments: [
        ("D1", "2024-03-01", "2024", 1), ("D1", "2024-06-30", "2024", 1),
        ("D1", "2024-07-01", "2024", 0), ("D1", "2024-03-01", "2024-H1", 1),
        ("D2", "2024-07-01", "2024", 1), ("D2", "2024-03-01", "2024", 1),
        ("D2", "2024-07-01", "2024-H2", 1), ("D2", "2024-09-01", "2024-H1", 0),
    ])
    func aSubmitterReportsForThoseBelowItThen(
        submitter: String,
        day: String,
        window: String,
        expected: Int
    ) throws {
        let judgement = try Scenario(
            plan(
                ["id: T, level: city, measure: count(document), total: \">= 1\""],
                root: "C"
            ),
            [
                .init(
                    "2024-06-01/\(submitter)/vb.csv",
                    "unit,kind,number,issued_on\nW3,plan,1,\(day)\n"
                )
            ],
            units: units
        ).judge(window: window, asOf: "2025-01-01")
        #expect((judgement.node("C", "T")?.value ?? .zero) == Quantity(expected))
        let isRejected = judgement.codes.contains("unit-out-of-scope")
        #expect(isRejected == (submitter == "D1" && day >= "2024-07-01"))
    }
}
