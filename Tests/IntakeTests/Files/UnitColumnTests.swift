import Intake
import Model
import TestSupport
import Testing

/// Which of several offices that a list names is the one that its rows are of.
@Suite("Columns that name the unit")
struct UnitColumnTests {
    private func read(_ text: String, at path: String = "2024-12-01/Q/2024/ds.csv") throws
        -> FileReading
    {
        try Desk.read(text, at: path)
    }

    private func told(_ reading: FileReading) -> [String] {
        reading.findings.map { "\($0.code.rawValue) \($0.column ?? "")" }
    }

    private func units(_ reading: FileReading) -> [Int32] { reading.batches.flatMap(\.units) }

    private static let decision = "Họ và tên,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen"

    /// Who signed a decision is not who was commended.
    @Test func theIssuerIsNotTheUnit() throws {
        let reading = try read(
            "Cơ quan ban hành,\(UnitColumnTests.decision),Đơn vị\n"
                + "Quận Mẫu,Lê Mẫu,Cá nhân,12/QĐ,1/4/2024,Quận,Phường Hòa Mẫu\n"
        )
        #expect(units(reading) == [1])
        #expect(told(reading) == ["column-unknown Cơ quan ban hành"])
        let own = try read(
            "\(UnitColumnTests.decision),Cơ quan ban hành\nLê Mẫu,Cá nhân,12/QĐ,1/4/2024,Quận,Quận Mẫu\n",
            at: "2024-12-01/P1/ds.csv"
        )
        #expect(units(own) == [1])
        #expect(told(own) == ["column-unknown Cơ quan ban hành"])
    }

    /// domain.md 2.4 to 2.6: each in the form for which it is given.
    @Test(arguments: [
        ("Cơ quan ban hành,Loại văn bản,\"Số, ký hiệu\",Ngày ban hành", "Kế hoạch,12/KH,1/4/2024"),
        ("Cơ quan họp,Ngày họp,Điển hình,Số thành viên", "1/4/2024,Lê Mẫu,7"),
        ("Đơn vị chủ trì,Loại hoạt động,Ngày,Nội dung", "Tập huấn,1/4/2024,a"),
        ("Đơn vị gửi bài,Tên bài viết,Tác giả,Ngày nộp", "Thầy tôi,Lê Mẫu,1/4/2024"),
        ("Đơn vị giới thiệu,Họ và tên,Đối tượng,Cấp khen thưởng", "Lê Mẫu,Cá nhân,Quận"),
    ])
    func aFormsOwnNameForTheUnitHoldsInIt(header: String, row: String) throws {
        let reading = try read(header + "\nPhường Hòa Mẫu,\(row)\n")
        #expect(units(reading) == [1])
        #expect(reading.findings.isEmpty)
        let beside = try read(header + ",Đơn vị\nPhường Hòa Mẫu,\(row),Phường Sa Pa\n")
        #expect(units(beside) == [2])
        let name = String(header.prefix { $0 != "," })
        #expect(told(beside) == ["column-unknown \(name)"])
    }

    @Test(arguments: [
        ("Loại,Tên,Link,Ngày đăng", "Tin,Tin một,http://mau.vn/1,1/4/2024"),
        ("Ngày họp,Điển hình,Số thành viên", "1/4/2024,Lê Mẫu,7"),
    ])
    func theNameOfACollectiveIsNoUnitInAList(header: String, row: String) throws {
        let reading = try read(
            "Tên tập thể,\(header)\nTổ dân phố Mẫu,\(row)\n",
            at: "2024-12-01/P1/ds.csv"
        )
        #expect(units(reading) == [1])
        #expect(told(reading) == ["column-unknown Tên tập thể"])
    }

    @Test func ofTwoNamesForTheUnitTheFirstOneCountsAndTheOtherIsTold() throws {
        let columns = "Đơn vị,Tên đơn vị,Loại hoạt động,Ngày,Nội dung\n"
        let row = "Phường Hòa Mẫu,Phường Sa Pa,Tập huấn,1/4/2024,a\n"
        let reading = try read(columns + row)
        #expect(told(reading) == ["column-unknown Tên đơn vị"])
        #expect(units(reading) == [1])
        // The id decides, and the first name is compared with it.
        let known = try read("Mã đơn vị," + columns + "P1," + row)
        #expect(units(known) == [1])
        #expect(told(known) == ["column-unknown Tên đơn vị"])
    }
}
