import Judgement
import Model
import Plans
import Rollup
import TestSupport
import Testing

@Suite("The steps of an exemplar (TX-41 … TX-46, LS-18)")
struct StepTests {
    private let steps = """
        steps:
          reviewed: {before: "{year+1}-01-10"}
          recognised: {before: "{year+1}-01-10"}
          published: {days: 30}
          proposed: {before: "{year+1}-01-20"}
        """

    /// Rows of `name,status,reviewed_on,decided_on,posted_on`.
    private func exemplars(_ rows: String..., unit: String = "W1", year: Int = 2024)
        -> Scenario.File
    {
        .init(
            "2025-01-02/\(unit)/dien-hinh-\(year).csv",
            "unit,year,name,subject,status,reviewed_on,decided_on,posted_on\n"
                + rows.map { row in
                    let parts = row.split(separator: ",", omittingEmptySubsequences: false)
                    return "\(unit),\(year),\(parts[0]),individual,"
                        + parts.dropFirst().joined(separator: ",") + "\n"
                }.joined()
        )
    }

    private func proposals(_ rows: String..., unit: String = "W1") -> Scenario.File {
        .init(
            "2025-01-02/\(unit)/de-nghi.csv",
            "unit,year,name,subject,level,award,documented_on\n"
                + rows.map { row in
                    let parts = row.split(separator: ",")
                    return "\(unit),2024,\(parts[0]),individual,district,Giấy khen,\(parts[1])\n"
                }.joined()
        )
    }

    private func commendations(_ rows: String..., unit: String = "W1") -> Scenario.File {
        .init(
            "2025-01-02/\(unit)/khen.csv",
            "unit,name,subject,decision_number,decided_on,level,kind\n"
                + rows.map { row in
                    let parts = row.split(separator: ",")
                    let kind = parts.count > 2 ? parts[2] : "regular"
                    return "\(unit),\(parts[0]),individual,1/QĐ,\(parts[1]),district,\(kind)\n"
                }.joined()
        )
    }

    private func judge(
        _ files: Scenario.File...,
        asOf: String = "2025-03-01",
        steps: String? = nil
    ) throws -> Judgement {
        try Scenario(plan([], steps ?? self.steps), files).judge(window: "2024", asOf: asOf)
    }

    private func root(_ judgement: Judgement) throws -> ProcessFigures {
        try #require(judgement.board.nodes.first).figures
    }

    @Test func stepsInOrderAreNotMentioned() throws {
        let judgement = try judge(
            exemplars("Bà A,commended,2024-11-01,2024-11-10,2024-11-15"),
            proposals("Bà A,2024-12-01"),
            commendations("Bà A,2024-12-20")
        )
        #expect(judgement.count(.contradiction) == 0)
        let figures = try root(judgement)
        #expect(ExemplarStep.dated.map { figures[$0].dated } == [1, 1, 1, 1, 1])
        #expect(figures[.commended].standing == 1)
        #expect(ExemplarStep.allCases.reduce(0) { $0 + figures[$1].late } == 0)
    }

