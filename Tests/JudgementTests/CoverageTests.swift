import Judgement
import Model
import TestSupport
import Testing

@Suite("Covered or not (CONTRACT §2, §11.1, §11.2, §11.23)")
struct CoverageTests {
    private let after = "2025-01-01"

    @Test func coveredWithoutRecordsIsZeroAndNotCoveredIsNoData() throws {
        let judgement = try Scenario(plan([issues()]), [noPlans("W1")])
            .judge(window: "2024", asOf: after)
        #expect(judgement.unit("W1", "I")?.value == Quantity(0))
        #expect(judgement.unit("W1", "I")?.status == .unmet)
        #expect(judgement.unit("W2", "I")?.value == nil)
        #expect(judgement.unit("W2", "I")?.status == .noData)
    }

    @Test func noDataSaysWhatIsMissing() throws {
        let judgement = try Scenario(plan([issues()])).judge(window: "2024", asOf: after)
        #expect(
            judgement.unit("W1", "I")?.reason == .missing(forms: ["Văn bản ban hành"], back: [])
        )
    }

    /// Who sent what was handed back whole is not told that nothing came (domain.md 6.1); who sent
    /// it again, or had it back before the window, is.
    @Test(arguments: [
        (["2024-05-01": "ngày nào đó"], true),
        (["2024-04-01": "10/04/2023", "2024-05-01": "ngày nào đó"], true),
        (["2023-11-01": "ngày nào đó"], false),
        (["2024-05-01": "ngày nào đó", "2024-11-01": "10/04/2023"], true),
    ])
    func whatWasHandedBackIsSaid(files: [String: String], isBack: Bool) throws {
        let files = files.map { day, date in
            Scenario.File(
                "\(day)/W1/vb.csv",
                "unit,kind,number,issued_on\nW1,decision,\(day),\(date)\n"
            )
        }
        let judgement = try Scenario(plan([issues()]), files).judge(window: "2024", asOf: after)
        let name = "Văn bản ban hành"
        #expect(
            judgement.unit("W1", "I")?.reason
                == .missing(forms: isBack ? [] : [name], back: isBack ? [name] : [])
        )
    }

    @Test func anotherFormDoesNotCover() throws {
        let file = Scenario.File("2024-05-01/W1/2024/hd.csv", "unit,kind,held_on,content\n")
        #expect(try Scenario(plan([issues()]), [file]).status("W1", after) == .noData)
    }

    @Test func anEmptyFileCoversTheWindowOfItsFolderElseThatOfItsReceipt() throws {
        let header = "unit,kind,number,issued_on\n"
        let scenario = Scenario(
            plan([issues()]),
            [
                .init("2024-05-01/W1/2023/vb.csv", header), .init("2024-05-01/W2/vb.csv", header),
            ]
        )
        #expect(try scenario.status("W1", after, window: "2023") == .unmet)
        #expect(try scenario.status("W1", after) == .noData)
        #expect(try scenario.status("W2", after) == .unmet)
        #expect(try scenario.status("W2", after, window: "2023") == .noData)
    }

    @Test func rowsCoverTheWindowsThatTheyFallIn() throws {
        // A letter of May 2024 says nothing about plans in 2023 and covers 2024 and its months.
        let text = "unit,kind,number,issued_on\nW1,letter,1,2024-05-03\n"
        let scenario = Scenario(plan([issues()]), [.init("2024-06-01/W1/vb.csv", text)])
        #expect(try scenario.status("W1", after) == .unmet)
        #expect(try scenario.status("W1", after, window: "2024-05") == .unmet)
        #expect(try scenario.status("W1", after, window: "2024-04") == .noData)
        #expect(try scenario.status("W1", after, window: "2023") == .noData)
    }

    @Test func aMonthCountsForItsYearAndTheYearForItsMonths() throws {
        let header = "unit,kind,number,issued_on\n"
        let scenario = Scenario(
            plan([issues()]),
            [
                .init("2024-05-01/W1/2024-04/vb.csv", header),
                .init("2024-05-01/W2/2024/vb.csv", header),
            ]
        )
        #expect(try scenario.status("W1", after) == .unmet)
        #expect(try scenario.status("W2", after, window: "2024-04") == .unmet)
    }

    @Test func aSubmitterAboveWithoutRowsCoversTheUnitsBelow() throws {
        let file = Scenario.File("2024-05-01/D/2024/vb.csv", "unit,kind,number,issued_on\n")
        let judgement = try Scenario(plan([issues()]), [file]).judge(window: "2024", asOf: after)
        for ward in ["W1", "W2", "W3"] { #expect(judgement.unit(ward, "I")?.status == .unmet) }
    }

    @Test func aSubmitterAboveWithARowAboutAnotherCoversTheUnitsBelow() throws {
        let text = "unit,kind,number,issued_on\nD,plan,9,2024-05-01\nW1,plan,1,2024-05-02\n"
        let scenario = Scenario(plan([issues()]), [.init("2024-06-01/D/vb.csv", text)])
        #expect(try scenario.status("W1", after) == .met)
        #expect(try scenario.status("W2", after) == .unmet)
    }

    @Test func aSubmitterAboveWithRowsAboutItselfOnlyCoversNobodyElse() throws {
        let text = "unit,kind,number,issued_on\nD,plan,9,2024-05-01\n"
        let scenario = Scenario(plan([issues()]), [.init("2024-06-01/D/vb.csv", text)])
        #expect(try scenario.status("W1", after) == .noData)
    }

    @Test func aFileNoneOfWhoseRowsCouldBePlacedCoversNothing() throws {
        let text = "unit,kind,number,issued_on\nW1,plan,1,không rõ\n"
        let scenario = Scenario(plan([issues()]), [.init("2024-06-01/W1/vb.csv", text)])
        #expect(try scenario.status("W1", after) == .noData)
    }

    @Test func aRowAboutAUnitOutsideTheSubmittersTreeIsRejected() throws {
        let text = "unit,kind,number,issued_on\nW2,plan,1,2024-05-01\n"
        let scenario = Scenario(plan([issues()]), [.init("2024-06-01/W1/vb.csv", text)])
        #expect(try scenario.status("W2", after) == .noData)
        let judgement = try scenario.judge(window: "2024", asOf: after)
        #expect(judgement.count(.unitOutOfScope) == 1)
    }

    @Test func aRecordInAFileWithoutSubmitterCoversItsUnitOnly() throws {
        let text = "unit,kind,number,issued_on\nW1,letter,1,2024-05-01\n"
        let scenario = Scenario(plan([issues()]), [.init("2024-06-01/chung/vb.csv", text)])
        #expect(try scenario.status("W1", after) == .unmet)
        #expect(try scenario.status("W2", after) == .noData)
    }
}
