import Intake
import Model
import Plans
import Reports
import Rollup
import TestSupport
import Testing

/// What was rejected and is handed in again as it came back is rejected again, and counts where it
/// was mended as its finding says (CONTRACT §2, §6).
///
/// All data is synthetic.
@Suite("Rejected rows handed in again") struct RejectedReturnTests {
    /// The file that a table of rejected rows is, handed in at some place.
    private func again(_ content: String, at path: String = "2024-12-20/Q/b.csv") throws
        -> FileReading
    {
        try RejectedReturns.read([Scenario.File(path, content)])[0]
    }

    private func numbers(_ reading: FileReading) -> [[Int64]] {
        reading.batches.flatMap { batch in
            (0..<batch.count).map { record in
                batch.columns.indices.compactMap { batch.number($0, record)?.numerator }
            }
        }
    }

    /// The units of the records, in their order.
    private func units(_ reading: FileReading) -> [String] {
        let ids = RejectedReturns.units.split(separator: "\n").dropFirst()
            .map { String($0.split(separator: ",")[0]) }
        return reading.batches.flatMap { batch in
            (0..<batch.count).map { ids[Int(batch.units[$0])] }
        }
    }

    @Test(arguments: RejectedReturns.damages)
    func whatIsNotMendedNeverCounts(damage: RejectedReturns.Damage) throws {
        let file = Scenario.File(damage.path, bytes: damage.bytes)
        let reading = try RejectedReturns.read([file])[0]
        #expect(reading.rejected.contains { $0.code == damage.code }, "\(reading.rejected)")
        let tables = try RejectedReturns.tables([file])
        #expect(!tables.isEmpty)
        for (name, content) in tables {
            for place in ["P1/2024", "Q", "Q/2024", "P2", "."] {
                let second = try again(content, at: "2024-12-20/\(place)/\(name).csv")
                #expect(second.records == 0, "\(place): \(content)")
                #expect(second.rows > 0, "\(place): \(content)")
            }
        }
    }

    /// Side by side in one table, the rows of different files do not help each other through.
    @Test func whatIsNotMendedNeverCountsInOneTable() throws {
        // Two columns of one meaning would keep the whole table from being read.
        let files = RejectedReturns.damages.enumerated().filter { $1.code != .columnDuplicate }
            .map { number, damage in
                let path = damage.path.replacing(".csv", with: "\(number).csv")
                return Scenario.File(path, bytes: damage.bytes)
            }
        for (name, content) in try RejectedReturns.tables(files) {
            for place in ["P1/2024", "Q/2024"] {
                let second = try again(content, at: "2024-12-20/\(place)/\(name).csv")
                #expect(second.records == 0, "\(name) \(place)")
                #expect(second.rows > 0)
            }
        }
    }

    /// The codes that keep a row from being counted, each with a file that has it; what only the
    /// circumstances of a file say may pass in another one.
    @Test func eachCodeThatRejectsRowsHasItsDamage() {
        let tried = Set(RejectedReturns.damages.map(\.code))
        let ofPlace: Set<FindingCode> = [.unitOutOfScope]
        let expected: Set<FindingCode> = [
            .encodingUnknown, .quoteUnbalanced, .tooManyColumns, .headerNotFound, .formUnknown,
            .columnMissing, .columnDuplicate, .rowRagged, .unitUnknown, .unitAmbiguous,
            .unitClosed, .periodUnknown, .keyMissing, .formulaError, .requiredEmpty, .notANumber,
            .negative, .notADate, .excelDateSuspected, .notYesNo, .notInList,
        ]
        #expect(expected.subtracting(tried).isEmpty, "\(expected.subtracting(tried))")
        #expect(tried.isDisjoint(with: ofPlace))
    }

    // MARK: - A table on its side without results

    private static let targets =
        "STT,Chỉ tiêu,ĐVT,Quý I,Quý II,Cộng\n1,Số bài dự thi,bài,5,8,13\n"
        + "2,\"Số tin, bài đã đăng\",tin,10,12,22\n3,Số buổi tuyên truyền,buổi,3,4,7\n"

    @Test func allColumnsOfATableWithoutResultsComeBack() throws {
        let file = Scenario.File("2024-12-05/P1/2024/a.csv", Self.targets)
        let table = try #require(try RejectedReturns.tables([file])["unit_report"])
        let lines = table.split(separator: "\r\n").dropFirst()
        #expect(lines.count == 3)
        for (line, (heading, number)) in zip(lines, [("Quý I", 5), ("Quý II", 8), ("Cộng", 13)]) {
            #expect(line.hasPrefix("P1,2024,"))
            #expect(line.contains(",\(number),"))
            #expect(line.contains("cột \"\"\(heading)\"\""), "\(line)")
        }
        // The row that is right, without what stood behind it; the others are thrown away.
        let mended = String(lines[lines.startIndex + 2]).split(separator: ",column-missing")[0]
        let second = try again(
            String(table.split(separator: "\r\n")[0]) + "\r\n\(mended),column-missing\r\n",
            at: "2024-12-20/P1/2024/b.csv"
        )
        #expect(numbers(second) == [[13, 22, 7]])
        #expect(units(second) == ["P1"])
    }

