import Foundation
import TestSupport
import Testing

/// One workbook for each node of a level, beside the one of the whole.
@Suite struct SplitTests {
    @Test func eachNodeOfTheLevelHasItsOwnWorkbookAndTheWholeIsAsWithout() throws {
        let plan = try SmallPlan()
        try plan.run()
        let whole = try plan.edition()
        let result = try plan.run(["--split-by", "unit"], now: "2025-01-05T03:00:00")
        #expect(result.status == 0, "\(result.errors)")
        let split = try plan.edition()
        let books = split.keys.filter { $0.hasSuffix(".xlsx") }.sorted()
        #expect(
            books == [
                "report-MAU-P1.xlsx", "report-MAU-P2.xlsx", "report-MAU-P3.xlsx", "report.xlsx",
            ]
        )
        #expect(Set(books.compactMap { split[$0] }).count == 4)
        #expect(split["results.json"]?.count == whole["results.json"]?.count)
    }

    /// They are there, and have reports of their own.
    @Test func aLevelThatHandsUpItsResultsIsRefusedWithTheReason() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacing("root: MAU", with: "root: TP\nhanded_up_by: district")
                .replacing("name: Quận}]", with: "name: Quận}, {level: city, name: Thành phố}]")
        )
        try plan.folder.write(
            "input/mau/units.csv",
            SmallPlan.units.replacing("HUYEN,", with: "HUYEN,TP") + "\nTP,Thành phố Mẫu,TINH,\n"
        )
        let result = try plan.run(["--split-by", "district"])
        #expect(result.status == 64)
        #expect(result.errors.contains("có 1 đơn vị ở cấp \"district\" (Quận)"))
        #expect(result.errors.contains("handed_up_by"))
        #expect(!result.errors.contains("không có đơn vị nào"))
    }

    @Test func aLevelWithNothingBelowTheRootIsRefused() throws {
        let plan = try SmallPlan()
        try plan.run()
        let before = try plan.edition()
        let result = try plan.run(["--split-by", "district"], now: "2025-01-06T02:00:00")
        #expect(result.status == 64)
        #expect(result.errors.contains("\"district\" (Quận)"))
        #expect(result.errors.contains("Quận Mẫu"))
        #expect(try plan.edition() == before)
    }
}
