import Judgement
import Model
import TestSupport
import Testing

@Suite("Records and their keys (CONTRACT §2, §11.4, §11.25)")
struct KeyTests {
    private let posts = plan([], "measures: {m: unit_report.posts, n: count(document)}")

    private func report(_ path: String, _ posts: String..., received: String? = nil)
        -> Scenario.File
    {
        .init(
            path,
            "unit,period,posts\n" + posts.map { "W1,2024,\($0)\n" }.joined(),
            received: received
        )
    }

    private func judge(_ files: [Scenario.File]) throws -> Judgement {
        try Scenario(posts, files).judge(window: "2024", asOf: "2025-01-01")
    }

    @Test func theVersionReceivedLastCountsOnce() throws {
        let files = [
            report("2024-12-05/W1/bc.csv", "7"), report("2024-12-01/W1/bc.csv", "5"),
            report("2024-12-03/W1/bc.csv", "6"),
        ]
        let judgement = try judge(files)
        #expect(judgement.measure("m", "W1") == Quantity(7))
        #expect(judgement.count(.superseded) + judgement.count(.duplicate) >= 1)
    }

    @Test func ofOneReceiptTheLaterPathCounts() throws {
        let judgement = try judge([
            report("2024-12-01/W1/b.csv", "2"), report("2024-12-01/W1/a.csv", "1"),
        ])
        #expect(judgement.measure("m", "W1") == Quantity(2))
    }

    @Test func inOneFileTheLaterRowCounts() throws {
        let judgement = try judge([report("2024-12-01/W1/bc.csv", "5", "9", "6")])
        #expect(judgement.measure("m", "W1") == Quantity(6))
        #expect(judgement.count(.duplicate) >= 1)
    }

    @Test func aLaterVersionWithABlankIsBlank() throws {
        let judgement = try judge([
            report("2024-12-01/W1/bc.csv", "5"), report("2024-12-02/W1/bc.csv", ""),
        ])
        #expect(judgement.measure("m", "W1") == nil)
    }

    @Test func anotherKeyIsAnotherRecord() throws {
        let text = """
            unit,kind,number,issued_on
            W1,plan,12/KH,2024-05-01
            W1,plan,12/KH,2024-05-02
            W1,report,12/KH,2024-05-01
            W1,plan,13/KH,2024-05-01
            W1,plan,12/kh,2024-05-01

            """
        // The last one is the first one again: keys are compared folded.
        let judgement = try judge([.init("2024-06-01/W1/vb.csv", text)])
        #expect(judgement.measure("n", "W1") == Quantity(4))
    }

    @Test func theDistrictAndTheWardMaySendTheSameRecord() throws {
        let text = "unit,kind,number,issued_on\nW1,plan,1,2024-05-01\n"
        let judgement = try judge([
            .init("2024-06-01/W1/vb.csv", text), .init("2024-06-02/D/vb.csv", text),
        ])
        #expect(judgement.measure("n", "W1") == Quantity(1))
    }
}

@Suite("Who has handed in (CONTRACT §11.17)")
struct SubmissionTests {
    private let annual =
        "deadlines: {annual: {form: unit_report, before: \"{year}-12-15\", name: Báo cáo năm}}"

    private func report(_ unit: String, _ day: String, period: String = "2024") -> Scenario.File {
        .init("\(day)/\(unit)/bc.csv", "unit,period,posts\n\(unit),\(period),1\n")
    }

    @Test func beforeTheDeadlineIsOnTimeAndOnItIsLate() throws {
        let judgement = try Scenario(
            plan([], annual),
            [report("W1", "2024-12-14"), report("W2", "2024-12-15")]
        ).judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.submission("W1")?.status == .onTime)
        #expect(judgement.submission("W2")?.status == .late)
        #expect(judgement.submission("W2")?.daysLate == 1)
        #expect(judgement.submission("W3")?.status == .missing)
        #expect(judgement.submission("S1")?.status == .missing)
        #expect(judgement.submission("D")?.status == .notRequired)
    }

    @Test func aCorrectionAfterTheDeadlineStaysOnTime() throws {
        let judgement = try Scenario(
            plan([], annual),
            [report("W1", "2024-12-14"), report("W1", "2024-12-20")]
        ).judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.submission("W1")?.status == .onTime)
    }

    @Test(arguments: [
        ("2024-12-14T23:59:59", SubmissionStatus.pending), ("2024-12-15T00:00:00", .missing),
    ])
    func nothingIsPendingUntilTheDeadlineIsPast(asOf: String, expected: SubmissionStatus) throws {
        let judgement = try Scenario(plan([], annual)).judge(window: "2024", asOf: asOf)
        #expect(judgement.submission("W1")?.status == expected)
    }

    @Test func anotherYearsReportIsNotThisOnes() throws {
        let judgement = try Scenario(plan([], annual), [report("W1", "2024-02-01", period: "2023")])
            .judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.submission("W1")?.status == .missing)
    }

    @Test func onlyTheGroupOfTheDeadlineMustReport() throws {
        let section = """
            deadlines: {annual: {form: unit_report, by: 2024-12-15, applies_to: wards}}
            """
        let judgement = try Scenario(plan([], section), [report("W1", "2024-12-15")])
            .judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.submission("W1")?.status == .onTime)
        #expect(judgement.submission("W2")?.status == .missing)
        #expect(judgement.submission("S1")?.status == .notRequired)
    }

    @Test func theMainDeadlineSpeaksElseTheFirst() throws {
        func section(_ main: String) -> String {
            "deadlines: {a: {form: unit_report, by: 2024-12-31}, "
                + "b: {form: unit_report, by: 2024-06-30\(main)}}"
        }
        let file = report("W1", "2024-12-14")
        let first = try Scenario(plan([], section("")), [file])
            .judge(window: "2024", asOf: "2025-01-01")
        #expect(first.submission("W1")?.status == .onTime)
        let main = try Scenario(plan([], section(", main: true")), [file])
            .judge(window: "2024", asOf: "2025-01-01")
        #expect(main.submission("W1")?.status == .late)
    }

    @Test func anExtensionOfTheDeadlineIsInclusive() throws {
        let scenario = Scenario(
            plan([], annual),
            [report("W1", "2024-12-20"), report("W2", "2024-12-20")],
            decisions: "3,2024-12-01,Gia hạn,W1,annual,,2024-12-20,Bão,\n"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.submission("W1")?.status == .onTime)
        #expect(judgement.submission("W2")?.status == .late)
    }

    @Test func theDistrictMayReportForItsWards() throws {
        let text = "unit,period,posts\nW1,2024,1\nW2,2024,\n"
        let judgement = try Scenario(plan([], annual), [.init("2024-12-01/D/bc.csv", text)])
            .judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.submission("W1")?.status == .onTime)
        #expect(judgement.submission("W2")?.status == .onTime)
    }

    @Test func clustersAreExceptedAndClosedUnitsAreClosed() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày
            D,Quận Dê,HUYEN,,
            CUM-01,Cụm số 1,CUM,D,
            W1,Phường Một,PHUONG,D,2024-07-01

            """
        let judgement = try Scenario(plan([], annual), units: units)
            .judge(window: "2024", asOf: "2025-01-01")
        #expect(judgement.submission("CUM-01")?.status == .notRequired)
        #expect(judgement.submission("W1")?.status == .closed)
    }
}
