import Judgement
import Model
import Reports
import TestSupport
import Testing

/// What is said of figures that are not simply added up: above a level, in short windows, with
/// further requirements.
@Suite struct UpperFigureTests {
    private let attendance = [
        Scenario.File(
            "2024-05-01/W1/hd.csv",
            "unit,kind,held_on,content,attendees\nW1,session,2024-03-01,Một,60\n"
        ),
        Scenario.File(
            "2024-05-01/W3/hd.csv",
            "unit,kind,held_on,content,attendees\nW3,session,2024-03-02,Hai,11\n"
        ),
        Scenario.File(
            "2024-05-01/C/hd.csv",
            "unit,kind,held_on,content,attendees\nC,session,2024-03-03,Ba,1000\n"
        ),
    ]

    /// The explanation of the only indicator as one line.
    private func explained(_ judgement: Judgement, _ focus: String? = nil) -> String {
        let unit = focus.flatMap { judgement.scene.roster.index(of: $0) }
        return ExplanationText.render(
            Explanation(0, of: judgement),
            ExplanationText.Options(focus: unit)
        ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func city(_ measure: String) throws -> String {
        let indicator = "id: I, level: district, measure: \"\(measure)\", total: \">= 1\""
        return explained(
            try Scenario(plan([indicator], root: "C"), attendance, units: TestSupport.city)
                .judge(window: "2024", asOf: "2025-01-05")
        )
    }

    @Test func totalsOfALevelAreAdded() throws {
        let text = try city("sum(activity.attendees)")
        #expect(text.contains("Thành phố Xê (C): 71 +60 Quận Dê (D1) +11 Quận Đê (D2)"), "\(text)")
    }

    @Test func whatIsFiledForTheNodeAboveIsNamedAndNotCounted() throws {
        let text = try city("sum(activity.attendees)")
        #expect(text.contains("– 2024-05-01/C/hd.csv:2"), "\(text)")
        #expect(text.contains("của riêng Thành phố Xê (C), không thuộc cấp được giao"), "\(text)")
    }

    @Test(arguments: ["max(activity.attendees)", "sum(activity.attendees) / count(activity)"])
    func whatDoesNotAddUpHasNoPlus(measure: String) throws {
        let text = try city(measure)
        #expect(text.contains("Từng đơn vị cấp dưới, không cộng lại: 60 Quận Dê (D1)"), "\(text)")
        #expect(!text.contains("+60 Quận"), "\(text)")
    }

    /// The record that is the figure goes before those that a cut list leaves out.
    @Test func theRecordThatIsTheLargestComesFirst() throws {
        var rows = "unit,kind,held_on,content,attendees\n"
        for number in 1...12 { rows += "W1,session,2024-03-01,Buổi \(number),\(number)\n" }
        let indicator = "id: I, applies_to: wards, measure: max(activity.attendees), each: \">= 1\""
        let judgement = try Scenario(plan([indicator]), [.init("2024-05-01/W1/hd.csv", rows)])
            .judge(window: "2024", asOf: "2025-01-05")
        let text = explained(judgement)
        #expect(text.contains("12 2024-05-01/W1/hd.csv:13"), "\(text)")
        #expect(text.contains("là giá trị được lấy"), "\(text)")
    }

    /// The quarter that holds the due day of the year before is judged by all of that year.
    @Test func whatAShortWindowWasJudgedByIsTraced() throws {
        let judgement = try Scenario(
            plan([issues("due: {before: \"{year+1}-01-20\"}")]),
            [plans("W1", "2024-05-01", received: "2024-06-01")]
        ).judge(window: "2025-Q1", asOf: "2025-03-20")
        #expect(judgement.unit("W1", "I")?.status == .met)
        let text = explained(judgement, "W1")
        #expect(text.contains("Xét theo số lũy kế từ 20/01/2024 đến 19/01/2025: 1"), "\(text)")
        #expect(text.contains("+1 2024-06-01/W1/vb.csv:2"), "\(text)")
        #expect(!text.contains("– 2024-06-01/W1/vb.csv:2"), "\(text)")
    }

    @Test func aTotalThatLacksSomethingElseSaysWhat() throws {
        let indicator =
            "id: I, level: district, counts: own, measure: count(proposal), total: \">= 2\", also: "
            + "[{measure: count(proposal where subject = individual), total: \">= 1\"}]"
        var rows = "unit,year,name,subject,level,award,documented_on\n"
        for number in 1...3 {
            rows += "D,2024,Tập thể \(number),Tập thể,Thành phố,Bằng khen,2024-05-0\(number)\n"
        }
        let judgement = try Scenario(plan([indicator]), [.init("2024-06-01/D/dn.csv", rows)])
            .judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D", "I")?.status == .unmet)
        let frame = ReportFrame(
            judgement: judgement,
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        // In the summary's table the name is broken between other columns.
        let missing = [
            "; đồng thời số dòng “Đề nghị khen thưởng” mà",
            "“Đối tượng” là “Cá nhân”: yêu cầu ≥ 1, hiện có 0",
        ]
        for text in [SummaryText.render(frame), YearEndReport.render(frame, .shipped)] {
            let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for piece in missing { #expect(line.contains(piece), "\(text)") }
        }
    }

    @Test func theReportOfANodeKeepsTheMovementsAndWhatWasNotTakenIn() throws {
        var scenario = Scenario(plan([issues()], root: "C"), attendance, units: TestSupport.city)
        scenario.movements = [Movement(id: "1", name: "Phong trào mẫu")]
        scenario.notices = [
            Finding(
                .binary,
                unit: "D1",
                file: "2024-05-01/D1/bao-cao.xlsx",
                message: "Tệp Excel",
                fix: "Lưu lại dạng CSV"
            )
        ]
        let whole = try scenario.judge(window: "2024", asOf: "2025-01-05")
        let node = try #require(whole.scene.roster.index(of: "D1"))
        let part = whole.part(of: node)
        #expect(part.scene.movements.map(\.id) == ["1"])
        #expect(part.findings.contains { $0.code == .binary })
    }
}
