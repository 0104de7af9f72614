import Intake
import Model
import Rollup
import TestSupport
import Testing

@Suite("Which unit and period a row is about")
struct PlacingTests {
    /// The codes of the findings and the units of the records, for one row of an activity file.
    private func place(_ unit: String, at path: String) throws -> (codes: [String], units: [Int32])
    {
        let reading = try Desk.read(
            Desk.header + "\(unit),Tập huấn,2024-08-05,một,02\n",
            at: path
        )
        return (reading.findings.map(\.code.rawValue), reading.batches.flatMap(\.units))
    }

    @Test(arguments: [
        "P1", "Phường Hòa Mẫu", "phường hoà mẫu", "P. Hòa Mẫu", "UBND phường Hòa Mẫu",
        "PHƯỜNG HÒA MẪU ",
    ])
    func aUnitIsFoundByIdAndByEveryExactName(_ name: String) throws {
        let found = try place(name, at: "2024-09-01/hd.csv")
        #expect(found.codes.isEmpty)
        #expect(found.units == [1])
    }

    @Test func accentsTellNamesApart() throws {
        #expect(try place("Phường Sa Pa", at: "2024-09-01/hd.csv").units == [2])
        #expect(try place("Phường Sa Pả", at: "2024-09-01/hd.csv").units == [3])
    }

    @Test func aNearMissIsSuggestedAndNeverTaken() throws {
        let reading = try Desk.read(
            Desk.header + "Phường Hoa Mau,Tập huấn,2024-08-05,một,02\n",
            at: "2024-09-01/hd.csv"
        )
        #expect(reading.records == 0)
        #expect(reading.findings.first?.code == .unitUnknown)
        #expect(reading.findings.first?.expected == "Phường Hòa Mẫu")
    }

    @Test func aBlankUnitIsTheSubmittersElseTheFileNames() throws {
        #expect(try place("", at: "2024-09-01/P2/hd.csv").units == [2])
        #expect(try place("", at: "2024-09-01/BC phường Hòa Mẫu (1).csv").units == [1])
        #expect(try place("", at: "2024-09-01/BC P. Hòa Mẫu (1) - Copy.csv").units == [1])
        #expect(try place("", at: "2024-09-01/hd.csv").codes == ["unit-unknown"])
    }

    @Test func aSubmitterReportsForItselfAndBelowOnly() throws {
        #expect(try place("P2", at: "2024-09-01/Q/hd.csv").units == [2])
        #expect(try place("P2", at: "2024-09-01/P1/hd.csv").codes == ["unit-out-of-scope"])
    }

    /// A folder is a submitter's in whatever letter case, as an id in a cell is.
    @Test(arguments: ["P1", "p1"])
    func theFolderOfASubmitterIsKnownInEitherCase(folder: String) throws {
        #expect(try place("", at: "2024-09-01/\(folder)/hd.csv").units == [1])
        #expect(try place("P2", at: "2024-09-01/\(folder)/hd.csv").codes == ["unit-out-of-scope"])
    }

    @Test func ofIDsThatDifferInCaseOnlyAFolderIsExactlyOne() throws {
        var scenario = Scenario(
            plan: Desk.plan,
            units: Desk.units + "\np1,Phường Khác,,PHUONG,Q,\n"
        )
        scenario.files = ["P1", "p1"].map {
            .init(
                "2024-09-01/\($0)/hd.csv",
                "Loại hoạt động,Ngày,Nội dung\nTập huấn,05/08/2024,\($0)\n"
            )
        }
        let files = try scenario.collect(window: "2024").collection.files
        #expect(files.map { $0.reading.batches.flatMap(\.units) } == [[1], [6]])
    }

    /// A merged cell, or one that somebody left blank: the file is told once how many rows were
    /// taken so.
    @Test func rowsThatTakeTheUnitAboveAreToldOfOnce() throws {
        let reading = try Desk.read(
            Desk.header + "P1,Tập huấn,05/08/2024,một,2\n,Tập huấn,06/08/2024,hai,2\n"
                + ",Tập huấn,07/08/2024,ba,2\nP2,Tập huấn,05/08/2024,một,2\n"
                + ",Tập huấn,31/02/2024,hai,2\n,Tập huấn,08/08/2024,bốn,2\n",
            at: "2024-09-01/Q/hd.csv"
        )
        #expect(reading.batches.flatMap(\.units) == [1, 1, 1, 2, 2])
        let told = reading.findings.filter { $0.severity == .notice }
        #expect(told.map(\.code) == [.requiredEmpty])
        #expect(told.map(\.row) == [3])
        #expect(told.first?.column == "Mã đơn vị")
        #expect(told.first?.message.hasPrefix("Có 3 dòng để trống đơn vị (từ dòng 3)") == true)
        // Where no unit stands above, a blank is the submitter's own.
        #expect(try place("", at: "2024-09-01/Q/hd.csv").codes.isEmpty)
    }

