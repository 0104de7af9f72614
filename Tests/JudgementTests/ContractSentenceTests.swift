import Intake
import Judgement
import Model
import Plans
@testable import Reports
import Rollup
import TestSupport
import Testing

/// Sentences of the contract that several rules share, each from a case worked out by hand.
@Suite("Sentences of the contract")
struct ContractSentenceTests {
    private func plan(_ indicators: [String], _ more: String = "") -> String {
        """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2023, to: 2025}
        root: R
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}, {level: city, name: Thành phố}]
        groups:
          wards: {name: Các phường, kinds: [PHUONG]}
          districts: {name: Các quận, kinds: [HUYEN]}
        \(more)
        indicators:
        \(indicators.map { "  - {\($0)}" }.joined(separator: "\n"))
        """
    }

    private static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày
        R,Thành phố Mẫu,TINH,,
        D1,Quận Một,HUYEN,R,
        D2,Quận Hai,HUYEN,R,
        A,Phường An,PHUONG,D1,
        II,Phường Hai,PHUONG,D1,
        C,Phường Cát,PHUONG,D2,
        N,Phường Mới,PHUONG,D2,2024-05-02

        """

    private func scenario(
        _ indicators: [String],
        _ more: String = "",
        _ files: [Scenario.File]
    ) -> Scenario {
        Scenario(plan: plan(indicators, more), units: Self.units, files: files)
    }

    private static let any =
        "id: I, applies_to: wards, measure: count(document), each: \">= 1\""

    // MARK: - Reading

    /// §8: every line is header, layout, counted, rejected or blank; a unit's id is no section's
    /// number.
    @Test func aFaultyRowOfAUnitCalledLikeASectionIsHandedBack() throws {
        let text = """
            Mã đơn vị,Loại văn bản,Số ký hiệu,Ngày ban hành
            A,Kế hoạch,1,2024-13-01
            II,Kế hoạch,2,
            C,Ke hoach,3,2024-03-01
            A,Kế hoạch,4,2024-03-01

