import Intake
import Judgement
import Model
import Rollup
import TestSupport
import Testing

/// Records of a form whose key has a year, which state none: their date tells when they count
/// (CONTRACT §2).
@Suite("Records of a year, by their date")
struct DatedRecordTests {
    private static let rules = [
        "id: I, applies_to: wards, measure: count(proposal), each: \">= 1\"",
        "id: S, applies_to: wards, measure: sum(pledge.registrants), each: \">= 1\"",
        "id: R, applies_to: wards, measure: pledge.registrants, each: \">= 1\"",
        "id: M, applies_to: wards, measure: count(proposal), every: month, each: \">= 1\"",
    ]

    private func scenario(_ year: String) -> Scenario {
        Scenario(
            plan(DatedRecordTests.rules),
            [
                .init(
                    "2024-03-01/W1/dn.csv",
                    "unit,year,name,subject,level,award,documented_on\n"
                        + "W1,\(year),Bà A,individual,city,BK,05/02/2024\n"
                ),
                .init(
                    "2024-03-01/W1/gu.csv",
                    "unit,year,registrants,signed_on\nW1,\(year),7,05/02/2024\n"
                ),
            ]
        )
    }

    private func values(_ year: String, _ window: String) throws -> [Quantity?] {
        let judgement = try scenario(year).judge(window: window, asOf: "2025-02-01")
        for index in DatedRecordTests.rules.indices {
            let explanation = Explanation(index, of: judgement)
            #expect(ExplanationAudit(explanation).faults.isEmpty, "\(window)")
        }
        return ["I", "S", "R", "M"].map { judgement.unit("W1", $0)?.value }
    }

    @Test(arguments: ["2024", "2024-H1", "2024-Q1", "2024-02"])
    func theDateTellsInWhichWindowsARecordCounts(window: String) throws {
        #expect(try values("", window) == [Quantity(1), Quantity(7), Quantity(7), Quantity(1)])
    }

    @Test(arguments: ["2023", "2024-01", "2024-Q2", "2024-H2"])
    func inOthersItDoesNot(window: String) throws {
        #expect(try values("", window) == [nil, nil, nil, nil])
    }

    /// CONTRACT §11.5.
    @Test(arguments: ["2024-H1", "2024-Q1", "2024-02"])
    func aStatedYearIsNoPartOfIt(window: String) throws {
        #expect(try values("2024", window).allSatisfy { $0 == nil || $0 == Quantity(0) })
        #expect(try values("2024", "2024").dropLast() == [Quantity(1), Quantity(7), Quantity(7)])
    }

    /// The same nominee of the same year is one, whether the year is stated or told by the date.
    @Test func theKeyHasTheReportingYear() throws {
        var scenario = scenario("")
        scenario.files.append(
            .init(
                "2024-04-01/W1/dn.csv",
                "unit,year,name,subject,level,award,documented_on\n"
                    + "W1,2024,Bà A,individual,city,BK,06/02/2024\n"
                    + "W1,2023,Bà A,individual,city,BK,06/02/2024\n"
            )
        )
        let judgement = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.unit("W1", "I")?.value == Quantity(1))
        #expect(judgement.count(.superseded) == 1)
    }

    /// Of a year's pledge and a later one of a quarter both lie in the year, one in the quarter
    /// alone.
    @Test func aDatedReportAndAnotherOfItsTimeAreNotAddedUp() throws {
        var scenario = scenario("")
        scenario.files.append(
            .init(
                "2024-04-01/W1/gu2.csv",
                "unit,year,registrants,signed_on\nW1,Quý I/2024,5,01/04/2024\n"
            )
        )
        for (window, value) in [("2024", 7), ("2024-Q1", 5), ("2024-02", 7)] {
            let judgement = try scenario.judge(window: window, asOf: "2025-02-01")
            #expect(judgement.unit("W1", "S")?.value == Quantity(value), "\(window)")
            #expect(judgement.unit("W1", "R")?.value == Quantity(value), "\(window)")
            for index in DatedRecordTests.rules.indices {
                let explanation = Explanation(index, of: judgement)
                #expect(ExplanationAudit(explanation).faults.isEmpty, "\(window)")
            }
        }
    }
}
