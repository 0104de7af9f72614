import Intake
import Model
import Plans
import TestSupport
import Testing

/// Columns of the plan's own tables that are none of theirs, and cells behind the last one.
@Suite struct PlanTableColumnTests {
    private func decisions(
        _ header: String,
        _ row: String
    ) throws -> (mistakes: [Mistake], findings: [Finding]) {
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        _ = PlanFilesReader.decisions(
            Array("\(header)\n\(row)\n".utf8),
            roster: ["P1"],
            nodes: [],
            plan: try Scenario(plan: Desk.plan, units: Desk.units).readPlan(),
            mistakes: &mistakes,
            findings: &findings
        )
        return (mistakes, findings)
    }

    private static let head = "Số quyết định,Ngày,Loại,"
    private static let full = head + "Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực"

    /// Otherwise what the board granted to one unit, or for one year, would be granted to all.
    @Test(arguments: [
        ("Đơn vị,Mã chỉ tiêu,Kỳ,Lý do,Hết hiệu lực", "P1,,,Lũ,", 4, "Mã đơn vị"),
        ("Mã đơn vi,Mã chỉ tiêu,Kỳ,Lý do,Hết hiệu lực", "P1,,,Lũ,", 4, "Mã đơn vị"),
        ("Mã đơn vị,Mã chỉ tiêu,Kì,Lý do,Hết hiệu lực", "P1,,2023,Lũ,", 6, "Kỳ"),
        ("Mã đơn vị,Chỉ tiêu,Kỳ,Lý do,Hết hiệu lực", "P1,I9,,Lũ,", 5, "Mã chỉ tiêu"),
        ("Mã đơn vị,Mã chỉ tiêu,Kỳ,Lý do,Hết hiệu lục", "P1,,,Lũ,2024-12-31", 8, "Hết hiệu lực"),
        ("Mã đơn vị,,Kỳ,Lý do,Hết hiệu lực", "P1,I9,,Lũ,", 5, nil),
    ])
    func aColumnInThePlaceOfOneThatNarrowsADecisionIsAMistake(
        columns: String,
        cells: String,
        column: Int,
        nearest: String?
    ) throws {
        let found = try decisions(Self.head + columns, "1,2024-05-01,Miễn," + cells).mistakes
        #expect(found.map(\.line) == [1])
        #expect(found.map(\.column) == [column])
        #expect(found.first?.nearest == nearest)
        #expect(found.first?.allowed?.isEmpty == false)
    }

    @Test func aColumnThatIsAkinToNoneOfThemStopsNothing() throws {
        let found = try decisions(
            Self.head + "Mã đơn vị,Mã chỉ tiêu,Năm,Lý do,Cơ quan",
            "1,2024-05-01,Miễn,P1,,2023,Lũ,UBND"
        )
        #expect(found.mistakes.isEmpty)
        #expect(found.findings.map(\.severity) == [.notice])
    }

    @Test(arguments: [
        // Nothing stands in it.
        ("Mã chỉ tiêu,Kỳ,Lý do,Hết hiệu lực,Đơn vị", ",,Lũ,,"),
        // Remarks are for people.
        ("TT,Lý do,Ghi chú,Trích yếu,Người ký", "1,Lũ,a,b,c"),
        ("STT,Mã ĐV,Lý do", "1,P1,Lũ"),
    ])
    func blankColumnsAndRemarksAreNone(columns: String, cells: String) throws {
        let found = try decisions(Self.head + columns, "1,2024-05-01,Miễn," + cells)
        #expect(found.mistakes.isEmpty)
        #expect(found.findings.isEmpty)
    }

    @Test func beyondTheNarrowingColumnsAnUnknownOneIsTold() throws {
        let found = try decisions(Self.full + ",Cơ quan,STT", "1,2024-05-01,Miễn,P1,,,,Lũ,,UBND,1")
        #expect(found.mistakes.isEmpty)
        #expect(found.findings.map(\.code) == [.columnUnknown])
        let finding = try #require(found.findings.first)
        // What the office keeps for itself keeps nothing from being frozen.
        #expect(finding.severity == .notice)
        #expect([finding.file, finding.column] == ["decisions.csv", "Cơ quan"])
        #expect(finding.row == 1)
    }

