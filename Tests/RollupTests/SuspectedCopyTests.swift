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

    private func records(_ files: Scenario.File...) throws -> RecordSet {
        try Scenario(plan([], contest), files).records(window: "2024", asOf: "2025-01-01")
    }

    private func grounds(_ records: RecordSet) -> [SuspectedCopy.Ground] {
        records.suspectedCopies.map(\.ground)
    }

    /// What is told of duplicates and likely copies, in reading order.
    private func told(_ records: RecordSet) -> [Finding] {
        records.findings.filter { $0.code == .duplicate }.sorted(by: Finding.inReadingOrder)
    }

    @Test(arguments: [
        // Accents, blanks, punctuation, order of names.
        ("Tam guong sang,Nguyen Van A; Tran Thi B,2024-04-02", SuspectedCopy.Ground.sameWork),
        ("Tấm gương  - sáng!,Trần Thị B; Nguyễn Văn A,2024-04-02", .sameWork),
        // One author of two.
        ("Tấm gương sáng,Nguyễn Văn A,2024-04-02", .sharedAuthor),
        ("Tấm gương sáng,Lê C,2024-04-02", .sameTitle),
    ])
    func aLikelyCopyFromAnotherUnitIsReported(
        copy: String,
        ground: SuspectedCopy.Ground
    ) throws {
        let records = try records(
            file("W1", "Tấm gương sáng,Nguyễn Văn A; Trần Thị B,2024-04-01"),
            file("W2", copy)
        )
        #expect(grounds(records) == [ground])
        #expect(told(records).count == 1)
        let found = try #require(told(records).first)
        #expect(found.severity == (ground == .sameTitle ? .notice : .warning))
        #expect(found.file == "2024-08-01/W2/bai.csv")
        #expect(found.message.contains("2024-08-01/W1/bai.csv"))
    }

    @Test(arguments: [
        "Tấm gương khác,Nguyễn Văn A,2024-04-02", "Tấm gương,Lê C,2024-04-02",
        // Not valid: it takes nobody's place.
        "Tam guong sang,Nguyen Van A,2024-08-01",
    ])
    func othersAreNot(row: String) throws {
        let records = try records(
            file("W1", "Tấm gương sáng,Nguyễn Văn A,2024-04-01"),
            file("W2", row)
        )
        #expect(grounds(records).isEmpty)
    }

    @Test func pupilsOfOneSchoolMayWriteOnOneTitle() throws {
        let records = try records(
            file("S1", "Cô giáo em,Em A,2024-04-01", "Cô giáo em,Em B,2024-04-01")
        )
        #expect(grounds(records).isEmpty)
    }

    @Test func aDuplicateIsNoSuspect() throws {
        let records = try records(
            file("W1", "Tấm gương,Bà A,2024-04-01"),
            file("W2", "TẤM GƯƠNG,bà a,2024-04-02")
        )
        #expect(grounds(records).isEmpty)
        #expect(told(records).count == 1)
    }

    @Test func aTitleThatEverybodyTakesIsToldOnce() throws {
        let records = try records(
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
        #expect(grounds(records) == [.sameWork])
        let found = told(records)
        #expect(found.map(\.severity) == [.notice, .warning])
        #expect(found[0].message.contains("7 bài dự thi của 3 đơn vị"))
    }

    @Test func editionsAreContestsOfTheirOwn() throws {
        let two = """
            contests:
              - {id: a, year: 2023, opens: 2023-03-01, closes: 2023-07-15}
              - {id: b, year: 2024, opens: 2024-03-01, closes: 2024-07-15}
            """
        let records = try Scenario(
            plan([], two),
            [file("W1", "Tấm gương,Bà A,2023-04-01"), file("W2", "Tam guong,Ba A,2024-04-02")]
        ).records(window: "2023..2025", asOf: "2025-01-01")
        #expect(grounds(records).isEmpty)
        #expect(told(records).isEmpty)
    }
}