    // MARK: - Further tables

    @Test func aFurtherTableComesBackAsItStood() throws {
        let file = Scenario.File(
            "2024-12-05/Q/a.csv",
            "Đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\nPhường Hạ Đình,2024,x,2\n"
                + ",,,\nĐơn vị,Kỳ báo cáo,Số đợt tự kiểm tra,Số bài đạt giải\n"
                + "Phường Nhân Chính,2024,50,60\n"
        )
        let tables = try RejectedReturns.tables([file])
        #expect(tables.keys.sorted() == ["unit_report", "unknown-form"])
        #expect(tables["unit_report"]?.split(separator: "\r\n").count == 2)
        #expect(
            tables["unknown-form"]?.dropFirst().split(separator: "\r\n").map(String.init) == [
                "Cột 1,Cột 2,Cột 3,Cột 4,Tệp nguồn,Dòng,Mã lỗi",
                "Đơn vị,Kỳ báo cáo,Số đợt tự kiểm tra,Số bài đạt giải,2024-12-05/Q/a.csv,4,"
                    + "form-unknown",
                "Phường Nhân Chính,2024,50,60,2024-12-05/Q/a.csv,5,form-unknown",
            ]
        )
        // Under its own headings it counts.
        let mended = try #require(tables["unknown-form"]).split(separator: "\r\n").dropFirst(2)
            .joined(separator: "\r\n")
        let second = try again(
            "Đơn vị,Kỳ báo cáo,Số đợt tự kiểm tra,Số bài đạt giải,Tệp nguồn,Dòng,Mã lỗi\r\n"
                + mended + "\r\n"
        )
        #expect(units(second) == ["P2"])
        #expect(Set(numbers(second)) == [[60, 50]])
    }

    /// The headings of the table of unknown rows stand for none that a form has.
    @Test func noHeaderIsLookedForBelowNumberedColumns() throws {
        let second = try again(
            "Cột 1,Cột 2,Cột 3,Cột 4,Tệp nguồn,Dòng,Mã lỗi\n"
                + "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền,a.csv,1,form-unknown\n"
                + "P1,2024,5,6,a.csv,2,form-unknown\n"
        )
        #expect(second.form == nil)
        #expect(second.findings.map(\.code) == [.formUnknown])
    }

    // MARK: - Whose a row is

    @Test(arguments: ["Phường Nhan Chinh", "Trường học trên địa bàn"])
    func aRowUnderATitleThatNamesNoUnitAsksForIt(title: String) throws {
        let file = Scenario.File(
            "2024-12-05/Q/a.csv",
            "STT,Họ và tên,Đối tượng,Năm\nI,Phường Hạ Đình,,\n1,A A,Cá nhân,2024\n"
                + "2,B B,,2024\nII,\(title),,\n1,C C,Cá nhân,2024\n2,D D,,2024\n"
        )
        let table = try #require(try RejectedReturns.tables([file])["exemplar"])
        #expect(
            table.split(separator: "\r\n").dropFirst().map { $0.prefix(10) }
                == ["P1,2024,B ", "?,2024,C C", "?,2024,D D"]
        )
        let second = try again(table.replacing("?,2024,C C", with: "P2,2024,C C"))
        #expect(units(second) == ["P2"])
    }

    /// A fault that is seen before the cells are looked at does not give the row to the submitter.
    @Test func aRowOfASectionWithoutARequiredColumnStaysItsUnits() throws {
        let file = Scenario.File(
            "2024-12-05/Q/a.csv",
            "STT,Họ và tên,Năm,Chức vụ\nI,Phường Hạ Đình,,\n1,A A,2024,x\n"
                + "II,Phường Nhan Chinh,,\n1,B B,2024,y\n"
        )
        let table = try #require(try RejectedReturns.tables([file])["exemplar"])
        #expect(
            table.split(separator: "\r\n").dropFirst().map { $0.prefix(6) } == ["P1,202", "?,2024"]
        )
        let second = try again(
            table.replacing("A A,,", with: "A A,Cá nhân,").replacing("B B,,", with: "B B,Cá nhân,")
        )
        #expect(units(second) == ["P1"])
    }

    @Test(arguments: ["2", "hai"]) func aRowOfNobodysNumbersAsksForItsUnit(number: String) throws {
        let file = Scenario.File(
            "2024-12-05/Q/a.csv",
            "Đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\nPhường Hạ Đình,2024,5,40\n"
                + ",2024,\(number),10\nPhường Nhân Chính,2024,3,4\n"
        )
        let table = try #require(try RejectedReturns.tables([file])["unit_report"])
        let line = try #require(table.split(separator: "\r\n").last)
        #expect(line.hasPrefix("?,,2024,"))
        let second = try again(
            table.replacing("?,,2024", with: "P2,,2024").replacing(",hai,", with: ",2,")
        )
        #expect(units(second) == ["P2"])
        #expect(numbers(second) == [[2, 10]])
    }

    // MARK: - Of when a row is

    @Test func aRowUnderAnotherPeriodSaysSoUntilItIsMended() throws {
        let file = Scenario.File(
            "2024-12-05/Q/a.csv",
            "Đơn vị,Kỳ báo cáo,Quý I/2024,\n,,Số bài dự thi,Số buổi tuyên truyền\n"
                + "Phường Hạ Đình,2024,1,2\nPhường Nhân Chính,2024,x,3\n"
                + "Phường Nhân Chính,Quý I/2024,y,4\n"
        )
        let table = try #require(try RejectedReturns.tables([file])["unit_report"])
        let lines = table.split(separator: "\r\n").dropFirst().map(String.init)
        #expect(lines.map { $0.contains("ghi kỳ khác") } == [true, true, false])
        #expect(lines.map { $0.contains("not-a-number") } == [false, true, true])
        let mark = try #require(lines[0].split(separator: "period-unknown").last)
        let second = try again(
            table.replacing(String(mark), with: "")
                .replacing("Phường Hạ Đình,2024", with: "Phường Hạ Đình,Quý I/2024")
        )
        #expect(units(second) == ["P1"])
        #expect(second.placement.periods.contains(.quarter(2024, 1)))
    }

    // MARK: - Two numbers in one column

    /// Also beside the rows of a file that has a column for each.
    @Test(arguments: [
        "Số phiếu đồng ý/Tổng số phiếu\nA A,CN,2024,9/10\n",
        "\"Số phiếu đồng ý\",Tổng số phiếu\nA A,CN,2024,9,10\n",
    ])
    func twoNumbersOfOneColumnComeBackApart(other: String) throws {
        let heading = "Họ và tên,Đối tượng,Năm,Số phiếu đồng ý/Tổng số phiếu\n"
        let files = [
            Scenario.File(
                "2024-12-05/P1/a.csv",
                heading + "B B,CN,2024, 07 / 8\nC C,Cá nhân,2024,45574\n"
            ),
            Scenario.File("2024-12-05/P2/b.csv", "Họ và tên,Đối tượng,Năm,\(other)"),
        ]
        let table = try #require(try RejectedReturns.tables(files)["exemplar"])
        let mark =
            "Ô của cột \"\"Số phiếu đồng ý/Tổng số phiếu\"\" không tách được thành hai số: ghi mỗi số "
            + "vào cột của nó rồi xóa ô này"
        #expect(table.contains(",Số phiếu đồng ý,Tổng số phiếu,"))
        #expect(!table.split(separator: "\r\n")[0].contains("/Tổng số phiếu"))
        #expect(table.contains(",9,10,"))
        #expect(table.contains(",7,8,"))
        #expect(table.contains(",45574,,"))
        #expect(table.split(separator: mark).count == 2)
        let mended = table.replacing(",CN,", with: ",Cá nhân,")
        // The cell that nobody could read keeps its row back until it is mended. The first number
        // is that of the subject.
        #expect(numbers(try again(mended)) == [[1, 7, 8], [1, 9, 10]])
        let second = try again(
            mended.replacing(",45574,,", with: ",5,6,").replacing(",\"\(mark)\"", with: "")
        )
        #expect(numbers(second) == [[1, 7, 8], [1, 5, 6], [1, 9, 10]])
        #expect(second.findings.isEmpty)
    }

    // MARK: - Number and day in one column

    @Test func numberAndDayOfOneColumnComeBackApart() throws {
        let file = Scenario.File(
            "2024-12-05/Q/a.csv",
            "Đơn vị,Kỳ báo cáo,\"Số, ngày kế hoạch\",Số bài dự thi\n"
                + "Phường Hạ Đình,2024,12/KH-UBND ngày 05/02/2024,ba\n"
                + "Phường Nhân Chính,2024,\"12/KH 5/2, 6/2\",ba\n"
        )
        let table = try #require(try RejectedReturns.tables([file])["unit_report"])
        #expect(table.contains(",Số kế hoạch,Ngày kế hoạch,"))
        #expect(table.contains(",12/KH-UBND,05/02/2024,"))
        // What cannot be told apart stays as it was written.
        #expect(table.contains(",\"12/KH 5/2, 6/2\",,"))
        let second = try again(table.replacing(",ba,", with: ",3,"))
        let form = try #require(try RejectedReturns.form("unit_report"))
        let field = try #require(form.index(of: "plan_date"))
        let batch = try #require(second.batches.first)
        #expect(batch.count == 2)
        #expect(batch.day(field, 0)?.iso == "2024-02-05")
        #expect(batch.day(field, 1) == nil)
    }
}
