import Intake
import Model
import TestSupport
import Testing

/// Rows without a unit in a table that names the units of its other rows.
@Suite("Blank units below totals and sections")
struct BlankUnitTests {
    private static let header = "STT,Đơn vị,Họ và tên,Đối tượng,Năm\n"

    private func read(_ rows: String, folder: String = "Q") throws -> FileReading {
        let reading = try Desk.read(Self.header + rows, at: "2024-12-01/\(folder)/a.csv")
        #expect(reading.lines.total == reading.physicalLines)
        return reading
    }

    @Test(arguments: ["II,Khối trường,,,", ",Cộng,1,,", "II,,Khối trường,,"])
    func areNobodys(title: String) throws {
        let reading = try read(
            "1,P. Hòa Mẫu,A,Cá nhân,2024\n,,B,Cá nhân,2024\n\(title)\n,,C,Cá nhân,2024\n"
                + ",,D,Cá nhân,2024\n2,Phường Sa Pa,E,Cá nhân,2024\n,,F,Cá nhân,2024\n"
        )
        #expect(reading.batches.flatMap(\.units) == [1, 1, 2, 2])
        #expect(reading.rejected.map(\.line) == [5, 6])
        #expect(reading.rejected.map(\.code) == [.unitUnknown, .unitUnknown])
    }

    @Test func aFirstSectionIsNoOtherThanTheNext() throws {
        let reading = try read(
            "I,Khối trường,,,\n1,,A,Cá nhân,2024\nII,Khối phường,,,\n"
                + "1,P. Hòa Mẫu,B,Cá nhân,2024\n"
        )
        #expect(reading.batches.flatMap(\.units) == [1])
        #expect(reading.rejected.map(\.line) == [3])
    }

    /// A unit with none below it reports for itself alone, and an office that names no unit at all
    /// for itself.
    @Test(arguments: [("P1", "P. Hòa Mẫu", [1, 1]), ("Q", "", [0, 0])])
    func areTheSendersWhereThereIsNoOther(folder: String, name: String, units: [Int32]) throws {
        let reading = try read(
            "1,\(name),A,Cá nhân,2024\nII,Khối trường,,,\n1,,B,Cá nhân,2024\n",
            folder: folder
        )
        #expect(reading.batches.flatMap(\.units) == units)
        #expect(reading.rejected.isEmpty)
    }
}
