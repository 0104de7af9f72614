import Intake
import Model
import Plans
import Rollup
import TestSupport
import Testing

/// One column for two whole numbers: `Số phiếu đồng ý/Tổng số phiếu`.
@Suite("Columns of two numbers")
struct NumberPairTests {
    private static let heading = "Số phiếu đồng ý/Tổng số phiếu"

    /// A list of exemplars with some columns behind its own, and the ballots of its first record.
    private func read(_ header: String, _ cells: String) throws -> (
        reading: FileReading, ballots: [Int64?]
    ) {
        try read("Họ và tên,Đối tượng,Năm,\(header)\nLê Mẫu,Cá nhân,2024,\(cells)\n")
    }

    private func read(_ text: String) throws -> (reading: FileReading, ballots: [Int64?]) {
        let reading = try Desk.read(text, at: "2024-12-01/P1/a.csv")
        let form = try #require(
            try Scenario(plan: Desk.plan, units: Desk.units).readPlan().forms.forms
                .first { $0.id == "exemplar" }
        )
        let fields = try ["agree", "ballots"].map { try #require(form.index(of: $0)) }
        let ballots = reading.batches.first.map { batch in
            fields.map { batch.number($0, 0)?.numerator }
        }
        return (reading, ballots ?? [])
    }

    @Test(
        arguments: [
            ("9/10", [9, 10]), ("9 / 10", [9, 10]), ("09/10", [9, 10]), (" 9/10 ", [9, 10]),
            ("'9/10", [9, 10]), ("９／１０", [9, 10]), ("\u{A0}9\u{A0}/ 10", [9, 10]),
            ("0/12", [0, 12]),
            ("120/2024", [120, 2024]), ("", [nil, nil]), ("…/…", [nil, nil]), ("/", [nil, nil]),
            ("KAD", [nil, nil]), ("-", [0, 0]),
        ] as [(String, [Int64?])]
    )
    func theNumbersAreTakenOutOfTheCell(cell: String, expected: [Int64?]) throws {
        let found = try read(Self.heading, cell)
        #expect(found.ballots == expected)
        #expect(found.reading.findings.isEmpty)
    }

    @Test(arguments: [
        ("9", "not-a-number"), ("0", "not-a-number"), ("9/", "not-a-number"),
        ("/10", "not-a-number"), ("9/10/2", "not-a-number"), ("9-10", "not-a-number"),
        ("\"0,9\"", "not-a-number"), ("90%", "not-a-number"), ("chín/mười", "not-a-number"),
        ("-9/10", "not-a-number"), ("1234567890123456/1", "not-a-number"),
        ("09/10/2024", "excel-date-suspected"), ("9/10/24", "excel-date-suspected"),
        ("9-Oct", "excel-date-suspected"), ("10-thg 9", "excel-date-suspected"),
        ("45574", "excel-date-suspected"), ("2024-10-09", "excel-date-suspected"),
    ])
    func whatASpreadsheetMayHaveMadeOfTheCellIsHandedBack(cell: String, code: String) throws {
        let found = try read(Self.heading, cell)
        #expect(found.reading.records == 0)
        #expect(found.reading.rejected.map(\.code.rawValue) == [code])
        let finding = try #require(found.reading.findings.first)
        #expect(finding.code.rawValue == code)
        #expect(finding.column == Self.heading)
        #expect(finding.fix.contains("9/10"))
        #expect(finding.fix.contains("hai cột"))
        #expect(found.reading.findings.count == 1)
    }

    /// A broken formula is a blank where the row can do without the numbers.
    @Test func aBrokenFormulaIsBlank() throws {
        let found = try read(Self.heading, "#N/A")
        #expect(found.ballots == [nil, nil])
        #expect(found.reading.findings.map(\.code) == [.formulaError])
        #expect(found.reading.findings.map(\.severity) == [.warning])
    }

    @Test(arguments: [
        "Số phiếu đồng ý / Tổng số phiếu", "SỐ PHIẾU ĐỒNG Ý/TỔNG SỐ PHIẾU (phiếu)",
        "\"Số phiếu đồng ý/\nTổng số phiếu\"",
    ])
    func theHeadingMayBeWrittenOtherwise(heading: String) throws {
        #expect(try read(heading, "9/10").ballots == [9, 10])
    }