            """
        let judgement = try scenario([Self.any], "", [.init("2024-06-01/vb.csv", text)])
            .judge(window: "2024", asOf: "2025-02-01")
        let file = judgement.records.collection.files[0].held
        #expect(file.rows == 4 && file.records == 1)
        #expect(judgement.codes == ["not-a-date", "required-empty", "not-in-list"])
        #expect(judgement.unit("A", "I")?.value == Quantity(1))
    }

    /// §8: findings.csv is never cut.
    @Test func everyFaultOfALongRegisterIsListed() throws {
        let rows = (0..<25_000).map { "ZZ,2024,x\($0)\n" }.joined()
        let text = "Mã đơn vị,Kỳ báo cáo,Số bài dự thi\n" + rows
        let judgement = try scenario([Self.any], "", [.init("2024-06-01/bc.csv", text)])
            .judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.codes.count { $0 == "unit-unknown" } == 25_000)
        #expect(judgement.codes.count { $0 == "not-a-number" } == 25_000)
        #expect(judgement.records.collection.files[0].reading.rejected.count == 25_000)
    }

    /// §8: the line that names the delimiter is layout.
    @Test func theLineOfTheDelimiterIsLayout() throws {
        let text =
            "sep=;\nMã đơn vị;Loại văn bản;Số ký hiệu;Ngày ban hành\n\nA;Kế hoạch;1;2024-03-01\n"
        let judgement = try scenario([Self.any], "", [.init("2024-06-01/vb.csv", text)])
            .judge(window: "2024", asOf: "2025-02-01")
        let lines = judgement.records.collection.files[0].held.lines
        #expect(
            [lines.header, lines.layout, lines.counted, lines.rejected, lines.blank] == [
                1, 1, 1, 0, 1,
            ]
        )
    }

    /// §2: the header tells the form; of two that have all its columns the one that asks for more.
    @Test(arguments: [
        (
            "unit,name,subject,decision_number,decided_on,level",
            "A,Bà Mẫu,individual,1,2024-03-01,district", "commendation"
        ),
        ("unit,year,name,subject,level", "A,2024,Bà Mẫu,individual,district", "proposal"),
        ("unit,year,name,subject", "A,2024,Bà Mẫu,individual", "exemplar"),
        (
            "Số QĐ,Ngày QĐ,Cấp khen,Danh hiệu/Hình thức,Loại khen,Đối tượng,Tên,Đơn vị,Lý do,Mức thưởng",
            "1,01/03/2024,Quận,Giấy khen,Chuyên đề,Cá nhân,Bà Mẫu,Phường An,,500000", "commendation"
        ),
        (
            "STT,Họ và tên / Tên tập thể,Đối tượng (Tập thể/Cá nhân/Hộ gia đình),Đơn vị giới thiệu (mã/tên),Năm,Tóm tắt thành tích",
            "1,Bà Mẫu,Cá nhân,Phường An,2024,Chăm chỉ", "exemplar"
        ),
    ])
    func theFormIsTheOneThatTheHeaderAsksFor(header: String, row: String, form: String) throws {
        let judgement = try scenario(
            [Self.any],
            "",
            [.init("2024-06-01/x.csv", header + "\n" + row + "\n")]
        )
        .judge(window: "2024", asOf: "2025-02-01")
        let held = judgement.records.collection.files[0].held
        #expect(held.form.map { judgement.scene.plan.forms.forms[$0].id } == form)
        #expect(held.records == 1, "\(judgement.findings)")
    }

    /// §8: one bad row never spoils its file: nor do several, whatever else is quoted in it.
    @Test(arguments: [
        (
            "Mã đơn vị,Loại văn bản,Số ký hiệu,Ngày ban hành,Trích yếu",
            "\"Về việc \\(n), phần a\"", "\"Về việc \\(n)"
        ),
        (
            "Mã đơn vị,Loại văn bản,Số ký hiệu,Ngày ban hành,\"Trích yếu\"", "Về việc \\(n)",
            "Về \"việc \\(n)"
        ),
    ])
    func badQuotesInSomeRowsTakeNoGoodRowWithThem(header: String, good: String, bad: String) throws
    {
        // Of four rows two bad ones are half: which is the file's way cannot be told without its
        // header.
        for count in header.contains("\"") ? [4, 10, 60] : [10, 60] {
            var text = header + "\n"
            let bads = count == 4 ? [2, 3] : [3, 7]
            for number in 1...count {
                let cell = bads.contains(number) ? bad : good
                text +=
                    "A,Kế hoạch,\(number),2024-03-01," + cell.replacing("\\(n)", with: "\(number)")
                    + "\n"
            }
            let judgement = try scenario([Self.any], "", [.init("2024-06-01/vb.csv", text)])
                .judge(window: "2024", asOf: "2025-02-01")
            let held = judgement.records.collection.files[0].held
            #expect(held.rows == count, "\(judgement.findings)")
            #expect(held.records >= count - 2 && held.form != nil)
            let counted = judgement.records.forms.joined().flatMap {
                $0.batch.lines.numbers.map { Int($0) }
            }
            let others = (1...count).filter { !bads.contains($0) }.map { $0 + 1 }
            #expect(Set(counted).isSuperset(of: others))
        }
    }

    /// An id is read past what nobody sees in it.
    @Test(arguments: ["\u{AD}", "\u{200B}", "\u{FEFF}", "\u{200E}", "\u{2060}"])
    func invisibleCharactersInAnIdAreReadPast(mark: String) throws {
        let text =
            "Mã đơn vị,Loại văn bản,Số ký hiệu,Ngày ban hành\nI\(mark)I,Kế hoạch,1,2024-03-01\n"
        let judgement = try scenario([Self.any], "", [.init("2024-06-01/vb.csv", text)])
            .judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.unit("II", "I")?.value == Quantity(1))
    }

    // MARK: - Judging

    /// §5.3: nothing is late before its day is past, though some of it bears no date.
    @Test(arguments: [
        ("2024-05-10", Status.pending), ("2024-05-31", .pending), ("2024-06-01", .late),
    ])
    func aRecordWithoutADateIsLateOnceTheDueDayIsPast(asOf: String, status: Status) throws {
        let rule =
            "id: I, applies_to: wards, measure: count(proposal), each: \">= 1\", "
            + "due: {before: \"{year}-06-01\"}"
        let text =
            "unit,year,name,subject,level,award,documented_on\n"
            + "A,2024,Tập thể Mẫu,collective,district,Giấy khen,\n"
        let judgement = try scenario([rule], "", [.init("2024-05-02/A/dn.csv", text)])
            .judge(window: "2024", asOf: asOf)
        #expect(judgement.unit("A", "I")?.status == status)
        #expect(
            judgement.unit("A", "I")?.reason.map(Words.vietnamese.text)
                == "Không ghi ngày nên không tính là đúng hạn"
        )
    }

    /// §5.1 lets off nobody who existed: a month is asked of a unit founded within it.
    @Test func aUnitFoundedInTheMonthIsAskedForIt() throws {
        let rule =
            "id: I, applies_to: wards, measure: count(activity), every: month, each: \">= 1\""
        let text = "unit,kind,held_on,content\nN,session,2024-05-05,Buổi mẫu\n"
        let files = [Scenario.File("2024-05-06/N/hd.csv", text)]
        let may = try scenario([rule], "", files).judge(window: "2024-05", asOf: "2024-06-05")
        #expect(may.unit("N", "I")?.status == .met)
        let year = try scenario([rule], "", files).judge(window: "2024", asOf: "2024-07-05")
        // Of several months it answers for whole ones.
        #expect(year.unit("N", "I")?.status == .unmet)
        #expect(year.unit("N", "I")?.reason == .failed(periods: ["Tháng 6/2024"]))
        // It is overdue since then, though the window goes on.
        #expect(year.unit("N", "I")?.lastDay == Day(iso: "2024-06-30"))
    }

    /// §4: the sum of the longest disjoint reports: an extra one never lowers the figure.
    @Test(arguments: [
        (["2024-H1": 5, "2024-H2": 4, "2024-9M": 7], 9),
        (["2024-9M": 7, "2024-Q4": 1, "2024-H1": 5, "2024-H2": 4], 8),
        (["2024-Q1": 1, "2024-Q2": 2, "2024-H1": 5, "2024-03": 9], 5),
        (["2024-9M": 7, "2024-H1": 5], 7), (["2024": 3, "2024-H1": 5, "2024-H2": 4], 3),
    ])
    func theReportsThatCoverTheMostDaysSpeakForTheWindow(_ reports: [String: Int], _ sum: Int)
        throws
    {
        let rule =
            "id: I, applies_to: wards, measure: unit_report.contest_entries, each: \">= 8\""
        let rows = reports.map { "A,\($0.key),\($0.value)\n" }.sorted().joined()
        let text = "unit,period,contest_entries\n" + rows
        let judgement = try scenario([rule], "", [.init("2024-12-10/A/bc.csv", text)])
            .judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.unit("A", "I")?.value == Quantity(sum))
    }

    /// §11.14: a node that is of the group counts what it filed itself, at whatever level.
    @Test(arguments: ["", "level: city, "])
    func aTotalHoldsTheRecordsOfNodesThatAreOfItsGroup(level: String) throws {
        let rule =
            "id: I, applies_to: districts, \(level)measure: count(document), total: \">= 1\""
        let text = "unit,kind,number,issued_on\nD1,plan,1,2024-03-01\n"
        let judgement = try scenario([rule], "", [.init("2024-03-02/D1/vb.csv", text)])
            .judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.node("R", "I")?.value == Quantity(1))
        #expect(judgement.node("R", "I")?.status == .met)
        if level.isEmpty { #expect(judgement.node("D1", "I")?.value == Quantity(1)) }
    }

    /// A value is that of the window it was decided for.
    @Test func theValueOfAYearIsNotThatOfItsQuarters() throws {
        var scenario = scenario(
            ["id: I, applies_to: wards, measure: count(activity), each: \">= 40\""],
            "",
            [.init("2024-05-06/A/hd.csv", "unit,kind,held_on,content\nA,session,2024-02-05,x\n")]
        )
        scenario.decisions = """
            Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực
            7/QĐ,2024-12-20,Điều chỉnh,A,I,2024,40,Đối chiếu sổ gốc,

