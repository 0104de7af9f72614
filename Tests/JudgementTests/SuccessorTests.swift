import Intake
import Judgement
import Model
import Plans
import Reports
import Rollup
import TestSupport
import Testing

/// Whose value holds the records of a closed unit under `closed: successor` (CONTRACT §2, §11.16).
@Suite struct SuccessorTests {
    private static let heading =
        "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính,Căn cứ,Ghi chú\n"
    private static let columns =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày\n"

    private func scenario(
        _ units: [String],
        _ changes: [String],
        _ indicators: [String],
        _ files: [Scenario.File],
        root: String = "D"
    ) -> Scenario {
        var scenario = Scenario(
            plan(indicators, "closed: successor", root: root),
            files,
            units: SuccessorTests.columns + units.joined(separator: "\n") + "\n"
        )
        scenario.changes = SuccessorTests.heading + changes.joined(separator: "\n") + "\n"
        return scenario
    }

    private let number = "id: N, level: district, measure: count(document where kind = plan), "

    /// What still comes from the folder of a unit that was merged away says nothing of the district
    /// in which it stood: its living wards have handed in nothing (§11.14).
    @Test(arguments: [
        "unit,kind,number,issued_on\nW1,plan,1,2024-03-01\n", "unit,kind,number,issued_on\n",
    ])
    func theFolderOfAMergedUnitDoesNotSpeakForItsOldDistrict(table: String) throws {
        let scenario = scenario(
            [
                "C,Thành phố Mẫu,TINH,,,", "D1,Quận Một,HUYEN,C,,", "D2,Quận Hai,HUYEN,C,,",
                "W1,Phường Một,PHUONG,D1,,", "W2,Phường Hai,PHUONG,D2,,2023-07-01",
                "W4,Phường Bốn,PHUONG,D2,,",
            ],
            ["2023-07-01,Nhập toàn bộ,W2,W1,Có,,"],
            [issues(), number + "total: \"<= 5\""],
            [.init("2024-05-01/W2/vb.csv", table)],
            root: "C"
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D2", "N")?.value == nil)
        #expect(judgement.node("D2", "N")?.status == .noData)
    }

    @Test func theRecordsFollowEveryStep() throws {
        let scenario = scenario(
            [
                "D,Quận Dê,HUYEN,,,", "W1,Phường Một,PHUONG,D,,2024-07-01",
                "W3,Phường Ba,PHUONG,D,,2025-01-01", "W2,Phường Hai,PHUONG,D,,",
            ],
            ["2024-07-01,Nhập toàn bộ,W1,W3,Có,,", "2025-01-01,Nhập toàn bộ,W3,W2,Có,,"],
            [issues("over: stage"), number + "over: stage, total: \">= 3\""],
            [plans("W1", "2023-03-01"), plans("W3", "2024-09-01"), plans("W2", "2025-02-01")]
        )
        let judgement = try scenario.judge(window: "2023..2025", asOf: "2026-01-05")
        #expect(judgement.unit("W2", "I")?.value == Quantity(3))
        #expect(judgement.node("D", "N")?.value == Quantity(3))
        // In 2024 only the first step has been taken.
        let before = try scenario.judge(window: "2024", asOf: "2024-12-31")
        #expect(before.unit("W3", "I")?.value == Quantity(2))
        #expect(before.unit("W2", "I")?.value == nil)
        #expect(before.node("D", "N")?.value == Quantity(2))
    }

    /// What the board set for a ward that was merged since is in the total with which its records
    /// stand; where only wards are judged, it is said that the successor's value is the one to set.
    @Test func aValueSetForAMergedUnitIsInTheTotalThatCountsItsRecords() throws {
        var scenario = scenario(
            [
                "D,Quận Dê,HUYEN,,,", "W1,Phường Một,PHUONG,D,,",
                "W8,Phường Tám,PHUONG,D,,2024-05-01",
            ],
            ["2024-05-01,Nhập toàn bộ,W8,W1,Có,,"],
            [issues(), number + "total: \">= 3\""],
            [plans("W1", "2024-06-30"), plans("W8", "2024-03-30", "2024-04-15")]
        )
        let plain = try scenario.judge(window: "2024", asOf: "2025-01-05")
        #expect(plain.node("D", "N")?.value == Quantity(3))
        scenario.decisions = """
            Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực
            1/QĐ,2024-07-01,Điều chỉnh,W8,N,2024,7,x,
            2/QĐ,2024-07-01,Điều chỉnh,W8,I,2024,7,x,

            """
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D", "N")?.value == Quantity(8))
        #expect(judgement.unit("W1", "I")?.value == Quantity(3))
        let found = judgement.findings.filter { $0.file == "decisions.csv" }
        #expect(found.map(\.row) == [3])
        #expect(found.first?.fix == "Hãy điều chỉnh giá trị của Phường Một.")
        let node = try #require(Explanation(1, of: judgement).nodes.first)
        #expect(node.adjusted.compactMap(\.counted) == [Quantity(1), Quantity(7)])
    }

    /// What a unit and the units merged into it said with yes or no is one answer, not a sum of
    /// them.
    @Test(arguments: [
        ("Có", "Có", 1), ("Có", "Không", 1), ("Không", "Có", 1), ("Không", "Không", 0),
        ("Không", "", 0), ("", "Có", 1),
    ])
    func aYesOfSeveralUnitsIsOneYes(_ before: String, _ after: String, expected: Int) throws {
        let scenario = scenario(
            [
                "D,Quận Dê,HUYEN,,,", "W1,Phường Một,PHUONG,D,,2024-07-01",
                "W2,Phường Hai,PHUONG,D,2024-07-01,", "W3,Phường Ba,PHUONG,D,,",
            ],
            ["2024-07-01,Nhập toàn bộ,W1,W2,Có,,"],
            [
                "id: I, applies_to: wards, measure: unit_report.plan_issued, each: \"= 1\"",
                "id: N, level: district, measure: unit_report.plan_issued, total: \">= 2\"",
            ],
            [
                report("W1", "2024-Q1", before), report("W2", "2024", after),
                report("W3", "2024", "Có"),
            ]
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.unit("W2", "I")?.value == Quantity(expected))
        #expect(judgement.unit("W2", "I")?.status == (expected == 1 ? .met : .unmet))
        // At a node the units that say yes are counted.
        #expect(judgement.node("D", "N")?.value == Quantity(expected + 1))
    }

    private func report(_ unit: String, _ period: String, _ answer: String) -> Scenario.File {
        .init(
            "2024-12-20/\(unit)/bc.csv",
            "unit,period,plan_issued,posts\n\(unit),\(period),\(answer),1\n"
        )
    }

    private func acrossTwoDistricts(_ more: String, _ files: [Scenario.File]) -> Scenario {
        scenario(
            [
                "C,Thành phố Xê,TINH,,,", "Q,Quận Quy,HUYEN,C,,2024-07-01", "R,Quận Rờ,HUYEN,C,,",
                "W1,Phường Một,PHUONG,Q,,2024-07-01", "W2,Phường Hai,PHUONG,Q,,",
                "X1,Phường Ích,PHUONG,R,,",
            ],
            ["2024-07-01,Nhập toàn bộ,W1,X1,Có,,", "2024-07-01,Nhập toàn bộ,Q,R,Có,,"],
            [number + "total: \">= 1\"" + more],
            files,
            root: "C"
        )
    }

    @Test(arguments: ["", ", applies_to: wards"])
    func aMergerAcrossTwoDistrictsCountsOnce(_ more: String) throws {
        let judgement = try acrossTwoDistricts(
            more,
            [
                plans("W1", "2024-02-01", "2024-02-02"), plans("W2", "2024-02-01"),
                plans("X1", "2024-02-01"),
            ]
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("Q", "N")?.value == Quantity(1))
        #expect(judgement.node("R", "N")?.value == Quantity(3))
        #expect(judgement.node("C", "N")?.value == Quantity(4))
    }

    @Test func whatAClosedNodeFiledItselfCountsOnce() throws {
        let judgement = try acrossTwoDistricts(
            ", counts: own",
            [plans("Q", "2024-02-01", "2024-02-02"), plans("R", "2024-02-01")]
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("R", "N")?.value == Quantity(3))
        #expect(judgement.node("C", "N")?.value == Quantity(3))
    }

    @Test func aSubTreeOfItsOwnHasTheFigureThatItHasInTheWhole() throws {
        let scenario = acrossTwoDistricts(
            "",
            [plans("W1", "2024-02-01"), plans("W2", "2024-02-01"), plans("X1", "2024-02-01")]
        )
        let lower = try scenario.judge(window: "2024", asOf: "2025-01-05", root: "R")
        #expect(lower.node("R", "N")?.value == Quantity(2))
    }

    @Test func aRowDatedAfterTwoMergersIsTheLastSuccessors() throws {
        let judgement = try scenario(
            [
                "D,Quận Dê,HUYEN,,,", "W1,Phường Một,PHUONG,D,,2024-03-01",
                "W3,Phường Ba,PHUONG,D,,2024-07-01", "W2,Phường Hai,PHUONG,D,,",
            ],
            ["2024-03-01,Nhập toàn bộ,W1,W3,Có,,", "2024-07-01,Nhập toàn bộ,W3,W2,Có,,"],
            [issues()],
            [plans("W1", "2024-04-01", "2024-08-01")]
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.unit("W2", "I")?.value == Quantity(2))
        #expect(judgement.codes == ["unit-closed", "unit-closed"])
        #expect(judgement.findings.last?.unit == "W2")
    }

    // MARK: - Reports of a closed unit for a period after it

    /// W1 and W4 are merged into W2 on 01/07/2024; each file has rows `unit,period,posts`.
    private func afterMerger(_ files: (path: String, rows: [String])...) throws -> Judgement {
        try scenario(
            [
                "D,Quận Dê,HUYEN,,,", "W1,Phường Một,PHUONG,D,,2024-07-01",
                "W2,Phường Hai,PHUONG,D,,", "W4,Phường Bốn,PHUONG,D,,2024-07-01",
            ],
            ["2024-07-01,Nhập toàn bộ,W1,W2,Có,,", "2024-07-01,Nhập toàn bộ,W4,W2,Có,,"],
            [
                "id: I, applies_to: wards, measure: unit_report.posts, each: \">= 1\"",
                "id: N, level: district, measure: unit_report.posts, total: \">= 1\"",
            ],
            files.map {
                .init($0.path, "unit,period,posts\n" + $0.rows.joined(separator: "\n") + "\n")
            }
        ).judge(window: "2024", asOf: "2025-01-05")
    }

    private let own = (path: "2024-11-01/W2/bc.csv", rows: ["W2,2024-Q1,8", "W2,2024-Q3,16"])

    /// Whichever came in first.
    @Test(arguments: ["2024-12-01", "2024-10-01"])
    func theSuccessorsOwnReportStands(received: String) throws {
        let judgement = try afterMerger(
            own,
            ("\(received)/W1/bc.csv", ["W1,2024-Q1,1", "W1,2024-Q2,2", "W1,2024-Q3,4"])
        )
        // Of W1 the two quarters before the merger, of W2 both of its own.
        #expect(judgement.unit("W2", "I")?.value == Quantity(27))
        #expect(judgement.node("D", "N")?.value == Quantity(27))
        let finding = try #require(judgement.findings.first)
        #expect(judgement.codes == ["unit-closed"])
        #expect(finding.severity == .warning)
        #expect(finding.unit == "W2")
        #expect((finding.file, finding.row) == ("\(received)/W1/bc.csv", 4))
        for part in ["Phường Một", "Quý III/2024", "2024-11-01/W2/bc.csv", "dòng 3", "đã đăng: 4"] {
            #expect(finding.message.contains(part), "\(finding.message)")
        }
        #expect(finding.fix.contains("Phường Hai"))
    }

    /// A report that was due is in time by what its own unit sent, not by what came under another
    /// name.
    @Test func theReceiptOfAnothersReportIsNotTheOwnOnes() throws {
        let judgement = try afterMerger(
            ("2024-11-01/W2/bc.csv", ["W2,2024-Q3,16"]),
            ("2024-10-01/W1/bc.csv", ["W1,2024-Q3,4"])
        )
        let form = try #require(judgement.scene.plan.forms.index(of: "unit_report"))
        let receipts = judgement.records.forms[form].flatMap { resolved in
            zip(resolved.counts, resolved.receipts).filter(\.0).map { Day(number: $0.1).slashed }
        }
        #expect(receipts == ["01/11/2024"])
    }

    @Test func withoutAnOwnReportTheClosedUnitsOneCounts() throws {
        let judgement = try afterMerger(
            ("2024-10-01/W1/bc.csv", ["W1,2024-Q3,4"]),
            ("2024-11-01/W1/bc.csv", ["W1,2024-Q3,5"])
        )
        #expect(judgement.unit("W2", "I")?.value == Quantity(5))
        // Two notices of the merger, and that the later version of the same report counts.
        #expect(judgement.codes.sorted() == ["superseded", "unit-closed", "unit-closed"])
    }

    /// Which of two closed units spoke for their successor is nobody's guess.
    @Test func reportsOfTwoClosedUnitsForOnePeriodAreNotCounted() throws {
        let judgement = try afterMerger(
            ("2024-10-01/W1/bc.csv", ["W1,2024-Q3,4"]),
            ("2024-11-01/W4/bc.csv", ["W4,2024-Q3,5"]),
            ("2024-09-01/W2/bc.csv", ["W2,2024-Q1,8"])
        )
        #expect(judgement.unit("W2", "I")?.value == Quantity(8))
        #expect(judgement.codes == ["unit-closed", "unit-closed"])
        #expect(judgement.findings.allSatisfy { $0.severity == .warning && $0.unit == "W2" })
        #expect(judgement.findings[0].message.contains("2024-11-01/W4/bc.csv"))
        #expect(judgement.findings[1].message.contains("2024-10-01/W1/bc.csv"))
    }

    @Test func anOwnReportSettlesWhatTwoClosedUnitsSent() throws {
        let judgement = try afterMerger(
            ("2024-10-01/W1/bc.csv", ["W1,2024-Q3,4"]),
            ("2024-10-02/W2/bc.csv", ["W2,2024-Q3,16"]),
            ("2024-11-01/W4/bc.csv", ["W4,2024-Q3,5"]),
            ("2024-11-02/W2/bc.csv", ["W2,2024-Q3,17"])
        )
        #expect(judgement.unit("W2", "I")?.value == Quantity(17))
        #expect(judgement.codes.sorted() == ["superseded", "unit-closed", "unit-closed"])
    }

    /// A register's key names the thing itself: told twice it is still one, and no contradiction.
    @Test func theSamePaperUnderTwoNamesIsOnePaper() throws {
        let judgement = try scenario(
            [
                "D,Quận Dê,HUYEN,,,", "W1,Phường Một,PHUONG,D,,2024-07-01",
                "W2,Phường Hai,PHUONG,D,,", "W4,Phường Bốn,PHUONG,D,,2024-07-01",
            ],
            ["2024-07-01,Nhập toàn bộ,W1,W2,Có,,", "2024-07-01,Nhập toàn bộ,W4,W2,Có,,"],
            [issues()],
            [
                plans("W1", "2024-08-01", received: "2024-09-01"),
                plans("W4", "2024-08-01", received: "2024-09-02"),
            ]
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.unit("W2", "I")?.value == Quantity(1))
        #expect(judgement.codes.sorted() == ["superseded", "unit-closed", "unit-closed"])
    }

    @Test func anExplanationSaysWhatStandsInsteadOfALaterReport() throws {
        let judgement = try afterMerger(own, ("2024-12-01/W1/bc.csv", ["W1,2024-Q3,4"]))
        let text = ExplanationText.render(
            Explanation(0, of: judgement),
            ExplanationText.Options(focus: judgement.scene.roster.index(of: "W2"))
        ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("ghi tên Phường Một"), "\(text)")
        #expect(text.contains("đã có báo cáo của mình: 2024-11-01/W2/bc.csv:3"), "\(text)")
    }

    /// A district whose only ward went to another one has nothing that could be counted: it is no
    /// node without data.
    @Test func aNodeWhoseUnitsWentElsewhereIsNotAsked() throws {
        let judgement = try scenario(
            [
                "C,Thành phố Xê,TINH,,,", "D1,Quận Một,HUYEN,C,,", "D2,Quận Hai,HUYEN,C,,",
                "W1,Phường Một,PHUONG,D1,,2024-07-01", "W2,Phường Hai,PHUONG,D2,,",
            ],
            ["2024-07-01,Nhập toàn bộ,W1,W2,Có,,"],
            ["applies_to: wards, " + number + "total: \">= 1\""],
            [plans("W1", "2024-05-01")],
            root: "C"
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D1", "N")?.status == .notApplicable)
        #expect(judgement.node("D2", "N")?.status == .met)
        #expect(judgement.node("C", "N")?.nodes == 1)
    }

    /// A correction that moves a record across the day of the merger is a version of it like any
    /// other; that the successor writes the same is its own affair.
    @Test(arguments: [("20/03/2024", "30/03/2024"), ("30/03/2024", "20/03/2024")])
    func aCorrectionAcrossTheMergerCountsOnce(first: String, second: String) throws {
        func file(_ day: String, _ unit: String, _ date: String) -> Scenario.File {
            .init(
                "\(day)/\(unit)/kt.csv",
                "unit,name,subject,decision_number,decided_on,level\n"
                    + "\(unit),Tập thể Mẫu,collective,12/QĐ,\(date),unit\n"
            )
        }
        func judge(_ files: Scenario.File...) throws -> Judgement {
            try scenario(
                [
                    "D,Quận Dê,HUYEN,,,", "W1,Phường Một,PHUONG,D,,2024-03-25",
                    "W2,Phường Hai,PHUONG,D,,",
                ],
                ["2024-03-25,Nhập toàn bộ,W1,W2,Có,,"],
                ["id: N, measure: count(commendation), total: \">= 2\""],
                files
            ).judge(window: "2024", asOf: "2025-01-05")
        }
        let corrected = try judge(
            file("2024-04-01", "W1", first),
            file("2024-05-01", "W1", second)
        )
        #expect(corrected.node("D", "N")?.value == Quantity(1))
        #expect(corrected.codes.contains("superseded"))
        let both = try judge(
            file("2024-04-01", "W1", "20/03/2024"),
            file("2024-05-01", "W2", "20/03/2024")
        )
        #expect(both.node("D", "N")?.value == Quantity(2))
    }

    /// The same where a ward was merged into one that was merged itself between the two days.
    @Test func aCorrectionAcrossTheSecondMergerCountsOnce() throws {
        func file(_ day: String, _ date: String) -> Scenario.File {
            .init(
                "\(day)/W1/kt.csv",
                "unit,name,subject,decision_number,decided_on,level\n"
                    + "W1,Tập thể Mẫu,collective,12/QĐ,\(date),unit\n"
            )
        }
        let judgement = try scenario(
            [
                "D,Quận Dê,HUYEN,,,", "W1,Phường Một,PHUONG,D,,2024-03-25",
                "W2,Phường Hai,PHUONG,D,,2024-07-01", "W3,Phường Ba,PHUONG,D,,",
            ],
            ["2024-03-25,Nhập toàn bộ,W1,W2,Có,,", "2024-07-01,Nhập toàn bộ,W2,W3,Có,,"],
            ["id: N, measure: count(commendation), total: \">= 2\""],
            [file("2024-08-01", "20/06/2024"), file("2024-09-01", "05/07/2024")]
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("D", "N")?.value == Quantity(1))
    }
}
