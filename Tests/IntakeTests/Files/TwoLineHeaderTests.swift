import Intake
import Model
import TestSupport
import Testing

/// Headers of two lines.
@Suite("Headings on two lines")
struct TwoLineHeaderTests {
    /// The name of the unit stands on the upper line only, beside group headings.
    @Test(arguments: ["Tên đơn vị", "Đơn vị"])
    func theUpperLineKeepsTheUnitsColumn(name: String) throws {
        let reading = try Desk.read(
            "STT,\(name),Cuộc thi viết,,Công tác tuyên truyền,\n"
                + ",,Số bài dự thi,Số bài đạt giải,Số buổi tuyên truyền,Số lượt người được tập huấn\n"
                + "1,Phường Hòa Mẫu,5,1,2,30\n2,Phường Sa Pa,7,2,3,40\n",
            at: "2024-12-01/Q/2024/bc.csv"
        )
        #expect(reading.records == 2)
        #expect(reading.headers[1] == name)
        #expect(!reading.findings.map(\.code).contains(.duplicate))
        #expect(Set(reading.batches[0].units).count == 2)
    }

    @Test func aTitleAboveTheHeaderIsNoGroup() throws {
        let reading = try Desk.read(
            "BÁO CÁO CÔNG TÁC THI ĐUA,,,\nMã đơn vị,Kỳ báo cáo,Số bài dự thi,Số bài đạt giải\nP1,2024,5,1\n",
            at: "2024-12-01/Q/bc.csv"
        )
        #expect(reading.records == 1)
        #expect(reading.headers[0] == "Mã đơn vị")
        #expect(reading.findings.isEmpty)
    }
}
