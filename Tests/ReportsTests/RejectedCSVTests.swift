import Intake
import Model
import Reports
import Rollup
import TestSupport
import Testing

/// Rejected rows come back in a table that can be mended and handed in.
///
/// All data is synthetic.
@Suite("Rejected rows") struct RejectedCSVTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2024}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        indicators:
          - {id: M-1, name: Bài dự thi, applies_to: phuong, measure: count(pledge), each: ">= 1"}
        """
    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nQ,Quận Mẫu,HUYEN,\n"
        + "P1,Phường Mẫu Một,PHUONG,Q\nP2,Phường Mẫu Hai,PHUONG,Q\n"

    /// The lines of a table of rejected rows, without its byte order mark.
    private func rejected(_ name: String, _ files: [(String, String)]) throws -> [String] {
        let scenario = Scenario(
            plan: Self.plan,
            units: Self.units,
            files: files.map { Scenario.File($0.0, $0.1) }
        )
        return try table(name, scenario).dropFirst().split(separator: "\r\n").map(String.init)
    }

    private func table(_ name: String, _ scenario: Scenario) throws -> String {
        let frame = ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2024-12-31"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        return try #require(RejectedCSV.tables(frame).first { $0.name == name }).content
    }

    private static let own = "Mã đơn vị,Năm,Số người đăng ký,Ngày ký,Ký cùng"
    private static let provenance = "Tệp nguồn,Dòng,Mã lỗi"

    /// With unit and period, or as the submitter's, it would replace the unit's report when it is
    /// handed in again.
    @Test func aLineOfWordsBelowAReportComesBackAsNobodys() throws {
        let lines = try rejected(
            "unit_report",
            [
                (
                    "2024-02-01/P1/2024/a.csv",
                    "Số bài dự thi,\"Khó khăn, vướng mắc\"\n5,Thiếu kinh phí\n,và thiếu cán bộ\n"
                )
            ]
        )
        #expect(lines.count == 2)
        #expect(lines[1].hasPrefix("?,,"))
        #expect(lines[1].hasSuffix("2024-02-01/P1/2024/a.csv,3,key-missing"))
    }

    @Test func rowsOfDifferentHeadersStandUnderTheFormsOwn() throws {
        let lines = try rejected(
            "pledge",
            [
                ("2024-02-01/P1/a.csv", "Năm;Số người đăng ký\n2024;mười\n"),
                ("2024-02-01/P2/b.csv", "Số người đăng ký,Năm,Mã đơn vị\nx,2024,P2\n"),
            ]
        )
        #expect(
            lines == [
                Self.own + "," + Self.provenance,
                "P1,2024,mười,,,2024-02-01/P1/a.csv,2,not-a-number",
                "P2,2024,x,,,2024-02-01/P2/b.csv,2,not-a-number",
            ]
        )
    }

    @Test func columnsBeyondTheFormAreAppendedByTheirHeadings() throws {
        let lines = try rejected(
            "pledge",
            [
                (
                    "2024-02-01/P1/a.csv",
                    "STT,Năm,Số người đăng ký,Kinh phí,,Trống\n1,2024,x,=5,ghi thêm,\n"
                ),
                ("2024-02-01/P2/b.csv", "Năm,Số người đăng ký,Cờ,KINH PHÍ\n2024,y,c,7\n"),
            ]
        )
        #expect(
            lines == [
                Self.own + ",Kinh phí,,Cờ," + Self.provenance,
                "P1,2024,x,,,'=5,ghi thêm,,2024-02-01/P1/a.csv,2,not-a-number",
                "P2,2024,y,,,7,,c,2024-02-01/P2/b.csv,2,not-a-number",
            ]
        )
    }

    @Test func twoColumnsOfOneMeaningBothStay() throws {
        let lines = try rejected(
            "pledge",
            [("2024-02-01/P1/a.csv", "Năm,Số người đăng ký,Số người đăng ký\n2024,1,2\n")]
        )
        #expect(lines[0] == Self.own + ",Số người đăng ký," + Self.provenance)
        #expect(lines[1].hasPrefix("P1,2024,1,,,2,"))
    }

    @Test func cellsBeyondTheHeadingsStayBeyondThem() throws {
        let lines = try rejected(
            "pledge",
            [("2024-02-01/P1/a.csv", "Năm,Số người đăng ký\n2024,1,Phường, Hai,\n")]
        )
        #expect(lines[1] == "P1,2024,1,,,2024-02-01/P1/a.csv,2,row-ragged,Phường,\" Hai\"")
    }

    @Test func aRowWithLostLettersIsRefusedUntilSomebodyHasSeenToIt() throws {
        var bytes = Array("Năm,Số người đăng ký,Ký cùng\n2024,5,Phường Hai\n2024,6,Ph".utf8)
        bytes += [0xB0, 0xFF, 0xC1] + Array("ng Ba\n".utf8)
        let scenario = Scenario(
            plan: Self.plan,
            units: Self.units,
            files: [Scenario.File("2024-02-01/P1/a.csv", bytes: bytes)]
        )
        let table = try table("pledge", scenario)
        let again = Scenario(
            plan: Self.plan,
            units: Self.units,
            files: [Scenario.File("2024-03-01/P1/b.csv", table)]
        )
        let reading = try again.collect(window: "2024").collection.files[0].reading
        #expect(reading.rows == 1)
        #expect(reading.records == 0)
        #expect(reading.findings.map(\.code) == [.rowRagged, .encodingLossy])
    }

    @Test func aLineThatCannotBeTakenApartStaysWhole() throws {
        let lines = try rejected(
            "pledge",
            [
                (
                    "2024-02-01/P1/a.csv",
                    "STT,Năm,Số người đăng ký,Ký cùng\n1,2024,\"5,a\n2,2024,6,b\n3,2024,7,c\n"
                )
            ]
        )
        #expect(lines[1].hasPrefix("\"1,2024,\"\"5,a"), "\(lines)")
        #expect(lines[1].contains(",2,quote-unbalanced,Tách dòng này vào đúng các cột"))
    }

    /// A line that is longer than any record comes back as far as it is kept, and says so; handed
    /// in as it is it would be refused for its mark.
    @Test(arguments: [
        ("pledge", "Năm,Số người đăng ký,Ký cùng\n"), ("unknown-form", "Một,Hai,Ba\n"),
    ]) func aLineThatWasCutSaysWhereTheWholeIs(form: String, header: String) throws {
        let long = String(repeating: "ế", count: 400_000)
        let short = String(repeating: "x", count: 70_000)
        let lines = try rejected(
            form,
            [("2024-02-01/P1/a.csv", header + "2024,\(short),b\n2024,5,\(long)\n")]
        )
        let marked = lines.filter {
            $0.hasSuffix("(bản gốc trong sổ nhận)\"") || $0.hasSuffix("(bản gốc trong sổ nhận)")
        }
        #expect(marked.count == 1)
        #expect(marked.first?.hasPrefix("\"2024,5,ế") == true)
        #expect(marked.first?.contains(",2024-02-01/P1/a.csv,3,") == true)
    }

    @Test func aRowWhoseUnitNobodyNamesAsksForIt() throws {
        // In a list a blank in the column for units belongs to the unit of the row above; a second
        // report for the same year is nobody's.
        let lines = try rejected(
            "pledge",
            [
                ("2024-02-01/Q/a.csv", "Mã đơn vị,Năm,Số người đăng ký\nP1,2024,x\n,2024,y\n"),
                ("2024-02-01/b.csv", "Năm,Số người đăng ký\n2024,z\n"),
                ("2024-02-01/Q/c.csv", "Năm,Số người đăng ký\n2024,t\n"),
            ]
        )
        #expect(lines.dropFirst().map { $0.prefix(2) } == ["P1", "?,", "Q,", "?,"])
    }

    @Test func thePeriodOfTheFolderIsFilledInWhereTheRowHasNone() throws {
        let lines = try rejected(
            "pledge",
            [("2024-02-01/P1/2024/a.csv", "Số người đăng ký\nx\n")]
        )
        #expect(lines[1].hasPrefix("P1,2024,x,"))
    }

    @Test func filesOfNoKnownFormKeepTheirOwnHeadings() throws {
        let lines = try rejected(
            "unknown-form",
            [
                ("2024-02-01/P1/a.csv", "Lớp,Sĩ số\n6A,42\n"),
                ("2024-02-01/P2/b.csv", "Xe,Biển số,Màu\nx,y,\n"),
            ]
        )
        #expect(
            lines == [
                "Cột 1,Cột 2,Cột 3," + Self.provenance,
                "Lớp,Sĩ số,,2024-02-01/P1/a.csv,1,form-unknown",
                "6A,42,,2024-02-01/P1/a.csv,2,form-unknown",
                "Xe,Biển số,Màu,2024-02-01/P2/b.csv,1,form-unknown",
                "x,y,,2024-02-01/P2/b.csv,2,form-unknown",
            ]
        )
    }

    @Test func oneColumnForSeveralSubjectsIsReadAgain() throws {
        let lines = try rejected(
            "unit_report",
            [
                (
                    "2024-02-01/P1/a.csv",
                    "Kỳ báo cáo,Số tập thể/cá nhân được khen thưởng,Số buổi tuyên truyền\n"
                        + "2024,\"02 tập thể, 03 cá nhân\",x\n"
                )
            ]
        )
        #expect(lines[0].contains("Số tập thể/cá nhân được khen thưởng"))
        #expect(!lines[0].contains("Số tập thể được khen thưởng"))
        #expect(lines[1].contains("\"02 tập thể, 03 cá nhân\""))
    }

    @Test func manyRowsComeInPiecesOfOneTable() throws {
        let rows = (1...9000).map { "P1,2024,x\($0)\n" }.joined()
        let scenario = Scenario(
            plan: Self.plan,
            units: Self.units,
            files: [
                Scenario.File("2024-02-01/P1/a.csv", "Mã đơn vị,Năm,Số người đăng ký\n" + rows)
            ]
        )
        let frame = ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2024-12-31"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        let table = try #require(RejectedCSV.tables(frame).first)
        var pieces: [[UInt8]] = []
        table.render { pieces.append($0) }
        #expect(pieces.count == 3)
        #expect(String(decoding: pieces.joined(), as: UTF8.self) == table.content)
        let lines = table.content.split(separator: "\r\n")
        #expect(lines.count == 9001)
        #expect(lines.last?.hasPrefix("P1,2024,x9000,,,2024-02-01/P1/a.csv,9001,") == true)
    }

    /// A line in the column of serial numbers, which the table leaves out, must not get lost.
    @Test func aRowThatWasNeverTakenApartComesBackWhole() throws {
        let lines = try rejected(
            "pledge",
            [
                (
                    "2024-02-01/P1/a.csv",
                    "STT,Mã đơn vị,Năm,Số người đăng ký,Ngày ký\n1,P1,2024,5,01/02/2024\n"
                        + "2;P1;2024;7;02/02/2024,,,,\n"
                )
            ]
        )
        #expect(
            lines == [
                Self.own + "," + Self.provenance,
                "2;P1;2024;7;02/02/2024,,,,,2024-02-01/P1/a.csv,3,row-ragged,"
                    + "Tách dòng này vào đúng các cột rồi xóa ô này",
            ]
        )
    }
}