    @Test func aFilledCellBehindTheLastColumnIsAMistake() throws {
        let shifted = try decisions(Self.full, "1,2024-05-01,Miễn,P1,,,,Lũ, bão lớn,,").mistakes
        #expect(shifted.map(\.line) == [2])
        let found = try decisions(Self.full, "1,2024-05-01,Miễn,P1,,,,Lũ,,x").mistakes
        #expect(found.map { "\($0.line):\($0.column) \($0.found ?? "")" } == ["2:10 x"])
        #expect(try decisions(Self.full, "1,2024-05-01,Miễn,P1,,,,Lũ,,,,").mistakes.isEmpty)
    }

    private func roster(_ text: String) -> (mistakes: [Mistake], findings: [Finding]) {
        var findings: [Finding] = []
        switch RosterReader.read(Array(text.utf8), findings: &findings) {
        case .entries: return ([], findings)
        case .mistakes(let mistakes): return (mistakes, findings)
        }
    }

    @Test func theRosterSaysWhichColumnItDoesNotRead() throws {
        let head = "Mã đơn vị,Tên đơn vị,Loại đơn vị"
        let found = roster("\(head),Hiệu lực tới ngày,,Ghi chú\nQ,Quận,HUYEN,2023-01-01,z,a\n")
        #expect(found.mistakes.isEmpty)
        #expect(found.findings.map(\.column) == ["Hiệu lực tới ngày", "(cột 5, không có tên)"])
        #expect(found.findings.map(\.severity) == [.warning, .warning])
        // It might be either of two days.
        #expect(!found.findings[0].fix.contains("Hiệu lực"))
        let near = roster("\(head),Hieu luc den ngay.\nQ,Quận,HUYEN,2023-01-01\n").findings
        #expect(near.map { $0.fix.contains("\"Hiệu lực đến ngày\"") } == [true])
        let ragged = roster("\(head)\nQ,Quận,HUYEN,thừa\nP,Phường\n").mistakes
        #expect(ragged.map { "\($0.line):\($0.column)" }.contains("2:4"))
        // A title in the place of the header is one mistake for each column, not one for each row.
        #expect(roster("DANH MỤC\n\(head)\nQ,Quận,HUYEN\n").mistakes.allSatisfy { $0.line == 1 })
    }

    /// Only what was not recognised can have been meant to be the missing column.
    @Test func aMissingColumnIsLookedForAmongTheUnknownHeadings() throws {
        let unlike = roster("Mã đơn vị,Tên đơn vị,Xếp hạng,Ghi chú\nQ,Quận,HUYEN,\n").mistakes
        #expect(unlike.map(\.allowed) == ["Loại đơn vị"])
        #expect(unlike.map(\.found) == ["Xếp hạng"])
        #expect(unlike.map(\.nearest) == [nil])
        let near = roster("Mã đơn vị,Tên đơn vị,Loai don vi.,Màu\nQ,Quận,HUYEN,\n").mistakes
        #expect(near.map(\.nearest) == ["Loai don vi."])
        let none = roster("Mã đơn vị,Tên đơn vị\nQ,Quận\n").mistakes
        #expect(none.map(\.found) == [nil])
        #expect(none.map(\.nearest) == [nil])
    }

    /// domain.md 2.1.
    @Test(arguments: ["Tên tập thể", "\"Địa phương, đơn vị\"", "Đơn vị"])
    func theNameOfAUnitHasItsOtherHeadings(header: String) {
        let found = roster("Mã đơn vị,\(header),Loại đơn vị\nQ,Quận,HUYEN\n")
        #expect(found.mistakes.isEmpty)
        #expect(found.findings.isEmpty)
    }
}
