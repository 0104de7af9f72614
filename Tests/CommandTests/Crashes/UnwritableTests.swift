import Foundation
import TestSupport
import Testing

/// What a folder without rights or a missing original ends in: the status, and what the operator
/// reads.
@Suite struct UnwritableTests {
    private let plan: SmallPlan

    init() throws { plan = try SmallPlan() }

    /// A run in which nothing below a path can be opened, made or changed.
    private func run(
        without path: String,
        _ more: [String] = [],
        now: String = "2025-01-06T02:00:00"
    )
        throws -> BuiltProgram.Result
    {
        let fault = Fault(kind: .forbidden, isSticky: true, path: path)
        return try BuiltProgram.run(
            ["run", "--quiet", "--plan", "mau", "--window", "2024", "--now", now] + more,
            in: plan.folder.path,
            environment: fault.environment
        )
    }

    private func expect(_ result: BuiltProgram.Result, _ status: Int32, _ words: String...) {
        #expect(result.status == status, "\(result.errors)")
        #expect(CrashTrial.isForOperators(result.errors), "\(result.errors)")
        for word in words + ["Hãy"] { #expect(result.errors.contains(word), "\(result.errors)") }
    }

    @Test func anOutputWithoutRightsIsSeventyThree() throws {
        expect(try run(without: "output/mau"), 73, "output/mau", "không có quyền")
        try plan.run()
        expect(try run(without: "output/mau/2024"), 73, "output/mau/2024", "không có quyền")
        #expect(plan.latest == "20250105-0200-01")
    }

    @Test func aStateDirectoryThatCannotBeMadeIsSeventyThree() throws {
        let result = try run(without: "so-nhan", ["--state", "so-nhan"])
        expect(result, 73, "so-nhan", "không có quyền")
    }

    @Test func aLedgerThatCannotBeWrittenIsSeventyFour() throws {
        try plan.run()
        expect(try run(without: "ledger.sqlite"), 74, "ledger.sqlite")
        #expect(plan.latest == "20250105-0200-01")
    }

    /// Changes the roster, so that every file has to be read again.
    private func renameAWard() throws {
        try plan.folder.write(
            "input/mau/units.csv",
            SmallPlan.units.replacingOccurrences(of: "Phường Mẫu Ba", with: "Phường Mẫu Bốn")
        )
    }

    @Test func anOriginalThatCannotBeReadIsSeventyFour() throws {
        try plan.run()
        try renameAWard()
        let originals = plan.folder.path + "/output/.tonghop/originals"
        let folder = try #require(Tree.names(originals).first { !$0.hasPrefix(".") })
        expect(try run(without: "originals/" + folder), 74, "originals/" + folder, "không có quyền")
    }

    @Test func anOriginalThatIsGoneIsSeventyFour() throws {
        try plan.run()
        // Gone from the drop folder too: a file that is still there would be taken in again.
        try plan.folder.remove("input/mau/submissions")
        try plan.folder.remove("output/.tonghop/originals")
        try renameAWard()
        try FileManager.default.createDirectory(
            atPath: plan.folder.path + "/input/mau/submissions",
            withIntermediateDirectories: true
        )
        let result = try plan.run(["--as-of", "2025-01-05T02:00:00"], now: "2025-01-06T02:00:00")
        #expect(result.status == 74, "\(result.errors)")
        #expect(result.errors.contains("thiếu bản gốc"))
        #expect(result.errors.contains("ledger verify"))
        #expect(plan.latest == "20250105-0200-01")
    }
}
