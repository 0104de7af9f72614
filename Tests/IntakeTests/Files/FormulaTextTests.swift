import Intake
import Model
import TestSupport
import Testing

/// Formulas that were saved as their own text (domain.md 4.4).
@Suite("Formulas for text")
struct FormulaTextTests {
    private func read(_ text: String, at path: String = "2024-06-01/P1/a.csv") throws
        -> FileReading
    {
        try Desk.read(text, at: path)
    }

    private func codes(_ reading: FileReading) -> [String] {
        reading.findings.map { "\($0.severity) \($0.code.rawValue)" }
    }

    @Test(arguments: [
        "\"=B3&\"\" \"\"&C3\"", "=VLOOKUP(A5;DS!A:B;2;0)", "=DS!B2", "= B2", "'=DS!B2", "=$B$2",
    ])
    func nobodyIsCalledByAFormula(text: String) throws {
        let people = try read(
            "Năm,Họ và tên,Đối tượng\n2024,\(text),Cá nhân\n2024,Nguyễn Mẫu,Cá nhân\n"
        )
        #expect(people.records == 1)
        #expect(codes(people) == ["error formula-error"])
        #expect(people.rejected.map(\.line) == [2])
        let entry = try read("Mã bài,Tên bài viết,Tác giả,Ngày nộp\n1,Bài 1,\(text),01/05/2024\n")
        #expect(entry.records == 1)
        #expect(codes(entry) == ["warning formula-error"])
        #expect(entry.batches.first?.authors.isEmpty == true)
    }

    @Test func aFormulaForAFigureIsSaidToBeOne() throws {
        let reading = try read("Kỳ báo cáo,Số bài dự thi\n2024,=SUM(B3:B9)\n")
        #expect(reading.records == 0)
        #expect(codes(reading) == ["error formula-error"])
    }

    /// A number of a document that nobody knows is none.
    @Test func aFormulaIsNoNumberOfADocument() throws {
        let reading = try read("Kỳ báo cáo,Số kế hoạch,Số bài dự thi\n2024,=DS!B2,5\n")
        #expect(reading.records == 1)
        #expect(codes(reading) == ["warning formula-error"])
    }

    @Test func aUnitIsNotNamedByAFormula() throws {
        let reading = try read(
            "Mã đơn vị,Kỳ báo cáo,Số bài dự thi\n=DS!A2,2024,5\n",
            at: "2024-06-01/Q/a.csv"
        )
        #expect(reading.records == 0)
        #expect(codes(reading) == ["error formula-error"])
    }

    /// Such a text is in the file, whatever a spreadsheet would make of it.
    @Test(arguments: [
        "=1+1", "'=Gương mẫu 7", "=HYPERLINK(\"\"http://mau.vn/bai1\"\")", "=cmd|' /C calc'!A0",
        "=LOG10(100)", "=\"\"B3\"\"&\"\"C3\"\"", "=Ngày 8:30",
    ])
    func aTextWithoutOtherCellsIsThatText(text: String) throws {
        let entry = try read(
            "Mã bài,Tên bài viết,Tác giả,Ngày nộp\n1,\"\(text)\",Nguyễn Mẫu,01/05/2024\n"
        )
        #expect(entry.records == 1)
        #expect(entry.findings.isEmpty)
    }

    @Test(arguments: [
        "=A1", "=$A1", "=A$1", "=$AB$12", "=DS!A:B", "=SUM($A:$C)", "=#REF!", "=Tên&B2",
        "='Danh sách'!B2", "=PROPER(b2)", "=HYPERLINK(B2)",
    ])
    func aTitleFromOtherCellsIsNotInTheFile(text: String) throws {
        let people = try read("Năm,Họ và tên,Đối tượng\n2024,\(text),Cá nhân\n")
        #expect(people.records == 0)
        #expect(codes(people) == ["error formula-error"])
    }

    @Test(arguments: ["=> đạt", "===", "="])
    func whatNothingFollowsIsNoFormula(text: String) throws {
        let reading = try read("Kỳ báo cáo,Số bài dự thi,Ghi chú\n2024,5,\(text)\n")
        #expect(reading.findings.isEmpty)
    }

    /// `="001"` is how a spreadsheet is told to leave a text as it is.
    @Test(arguments: ["\"=\"\"#\"\"\"", "=\"#\"", "'=\"#\""])
    func aTextInAFormulaIsThatText(form: String) throws {
        func cell(_ text: String) -> String { form.replacing("#", with: text) }
        let quoted = try read(
            "Mã đơn vị,Năm,Họ và tên,Đối tượng,Năm sinh\n"
                + "\(cell("P2")),\(cell("2024")),\(cell("Nguyễn Mẫu")),\(cell("Cá nhân")),"
                + "\(cell("1970"))\n",
            at: "2024-06-01/Q/a.csv"
        )
        let plain = try read(
            "Mã đơn vị,Năm,Họ và tên,Đối tượng,Năm sinh\nP2,2024,Nguyễn Mẫu,Cá nhân,1970\n",
            at: "2024-06-01/Q/a.csv"
        )
        #expect(quoted.rejected.isEmpty)
        #expect(quoted.records == 1)
        #expect(quoted.findings.allSatisfy { $0.severity == .notice })
        #expect(
            quoted.batches.flatMap(\.identities.keys) == plain.batches.flatMap(\.identities.keys)
        )
        #expect(Desk.numbers(quoted) == Desk.numbers(plain))
    }

    /// The text of such a formula is looked at like any other.
    @Test(arguments: ["Không có", "03 cá nhân", "=B2", "", "nt"])
    func whatIsNoNameIsNoneInAFormulaEither(text: String) throws {
        let reading = try read(
            "Năm,Họ và tên,Đối tượng\n2024,\"=\"\"\(text)\"\"\",Cá nhân\n2024,A Mẫu,Cá nhân\n"
        )
        #expect(reading.records == 1)
        #expect(reading.rejected.map(\.line) == [2])
    }
}