    // Without a submitter's folder the row's own unit is the submitter: what is wrong is its
    // affair.
    @Test(arguments: [("2024-09-01/hd.csv", "P2"), ("2024-09-01/Q/hd.csv", "Q")])
    func whatIsWrongInARowIsItsUnitsWhereNoFolderNamesTheSender(path: String, unit: String) throws {
        let reading = try Desk.read(Desk.header + "P2,Kiểm tra,31/02/2024,x,1\n", at: path)
        #expect(reading.findings.map(\.unit) == [unit])
        #expect(reading.rejected.count == 1)
    }

    @Test func aClosedUnitsLaterRowsGoToItsWholeSuccessor() throws {
        let merged = try place("P4", at: "2024-09-01/hd.csv")
        #expect(merged.codes == ["unit-closed"])
        #expect(merged.units == [1])
        let split = try place("P5", at: "2024-09-01/hd.csv")
        #expect(split.codes == ["unit-closed"])
        #expect(split.units.isEmpty)
    }

    /// P4 was merged into P1: what counts for P1 may P1 report, and who stands above P1.
    @Test(arguments: ["P4", "Phường Đã Nhập"])
    func theWholeSuccessorReportsWhatCountsForIt(_ name: String) throws {
        let merged = try place(name, at: "2024-09-01/P1/hd.csv")
        #expect(merged.codes == ["unit-closed"])
        #expect(merged.units == [1])
        #expect(try place(name, at: "2024-09-01/Q/hd.csv").units == [1])
        #expect(try place(name, at: "2024-09-01/P2/hd.csv").codes == ["unit-out-of-scope"])
    }

    @Test func whatAClosedUnitDidBeforeIsNotItsSuccessorsToReport() throws {
        let reading = try Desk.read(
            Desk.header + "P4,Tập huấn,30/06/2024,một,02\nP4,Tập huấn,01/07/2024,hai,02\n",
            at: "2024-09-01/P1/hd.csv"
        )
        #expect(reading.findings.map(\.code.rawValue) == ["unit-out-of-scope", "unit-closed"])
        #expect(reading.batches.flatMap(\.units) == [1])
        // A unit that was split has no successor for all of it.
        let split = try place("P5", at: "2024-09-01/P2/hd.csv")
        #expect(split.codes == ["unit-out-of-scope"])
    }

    /// The row is about the submitter itself: no word about units below it (CONTRACT §11.2).
    @Test func aRowThatCountsForTheSubmitterIsAboutNoOther() throws {
        let text = Desk.header + "P4,Tập huấn,05/08/2024,một,02\n"
        #expect(try !Desk.read(text, at: "2024-09-01/P1/hd.csv").mentionsOthers)
        #expect(try Desk.read(text, at: "2024-09-01/Q/hd.csv").mentionsOthers)
    }

    @Test(arguments: [
        ("2024", "2024"), ("Năm 2024", "2024"), ("Quý III/2024", "2024-Q3"),
        ("6 tháng đầu năm 2024", "2024-H1"), ("6 tháng cuối năm 2024", "2024-H2"),
        ("9 tháng năm 2024", "2024-9M"), ("Tháng 5/2024", "2024-05"), ("05/2024", "2024-05"),
        ("Q1/2024", "2024-Q1"),
        ("Giai đoạn 2023-2025", "2023..2025"), ("2023 – 2025", "2023..2025"),
        ("Năm học 2023-2024", "2024"), ("2024-Q1", "2024-Q1"),
    ])
    func periodsAreReadAsOfficesWriteThem(_ text: String, _ id: String) {
        #expect(CellPeriod.parse(text)?.id == id)
    }

    @Test(arguments: ["", "24", "Quý V/2024", "Tháng 13/2024", "năm ngoái", "2025-2023"])
    func whatIsNoPeriodIsNone(_ text: String) {
        #expect(CellPeriod.parse(text) == nil)
    }

    @Test func aPeriodMayStandInTheFoldersName() throws {
        let text = "Mã đơn vị,Số bài dự thi,Số buổi tuyên truyền\nP1,3,4\n"
        let placed = try Desk.read(text, at: "2024-09-01/P1/2024-Q2/bc.csv")
        #expect(placed.batches.first?.explicitPeriod(0) == .quarter(2024, 2))
        let unplaced = try Desk.read(text, at: "2024-09-01/P1/bc.csv")
        #expect(unplaced.findings.map(\.code) == [.periodUnknown])
    }
}