    /// The order of the heading is that of the cell.
    @Test func theOrderIsThatOfTheHeading() throws {
        #expect(try read("Tổng số phiếu/Số phiếu đồng ý", "10/9").ballots == [9, 10])
    }

    /// Under merged headings the column is the same.
    @Test func aGroupHeadingMayStandAbove() throws {
        let found = try read(
            "Họ và tên,Đối tượng,Năm,Bình xét,\n,,,Ngày bình xét,\(Self.heading)\n"
                + "Lê Mẫu,Cá nhân,2024,05/02/2024,9/10\n"
        )
        #expect(found.ballots == [9, 10])
        #expect(found.reading.findings.isEmpty)
    }

    /// Where another column gives one of the numbers, nobody can say which is right.
    @Test(
        arguments: [
            ("\(heading),Số phiếu đồng ý", "9/10,8", [8, nil], 1),
            ("Tổng số phiếu,\(heading)", "11,9/10", [nil, 11], 1),
            ("\(heading),Tổng số phiếu/Số phiếu đồng ý", "9/10,10/9", [nil, nil], 2),
        ] as [(String, String, [Int64?], Int)]
    )
    func aColumnOfItsOwnGoesBefore(
        header: String,
        cells: String,
        expected: [Int64?],
        unknown: Int
    ) throws {
        let found = try read(header, cells)
        #expect(found.ballots == expected)
        #expect(
            found.reading.findings.map(\.code)
                == [FindingCode](repeating: .columnUnknown, count: unknown)
        )
    }

    /// Shares, words, texts and three headings are no two numbers.
    @Test(arguments: [
        "Tỷ lệ phiếu đồng ý/Tổng số phiếu", "Số phiếu đồng ý/Tổng số phiếu (%)",
        "Số phiếu đồng ý/Ngày bình xét", "Số phiếu đồng ý/Tổng số phiếu/Năm sinh",
        "Số phiếu đồng ý/Số phiếu đồng ý",
    ])
    func otherHeadingsWithAStrokeAreUnknown(heading: String) throws {
        let found = try read(heading, "9/10")
        #expect(found.ballots == [nil, nil])
        #expect(found.reading.findings.map(\.code) == [.columnUnknown])
        #expect(found.reading.records == 1)
    }

    /// In a form of the plan's own, where the row cannot do without the numbers.
    @Test func requiredNumbersHaveToStandInTheCell() throws {
        var scenario = Scenario(
            plan: Desk.plan + """

                forms:
                  vote:
                    name: Bỏ phiếu
                    fields:
                      topic: {header: Nội dung biểu quyết, key: true, required: true}
                      held: {header: Ngày biểu quyết, type: date, required: true, dating: true}
                      yes: {header: Số tán thành, type: int, required: true}
                      all: {header: Số tham dự, type: int, required: true}
                """,
            units: Desk.units
        )
        scenario.files = [
            Scenario.File(
                "2024-12-01/P1/a.csv",
                "Nội dung biểu quyết,Ngày biểu quyết,Số tán thành/Số tham dự\n"
                    + "Việc một,05/02/2024,9/10\nViệc hai,06/02/2024,\n"
            )
        ]
        let reading = try scenario.collect(window: "2024").collection.files[0].reading
        #expect(Desk.numbers(reading) == [[9, 10]])
        #expect(reading.findings.map(\.code) == [.requiredEmpty])
        #expect(reading.rejected.map(\.line) == [3])
    }

    /// A table on its side has the two numbers in one cell as well.
    @Test func aTableOnItsSideHasThemToo() throws {
        let reading = try Desk.read(
            "STT,Nội dung,Kết quả\n1,Số bài đạt giải/Số bài dự thi,3/12\n"
                + "2,Số buổi tuyên truyền,4\n3,Số đợt tự kiểm tra,5\n"
                + "4,Số lượt người được tập huấn,6\n",
            at: "2024-12-01/P1/2024/a.csv"
        )
        #expect(Desk.numbers(reading) == [[12, 3, 4, 5, 6]])
        #expect(reading.findings.isEmpty)
    }
}
