import Intake
import Judgement
import Model
import TestSupport
import Testing

@testable import Reports

/// What papers say where a figure alone would mislead: an office that had ceased, lists of other
/// units than the year before, a day behind the window, files that are only in part about a unit.
///
/// All data is synthetic.
@Suite struct PlainTellingTests {
    private static let plan = """
        schema: 1
        id: thu
        title: Kế hoạch thử
        stage: {from: 2023, to: 2025}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        indicators:
          - {id: I, name: Họp bình xét, applies_to: phuong, measure: count(review), each: ">= 1", due: {before: "{year+1}-01-10"}}
          - {id: J, name: Tin bài, measure: count(media), total: ">= 1"}
        """

    private static func units(closed: String = "") -> String {
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày\n"
            + "Q,Quận Mẫu,HUYEN,,\(closed)\nS,Sở Kế thừa,SO,,\n"
            + (1...5).map { "P\($0),Phường \($0),PHUONG,Q,\(closed)\n" }.joined()
    }

    private func frame(
        _ files: [(String, String)] = [],
        window: String = "2024",
        asOf: String = "2025-07-10",
        root: String? = nil,
        closed: String = "",
        changes: String = ""
    ) throws -> ReportFrame {
        var scenario = Scenario(
            plan: Self.plan,
            units: Self.units(closed: closed),
            files: files.map { Scenario.File($0.0, $0.1) }
        )
        scenario.changes = changes
        return ReportFrame(
            judgement: try scenario.judge(window: window, asOf: asOf, root: root),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
    }

    private func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The plan has its indicators still; there is nobody whom they bind.
    @Test func anOfficeThatHadCeasedIsNamedWithWhoCarriesItOn() throws {
        let frame = try frame(
            window: "2025-H2",
            asOf: "2026-02-10",
            closed: "2025-03-01",
            changes: "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính\n"
                + "2025-03-01,Nhập toàn bộ,Q,S,Có\n"
        )
        let sentence =
            "Quận Mẫu kết thúc hoạt động từ ngày 01/03/2025, đơn vị kế thừa: Sở Kế thừa; 02 chỉ tiêu "
            + "của kế hoạch không áp dụng trong kỳ này."
        let texts = [
            SummaryText.render(frame), YearEndReport.render(frame, .shipped),
            ExplanationText.render(
                Explanation(0, of: frame.judgement),
                ExplanationText.Options()
            ),
        ]
        for text in texts { #expect(joined(text).contains(sentence), "\(text)") }
        #expect(IndicatorAnnex(frame: frame).sheet.notes.first == sentence)
        #expect(!texts[0].contains("Kế hoạch không có chỉ tiêu"))
    }

    private typealias NamedFile = (String, String)

    private static func media(
        _ year: Int,
        _ units: ClosedRange<Int>,
        each: Int
    ) -> [NamedFile] {
        units.map { unit in
            let rows = (1...each).map {
                "P\(unit),post,Bài \(year)-\($0),\(year)-05-0\($0)\n"
            }.joined()
            return ("\(year)-06-01/P\(unit)/tin.csv", "unit,kind,name,posted_on\n" + rows)
        }
    }

    /// Twice as many news items of twice as many units' lists are no increase.
    @Test(arguments: [
        (
            2...3,
            "Đã đăng 05 tin, bài, phóng sự theo danh sách của 05 đơn vị, năm 2023 có 04 tin, bài theo "
                + "danh sách của 02 đơn vị; số đơn vị gửi danh sách chênh lệch nhiều nên không so sánh."
        ),
        (
            2...5,
            "Đã đăng 05 tin, bài, phóng sự theo danh sách của 05 đơn vị, giảm 03 tin, bài (giảm "
                + "37,5%) so với cùng kỳ năm 2023."
        ),
    ])
    func listsOfOtherUnitsAreNoChange(before: ClosedRange<Int>, sentence: String) throws {
        let files = Self.media(2023, before, each: 2) + Self.media(2024, 1...5, each: 1)
        let text = joined(YearEndReport.render(try frame(files), .shipped))
        #expect(text.contains(sentence), "\(text)")
    }

    /// The same in the half-year before the day, and not in the one that holds it.
    @Test func aDayBehindTheWindowIsToldWhereItHasGoneBy() throws {
        let half = try frame(window: "2024-H2")
        let line = try #require(IndicatorLine.lines(half.judgement, .vietnamese).first)
        let told = "Hạn 09/01/2025 ở sau kỳ này, xét ở báo cáo của kỳ có ngày hạn"
        #expect(line.word == "Chưa đến hạn" && line.remarks.contains(told), "\(line.remarks)")
        #expect(SummaryText.render(half).contains("(hạn 09/01/2025 ở sau kỳ này"))
        let open = SummaryText.render(try frame(window: "2024-H2", asOf: "2025-01-05"))
        let next = SummaryText.render(try frame(window: "2025-H1"))
        for text in [open, next] { #expect(!text.contains("ở sau kỳ này"), "\(text)") }
    }

    /// The summary and the list of files count the same rows, or say what each counts.
    @Test func aFileThatIsOnlyInPartAboutAUnitSaysSo() throws {
        let rows = "P1,post,Bài,2024-05-01\nP2,post,Bài hai,2024-05-02\nP3,post,Bài ba,2024-05-03\n"
        let files = [("2024-06-01/Q/tin.csv", "unit,kind,name,posted_on\n" + rows)]
        let part = try frame(files, root: "P1")
        let summary = joined(SummaryText.render(part))
        #expect(summary.contains("Dòng số liệu đã đọc: 01 = hợp lệ 01 + bị loại 0."))
        #expect(
            summary.contains(
                "Có 01 tệp của nơi gửi khác chỉ một phần là về đơn vị của báo cáo: dòng số liệu trên "
                    + "đây chỉ tính phần ấy, tổng số dòng sau đây tính cả tệp."
            ),
            "\(summary)"
        )
        let sheet = SourceSheet(frame: part, sources: SourceRows(part)).sheet
        #expect(sheet.rows[0].cells.last?.value == .text("01 dòng về đơn vị của báo cáo"))
        #expect(sheet.notes.last?.contains("có 01 dòng, trong đó hợp lệ 1.") ?? false)
        let whole = try frame(files)
        #expect(!SummaryText.render(whole).contains("chỉ một phần"))
        let all = SourceSheet(frame: whole, sources: SourceRows(whole)).sheet
        #expect(all.rows[0].cells.last?.value == .text("") && all.notes.count == 2)
    }

    /// Rejected rows are not part of an anonymised edition.
    @Test func aMaskedFixNamesNoFileThatIsNotThere() throws {
        let groups = FindingGroup.groups([
            Finding(
                .formUnknown,
                severity: .error,
                file: "a.csv",
                message: "Không nhận ra biểu.",
                fix:
                    "Dùng đúng tên cột của biểu mẫu; các dòng của tệp được giữ trong rejected/unknown-form.csv."
            )
        ])
        #expect(groups[0].fix(masksValues: true) == "Dùng đúng tên cột của biểu mẫu.")
        #expect(groups[0].fix().contains("rejected/unknown-form.csv"))
    }
}
