import Foundation
import TestSupport
import Testing

/// What stops a run, and that the last edition stays as it was.
@Suite struct RefusalTests {
    @Test func aMistakeInThePlanStopsEverythingBeforeAnythingIsWritten() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacingOccurrences(of: "applies_to: phuong", with: "applies_to: phuon")
        )
        let result = try plan.run()
        #expect(result.status == 65)
        #expect(result.errors.contains("plan.yaml:12:"))
        #expect(result.errors.contains("phuong"))
        #expect(!FileManager.default.fileExists(atPath: plan.folder.path + "/output"))
    }

    @Test func everyFaultOfTheRosterIsListed() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/units.csv",
            SmallPlan.units
                + "\nMAU-P3,Phường Mẫu Bốn,PHUONG,MAU\nMAU-P5,Phường Mẫu Năm,PHUONGG,MAUU\n"
        )
        let result = try plan.run()
        #expect(result.status == 65)
        #expect(result.errors.contains("units.csv:6:"))
        #expect(result.errors.contains("units.csv:7:"))
    }

    /// A column of the plan's own tables that is not read is told; where it narrows a decision, it
    /// stops all.
    @Test func aColumnThatIsNotReadIsTold() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/movements.csv",
            "TT,Mã phong trào,Tên phong trào,Bắt đầu\n1,PT-1,Một,01/01/2024\n"
        )
        #expect(try plan.run().status == 0)
        let findings = String(decoding: try plan.edition()["findings.csv"] ?? Data(), as: UTF8.self)
        #expect(findings.contains("notice,column-unknown,mau,,movements.csv,1,,,Bắt đầu,"))
        #expect(findings.components(separatedBy: "column-unknown").count == 2)
        let check = try BuiltProgram.run(["plan", "check", "mau"], in: plan.folder.path)
        #expect(check.status == 0)
        #expect(check.output.contains("mau/movements.csv:1: lưu ý: Cột \"Bắt đầu\""))
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Đơn vị,Lý do\n1,01/12/2024,Miễn,MAU-P3,Lũ\n"
        )
        let refused = try plan.run(now: "2025-01-06T02:00:00")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("decisions.csv:1:4:"))
    }

    @Test func aRefusedPlanLeavesTheLastEdition() throws {
        let plan = try SmallPlan()
        try plan.run()
        let before = try plan.edition()
        try plan.folder.write("input/mau/plan.yaml", "schema: 1\n")
        #expect(try plan.run(now: "2025-01-06T02:00:00").status == 65)
        #expect(plan.latest == "20250105-0200-01")
        #expect(try plan.edition() == before)
    }

    @Test(
        arguments: [
            (["--window", "2024-13"], 64), (["--unit", "MAU-P9"], 64),
            (["--as-of", "hôm qua"], 64),
            (["--plan", "khong-co"], 66), (["--input", "khong-co"], 66),
        ] as [([String], Int32)]
    )
    func wrongWordsHaveTheirOwnStatus(_ more: [String], _ status: Int32) throws {
        let plan = try SmallPlan()
        let result = try BuiltProgram.run(
            ["run", "--now", "2025-01-05"] + (more[0] == "--plan" ? [] : ["--plan", "mau"]) + more,
            in: plan.folder.path
        )
        #expect(result.status == status, "\(result.errors)")
        #expect(!result.errors.isEmpty)
    }

    /// The drop folder is often a link to a share: what is written through the link, or past it,
    /// lies in it.
    @Test(arguments: [
        ["--output", "input/mau/submissions/ra"], ["--output", "o-mang/ra/moi"],
        ["--output", "loi-khac/ra"], ["--state", "o-mang/.so"],
    ])
    func nothingIsWrittenIntoADropFolderBehindALink(_ more: [String]) throws {
        let plan = try SmallPlan()
        let files = FileManager.default
        let root = plan.folder.path
        try files.moveItem(atPath: root + "/input/mau/submissions", toPath: root + "/o-mang")
        for link in ["input/mau/submissions", "loi-khac"] {
            try files.createSymbolicLink(
                atPath: root + "/" + link,
                withDestinationPath: root + "/o-mang"
            )
        }
        let before = try files.subpathsOfDirectory(atPath: root + "/o-mang")
        let result = try plan.run(more)
        #expect(result.status == 64, "\(result.output)\(result.errors)")
        #expect(try files.subpathsOfDirectory(atPath: root + "/o-mang") == before)
        #expect(try plan.run().status == 0)
    }

    @Test func aMissingRosterIsSixtySix() throws {
        let plan = try SmallPlan()
        try plan.folder.remove("input/mau/units.csv")
        #expect(try plan.run().status == 66)
    }

    @Test func anOutputThatCannotBeWrittenIsSeventyThree() throws {
        let plan = try SmallPlan()
        try plan.folder.write("output", "ở đây là một tệp")
        let result = try plan.run(["--state", "so-nhan"])
        #expect(result.status == 73, "\(result.errors)")
    }

    @Test func aHeldLockIsSeventyFive() throws {
        let plan = try SmallPlan()
        try plan.run()
        let file = open(plan.folder.path + "/output/.tonghop/lock", O_RDWR)
        #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
        let result = try plan.run(now: "2025-01-06T02:00:00")
        close(file)
        #expect(result.status == 75)
        #expect(plan.latest == "20250105-0200-01")
    }

    @Test func planCheckNamesThePlaceAndWhatIsMeant() throws {
        let plan = try SmallPlan()
        #expect(
            try BuiltProgram.run(["plan", "check", "mau"], in: plan.folder.path).status == 0
        )
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacingOccurrences(
                of: "contest_entry where",
                with: "contest_entri where"
            )
        )
        let result = try BuiltProgram.run(["plan", "check", "mau"], in: plan.folder.path)
        #expect(result.status == 65)
        #expect(result.output.contains("contest_entry"))
    }
}
