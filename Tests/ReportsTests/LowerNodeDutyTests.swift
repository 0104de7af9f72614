import Judgement
import Model
import TestSupport
import Testing

@testable import Reports

/// What is asked of the nodes below the report's root, and what they handed over short: the papers
/// name them.
///
/// All data is synthetic.
@Suite struct LowerNodeDutyTests {
    private static let head = """
        schema: 1
        id: thu
        title: Kế hoạch thử
        stage: {from: 2024, to: 2025}
        root: C
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: TP}]
        groups: {quan: {name: Các quận, kinds: [HUYEN]}, phuong: {name: Các phường, kinds: [PHUONG]}}

        """
    private static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
        C,Thành phố Xê,TINH,
        D1,Quận Một,HUYEN,C
        D2,Quận Hai,HUYEN,C
        D3,Quận Ba,HUYEN,C
        W1,Phường Quang Trung,PHUONG,D1
        W2,Phường Quang Trung,PHUONG,D2
        W3,Phường Sao Mai,PHUONG,D3

        """

    private func frame(
        _ indicators: String,
        _ files: [(String, String)],
        before: String = "",
        window: String = "2024",
        asOf: String = "2025-01-10"
    ) throws -> ReportFrame {
        let scenario = Scenario(
            plan: Self.head + before + "indicators:\n" + indicators,
            units: Self.units,
            files: files.map { Scenario.File($0.0, $0.1) }
        )
        return ReportFrame(
            judgement: try scenario.judge(window: window, asOf: asOf),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
    }

    private func report(_ frame: ReportFrame) -> String {
        YearEndReport.render(frame, .shipped).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    private static func held(_ unit: String, _ days: String...) -> (String, String) {
        (
            "2024-12-20/\(unit)/hd.csv",
            "unit,kind,held_on,content\n"
                + days.map { "\(unit),conference,\($0),Hội nghị \($0)\n" }.joined()
        )
    }

    private static let own =
        "  - {id: I, name: Hội nghị, level: district, counts: own, applies_to: quan, "
        + "measure: count(activity), total: \">= 2\""

    // MARK: - Totals set for the nodes below

    /// The city's sum is enough; what two districts lack is asked of them.
    @Test func theNodesThatMissATotalAreReminded() throws {
        let frame = try frame(
            Self.own + "}\n",
            [Self.held("D1", "2024-05-01", "2024-06-01"), Self.held("D2", "2024-05-01")]
        )
        #expect(frame.reminders.reminders.map(\.unit) == [2, 3])
        let duty = try #require(frame.reminders.reminders.first?.duties.first)
        #expect(duty.text == "I: Hội nghị (yêu cầu ≥ 2, hiện có 1)" && duty.daysOverdue == 10)
        let letters = UnitNotes.render(frame).map(\.name)
        #expect(letters == ["D2", "D3"])
        let text = report(frame)
        #expect(
            text.contains(
                "Hội nghị: 02 đơn vị, gồm Quận Hai (hiện có 1); Quận Ba (chưa có số liệu)."
            ),
            "\(text)"
        )
        #expect(!text.contains("Chỉ tiêu chung chưa đạt"))
    }

    /// Where the sum fails with them, the nodes that it is set for are asked and not the root.
    @Test func theRootIsNotAskedInTheirPlace() throws {
        let frame = try frame(Self.own + "}\n", [Self.held("D1", "2024-05-01")])
        #expect(frame.judgement.indicators[0].nodes[0].status == .unmet)
        #expect(frame.reminders.reminders.map(\.unit) == [1, 2, 3])
    }

    /// Each has what is asked of it, their sum has not: nobody but the root can be asked.
    @Test func aSumThatFailsAloneIsTheRoots() throws {
        let most = Self.own.replacing(">= 2", with: "<= 1") + "}\n"
        let frame = try frame(
            most,
            ["D1", "D2", "D3"].map { Self.held($0, "2024-05-01") }
        )
        #expect(frame.reminders.reminders.map(\.unit) == [0])
        #expect(report(frame).contains("Chỉ tiêu chung chưa đạt: + Hội nghị: yêu cầu ≤ 1"))
    }

    @Test func whatWillBeDueIsCalledToTheirMind() throws {
        let frame = try frame(
            Self.own + ", due: {by: \"{year}-12-31\"}}\n",
            [Self.held("D1", "2024-05-01", "2024-06-01"), Self.held("D2", "2024-05-01")],
            asOf: "2024-12-22"
        )
        #expect(frame.reminders.reminders.isEmpty)
        #expect(frame.reminders.upcoming.map(\.unit) == [2, 3])
    }

    @Test func whatWasDoneLateIsToldOfNodesAndRoot() throws {
        let late = Self.own.replacing(">= 2", with: ">= 1") + ", due: {by: \"{year}-06-30\"}}\n"
        let whole =
            "  - {id: J, name: Toàn thành phố, level: city, measure: count(activity), "
            + "total: \">= 3\", due: {by: \"{year}-06-30\"}}\n"
        let text = report(
            try frame(
                late + whole,
                [
                    Self.held("D1", "2024-07-20"), Self.held("D2", "2024-05-01"),
                    Self.held("D3", "2024-08-01"),
                ]
            )
        )
        #expect(
            text.contains(
                "Hội nghị: 02 đơn vị, gồm Quận Một (hoàn thành ngày 20/07/2024); Quận Ba (hoàn "
                    + "thành ngày 01/08/2024)."
            ),
            "\(text)"
        )
        #expect(
            text.contains(
                "Chỉ tiêu chung hoàn thành sau hạn: + Toàn thành phố: yêu cầu ≥ 3, hiện có 3 (hoàn "
                    + "thành ngày 01/08/2024)."
            ),
            "\(text)"
        )
    }

    @Test func whoseRecordsCountIsNamed() throws {
        let plain =
            "  - {id: I, name: Hội nghị, level: district, counts: own, measure: count(activity), "
            + "total: \">= 2\"}\n"
        let frame = try frame(plain, [Self.held("D1", "2024-05-01", "2024-06-01")])
        let line = try #require(IndicatorLine.lines(frame.judgement, .vietnamese).first)
        #expect(line.groupName == "Cấp quận (03 đơn vị)")
        let text = ExplanationText.render(
            Explanation(0, of: frame.judgement),
            ExplanationText.Options()
        ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            text.contains(
                "Đối tượng số liệu của chính từng đơn vị cấp quận (03 đơn vị: Quận Một, Quận Hai, "
                    + "Quận Ba), cộng lại ở cấp trên"
            ),
            "\(text)"
        )
    }

    // MARK: - Results handed over

    private static let share =
        "  - {id: S, name: Có kế hoạch, level: district, applies_to: phuong, "
        + "measure: count(document), each: \">= 1\", target: \">= 80%\"}\n"

    private func handed(_ rows: String..., before: String = "") throws -> ReportFrame {
        try frame(
            Self.share,
            rows.map { row in
                (
                    "2024-12-20/\(row.prefix(2))/kq.csv",
                    "unit,period,indicator,numerator,denominator,status\n\(row)\n"
                )
            },
            before: "handed_up_by: district\n" + before
        )
    }

    /// How many units lack it by what was handed over, and where, stands beside those known here.
    @Test func unitsThatANodeHandedOverShortAreCounted() throws {
        let frame = try handed("D1,2024,S,3,8,Chưa đạt", "D2,2024,S,9,10,Đạt")
        let text = report(frame)
        #expect(
            text.contains(
                "Có kế hoạch: 07 đơn vị, gồm Phường Sao Mai; theo kết quả gửi lên: Quận Một (05); "
                    + "Quận Hai (01)."
            ),
            "\(text)"
        )
        let line = try #require(IndicatorLine.lines(frame.judgement, .vietnamese).first)
        #expect(
            line.remarks.contains(
                "Theo kết quả gửi lên còn 06 đơn vị chưa đạt tại 02 cấp dưới (Quận Một 05; Quận Hai 01)"
            ),
            "\(line.remarks)"
        )
        // The second has as many as this plan asks for.
        #expect(frame.reminders.reminders.map(\.unit) == [1, 6])
        #expect(
            frame.reminders.reminders[0].duties.map(\.text) == [
                "S: Có kế hoạch (yêu cầu ≥ 80%, hiện có 3/8)"
            ]
        )
    }

    /// What the node itself reached counts, whatever target of its own it names.
    @Test func aNodeThatReachesThePlansTargetIsNotUrged() throws {
        let frame = try handed("D1,2024,S,9,10,Chưa đạt", "D2,2024,S,9,9,Đạt", "D3,2024,S,1,1,Đạt")
        #expect(frame.reminders.reminders.isEmpty)
        #expect(report(frame).contains("Có kế hoạch: 01 đơn vị, gồm Quận Một (01), theo kết quả"))
    }

    /// The units of a node that is reminded of its results are not in the annex: it is named with
    /// how many they are.
    @Test func unitsThatANodeUrgesAreCountedWithTheNode() throws {
        let due =
            "deadlines: {kq: {form: indicator_result, by: \"{year+1}-01-03\", name: Kết quả năm, "
            + "applies_to: quan}}\n"
        let frame = try handed("D1,2024,S,8,8,Đạt", "D2,2024,S,9,9,Đạt", before: due)
        #expect(frame.reminders.reminders.map(\.unit) == [3])
        #expect(
            report(frame).contains("Có kế hoạch: 01 đơn vị, gồm 01 đơn vị thuộc Quận Ba."),
            "\(report(frame))"
        )
    }

    private static let results =
        "handed_up_by: district\ndeadlines: {kq: {form: indicator_result, by: \"{year+1}-01-03\", "
        + "name: Kết quả năm, applies_to: quan}}\n"

    /// A node that hands over its results is asked for them and for none of its registers, and not
    /// before the day on which they are due.
    @Test func aNodeThatHandsOverIsAskedForItsResultsAlone() throws {
        let early = try frame(
            Self.own + ", due: {by: 2024-12-01}}\n"
                + "  - {id: S, name: Có kế hoạch, applies_to: phuong, measure: count(document), "
                + "each: \">= 1\", due: {by: 2024-12-01}}\n",
            [],
            before: Self.results,
            asOf: "2024-12-20"
        )
        // Nor are the units below it, which are the node's to urge.
        #expect(early.reminders.reminders.isEmpty)
        #expect(early.reminders.answeredFor == 3)
        let letters = UnitNotes.render(early)
        #expect(letters.map(\.name) == ["D1", "D2", "D3"])
        for letter in letters {
            #expect(letter.content.contains("PHIẾU NHẮC VIỆC"))
            #expect(
                letter.content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    .contains("Gửi: Kết quả năm (biểu “Kết quả chỉ tiêu cấp dưới”) 03/01/2025")
            )
        }
        let without = try frame(
            Self.own + "}\n",
            [Self.held("D2", "2024-05-01")],
            before: "handed_up_by: district\n"
        )
        #expect(
            without.reminders.reminders.flatMap(\.duties).map(\.note) == [
                "Chưa gửi: Kết quả chỉ tiêu cấp dưới", nil, "Chưa gửi: Kết quả chỉ tiêu cấp dưới",
            ]
        )
        let sent = try frame(
            Self.own + "}\n",
            [("2024-12-20/D1/kq.csv", "unit,period,indicator,value\nD1,2024,K,3\n")],
            before: "handed_up_by: district\n"
        )
        #expect(sent.reminders.reminders.first?.duties.first?.note == "Chưa gửi: Hoạt động")
    }

    // MARK: - Units of one name

    @Test func unitsOfOneNameAreToldApartByWhereTheyStand() throws {
        let frame = try frame(Self.share, [])
        let text = report(frame)
        #expect(
            text.contains(
                "gồm Phường Quang Trung (quận Một); Phường Quang Trung (quận Hai); Phường Sao Mai."
            ),
            "\(text)"
        )
        let letters = UnitNotes.render(frame).map(\.content)
        #expect(letters[0].contains("Kính gửi: Phường Quang Trung (quận Một)"))
        #expect(letters[2].contains("Kính gửi: Phường Sao Mai\n"))
        #expect(SummaryText.render(frame).contains("Phường Quang Trung (quận"))
    }
}
