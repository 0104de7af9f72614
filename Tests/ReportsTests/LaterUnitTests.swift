import Judgement
import Model
import Reports
import TestSupport
import Testing

/// A ward that was founded after the window and hands in what was done in it before it stood: every
/// paper has the records that the totals count.
///
/// All data is synthetic.
@Suite struct LaterUnitTests {
    private func scenario() -> Scenario {
        var scenario = Scenario(
            plan: """
                schema: 1
                id: mau
                title: Kế hoạch mẫu
                stage: {from: 2023, to: 2025}
                root: T
                chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: Thành phố}]
                contests: [{id: 2023, year: 2023, opens: 2023-03-01, closes: 2023-07-15}]
                indicators:
                  - {id: M-1, name: Văn bản, level: district, measure: count(document), total: ">= 1"}
                  - {id: M-2, name: Khen, level: district, measure: count(commendation), total: ">= 1"}
                  - {id: M-3, name: Bài thi, level: district, over: contest,
                     measure: count(contest_entry where valid), total: ">= 1"}
                  - {id: M-4, name: Hoạt động, level: district, measure: count(activity), total: ">= 1"}
                """,
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Cụm/khối thi đua,Hiệu lực từ ngày
                T,Thành phố Mẫu,TINH,,,
                Q,Quận Mẫu,HUYEN,T,C1,
                P1,Phường Một,PHUONG,Q,,
                P2,Phường Hai,PHUONG,Q,,2024-06-14

                """
        )
        for unit in ["P1", "P2"] {
            let files = [
                "vb": "Loại văn bản,\"Số, ký hiệu\",Ngày ban hành\nKế hoạch,1/KH,2023-05-10\n",
                "kt": "Họ và tên/Tên tập thể,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen\n"
                    + "Tổ Mẫu,Tập thể,1/QĐ,2023-05-10,Quận\n",
                "hd": "Loại hoạt động,Ngày,Nội dung\nKiểm tra,2023-05-10,Nội dung mẫu\n",
                "thi": "Mã bài,Tên bài viết,Tác giả,Ngày nộp,Giải\n"
                    + "1,Gương \(unit),Tác giả \(unit),2023-05-01,Nhất\n",
            ]
            for (name, text) in files {
                scenario.files.append(.init("2023-12-05/\(unit)/\(name).csv", text))
            }
        }
        return scenario
    }

    /// In the report of the city, and in that of the district to which the ward belongs.
    @Test(arguments: ["T", "Q"]) func everyPaperHasWhatTheTotalsCount(_ root: String) throws {
        let judgement = try scenario().judge(window: "2023", asOf: "2024-12-31", root: root)
        for indicator in ["M-1", "M-2", "M-3", "M-4"] {
            #expect(judgement.node("Q", indicator)?.value == Quantity(2), "\(indicator)")
        }
        let contest = try #require(judgement.contests.first)
        #expect(
            [contest.entries, contest.valid, contest.authors, contest.unitsJoined] == [2, 2, 2, 2]
        )
        #expect(judgement.board.nodes.map(\.figures.commended.all.total).allSatisfy { $0 == 2 })
        for cluster in judgement.indicators.flatMap(\.clusters) {
            #expect(cluster.value == Quantity(2))
        }
        let frame = ReportFrame(
            judgement: judgement,
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        let sheets = WorkbookLayout.content(frame).sheets
        for name in [
            "PL4_CuocThi", "PL5_DatGiai", "PL6_KhenThuong", "PL8_VanBan", "PL9_HoatDong",
        ] {
            let sheet = try #require(sheets.first { $0.name == name })
            let texts = sheet.rows.filter { $0.kind == .data }.map { $0.cells.map(\.value) }
            #expect(texts.count == 2, "\(name)")
            #expect(texts.joined().contains(.text("Phường Hai")), "\(name)")
        }
    }

    /// It bound nobody before it stood: it is in no denominator and owes no report.
    @Test func aUnitOfALaterDayIsBoundToNothing() throws {
        let judgement = try scenario().judge(window: "2023", asOf: "2024-12-31")
        #expect(!judgement.scene.units.contains { judgement.scene.roster.units[$0].id == "P2" })
        #expect(
            !judgement.submissions.contains { judgement.scene.roster.units[$0.unit].id == "P2" }
        )
    }
}