            """
        let year = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(year.unit("A", "I")?.value == Quantity(40))
        let quarter = try scenario.judge(window: "2024-Q1", asOf: "2025-02-01")
        #expect(quarter.unit("A", "I")?.value == Quantity(1))
        #expect(quarter.scene.decisions.isEmpty)
    }

    /// §11.19: an extension of one year's duty holds in the stage's report as in the year's.
    @Test func aYearThatWasExtendedHoldsInTheStage() throws {
        let rule =
            "id: I, applies_to: wards, measure: count(unit_report), every: year, each: \">= 1\", "
            + "due: {before: \"{year}-12-15\"}"
        func report(_ unit: String, _ year: Int, _ day: String) -> Scenario.File {
            .init("\(day)/\(unit)/bc.csv", "unit,period,contest_entries\n\(unit),\(year),1\n")
        }
        var scenario = scenario(
            [rule],
            "",
            [
                report("A", 2023, "2023-12-01"), report("A", 2024, "2024-12-20"),
                report("C", 2023, "2023-12-01"), report("C", 2024, "2024-12-20"),
            ]
        )
        scenario.decisions = """
            Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực
            7/QĐ,2024-12-10,Gia hạn,A,I,2024,2024-12-25,Bão lụt,

            """
        let year = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(year.unit("A", "I")?.status == .met && year.unit("C", "I")?.status == .late)
        let stage = try scenario.judge(window: "2023..2025", asOf: "2025-02-01")
        #expect(stage.unit("A", "I")?.status == .met)
        #expect(stage.unit("C", "I")?.status == .unmet)
        // §2: it is shown where it acts.
        let shown = DecisionWords(scene: stage.scene).lines(about: "I")
        #expect(shown.count == 1 && shown[0].contains("Phường An, năm 2024"), "\(shown)")
    }

    // MARK: - Contest

    private static let contests = """
        contests:
          - {id: 2023, year: 2023, opens: 2023-03-01, closes: 2023-07-15}
          - {id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
        """

    private static func entries(_ rows: [String]) -> String {
        "Mã đơn vị,Mã bài,Tên bài viết,Tác giả,Ngày nộp\n" + rows.map { $0 + "\n" }.joined()
    }

    /// Offices number the entries of each edition from 1 again.
    @Test func anEntryOfAnotherEditionIsAnotherEntry() throws {
        let files = [
            Scenario.File(
                "2023-05-01/A/bai.csv",
                Self.entries(["A,01,Gương một,Tác giả 1,2023-04-05"])
            ),
            .init(
                "2024-05-01/A/bai.csv",
                Self.entries([
                    "A,01,Gương hai,Tác giả 2,2024-04-05", "A,02,Gương ba,Tác giả 3,2024-04-06",
                ])
            ),
            // A correction, a day later and of the same edition.
            .init(
                "2024-08-01/A/bai.csv",
                Self.entries(["A,02,Gương ba sửa,Tác giả 3,2024-04-07"])
            ),
        ]
        let rule =
            "id: I, applies_to: wards, over: contest, measure: count(contest_entry where valid), each: \">= 1\""
        let scenario = scenario([rule], Self.contests, files)
        #expect(try scenario.judge(window: "2023", asOf: "2025-02-01").contests[0].entries == 1)
        let year = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(year.contests[0].entries == 2)
        #expect(year.codes == ["superseded"])
    }

    /// §2: covered without records is 0, not covered is no data.
    @Test func aUnitThatHandedNothingInHasNoFiguresOfTheContest() throws {
        let rule =
            "id: I, applies_to: wards, over: contest, measure: count(contest_entry where valid), each: \">= 1\""
        let files = [
            Scenario.File(
                "2024-05-01/A/bai.csv",
                Self.entries(["A,01,Gương một,Tác giả 1,2024-04-05"])
            ),
            .init("2024-05-01/C/bai.csv", Self.entries([])),
        ]
        let judgement = try scenario([rule], Self.contests, files)
            .judge(window: "2024", asOf: "2025-02-01")
        let covered = judgement.contests[0].units.filter(\.isCovered).map {
            judgement.scene.roster.units[$0.unit].id
        }
        #expect(covered == ["A", "C"])
        let silent = try scenario([rule], Self.contests, []).judge(
            window: "2024",
            asOf: "2025-02-01"
        )
        #expect(!silent.contests[0].total.isCovered)
    }

    // MARK: - Sub-trees

    /// §9: `--unit` limits a run to one sub-tree: its files, and what was noticed of its units.
    @Test func theReportOfASubTreeIsAboutItsOwnFilesAndFindings() throws {
        let bad = "Mã đơn vị,Loại văn bản,Số ký hiệu,Ngày ban hành\n"
        let files = [
            Scenario.File("2024-06-01/D1/vb.csv", bad + "A,Kế hoạch,1,2024-13-01\n"),
            .init(
                "2024-06-01/D2/vb.csv",
                bad + "C,Kế hoạch,1,2024-13-01\nC,Kế hoạch,2,2024-03-01\n"
            ),
            .init("2024-06-01/R/vb.csv", bad + "C,Kế hoạch,3,2024-03-01\nA,Kế hoạch,4,x\n"),
        ]
        let scenario = scenario([Self.any], "", files)
        func paths(_ judgement: Judgement) -> [String] {
            judgement.sources.map { judgement.records.collection.files[$0].path }
        }
        let one = try scenario.judge(window: "2024", asOf: "2025-02-01", root: "D1")
        #expect(paths(one) == ["2024-06-01/D1/vb.csv", "2024-06-01/R/vb.csv"])
        #expect(one.findings.map(\.unit) == ["D1"])
        #expect(one.sources.map { one.share(of: $0).rows } == [1, 1])
        let two = try scenario.judge(window: "2024", asOf: "2025-02-01", root: "D2")
        #expect(paths(two) == ["2024-06-01/D2/vb.csv", "2024-06-01/R/vb.csv"])
        #expect(two.findings.allSatisfy { $0.file == "2024-06-01/D2/vb.csv" })
        let all = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(paths(all).count == 3 && all.findings.count == 3)
    }
}
