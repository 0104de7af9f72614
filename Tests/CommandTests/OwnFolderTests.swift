import Disk
import Foundation
import TestSupport
import Testing

/// The ledger and the editions are the program's alone: no option that names a file to write leads
/// there.
@Suite struct OwnFolderTests {
    /// What a command says and does about a file in a folder of the program's own.
    private func expectRefused(_ words: [String], in plan: SmallPlan) throws {
        let before = try content(of: plan)
        let result = try BuiltProgram.run(words, in: plan.folder.path)
        #expect(result.status == 64, "\(words): \(result.errors)")
        #expect(result.errors.contains("nơi chỉ chương trình tự ghi"), "\(result.errors)")
        #expect(try content(of: plan) == before, "\(words)")
    }

    /// The digest of each file, the target of each link.
    private func content(of plan: SmallPlan) throws -> [String: String] {
        let files = FileManager.default
        var content: [String: String] = [:]
        for folder in ["output", "so", "noi-khac"] {
            let root = plan.folder.path + "/" + folder
            for name in (try? files.subpathsOfDirectory(atPath: root)) ?? [] {
                let path = root + "/" + name
                // A reader of the ledger may leave the index of its log.
                if name.hasSuffix("-shm") || name.hasSuffix("-wal") { continue }
                if let target = try? files.destinationOfSymbolicLink(atPath: path) {
                    content[folder + "/" + name] = target
                } else if let bytes = files.contents(atPath: path) {
                    content[folder + "/" + name] = try SHA256.digest(of: Array(bytes))
                }
            }
        }
        return content
    }

    /// `ledger restore` into a file, over what is there.
    private func restore(to file: String, state: String? = nil) -> [String] {
        ["ledger", "restore", "2024-11-01/MAU-P1/bai.csv", "--plan", "mau", "--force", "-o", file]
            + (state.map { ["--state", $0] } ?? [])
    }

    @Test func nothingIsRestoredOverTheLedgerOrAnEdition() throws {
        let plan = try SmallPlan()
        try plan.run()
        let files = FileManager.default
        let edition = "output/mau/2024/20250105-0200-01"
        try plan.folder.link("loi-tat", to: plan.folder.path + "/output/.tonghop")
        try plan.folder.link("kq", to: plan.folder.path + "/output/mau")
        let originals = try files.subpathsOfDirectory(
            atPath: plan.folder.path + "/output/.tonghop/originals"
        )
        let original = try #require(originals.max { $0.count < $1.count })
        for file in [
            "output/.tonghop/ledger.sqlite", "output/.tonghop/moi.csv",
            "output/.tonghop/originals/" + original, edition + "/results.json",
            edition + "/rejected/moi.csv", "output/mau/2024/latest/summary.txt",
            "output/mau/2024/latest", "output/mau/2024/moi.csv", "loi-tat/ledger.sqlite",
            "kq/2024/latest/summary.txt", "input/../output/.tonghop/ledger.sqlite",
            "input/mau/../../loi-tat/../.tonghop/ledger.sqlite",
            plan.folder.path + "/" + edition + "/manifest.json",
        ] {
            try expectRefused(restore(to: file), in: plan)
        }
        #expect(try BuiltProgram.run(["ledger", "verify"], in: plan.folder.path).status == 0)
        // Beside them there is no harm, and a link to a file is not followed.
        try plan.folder.link("loi.csv", to: plan.folder.path + "/" + edition + "/results.json")
        for file in ["output/moi.csv", "ra.csv"] {
            let result = try BuiltProgram.run(restore(to: file), in: plan.folder.path)
            #expect(result.status == 0, "\(result.errors)")
        }
        let before = try plan.edition()
        let result = try BuiltProgram.run(restore(to: "loi.csv"), in: plan.folder.path)
        #expect(result.status == 73, "\(result.errors)")
        #expect(try plan.edition() == before)
    }

    @Test func aStateFolderOfItsOwnAndRunsThatWereHeldBackAreNotWrittenTo() throws {
        let plan = try SmallPlan()
        try plan.run(["--state", "so"])
        for file in ["so/ledger.sqlite", "so/moi.csv", "./so/originals/moi.csv"] {
            try expectRefused(restore(to: file, state: "so"), in: plan)
        }
        try plan.folder.remove("output/mau/2024/latest")
        try expectRefused(restore(to: "output/mau/2024/moi.csv", state: "so"), in: plan)
    }

    @Test func noOtherCommandWritesThere() throws {
        let plan = try SmallPlan()
        try plan.run()
        try plan.folder.write("schedules/nightly.yaml", ScheduledOffice.nightly)
        let part = ["map", "--plan", "mau", "--window", "2024", "--now", "2025-01-05"]
        let file = "input/mau/submissions/2024-11-01/MAU-P1/bai.csv"
        #expect(
            try BuiltProgram.run(part + [file, "-o", "phan"], in: plan.folder.path).status == 0
        )
        let template = ["template", "contest_entry", "--plan", "mau", "--window", "2024", "-o"]
        try plan.folder.write("noi-khac/tep")
        try plan.folder.link("ket-qua", to: plan.folder.path + "/output")
        for words in [
            template + ["output/mau/2024/latest/report.xlsx"],
            template + ["output/.tonghop/ledger.csv"],
            part + [file, "-o", "output/.tonghop/ledger.sqlite"],
            part + [file, "--text", "--output", "output/mau/2024/latest/results.json"],
            part + [file, "-o", "ket-qua"], ["reduce", "phan", "-o", "output/mau/2024/latest"],
            ["reduce", "phan", "--output=output/.tonghop/lock"],
            ["schedule", "systemd", "--write", "output/mau/2024/latest"],
            ["schedule", "systemd", "--write", "output/.tonghop"],
        ] {
            try expectRefused(words, in: plan)
        }
    }
}
