import Intake
import Model
import Rollup
import TestSupport

/// A small office with three wards, to read single files by.
///
/// All data is synthetic.
struct Desk {
    static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2025}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        contests: [{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-10-31}]
        measures: {mentions: "distinct(activity.content)"}
        """

    static let units = """
        Mã đơn vị,Tên đơn vị,Tên viết tắt,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày
        Q,Quận Mẫu,,HUYEN,,
        P1,Phường Hòa Mẫu,P. Hòa Mẫu,PHUONG,Q,
        P2,Phường Sa Pa,,PHUONG,Q,
        P3,Phường Sa Pả,,PHUONG,Q,
        P4,Phường Đã Nhập,,PHUONG,Q,2024-07-01
        P5,Phường Đã Chia,,PHUONG,Q,2024-07-01
        """

    /// P4 was merged into P1, P5 split between P2 and P3.
    static let changes = """
        Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính
        2024-07-01,Nhập toàn bộ,P4,P1,Có
        2024-07-01,Chia tách,P5,P2,Có
        2024-07-01,Chia tách,P5,P3,Không
        """

    /// Reads one file as the program would.
    static func read(_ text: String, at path: String) throws -> FileReading {
        try read(Array(text.utf8), at: path)
    }

    static func read(_ bytes: [UInt8], at path: String) throws -> FileReading {
        var scenario = Scenario(plan: plan, units: units)
        scenario.changes = changes
        scenario.files = [Scenario.File(path, bytes: bytes, received: "2024-12-01")]
        let collection = try scenario.collect(window: "2024").collection
        return collection.files[0].reading
    }

    /// The numbers of each record, in the order of the form's fields.
    static func numbers(_ reading: FileReading) -> [[Int64]] {
        reading.batches.flatMap { batch in
            (0..<batch.count).map { record in
                batch.columns.indices.compactMap { batch.number($0, record)?.numerator }
            }
        }
    }

    static let header = "Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\n"
}
