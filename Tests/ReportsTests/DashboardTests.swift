import Foundation
import FoundationXML
import Judgement
import Model
import Reports
import TestSupport
import Testing

/// `dashboard.html`, parsed: it is sound, self-contained, accessible, and says what the others say.
///
/// All data is synthetic.
@Suite("Dashboard") struct DashboardTests {
    private static func plan(title: String = "Kế hoạch mẫu", name: String = "Bài dự thi") -> String
    {
        """
        schema: 1
        id: mau
        title: "\(title)"
        stage: {from: 2023, to: 2024}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        contests: [{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15}]
        deadlines:
          annual: {form: unit_report, before: "{year}-12-15", main: true, applies_to: phuong}
          contest: {form: contest_entry, by: "{year}-07-15", name: Nộp bài, applies_to: phuong}
        indicators:
          - {id: M-1, name: "\(name)", applies_to: phuong, over: contest,
             measure: count(contest_entry where valid), each: ">= 1", target: ">= 50%"}
          - {id: M-2, name: Số buổi tuyên truyền, level: district, total: ">= 10",
             measure: sum(unit_report.sessions)}
          - {id: M-3, name: Báo cáo, applies_to: phuong, measure: count(unit_report), each: ">= 1"}
        """
    }

    /// Nine wards: 1 to 5 sent an entry each, 1 to 7 a report of two sessions, the seventh of them
    /// late.
    private static func scenario(
        title: String = "Kế hoạch mẫu",
        name: String = "Bài dự thi",
        ward: String = "Phường Mẫu"
    ) -> Scenario {
        let cell = "\"" + ward.replacing("\"", with: "\"\"")
        var scenario = Scenario(
            plan: plan(title: title, name: name),
            units: "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nQ,Quận Mẫu,HUYEN,\n"
                + (1...9).map { "P\($0),\(cell) 0\($0)\",PHUONG,Q\n" }.joined()
        )
        for ward in 1...7 {
            scenario.files.append(
                Scenario.File(
                    "\(ward == 7 ? "2024-12-20" : "2024-12-0\(ward)")/P\(ward)/bc.csv",
                    "Kỳ báo cáo,Số buổi tuyên truyền\n2024,02\n"
                )
            )
        }
        for ward in 1...5 {
            scenario.files.append(
                Scenario.File(
                    "2024-05-01/P\(ward)/bai.csv",
                    "Mã bài,Tên bài viết,Tác giả,Ngày nộp\nB\(ward),Gương \(ward),Nguyễn Văn Mẫu \(ward),05/04/2024\n"
                )
            )
        }
        return scenario
    }

    private static func page(
        _ scenario: Scenario = scenario(),
        window: String = "2024",
        anonymise: Bool = false
    ) throws -> Page {
        let html = DashboardHTML.render(
            ReportFrame(
                judgement: try scenario.judge(window: window, asOf: "2025-01-05"),
                programVersion: "0",
                address: nil,
                anonymise: anonymise
            )
        )
        return try Page(html)
    }

    // MARK: - Figures

