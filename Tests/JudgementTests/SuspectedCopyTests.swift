import Judgement
import Model
import Rollup
import TestSupport
import Testing

@Suite("Suspected copies among contest entries")
struct SuspectedCopyTests {
    private let contest = """
        contests: [{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15, max_words: 2000}]
        """

    private func file(_ unit: String, _ rows: String...) -> Scenario.File {
        .init(
            "2024-08-01/\(unit)/bai.csv",
            "unit,entry_id,title,authors,received_on\n"
                + rows.enumerated().map { "\(unit),\($0 + 1),\($1)\n" }.joined()
        )
    }

    private func judge(_ files: Scenario.File...) throws -> Judgement {
        try Scenario(plan([], contest), files).judge(window: "2024", asOf: "2025-01-01")
    }

    private func grounds(_ judgement: Judgement) -> [SuspectedCopy.Ground] {
        judgement.records.suspectedCopies.map(\.ground)
    }

    @Test(arguments: [
        // Accents, blanks, punctuation, order of names.
        ("Tam guong sang,Nguyen Van A; Tran Thi B,2024-04-02", SuspectedCopy.Ground.sameWork),
        ("Tấm gương  - sáng!,Trần Thị B; Nguyễn Văn A,2024-04-02", .sameWork),
        // One author of two.
        ("Tấm gương sáng,Nguyễn Văn A,2024-04-02", .sharedAuthor),
        ("Tấm gương sáng,Lê C,2024-04-02", .sameTitle),
    ])
    func aLikelyCopyFromAnotherUnitIsReportedAndCounts(
        copy: String,
        ground: SuspectedCopy.Ground
    ) throws {
        let judgement = try judge(
            file("W1", "Tấm gương sáng,Nguyễn Văn A; Trần Thị B,2024-04-01"),
            file("W2", copy)
        )
        #expect(grounds(judgement) == [ground])
        let found = try #require(judgement.findings.first { $0.code == .duplicate })
        #expect(judgement.count(.duplicate) == 1)
        #expect(found.severity == (ground == .sameTitle ? .notice : .warning))
        #expect(found.file == "2024-08-01/W2/bai.csv")
        #expect(found.message.contains("2024-08-01/W1/bai.csv"))
        let result = try #require(judgement.contests.first)
        #expect([result.valid, result.total.duplicates, result.total.suspected] == [2, 0, 1])
    }

    @Test(arguments: [
        "Tấm gương khác,Nguyễn Văn A,2024-04-02", "Tấm gương,Lê C,2024-04-02",
        // Not valid: it takes nobody's place.
        "Tam guong sang,Nguyen Van A,2024-08-01",
    ])
    func othersAreNot(row: String) throws {
        let judgement = try judge(
            file("W1", "Tấm gương sáng,Nguyễn Văn A,2024-04-01"),
            file("W2", row)
        )
        #expect(grounds(judgement).isEmpty)
    }

    @Test func pupilsOfOneSchoolMayWriteOnOneTitle() throws {
        let judgement = try judge(
            file("S1", "Cô giáo em,Em A,2024-04-01", "Cô giáo em,Em B,2024-04-01")
        )
        #expect(grounds(judgement).isEmpty)
    }

    @Test func aDuplicateIsNoSuspect() throws {
        let judgement = try judge(
            file("W1", "Tấm gương,Bà A,2024-04-01"),
            file("W2", "TẤM GƯƠNG,bà a,2024-04-02")
        )
        let result = try #require(judgement.contests.first)
        #expect([result.total.duplicates, result.total.suspected, result.valid] == [1, 0, 1])
    }

    @Test func aTitleThatEverybodyTakesIsToldOnce() throws {
        let judgement = try judge(
            file(
                "W1",
                "Tấm gương,Bà A,2024-04-01",
                "Tấm gương,Bà B,2024-04-01",
                "Tấm gương,Bà C,2024-04-01"
            ),
            file(
                "W2",
                "Tấm gương,Bà D,2024-04-02",
                "Tấm gương,Bà E,2024-04-02",
                "Tấm gương,Bà G,2024-04-02"
            ),
            file("W3", "Tam guong,Ba A,2024-04-03")
        )
        #expect(grounds(judgement) == [.sameWork])
        let found = judgement.findings.filter { $0.code == .duplicate }
        #expect(found.map(\.severity) == [.notice, .warning])
        #expect(found[0].message.contains("7 bài dự thi của 3 đơn vị"))
    }

    @Test func editionsAreContestsOfTheirOwn() throws {
        let two = """
            contests:
              - {id: a, year: 2023, opens: 2023-03-01, closes: 2023-07-15}
              - {id: b, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
            """
        let judgement = try Scenario(
            plan([], two),
            [file("W1", "Tấm gương,Bà A,2023-04-01"), file("W2", "Tam guong,Ba A,2024-04-02")]
        ).judge(window: "2023..2025", asOf: "2025-01-01")
        #expect(grounds(judgement).isEmpty)
        #expect(judgement.contests.map(\.valid) == [1, 1])
    }

    /// Two rounds, kinds, groups, prizes and staff of two units, counted by hand.
    @Test func roundsPrizesAndStaff() throws {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Số CBCCVC
            D,Quận Dê,HUYEN,,90
            W1,Phường Một,PHUONG,D,40
            W2,Phường Hai,PHUONG,D,
            W3,Phường Ba,PHUONG,D,10

            """
        let header =
            "unit,entry_id,title,authors,kind,received_on,prelim,sent_up,final_score,prize\n"
        let judgement = try Scenario(
            plan([], contest),
            [
                .init(
                    "2024-08-01/W1/bai.csv",
                    header + """
                        W1,1,Một,A; B,article,2024-04-01,pass,yes,8.5,first
                        W1,2,Hai,A,press,2024-04-01,pass,yes,7,
                        W1,3,Ba,C,article,2024-04-01,fail,,,
                        W1,4,Bốn,,article,2024-04-01,,,,

                        """
                ),
                .init(
                    "2024-08-01/W2/bai.csv",
                    header + "W2,1,Năm,A,article,2024-04-01,pass,no,,side\n"
                ),
            ],
            units: units
        ).judge(window: "2024", asOf: "2025-01-01")
        let result = try #require(judgement.contests.first)
        let total = result.total
        #expect([total.entries, total.valid, total.authors, total.grouped] == [5, 4, 4, 1])
        #expect([total.articles, total.press] == [4, 1])
        #expect([total.passed, total.sentUp, total.finalists] == [3, 2, 2])
        #expect(total.prizes == ["first": 1, "side": 1])
        // W2 has no staff in the roster: neither its entry nor its people are in the rate.
        #expect([result.staffedEntries, result.staff] == [4, 50])
    }
}
