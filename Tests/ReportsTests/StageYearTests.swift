import Judgement
import Model
import Reports
import TestSupport
import Testing

/// The years of a stage beside each other, prizes, documents, activities, and the reports of parts.
///
/// All data is synthetic.
@Suite("Annexes of the workbook")
struct StageYearTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2023, to: 2025}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: ward, name: Phường}, {level: district, name: Quận}]
        groups: {truong: {name: Các trường, kinds: [TRUONG]}}
        contests: [{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15}]
        deadlines: {annual: {form: unit_report, before: "{year}-12-15", main: true}}
        indicators:
          - {id: M-1, name: Ban hành kế hoạch, applies_to: truong, level: ward,
             measure: count(document where kind = plan), each: ">= 1", due: {by: "{year}-06-30"},
             note: Kế hoạch của trường}
          - {id: M-2, name: Số bài dự thi, level: district, total: ">= 2",
             measure: count(contest_entry where valid)}
        """

    private static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
        Q,Quận Mẫu,HUYEN,
        PA,Phường A,PHUONG,Q
        PB,Phường B,PHUONG,Q
        T1,Trường Mẫu 1,TRUONG,PA
        T2,Trường Mẫu 2,TRUONG,PA
        T3,Trường Mẫu 3,TRUONG,PB

        """

    private func scenario() -> Scenario {
        var scenario = Scenario(plan: Self.plan, units: Self.units)
        scenario.files = [
            Scenario.File(
                "2023-07-01/T1/vb.csv",
                "Loại văn bản,\"Số, ký hiệu\",Ngày ban hành,Trích yếu\nKế hoạch,=1/KH,05/04/2023,Kế hoạch 2023\n"
            ),
            Scenario.File(
                "2024-07-01/T1/vb.csv",
                "Loại văn bản,\"Số, ký hiệu\",Ngày ban hành,Trích yếu\nKế hoạch,1/KH,05/04/2024,Kế hoạch 2024\n"
            ),
            Scenario.File(
                "2024-08-01/T3/vb.csv",
                "Loại văn bản,\"Số, ký hiệu\",Ngày ban hành,Trích yếu\nKế hoạch,3/KH,05/07/2024,Muộn\n"
            ),
            Scenario.File(
                "2024-05-01/T2/bai.csv",
                "Mã bài,Tên bài viết,Tác giả,Nhân vật điển hình,Ngày nộp,Giải\n"
                    + "B1,Gương một,Nguyễn Văn Mẫu; Trần Thị Thử,Lê Văn Ví Dụ,05/04/2024,Giải Nhì\n"
                    + "B2,Gương hai,Phạm Văn Mẫu,Người Khác,05/04/2024,\n"
            ),
            Scenario.File(
                "2024-06-01/T2/hd.csv",
                "Loại hoạt động,Ngày,Nội dung\nTập huấn,02/05/2024,Một\nBuổi tuyên truyền,03/05/2024,Hai\n"
                    + "Buổi tuyên truyền,03/06/2024,Ba\n"
            ),
        ]
        return scenario
    }

    private func frame(_ window: String, anonymise: Bool = false) throws -> ReportFrame {
        ReportFrame(
            judgement: try scenario().judge(window: window, asOf: "2026-01-20"),
            programVersion: "0",
            address: nil,
            anonymise: anonymise
        )
    }

    private func texts(_ sheet: Sheet) -> [[String]] {
        sheet.rows.map { row in
            row.cells.map { cell in
                switch cell.value {
                case .text(let text): text
                case .integer(let number): String(number)
                case .quantity(let number): number.rounded(decimals: 1)
                case .formula(_, let cached): cached.rounded(decimals: 1)
                case .date(let day): day.iso
                case .percent(let percent): Words.vietnamese.text(percent)
                case .empty, .derived: ""
                }
            }
        }
    }

    private func sheet(_ name: String, _ frame: ReportFrame) throws -> Sheet {
        try #require(WorkbookLayout.content(frame).sheets.first { $0.name == name })
    }

    /// Years and total stand on one tree, that of the root's last day, and both papers name it.
    @Test func theYearsOfAClosedRootAndTheirTotalStandOnOneTree() throws {
        var scenario = scenario()
        scenario.units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày
            Q,Quận Mẫu,HUYEN,,2025-03-01
            PA,Phường A,PHUONG,Q,2025-03-01
            PB,Phường B,PHUONG,Q,2025-03-01
            T1,Trường Mẫu 1,TRUONG,PA,2025-03-01
            T2,Trường Mẫu 2,TRUONG,PA,2025-03-01
            T3,Trường Mẫu 3,TRUONG,PB,2025-03-01

            """
        let judgement = try scenario.judge(window: "2023..2025", asOf: "2026-01-20")
        #expect(judgement.stage?.restatement.day.iso == "2025-02-28")
        let frame = ReportFrame(
            judgement: judgement,
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        let sheet = try sheet("PL1_ChiTieu", frame)
        #expect(texts(sheet)[1][11...14].last == "2")
        #expect(sheet.notes.contains { $0.contains("cột Cộng: theo cơ cấu tại ngày 28/02/2025") })
        #expect(sheet.inconsistentFormulas.isEmpty)
        let report = YearEndReport.render(frame, .shipped)
        #expect(report.contains("28/02/2025"))
    }

    @Test func aStageShowsItsYearsAndTheyAreThoseOfEachYear() throws {
        let stage = try frame("2023..2025")
        #expect(stage.judgement.years.map(\.window.id) == ["2023", "2024", "2025"])
        for (year, window) in zip(stage.judgement.years, ["2023", "2024"]) {
            let own = try frame(window).judgement
            let figures = try #require(year.figures)
            for (a, b) in zip(own.indicators, figures.indicators) {
                let left = a.nodes.first { $0.node == own.scene.root }
                let right = b.nodes.first { $0.node == figures.scene.root }
                #expect(left?.numerator == right?.numerator)
                #expect(left?.denominator == right?.denominator)
                #expect(left?.value == right?.value)
                #expect(left?.status == right?.status)
            }
        }
        #expect(stage.judgement.years[2].figures == nil)
        let rows = texts(try sheet("PL1_ChiTieu", stage))
        #expect(Array(rows[1][11...14]) == ["…", "2", "…", "2"])
        #expect(try sheet("PL1_ChiTieu", stage).inconsistentFormulas.isEmpty)
        #expect(ResultsJSON.render(stage).contains("\"years\": ["))
        #expect(try frame("2024").judgement.years.isEmpty)
    }

    @Test func onlyWhatWonAPrizeKeepsItsTexts() throws {
        let rows = texts(try sheet("PL5_DatGiai", try frame("2024")))
        #expect(rows.count == 1)
        #expect(
            rows[0] == [
                "1", "Gương một", "Nguyễn Văn Mẫu; Trần Thị Thử", "Trường Mẫu 2", "Lê Văn Ví Dụ",
                "2024", "Nhì", "",
            ]
        )
        let masked = texts(try sheet("PL5_DatGiai", try frame("2024", anonymise: true)))
        #expect(masked[0][1...4] == ["", "N.V.M.; T.T.T.", "Trường Mẫu 2", "L.V.V.D."])
    }

    @Test func documentsSayWhetherTheyCameInTime() throws {
        let rows = texts(try sheet("PL8_VanBan", try frame("2024")))
        #expect(rows.map { $0[1] } == ["Trường Mẫu 1", "Trường Mẫu 3"])
        #expect(rows.map { $0[6] } == ["Có", "Không"])
        let before = texts(try sheet("PL8_VanBan", try frame("2023")))
        #expect(before.map { $0[4] } == ["2023-04-05"])
    }

    @Test func activitiesAreCountedByMonth() throws {
        let annex = try sheet("PL9_HoatDong", try frame("2024"))
        #expect(annex.inconsistentFormulas.isEmpty)
        let row = try #require(texts(annex).first { $0[1] == "Trường Mẫu 2" })
        #expect(row[3] == "1")
        #expect(
            Array(row[9...20]) == ["0", "0", "0", "0", "1", "1"] + .init(repeating: "0", count: 6)
        )
        #expect(row[21] == "2")
    }

    @Test func countsOverLettersAreFormulas() throws {
        let annex = try sheet("PL2_TheoDonVi", try frame("2024"))
        #expect(annex.inconsistentFormulas.isEmpty)
        let counts = annex.rows.flatMap(\.cells).filter {
            if case .formula(.count, _) = $0.value { true } else { false }
        }
        #expect(counts.count == 3 * 2 + 2)
    }

    @Test func anIndicatorLeadsToItsColumnAndAUnitToItsFile() throws {
        let frame = try frame("2024")
        let first = try sheet("PL1_ChiTieu", frame).rows[0].cells
        #expect(first[1].link == SheetLink(sheet: "PL2_TheoDonVi", row: 0, column: 5))
        #expect(first[2].note == "Cách hiểu: Kế hoạch của trường")
        let units = try sheet("PL2_TheoDonVi", frame)
        let sources = try sheet("NguonSoLieu", frame)
        let row = try #require(units.rows.first { $0.cells[1].value == .text("Trường Mẫu 3") })
        let link = try #require(row.cells[1].link)
        #expect(
            sources.rows[try #require(link.row)].cells[2].value == .text("2024-08-01/T3/vb.csv")
        )
    }

    @Test func theReportOfAPartHasTheFiguresOfTheWhole() throws {
        let whole = try frame("2024").judgement
        let nodes = whole.nodes(ofLevel: 1)
        #expect(nodes.map { whole.scene.roster.units[$0].id } == ["PA", "PB"])
        for node in nodes {
            let part = whole.part(of: node)
            #expect(part.scene.root == node)
            for (all, own) in zip(whole.indicators, part.indicators) {
                let units = own.units.map(\.unit)
                #expect(all.units.filter { units.contains($0.unit) } == own.units)
                guard let there = all.nodes.first(where: { $0.node == node }) else { continue }
                let here = try #require(own.nodes.first { $0.node == node })
                #expect(there.numerator == here.numerator)
                #expect(there.denominator == here.denominator)
                #expect(there.value == here.value)
            }
            var frame = try frame("2024")
            frame.judgement = part
            let paths = try sheet("NguonSoLieu", frame).rows.compactMap { row -> String? in
                if case .text(let path) = row.cells[2].value { path } else { nil }
            }
            let own = part.scene.units.map { part.scene.roster.units[$0].id }
            #expect(paths.allSatisfy { path in own.contains { path.contains("/\($0)/") } })
            for sheet in WorkbookLayout.content(frame).sheets {
                #expect(sheet.inconsistentFormulas.isEmpty, "\(sheet.name)")
            }
        }
    }

    @Test func theOverviewHasFiguresChartsAndAMap() throws {
        let overview = try #require(sheet("TongQuan", try frame("2024")).overview)
        #expect(overview.figures.map(\.caption).prefix(2) == ["đơn vị đã báo cáo", "chỉ tiêu đạt"])
        #expect(overview.charts.count >= 2)
        let map = try #require(overview.heatMap)
        #expect(map.columns == ["Trường Mẫu 1", "Trường Mẫu 2", "Trường Mẫu 3"])
        #expect(map.rows.map { $0.cells.map(\.sign) } == [["●", "…", "▲"]])
    }

    @Test func aUnitIsFoldedAwayDeeperThanTheNodesAboveItWhateverTheirKinds() throws {
        var scenario = scenario()
        scenario.plan = scenario.plan.replacing("kinds: [TRUONG]", with: "kinds: [TRUONG, PHUONG]")
        // A ward of a ward, a school of a school, a school right below the district.
        scenario.units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
            Q,Quận Mẫu,HUYEN,
            PA,Phường A,PHUONG,Q
            PB,Phường B,PHUONG,PA
            T1,Trường Mẫu 1,TRUONG,PB
            T2,Trường Mẫu 2,TRUONG,T1
            T3,Trường Mẫu 3,TRUONG,Q

            """
        let frame = ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2026-01-20"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        for name in ["PL2_TheoDonVi", "PL2_SoLieu"] {
            let sheet = try sheet(name, frame)
            var levels: [String: Int] = [:]
            for row in sheet.rows where row.kind == .data {
                if case .text(let unit) = row.cells[1].value { levels[unit] = row.outlineLevel }
            }
            #expect(
                levels == [
                    "Phường A": 1, "Phường B": 2, "Trường Mẫu 1": 3, "Trường Mẫu 2": 4,
                    "Trường Mẫu 3": 1,
                ],
                "\(name)"
            )
        }
    }
}