    // One step in turn is moved before the one that it follows.
    @Test(arguments: [
        ("2024-11-11,2024-11-10,2024-11-15", "2024-12-01", "2024-12-20", 1),
        ("2024-11-01,2024-11-10,2024-11-09", "2024-12-01", "2024-12-20", 1),
        ("2024-11-01,2024-11-10,", "2024-11-09", "2024-12-20", 1),
        ("2024-11-01,2024-11-10,2024-11-15", "2024-12-01", "2024-11-30", 1),
        ("2024-11-01,2024-11-10,2024-11-10", "2024-11-10", "2024-11-10", 0),
    ])
    func aStepBeforeTheOneThatItFollowsIsAFinding(
        dates: String,
        proposed: String,
        commended: String,
        count: Int
    ) throws {
        let judgement = try judge(
            exemplars("Bà A,commended,\(dates)"),
            proposals("Bà A,\(proposed)"),
            commendations("Bà A,\(commended)")
        )
        let found = judgement.findings.filter { $0.code == .contradiction }
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.severity == .warning && $0.row == 2 })
        #expect(found.allSatisfy { $0.file.hasSuffix("dien-hinh-2024.csv") })
    }

    @Test func anArticleAfterTheProposalIsNoMoreThanANotice() throws {
        let judgement = try judge(
            exemplars("Bà A,proposed,2024-11-01,2024-11-10,2024-12-05"),
            proposals("Bà A,2024-12-01")
        )
        let found = judgement.findings.filter { $0.code == .contradiction }
        #expect(found.map(\.severity) == [.notice])
    }

    /// Seven exemplars: on the last day, on the day itself (too late), undated, overdue.
    @Test func aDayBeforeIsExclusive() throws {
        let judgement = try judge(
            exemplars(
                "Một,recognised,2025-01-09,2025-01-09,",
                "Hai,recognised,2025-01-10,2025-01-10,",
                "Ba,reviewed,2024-12-01,,",
                "Bốn,recognised,,,",
                "Năm,introduced,,,",
                "Sáu,rejected,2024-12-01,,",
                "Bảy,emerging,,,"
            )
        )
        let figures = try root(judgement)
        #expect([figures.exemplars, figures.rejected, figures.emerging] == [5, 1, 1])
        let reviewed = figures[.reviewed]
        #expect(
            [reviewed.dated, reviewed.undated, reviewed.late, reviewed.overdue] == [3, 1, 1, 1]
        )
        let recognised = figures[.recognised]
        #expect(
            [recognised.dated, recognised.undated, recognised.late, recognised.overdue]
                == [2, 1, 1, 2]
        )
        #expect(ExemplarStep.allCases.map { figures[$0].standing } == [1, 1, 3, 0, 0, 0])
        // The two that were recognised in January should have been in the news by February.
        #expect(figures[.published].overdue == 2)
        #expect(figures.posting.unposted == 2)
    }

    @Test func beforeTheLastDayIsPastNothingIsOverdue() throws {
        for (day, overdue) in [("2025-01-09", 0), ("2025-01-10", 1)] {
            let judgement = try judge(exemplars("Năm,introduced,,,"), asOf: day)
            #expect(try root(judgement)[.reviewed].overdue == overdue)
        }
    }

    @Test func withoutStepsInThePlanNothingIsLate() throws {
        let judgement = try judge(
            exemplars("Hai,recognised,2025-02-10,2025-02-10,"),
            steps: "closed: exempt"
        )
        let figures = try root(judgement)
        #expect([figures[.reviewed].dated, figures[.reviewed].late] == [1, 0])
        #expect(figures[.reviewed].overdue == 0)
    }

    // MARK: - Timeliness

    /// 0, 10, 31 and 5 days: the middle ones are 5 and 10.
    @Test func theDaysFromRecognitionToPublication() throws {
        let judgement = try judge(
            exemplars(
                "Một,published,2024-05-01,2024-05-10,2024-05-10",
                "Hai,published,2024-05-01,2024-05-10,2024-05-20",
                "Ba,published,2024-05-01,2024-05-10,2024-06-10"
            ),
            exemplars(
                "Bốn,published,2024-05-01,2024-05-10,2024-05-15",
                "Năm,published,2024-05-01,2024-05-10,2024-05-09",
                "Sáu,recognised,2024-05-01,2024-05-10,",
                unit: "W2"
            )
        )
        let posting = try root(judgement).posting
        #expect(posting.median == Quantity(15, over: 2))
        #expect(posting.greatest == 31)
        #expect(posting.count(within: 30) == 3)
        #expect([posting.reversed, posting.unposted] == [1, 1])
    }

    // MARK: - Records of other forms

    @Test func theSessionAndTheArticleSpeakWhereTheRegisterIsSilent() throws {
        let judgement = try judge(
            exemplars("Bà A,published,,2024-11-10,"),
            .init(
                "2025-01-02/W1/hop.csv",
                "unit,held_on,exemplar\nW1,2024-11-20,Bà A\nW1,2024-11-02,bà a\n"
            ),
            .init(
                "2025-01-02/W1/bai.csv",
                "unit,kind,name,posted_on,exemplar\nW1,post,Tin,2024-11-01,Bà A\n"
                    + "W1,post,Bài,2024-11-12,Bà A\n"
            )
        )
        #expect(judgement.count(.contradiction) == 0)
        let figures = try root(judgement)
        #expect(figures[.reviewed].dated == 1)
        #expect(figures.posting.days == [2])
    }

    @Test func namesakesThatCannotBeToldApartAreNotLinked() throws {
        // The district proposes a Bà A, whom two wards list.
        let judgement = try judge(
            exemplars("Bà A,recognised,,2024-11-10,"),
            exemplars("Bà A,recognised,,2024-11-12,", unit: "W2"),
            proposals("Bà A,2024-12-01", unit: "D")
        )
        #expect(try root(judgement)[.proposed].dated == 0)
        let own = try judge(
            exemplars("Bà A,recognised,,2024-11-10,"),
            exemplars("Bà A,recognised,,2024-11-12,", unit: "W2"),
            proposals("Bà A,2024-12-01", unit: "W2")
        )
        #expect(try root(own)[.proposed].dated == 1)
    }

    @Test func aSuddenCommendationIsAboutSomethingElse() throws {
        let judgement = try judge(
            exemplars("Bà A,recognised,2024-11-01,2024-11-10,"),
            commendations("Bà A,2024-03-01,sudden")
        )
        #expect(judgement.count(.contradiction) == 0)
        #expect(try root(judgement)[.commended].dated == 0)
    }

    @Test func anExemplarOfTheYearBeforeKeepsItsOwnDates() throws {
        let judgement = try judge(
            exemplars("Bà A,recognised,,2023-11-10,", year: 2023),
            exemplars("Bà A,recognised,,2024-11-10,"),
            commendations("Bà A,2024-12-20")
        )
        #expect(judgement.count(.contradiction) == 0)
        let figures = try root(judgement)
        #expect([figures.exemplars, figures[.commended].dated] == [1, 1])
    }

    // MARK: - Commendations

    @Test func theShareOfDirectWorkersIsOfThoseWhoseClassIsTold() throws {
        let judgement = try judge(
            .init(
                "2025-01-02/W1/khen.csv",
                """
                unit,name,subject,decision_number,decided_on,level,class,kind
                W1,Bà A,individual,1/QĐ,2024-12-20,district,direct,regular
                W1,Bà B,individual,1/QĐ,2024-12-20,district,leader,regular
                W1,Bà C,individual,1/QĐ,2024-12-20,district,,regular
                W1,Tổ D,collective,1/QĐ,2024-12-20,district,direct,regular
                W1,Bà E,individual,2/QĐ,2025-02-20,district,direct,regular

                """
            )
        )
        let commended = try root(judgement).commended
        #expect([commended.all.individuals, commended.direct, commended.unclassed] == [3, 1, 1])
        #expect([commended.all.collectives, commended.classed] == [1, 2])
    }

    @Test func eachNodeHasTheFiguresOfItsUnits() throws {
        let scenario = Scenario(
            plan([], steps, root: "C"),
            [
                exemplars("Bà A,recognised,2024-11-01,2024-11-10,2024-11-12"),
                exemplars("Bà B,recognised,2024-11-01,2024-11-10,2024-11-20", unit: "W4"),
            ],
            units: city
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-03-01")
        let nodes = judgement.board.nodes.map {
            (judgement.scene.roster.units[$0.node].id, $0.figures.posting.days.sorted())
        }
        #expect(nodes.map(\.0) == ["C", "D1", "D2"])
        #expect(nodes.map(\.1) == [[2, 10], [2], [10]])
    }

    /// Whom a ward had recognised before it was merged is proposed by the ward that carries it on.
    @Test(arguments: [("Nhập toàn bộ,W1,W2", true), ("Giải thể,W1,", false)])
    func theStepsGoOnAfterAMerger(change: String, isKnown: Bool) throws {
        var scenario = Scenario(
            plan([], steps),
            [
                exemplars("Người Mẫu,recognised,2024-03-01,2024-03-10,"),
                .init(
                    "2024-09-02/W2/de-nghi.csv",
                    "unit,year,name,subject,level,award,documented_on\n"
                        + "W2,2024,Người Mẫu,individual,city,Bằng khen,2024-08-10\n"
                ),
            ],
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
                D,Quận Dê,HUYEN,,,
                W1,Phường Một,PHUONG,D,,2024-07-01
                W2,Phường Hai,PHUONG,D,,

                """
        )
        scenario.changes =
            "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính\n"
            + "2024-07-01,\(change),\(isKnown ? "Có" : "")\n"
        let judgement = try scenario.judge(window: "2024", asOf: "2025-03-01")
        let proposed = judgement.records.trails[0].days[.proposed]
        #expect(proposed == (isKnown ? Day(iso: "2024-08-10") : nil))
        #expect(judgement.findings.contains { $0.code == .cityWithoutDistrict } == !isKnown)
    }

    /// People of one name in two wards are two, also once a third ward carries on both.
    @Test func namesakesOfWardsThatAreMergedLaterStayTwo() throws {
        var scenario = Scenario(
            plan([], steps),
            [
                exemplars("Người Mẫu,recognised,2024-03-01,2024-03-10,"),
                .init(
                    "2024-05-02/W2/de-nghi.csv",
                    "unit,year,name,subject,level,award,documented_on\n"
                        + "W2,2024,Người Mẫu,individual,city,Bằng khen,2024-04-10\n"
                ),
            ],
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày
                D,Quận Dê,HUYEN,,,
                W1,Phường Một,PHUONG,D,,2025-02-01
                W2,Phường Hai,PHUONG,D,,2025-02-01
                W3,Phường Ba,PHUONG,D,2025-02-01,

                """
        )
        scenario.changes =
            "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính\n"
            + "2025-02-01,Nhập toàn bộ,W1,W3,Có\n2025-02-01,Nhập toàn bộ,W2,W3,Có\n"
        let judgement = try scenario.judge(window: "2024", asOf: "2025-03-01")
        #expect(judgement.records.trails.first?.days[.proposed] == nil)
        #expect(judgement.findings.contains { $0.code == .cityWithoutDistrict })
    }
}
