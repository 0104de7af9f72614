import Intake
import Testing

/// A quote left open joins a row with the rows below it: never one row of half of each.
@Suite("Swallowed lines")
struct SwallowedLineTests {
    private static let header = "Mã,Loại,Ngày,Nội dung,Số,Kết quả\n"

    @Test(arguments: [
        // Each second line has a quote that seems to close the first.
        "U1,Tập huấn,02/01/2024,\"A,1596,ghi\nU1,Tập huấn,03/01/2024,\"B\",548,ghi\n",
        "U1,Tập huấn,02/01/2024,\"A,1596,ghi\nU1,Tập huấn,03/01/2024,\"\"B \"\"C\"\" 9\",352,ghi\n",
        "U1,Tập huấn,02/01/2024,\"A, 15,8,ghi\nU1,Kiểm tra,3/1/2024,B\",352,ghi\n",
    ])
    func aLineLikeTheFirstIsARowOfItsOwn(rows: String) {
        let found = CSVCase(SwallowedLineTests.header + rows + "U1,Kiểm tra,04/01/2024,C,3,ghi\n")
        #expect(found.faults.contains { $0.hasPrefix("quoteUnbalanced 2") })
        #expect(!found.good.contains { $0.contains("02/01/2024") })
        #expect(found.good.contains(["U1", "Kiểm tra", "04/01/2024", "C", "3", "ghi"]))
        #expect(found.lineCount == 4)
    }

    @Test(arguments: [
        "U1,Tập huấn,02/01/2024,\"một\nhai, ba, bốn\",5,ghi\n",
        "U1,Tập huấn,02/01/2024,\"A,B,C,D,E,F\na,b,c,d,e,f\",5,ghi\n",
        "1,Tập huấn,nay,\"gồm:\n2,3,4,5,6,7\",5,ghi\n",
    ])
    func aTextOnSeveralLinesStaysOne(row: String) {
        let found = CSVCase(SwallowedLineTests.header + row)
        #expect(found.good.count == 2)
        #expect(found.faults.isEmpty)
    }
}
