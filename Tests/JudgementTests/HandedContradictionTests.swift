import Judgement
import Model
import TestSupport
import Testing

/// Results typed by hand that contradict themselves (CONTRACT §3, `indicator_result`).
@Suite struct HandedContradictionTests {
    private func judge(_ rows: String...) throws -> Judgement {
        try Scenario(
            plan(
                [
                    issues("target: \">= 50%\""),
                    "id: T, level: district, measure: count(document), total: \">= 100\"",
                ],
                "handed_up_by: district",
                root: "C"
            ),
            [
                .init(
                    "2024-12-31/D1/up.csv",
                    "unit,period,indicator,numerator,denominator,value,status\n"
                        + rows.map { "D1,2024,\($0)\n" }.joined()
                )
            ],
            units: city
        ).judge(window: "2024", asOf: "2025-01-05")
    }

    // D1 has two wards; half of them are asked for, and 100 documents.
    @Test(arguments: [
        ("I,1,2,,met", "I", Status.met, 0), ("I,0,2,,met", "I", .unmet, 1),
        ("I,1,7,,met", "I", .unmet, 2), ("I,4,7,,met", "I", .met, 1),
        ("I,2,2,,unmet", "I", .unmet, 0), ("T,,,100,met", "T", .met, 0),
        ("T,,,99,met", "T", .unmet, 1), ("T,,,-4,met", "T", .unmet, 2),
        ("T,,,-4,unmet", "T", .unmet, 1),
    ])
    func whatContradictsItselfIsNotMet(
        row: String,
        indicator: String,
        expected: Status,
        findings: Int
    ) throws {
        let judgement = try judge(row)
        #expect(judgement.node("D1", indicator)?.status == expected)
        #expect(judgement.node("C", indicator)?.nodesMet == (expected == .met ? 1 : 0))
        #expect(judgement.count(.contradiction) == findings)
    }

    /// A city's roster may leave out the schools that its districts count.
    @Test func aLargerDenominatorThanTheRosterHasIsNothingToMend() throws {
        let found = try judge("I,4,7,,met").findings.filter { $0.code == .contradiction }
        #expect(found.map(\.severity) == [.notice])
        #expect(found.first?.message.contains("mẫu số 7, nhiều hơn 2 đơn vị") == true)
    }

    @Test func anIndicatorThatThePlanDoesNotHaveIsSaid() throws {
        let judgement = try judge("I,1,2,,met", "ZZ,1,2,,met")
        let found = judgement.findings.filter { $0.code == .contradiction }
        #expect(found.map(\.row) == [3])
        #expect(found.map(\.unit) == ["D1"])
        // The lower office's own indicators are nothing to mend, and stop nobody from freezing a
        // window.
        #expect(found.map(\.severity) == [.notice])
    }

    // Both wards of D2 met; D1 was waived of everything.
    @Test func whoWasWaivedIsNoLowerNodeThatMetOrNot() throws {
        let judgement = try Scenario(
            plan([issues()], root: "C"),
            [plans("W3", "2024-03-01"), plans("W4", "2024-03-01")],
            units: city,
            decisions: "1,2024-05-01,Miễn,D1,,,,x,\n"
        ).judge(window: "2024", asOf: "2025-01-05")
        #expect(judgement.node("C", "I")?.nodes == 1)
        #expect(judgement.node("C", "I")?.nodesMet == 1)
    }
}
