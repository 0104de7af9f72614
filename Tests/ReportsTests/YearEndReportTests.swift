import Foundation
import Judgement
import Model
import Plans
import TestSupport
import Testing

@testable import Reports

/// The report of a year or stage in the official structure.
///
/// All data is synthetic.
@Suite("Year-end report") struct YearEndReportTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        basis: Kế hoạch số 01/KH-UBND ngày 05/01/2023 của UBND quận Mẫu
        stage: {from: 2023, to: 2025}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups:
          phuong: {name: Các phường, kinds: [PHUONG]}
          doan: {name: Đoàn thể, kinds: [CTXH]}
        reports: [{id: q, parent: UBND QUẬN MẪU, office: PHÒNG NỘI VỤ, symbol: BC-PNV, place: Mẫu, signer: TRƯỞNG PHÒNG, recipients: [UBND quận, "Lưu: VT."]}]
        deadlines: {annual: {form: unit_report, name: Báo cáo năm, before: "{year}-12-15", applies_to: phuong, main: true}}
        indicators:
          - {id: M-1, name: Giao ước, applies_to: phuong, measure: count(pledge), each: ">= 1"}
          - {id: M-2, name: Giao ước đoàn thể, applies_to: doan, measure: count(pledge), each: ">= 1"}
          - {id: M-3, name: Tập huấn, measure: count(activity where kind = training), total: ">= 1"}
        """
    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hình thức giao\nQ,Quận Mẫu,HUYEN,,\n"
        + "P1,Phường Mẫu Một,PHUONG,Q,\nP2,Phường Mẫu Hai,PHUONG,Q,\n"
        + "TN,Đoàn Thanh niên,CTXH,Q,đề nghị\n"

    private func frame(
        _ files: [(String, String)],
        window: String = "2024",
        asOf: String = "2025-01-10",
        anonymise: Bool = false,
        plan: String = Self.plan
    ) throws -> ReportFrame {
        var scenario = Scenario(
            plan: plan,
            units: Self.units,
            files: files.map { Scenario.File($0.0, $0.1) }
        )
        scenario.keeping = YearEndReport.reportedFields
        let judgement = try scenario.judge(window: window, asOf: asOf)
        return ReportFrame(
            judgement: judgement,
            programVersion: "0",
            address: judgement.scene.plan.reports.first,
            anonymise: anonymise
        )
    }

    private func words(_ frame: ReportFrame) -> String {
        YearEndReport.render(frame, .shipped).split { $0 == " " || $0 == "\n" }
            .joined(separator: " ")
    }

    private static func trainings(_ year: Int, _ count: Int) -> (String, String) {
        let rows = (1...count).map { "training,0\($0)/05/\(year),Lớp \($0),30\n" }.joined()
        return (
            "\(year)-06-01/P1/hoat-dong.csv",
            "Loại hoạt động,Ngày,Nội dung,Số người dự\n" + rows
        )
    }

    @Test(arguments: [
        (12, 11, "tăng 01 bài (tăng 9,1%) so với cùng kỳ năm 2023"),
        (8, 16, "giảm 08 bài (giảm 50,0%) so với cùng kỳ năm 2023"),
        (2620, 1000, "tăng 1.620 bài (tăng 162,0%) so với cùng kỳ năm 2023"),
        (5, 0, "tăng 05 bài so với cùng kỳ năm 2023"),
        (7, 7, "bằng cùng kỳ năm 2023"),
        (0, 0, ""),
    ])
    func aChangeIsToldAsOfficialsTellIt(now: Int, before: Int, text: String) {
        #expect(
            ChangeWords(words: .vietnamese, period: "năm 2023").text(now, before: before, "bài")
                == text
        )
    }

    @Test func everyValueHasAFieldAndEveryFieldAValue() throws {
        let files = [Self.trainings(2024, 2), Self.trainings(2023, 1)]
        for window in ["2024", "2023..2025"] {
            expect(
                ReportValues(try frame(files, window: window)).all,
                match: TextName.report.fields,
                "\(window)"
            )
        }
    }

    private func expect(
        _ values: [String: TextValue],
        match fields: [TextField],
        _ path: String
    ) {
        #expect(Set(values.keys) == Set(fields.map(\.name)), "\(path)")
        for field in fields {
            switch (values[field.name], field.shape) {
            case (.text, .text), (.mark, .text), (.flag, .flag), (.lines, .lines),
                (.group(nil), .group):
                break
            case (.group(let values?), .group(let fields)):
                expect(values, match: fields, path + "." + field.name)
            case (.list(let items), .list(let fields)):
                for item in items { expect(item, match: fields, path + "." + field.name) }
            default: Issue.record("\(path).\(field.name) is of another shape")
            }
        }
    }

    @Test func figuresAreComparedWithTheYearBeforeAndTheBasisIsNamed() throws {
        let report = words(try frame([Self.trainings(2024, 3), Self.trainings(2023, 1)]))
        #expect(
            report.contains(
                "Đã tổ chức 03 lớp tập huấn với 90 lượt người dự, tăng 02 lớp (tăng 200,0%) so với cùng kỳ năm 2023"
            )
        )
        #expect(report.contains("cả hai kỳ theo cơ cấu tại ngày 31/12/2024"))
        #expect(report.contains("Ngày 01/05/2024, Phường Mẫu Một: Lớp 1 (30 người dự)."))
    }

    // One edition among several is not the contest of its year.
    @Test(arguments: [
        ("{id: a, year: 2023, opens: 2023-03-01, closes: 2023-06-30}", true),
        (
            "{id: a, year: 2023, opens: 2023-03-01, closes: 2023-06-30}, "
                + "{id: b, year: 2023, opens: 2023-08-01, closes: 2023-09-30}", false
        ),
        (
            "{id: a, year: 2023, opens: 2023-03-01, closes: 2023-06-30}, "
                + "{id: b, year: 2024, opens: 2024-08-01, closes: 2024-09-30}", false
        ),
    ])
    func editionsAreComparedWhereEachYearHasOne(others: String, isCompared: Bool) throws {
        func entries(_ year: Int, _ count: Int) -> (String, String) {
            let rows = (1...count).map { "E\($0),Bài \($0),Tác Giả \($0),05/04/\(year)\n" }.joined()
            return ("\(year)-05-01/P1/bai.csv", "Mã bài,Tên bài viết,Tác giả,Ngày nộp\n" + rows)
        }
        let contests =
            "contests: [\(others), {id: c, year: 2024, opens: 2024-03-01, closes: 2024-06-30}]"
        let report = words(
            try frame([entries(2023, 1), entries(2024, 3)], plan: Self.plan + "\n" + contests)
        )
        #expect(report.contains("03 bài dự thi"))
        #expect(report.contains("tăng 02 bài (tăng 200,0%) so với cùng kỳ năm 2023") == isCompared)
        #expect(report.contains("bài so với cùng kỳ") == false)
    }

    @Test(arguments: [
        (
            ["Được công nhận", "Nhân tố mới", "Nhân tố mới", "Không đạt"],
            "Tổng số: 01 điển hình và 02 nhân tố mới."
        ),
        (["Được công nhận", ""], "Tổng số: 02 điển hình."),
        (["Nhân tố mới"], "Tổng số: 0 điển hình và 01 nhân tố mới."),
    ])
    func exemplarsAndEmergingOnesAreCountedApart(states: [String], note: String) throws {
        let rows = states.enumerated().map { "2024,Người Mẫu \($0),Cá nhân,\($1)\n" }.joined()
        let files = [
            ("2024-06-01/P1/dh.csv", "Năm,Họ và tên/Tên tập thể,Đối tượng,Trạng thái\n" + rows)
        ]
        #expect(ExemplarAnnex(frame: try frame(files)).sheet.notes.first == note)
    }

    @Test func apartOfAYearIsNotHeldAgainstAWholeOne() throws {
        let report = words(
            try frame([Self.trainings(2024, 3), Self.trainings(2023, 1)], asOf: "2024-07-01")
        )
        #expect(report.contains("Không so sánh với cùng kỳ: năm 2024 chưa kết thúc."))
        #expect(!report.contains("so với cùng kỳ năm 2023"))
    }

    @Test func aStageHasAColumnForEachYear() throws {
        let text = YearEndReport.render(
            try frame(
                [Self.trainings(2024, 3), Self.trainings(2023, 1)],
                window: "2023..2025",
                asOf: "2026-01-10"
            ),
            .shipped
        )
        let rows = text.split(separator: "\n").filter { $0.contains("Lớp tập huấn") }
        #expect(rows.first?.split(separator: " ").suffix(4) == ["1", "3", "…", "4"])
        #expect(text.contains("Tổng kết việc thực hiện Kế hoạch mẫu giai đoạn 2023-2025"))
    }

    @Test func whatNoRegisterSaysIsLeftToTheOfficer() throws {
        let report = YearEndReport.render(try frame([]), .shipped)
        for chapter in ["1. Ban hành văn bản", "1. Ưu điểm", "3. Nguyên nhân"] {
            #expect(report.contains("\(chapter)\n   [Bổ sung nội dung]"), "\(chapter)")
        }
        #expect(!report.contains("{{"))
    }

    /// One register that came in fills its own section alone; no heading stands over nothing.
    @Test func noHeadingStandsOverNothing() throws {
        let text = "unit,kind,held_on,content\nP1,training,2024-03-05,Lớp mẫu\n"
        let lines = YearEndReport.render(try frame([("2024-03-06/Q/hd.csv", text)]), .shipped)
            .split(separator: "\n").map(String.init)
        let headings = try lines.indices.filter {
            try /\d\. \p{Lu}.*/.wholeMatch(in: lines[$0]) != nil
        }
        #expect(headings.count > 10)
        for line in headings {
            #expect(lines[line + 1].hasPrefix("   "), "\(lines[line])")
        }
    }

    /// CONTRACT §6: annexes PL1 to PL9, whatever came in and whatever the plan asks for.
    @Test func theWorkbookHasAllItsAnnexes() throws {
        let sheets = WorkbookLayout.content(try frame([])).sheets
        let names = Set(sheets.map { String($0.name.prefix(3)) })
        #expect(names.isSuperset(of: (1...9).map { "PL\($0)" }))
        #expect(sheets.map(\.name).suffix(3) == ["DoiChieu", "NguonSoLieu", "ThongTin"])
        for sheet in sheets where ["PL4_CuocThi", "PL6_KhenThuong"].contains(sheet.name) {
            #expect(sheet.rows.isEmpty && !sheet.emptyText.isEmpty)
        }
    }

    /// domain.md 6.5: PL6 by form of commendation and subject, an award being one however it is
    /// spelt.
    @Test func commendationsStandUnderTheirForms() throws {
        var text = "unit,name,subject,decision_number,decided_on,level,award,class\n"
        for (number, row) in [
            "P1,Tập thể Mẫu,collective,1,2024-05-02,district,Giấy khen,",
            "P1,Bà Mẫu,individual,1,2024-05-02,district,giấy  khen,direct",
            "P2,Ông Mẫu,individual,2,2024-05-03,city,Bằng khen,leader",
            "P2,Hộ Mẫu,household,3,2024-05-04,district,Giấy khen,",
        ].enumerated() {
            text += row.replacing(",2024", with: "\(number),2024") + "\n"
        }
        let files = [("2024-05-06/Q/kt.csv", text)]
        func table(_ anonymise: Bool) throws -> (headings: [String], rows: [[Quantity?]]) {
            let frame = try frame(files, anonymise: anonymise)
            let sheet = CommendationAnnex(frame: frame).sheet
            #expect(sheet.inconsistentFormulas.isEmpty)
            let own = sheet.columns.indices.filter { $0 > 1 && $0 < sheet.columns.count - 1 }
            let rows = sheet.rows.filter { $0.kind == .data }.map { row in
                own.map { column -> Quantity? in
                    if case .integer(let number) = row.cells[column].value {
                        Quantity(number)
                    } else {
                        nil
                    }
                }
            }
            return (own.compactMap { sheet.columns[$0].group }, rows)
        }
        let (headings, rows) = try table(false)
        #expect(
            Array(headings.prefix(7)) == [
                "Giấy khen (Quận)", "Giấy khen (Quận)", "Giấy khen (Quận)",
                "Bằng khen (Thành phố/Tỉnh/Bộ)", "Bằng khen (Thành phố/Tỉnh/Bộ)",
                "Bằng khen (Thành phố/Tỉnh/Bộ)", "Cộng",
            ]
        )
        #expect(rows[0] == [1, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0].map { Quantity($0) })
        #expect(rows[1] == [0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0].map { Quantity($0) })
        // The forms of commendation name nobody: an edition without names has them too.
        #expect(try table(true).headings == headings)
        #expect(try table(true).rows == rows)
        let json = ResultsJSON.render(try frame(files))
        #expect(json.contains(#"{"award": "Giấy khen", "level": "district", "collectives": 1"#))
        #expect(ResultsJSON.render(try frame(files, anonymise: true)).contains("Giấy khen"))
    }

    @Test func unitsThatAreAskedStandApartFromThoseThatAreTold() throws {
        let report = words(try frame([]))
        #expect(report.contains("+ Giao ước: 02 đơn vị, gồm Phường Mẫu Một; Phường Mẫu Hai."))
        let asked = try #require(report.range(of: "Trân trọng đề nghị các tổ chức, đoàn thể"))
        #expect(
            report[asked.upperBound...].contains(
                "Giao ước đoàn thể: 01 đơn vị, gồm Đoàn Thanh niên."
            )
        )
        #expect(!report[..<asked.lowerBound].contains("đơn vị, gồm Đoàn Thanh niên"))
    }

    private static let voiced = (
        "2024-12-01/P1/bao-cao.csv",
        "Kỳ báo cáo,\"Khó khăn, vướng mắc\",\"Kiến nghị, đề xuất\"\n"
            + "2024,\"Thiếu kinh phí, hỏi chị Mẫu 0912 345 678 mau@quan.vn.\",Không\n"
    )
    private static let voicedToo = (
        "2024-12-02/P2/bao-cao.csv",
        "Kỳ báo cáo,\"Khó khăn, vướng mắc\",\"Kiến nghị, đề xuất\"\n2024,Ít người,Tập huấn\n"
    )

    @Test func difficultiesAreGatheredWithTheirUnitsWithoutContacts() throws {
        let report = words(try frame([Self.voiced, Self.voicedToo]))
        #expect(report.contains("- Thiếu kinh phí, hỏi chị Mẫu"))
        #expect(report.contains("(Phường Mẫu Một)."))
        #expect(report.contains("- Tập huấn (Phường Mẫu Hai)."))
        #expect(!report.contains("- Không ("))
        #expect(!report.contains("0912"))
        #expect(!report.contains("@"))
    }

    private static let lessonPlan = plan.replacing(
        "groups:",
        with: "forms: {unit_report: {fields: {lessons: {header: Bài học kinh nghiệm}}}}\ngroups:"
    )

    private func lessons(_ report: String) throws -> Substring {
        let start = try #require(report.range(of: "4. Bài học kinh nghiệm"))
        let end = try #require(report.range(of: "V. PHƯƠNG HƯỚNG"))
        return report[start.upperBound..<end.lowerBound]
    }

    /// LS-19: what the units learnt stands above the room for what the office learnt.
    @Test func lessonsAreGatheredWithTheirUnitsBeforeTheOfficesOwn() throws {
        let head = "Kỳ báo cáo,Bài học kinh nghiệm\n2024,"
        let files = [
            ("2024-12-01/P1/bc.csv", head + "\"Giao việc cụ thể, gọi 0912 345 678.\"\n"),
            ("2024-12-01/P2/bc.csv", head + "\(String(repeating: "dài ", count: 200))\n"),
        ]
        let told = try lessons(words(try frame(files, plan: Self.lessonPlan)))
        #expect(told.hasPrefix(" Các đơn vị nêu: - Giao việc cụ thể"))
        #expect(told.contains("(Phường Mẫu Một). - dài dài"))
        #expect(told.hasSuffix("… (Phường Mẫu Hai). [Bổ sung nội dung] "))
        #expect(!told.contains("0912"))
        #expect(told.count < 500)
        let hidden = try lessons(
            words(try frame(files, anonymise: true, plan: Self.lessonPlan))
        )
        #expect(
            hidden == " Có 02 ý kiến của các đơn vị; bản ẩn danh không in nội dung. "
                + "[Bổ sung nội dung] "
        )
        // Nothing said, or no such column.
        for plan in [Self.plan, Self.lessonPlan] {
            let silent = try lessons(words(try frame([Self.voiced], plan: plan)))
            #expect(silent == " [Bổ sung nội dung] ")
        }
    }

    @Test func manyLessonsAreCutAndTheRestIsCounted() throws {
        let units = (0..<30).map { "W\($0),Phường Số \($0),PHUONG,Q,\n" }.joined()
        var scenario = Scenario(plan: Self.lessonPlan, units: Self.units + units)
        scenario.files = (0..<30).map { index in
            let said = index < 15 ? "Làm sớm" : "Bài \(index)"
            return .init(
                "2024-12-01/W\(index)/bc.csv",
                "Kỳ báo cáo,Bài học kinh nghiệm\n2024,\(said)\n"
            )
        }
        scenario.keeping = YearEndReport.reportedFields
        let frame = ReportFrame(
            judgement: try scenario.judge(window: "2024", asOf: "2025-01-10"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        let told = try lessons(words(frame))
        #expect(told.contains("- Làm sớm (15 đơn vị: Phường Số 0; "))
        #expect(told.contains("Phường Số 11; và 03 đơn vị khác). - Bài 15 (Phường Số 15)."))
        #expect(told.contains("- Bài 23 (Phường Số 23). … và 06 ý kiến khác trong báo cáo"))
        #expect(!told.contains("Bài 24"))
    }

    @Test func aPlanWithoutAContestSaysSoAndAsksForNothing() throws {
        let section = "tiên tiến, người tốt, việc tốt Kế hoạch này không có cuộc thi viết. 5."
        #expect(words(try frame([])).contains(section))
        let contest = "contests: [{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-10-31}]\n"
        let open = words(
            try frame([], plan: Self.plan.replacing("groups:", with: contest + "groups:"))
        )
        #expect(open.contains("người tốt, việc tốt [Bổ sung nội dung] 5."))
        #expect(!open.contains("không có cuộc thi viết"))
    }

    @Test func anAnonymousReportHasNoFreeText() throws {
        let report = words(
            try frame([Self.voiced, Self.trainings(2024, 1)], anonymise: true)
        )
        #expect(!report.contains("chị Mẫu"))
        #expect(!report.contains("Lớp 1"))
        #expect(report.contains("Có 01 ý kiến về khó khăn, vướng mắc và 0 kiến nghị"))
    }

    /// Names and words of any length and script, marks of templates and layout among them.
    private static func noise(_ random: inout SplitMix64) -> String {
        let pieces = [
            "漢", "ượ", "a", " ", "-", "Quận", "{{x}}", "\u{E000}", "\u{E001}", "\u{301}", "&",
        ]
        return (0..<Int.random(in: 1...60, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
        }.joined()
    }

    @Test func noLineIsWiderThanAHundredColumnsWhateverTheNames() throws {
        var made = 0
        for seed in 0..<40 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var noise: String { Self.noise(&random) }
            let units = Self.units.replacing("Phường Mẫu Một", with: "Phường " + noise)
                .replacing("Đoàn Thanh niên", with: "Đoàn " + noise + noise)
            var scenario = Scenario(
                plan: Self.plan,
                units: units,
                files: [
                    Scenario.File(
                        "2024-12-01/P1/bao-cao.csv",
                        "Kỳ báo cáo,\"Khó khăn, vướng mắc\"\n2024,\"\(noise) \(noise)\"\n"
                    )
                ]
            )
            scenario.keeping = YearEndReport.reportedFields
            for window in ["2024", "2023..2025"] {
                guard let judgement = try? scenario.judge(window: window, asOf: "2026-01-10") else {
                    continue
                }
                made += 1
                let frame = ReportFrame(
                    judgement: judgement,
                    programVersion: "0",
                    address: judgement.scene.plan.reports.first,
                    anonymise: false
                )
                var texts = [YearEndReport.render(frame, .shipped), SummaryText.render(frame)]
                texts += UnitNotes.render(frame).map(\.content)
                for text in texts {
                    for line in text.split(separator: "\n") where DisplayWidth.of(line) > 100 {
                        Issue.record("seed \(seed): \(line)")
                    }
                }
            }
        }
        #expect(made > 40)
    }
}