    @Test func itSaysWhatTheOtherReportsSay() throws {
        let text = try Self.page().text
        // 5 of 9 wards sent entries; 7 reported, one of them late; 7 reports of 2 sessions are 14.
        for words in [
            "5/9", "55,6%", "14 giao ≥ 10", "Vượt chỉ tiêu", "Đã gửi: 7/9 đơn vị (77,8%)",
            "đúng hạn 06, quá hạn 01, chưa báo cáo 02", "hạn: hết 14/12/2024",
            "9 đơn vị phải báo cáo", "Tổng số: 04 đơn vị",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func theDaysOfReceiptAddUp() throws {
        let table = try #require(try Self.page().table("số đơn vị báo cáo theo ngày"))
        #expect(table.count == 8)
        #expect(table[1] == ["01/12/2024", "1", "0", "1"])
        #expect(table[6] == ["06/12/2024", "1", "0", "6"])
        #expect(table[7] == ["20/12/2024", "1", "1", "7"])
    }

    @Test func everyUnitStandsUnderEveryIndicatorWithAWord() throws {
        let table = try #require(try Self.page().table("Kết quả từng đơn vị theo từng chỉ tiêu"))
        #expect(table[0] == ["Đơn vị", "Đạt", "M-1", "M-3"])
        #expect(table[1] == ["I. Phường", "12/18", "56", "78"])
        #expect(table[2] == ["Phường Mẫu 01", "2/2", "Đ", "Đ"])
        #expect(table[10] == ["Phường Mẫu 09", "0/2", "KS", "KS"])
        #expect(table.count == 11)
    }

    // MARK: - Safety

    @Test func namesAndTitlesNeverBecomeMarkup() throws {
        let hostile = "</style><script>alert(1)</script> ' & <img src=x onerror=alert(2)>"
        let page = try Self.page(
            Self.scenario(
                title: hostile,
                name: hostile + "\\u202E\\u0007",
                ward: hostile + "\""
            )
        )
        #expect(page.elements.allSatisfy { !["script", "img", "a:href"].contains($0.name) })
        #expect(page.text.contains(hostile + "\" 01"))
        #expect(page.elements.count { $0.name == "style" } == 1)
        #expect(!page.source.unicodeScalars.contains("\u{202E}"))
        #expect(!page.source.unicodeScalars.contains("\u{7}"))
    }

    @Test func nothingIsLoadedAndNothingRuns() throws {
        let page = try Self.page()
        #expect(!page.source.contains("://"))
        for element in page.elements {
            #expect(!["script", "link", "iframe", "object", "form"].contains(element.name))
            for (name, value) in element.attributes {
                #expect(!name.hasPrefix("on") && name != "style" && name != "src", "\(name)")
                if name == "href" { #expect(value.hasPrefix("#"), "\(value)") }
            }
        }
        #expect(!page.style.contains("url(") && !page.style.contains("@import"))
        let policy = page.elements.first {
            $0.attributes["http-equiv"] == "Content-Security-Policy"
        }
        #expect(
            policy?.attributes["content"]?.hasPrefix("default-src 'none'; style-src 'sha256-")
                == true
        )
    }

    @Test(arguments: [false, true])
    func peopleAreNotNamed(anonymise: Bool) throws {
        #expect(try !Self.page(anonymise: anonymise).source.contains("Nguyễn Văn Mẫu"))
    }

    // MARK: - For everyone

    @Test func headingsSectionsAndTablesAreInOrder() throws {
        let page = try Self.page()
        #expect(page.elements.first?.attributes["lang"] == "vi")
        let levels = page.elements.compactMap { element in
            element.name.hasPrefix("h") ? element.name.dropFirst().first?.wholeNumberValue : nil
        }
        #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for element in page.elements {
            if let label = element.attributes["aria-labelledby"] { #expect(ids.contains(label)) }
            if let place = element.attributes["href"] {
                #expect(ids.contains(String(place.dropFirst())), "\(place)")
            }
            switch element.name {
            case "svg":
                let isHidden = element.attributes["aria-hidden"] == "true"
                let isTold =
                    element.attributes["role"] == "img" && element.attributes["aria-label"] != nil
                #expect(isHidden != isTold)
            case "th": #expect(["row", "col"].contains(element.attributes["scope"]))
            case "table": #expect(element.children.first == "caption")
            case "details": #expect(element.children.first == "summary")
            default: break
            }
        }
    }

    @Test func behindEveryPictureStandsATable() throws {
        for element in try Self.page().elements where element.name == "section" {
            guard element.descendants.contains("svg") else { continue }
            #expect(element.descendants.contains("details"), "\(element.attributes)")
            #expect(element.descendants.contains("table"), "\(element.attributes)")
        }
    }

    /// Which ink stands on which ground.
    private static let pairs = [
        ("ink", ["page", "card", "met-ground", "quiet-ground"]), ("soft", ["page", "card"]),
        ("link", ["page", "card"]), ("late-ink", ["card", "late-ground"]),
        ("unmet-ink", ["card", "unmet-ground"]),
    ]

    @Test func textStandsOutInLightAndInDark() throws {
        let sheets = try Self.page().style.components(separatedBy: "prefers-color-scheme: dark")
        #expect(sheets.count == 2)
        for sheet in sheets {
            let colours = Self.colours(sheet)
            for (ink, grounds) in Self.pairs {
                for ground in grounds {
                    let (a, b) = (try #require(colours[ink]), try #require(colours[ground]))
                    let ratio = (max(a, b) + 0.05) / (min(a, b) + 0.05)
                    #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
                }
            }
        }
    }

    /// The relative luminance of each named colour (WCAG 2).
    private static func colours(_ sheet: String) -> [String: Double] {
        var colours: [String: Double] = [:]
        for match in sheet.matches(of: /--([a-z-]+): #([0-9a-f]{6})/)
        where colours[String(match.1)] == nil {
            let channels = stride(from: 0, to: 6, by: 2).map { place -> Double in
                let digits = match.2.dropFirst(place).prefix(2)
                let value = Double(Int(digits, radix: 16) ?? 0) / 255
                return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            colours[String(match.1)] =
                0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        }
        return colours
    }

    // MARK: - Frames of other kinds

    @Test(arguments: ["2024", "2024-Q4", "2024-H1", "2023..2024", "2023"])
    func everyWindowGivesASoundPage(window: String) throws {
        let page = try Self.page(window: window)
        #expect(page.elements.count { $0.name == "section" } == 7)
    }

    @Test func aPlanWithoutIndicatorsAndDeadlinesIsSaidToBeOne() throws {
        let bare = """
            schema: 1
            id: mau
            title: Kế hoạch mẫu
            stage: {from: 2024, to: 2024}
            root: Q
            chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
            indicators: []
            """
        let page = try Self.page(
            Scenario(
                plan: bare,
                units: "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nQ,Quận Mẫu,HUYEN,\n"
            )
        )
        #expect(page.text.contains("Kế hoạch không có chỉ tiêu."))
        #expect(page.text.contains("Kế hoạch không đặt thời hạn báo cáo."))
    }

    @Test func ofManyUnitsOnlyTheSumsAreShown() throws {
        var scenario = Self.scenario()
        scenario.units += (10...400).map { "P\($0),Phường Mẫu \($0),PHUONG,Q\n" }.joined()
        let page = try Self.page(scenario)
        let table = try #require(page.table("Kết quả từng đơn vị theo từng chỉ tiêu"))
        #expect(table.count == 2)
        #expect(page.text.contains("400 đơn vị: trang này chỉ tổng hợp"))
        #expect(page.text.contains("… và"))
    }
}
