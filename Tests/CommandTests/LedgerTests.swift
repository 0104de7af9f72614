import Disk
import Foundation
import LedgerStore
import Model
import TestSupport
import Testing

/// `tonghop ledger` as an operator uses it.
@Suite struct LedgerTests {
    private let plan: SmallPlan
    private let path = "2024-11-02/MAU-P2/bai.csv"

    /// Three nights: the file of MAU-P2 is handed in, corrected, withdrawn.
    init() throws {
        plan = try SmallPlan()
        try plan.run()
        try plan.submit(path, SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Sửa"]))
        try plan.run(now: "2025-01-06T02:00:00")
        try plan.folder.remove("input/mau/submissions/" + path)
        try plan.run(now: "2025-01-07T02:00:00")
    }

    private func ledger(_ arguments: String...) throws -> BuiltProgram.Result {
        try BuiltProgram.run(["ledger"] + arguments, in: plan.folder.path)
    }

    private func original(_ text: String) throws -> String {
        let sha256 = try SHA256.digest(of: Array(text.utf8))
        return "output/.tonghop/originals/\(sha256.prefix(2))/\(sha256.dropFirst(2))"
    }

    private func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: plan.folder.path + "/" + name)
    }

    // MARK: - History

    @Test func historyTellsEveryVersionAndEveryRun() throws {
        let result = try ledger("history", "--plan", "mau")
        #expect(result.status == 0, "\(result.errors)")
        for words in [
            "plan.yaml", "Bài nộp của kế hoạch mau: 2 tệp, 3 bản",
            "bản 1  nhận 02/11/2024 00:00:00, thấy lần đầu 05/01/2025 02:00:00",
            "bị thay bằng bản 2 lúc 06/01/2025 02:00:00", "rút lúc 07/01/2025 02:00:00",
            "* 20250107-0200-01  kỳ 2024  số liệu đến 07/01/2025 02:00:00  đã công bố",
        ] { #expect(result.output.contains(words), "\(words)") }
    }

    @Test func historyOfOneFileNamesTheDecisionThatVoidsIt() throws {
        try plan.folder.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Giá trị,Lý do\n12/QĐ-UBND,2025-01-06,Loại bài nộp,\(path),Nộp nhầm\n"
        )
        try plan.run(now: "2025-01-08T02:00:00")
        let result = try ledger("history", "submissions/" + path, "--plan", "mau")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("không tính theo Quyết định số 12/QĐ-UBND ngày 06/01/2025"))
        #expect(!result.output.contains("plan.yaml"))
        #expect(!result.output.contains("Lần chạy:"))
    }

    @Test func aDecisionThatHasEndedIsToldWithItsEnd() throws {
        try plan.folder.write(
            "input/mau/decisions.csv",
            """
            Số quyết định,Ngày,Loại,Giá trị,Lý do,Hết hiệu lực
            12/QĐ-UBND,2025-01-06,Loại bài nộp,\(path),Nộp nhầm,2025-01-08
            13/QĐ-UBND,2025-01-06,Loại bài nộp,\(path),Nộp nhầm,2025-01-06

            """
        )
        try plan.run(now: "2025-01-09T02:00:00")
        let result = try ledger("history", path, "--plan", "mau")
        #expect(
            result.output.contains(
                "không tính theo Quyết định số 12/QĐ-UBND ngày 06/01/2025, đến trước ngày 08/01/2025"
            )
        )
        #expect(!result.output.contains("13/QĐ-UBND"))
    }

    @Test(arguments: [
        (["history", "2024-11-02/MAU-P2/ba.csv", "--plan", "mau"], 66, "bai.csv\"?"),
        (["history", "--plan", "mua"], 66, "có: mau"),
        (["history", "--plan", "mau", "--output", "nowhere"], 66, "Chưa có sổ nhận"),
        (["restore", "x.csv", "--plan", "mau", "-o", "got"], 66, "không có tệp"),
        (["prune", "--keep", "0"], 64, "--keep"),
        (["prune", "--keep", "5"], 64, "5d (ngày) hoặc 5y (năm)"),
        (["verify", "--head", "7"], 64, "--head"),
        (["prune", "--keep", "1y", "--output", "nowhere"], 66, "Chưa có sổ nhận"),
    ])
    func aMistakeInTheWordsIsNamed(_ words: [String], _ status: Int, _ part: String) throws {
        let result = try BuiltProgram.run(["ledger"] + words, in: plan.folder.path)
        #expect(result.status == Int32(status))
        #expect(result.errors.contains(part), "\(result.errors)")
        #expect(!exists("nowhere") && !exists("got"))
    }

    // MARK: - Verify

    @Test func whatIsWholeIsCalledWhole() throws {
        let result = try ledger("verify")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("Sổ nhận nguyên vẹn; đã đọc lại 3 báo cáo."))
        let head = try #require(result.output.split(separator: " ").last)
        let noted = head.trimmingCharacters(in: .newlines)
        try plan.run(now: "2025-01-08T02:00:00")
        #expect(try ledger("verify", "--quick", "--head", noted).status == 0)
        let other = noted.dropLast() + (noted.hasSuffix("0") ? "1" : "0")
        #expect(try ledger("verify", "--head", String(other)).status == 74)
    }

    /// A figure comes from the bytes that its digest names or from none.
    @Test func aDamagedOriginalIsNotRead() throws {
        let text = SmallPlan.entries(["B1;Gương mẫu 1;Tác giả Mẫu 1"])
        let damaged = text.replacing("Gương mẫu 1", with: "Gương khác 1")
        try plan.folder.write(try original(text), damaged)
        #expect(try plan.run(now: "2025-01-08T02:00:00").status == 0)
        let last = try plan.edition()
        // Another plan reads the files anew.
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacing("Kế hoạch mẫu", with: "Kế hoạch mẫu 2")
        )
        let refused = try plan.run(now: "2025-01-09T02:00:00")
        #expect(refused.status == 74)
        #expect(refused.errors.contains("đã bị hỏng hoặc bị sửa"), "\(refused.errors)")
        #expect(refused.errors.contains("ledger verify --repair"))
        #expect(try plan.edition() == last)
        #expect(try ledger("verify", "--repair").status == 0)
        #expect(try plan.run(now: "2025-01-10T02:00:00").status == 0)
        let explained = try BuiltProgram.run(
            ["explain", "MAU-1", "--plan", "mau", "--unit", "MAU-P1"],
            in: plan.folder.path
        )
        #expect(explained.output.contains("+1  2024-11-01/MAU-P1/bai.csv:2"))
    }

    @Test func aDamagedCopyOfThePlanJudgesNothing() throws {
        try plan.folder.write(
            try original(SmallPlan.plan),
            SmallPlan.plan.replacing(">= 1", with: ">= 9")
        )
        let refused = try plan.run(now: "2025-01-08T02:00:00")
        #expect(refused.status == 74)
        #expect(refused.errors.contains("đã bị hỏng hoặc bị sửa"), "\(refused.errors)")
        #expect(try ledger("verify", "--repair").status == 0)
        #expect(try plan.run(now: "2025-01-09T02:00:00").status == 0)
    }

    @Test func everyDifferenceInAnEditionIsNamed() throws {
        let edition = "output/mau/2024/20250106-0200-01"
        try plan.folder.write(edition + "/summary.txt", "khác")
        try plan.folder.remove(edition + "/results.json")
        try plan.folder.write(edition + "/reminders/them.txt", "thêm")
        try plan.folder.remove("output/mau/2024/20250105-0200-01")
        let result = try ledger("verify")
        #expect(result.status == 74)
        for words in [
            "20250106-0200-01/summary.txt đã bị sửa", "20250106-0200-01/results.json đã mất",
            "20250106-0200-01/reminders/them.txt không do lần chạy này ghi",
            "Ghi chú: Báo cáo mau/2024/20250105-0200-01 không còn", "3 chỗ sai",
        ] { #expect(result.output.contains(words), "\(words): \(result.output)") }
    }

    @Test func anEditionWithoutItsManifestIsCheckedAllTheSame() throws {
        let edition = "output/mau/2024/20250106-0200-01"
        try plan.folder.remove(edition + "/manifest.json")
        let first = try ledger("verify")
        #expect(first.status == 74)
        #expect(first.output.contains("manifest.json đã mất"))
        #expect(first.output.contains("1 chỗ sai"))
        try plan.folder.write(edition + "/summary.txt", "khác")
        #expect(try ledger("verify").output.contains("2 chỗ sai"))
    }

    @Test(arguments: [
        (nil, "mau/2024/latest đã mất"),
        ("20250105-0200-01", "mau/2024/latest trỏ đến 20250105-0200-01"),
    ])
    func aLinkThatDoesNotLeadToTheLastEditionIsNamed(_ target: String?, _ words: String) throws {
        let link = plan.folder.path + "/output/mau/2024/latest"
        try FileManager.default.removeItem(atPath: link)
        if let target {
            try FileManager.default.createSymbolicLink(
                atPath: link,
                withDestinationPath: target
            )
        }
        let result = try ledger("verify")
        #expect(result.status == 74)
        #expect(result.output.contains(words), "\(result.output)")
        #expect(result.output.contains("ln -sfn 20250107-0200-01 "))
    }

    @Test(arguments: [nil, "khác"])
    func anOriginalThatIsLostOrChangedIsKeptAgainFromTheDropFolder(_ text: String?) throws {
        let there = SmallPlan.entries(["B1;Gương mẫu 1;Tác giả Mẫu 1"])
        let gone = SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Sửa"])
        for content in [there, gone] {
            let file = try original(content)
            try plan.folder.remove(file)
            // Of the same size, which a look at the directory would not tell from the original.
            if text != nil {
                try plan.folder.write(file, String(repeating: "x", count: content.utf8.count))
            }
        }
        let before = try ledger("verify")
        #expect(before.status == 74)
        #expect(before.output.contains("2 chỗ sai"), "\(before.output)")
        let after = try ledger("verify", "--repair")
        // The file of MAU-P2 is in the drop folder no more.
        #expect(after.status == 74)
        #expect(after.output.contains("1 chỗ sai"), "\(after.output)")
        #expect(try plan.folder.read(try original(there)) == there)
        #expect(try ledger("verify").output.contains("--repair"))
    }

    @Test func anEditionThatNoRunHasWrittenIsNamed() throws {
        let editions = plan.folder.path + "/output/mau/2024/"
        try FileManager.default.copyItem(
            atPath: editions + "20250106-0200-01",
            toPath: editions + "20250109-0200-01"
        )
        try plan.folder.write("output/mau/2024/ban-in/ghi-chu.txt", "của văn phòng")
        let result = try ledger("verify")
        #expect(result.status == 74)
        #expect(result.output.contains("Thư mục mau/2024/20250109-0200-01 mang tên một lần chạy"))
        #expect(result.output.contains("1 chỗ sai"))
    }

    /// What the audit trail of older versions did not hold is held against the manifest.
    @Test(arguments: [
        "update runs set version='0.0.9' where number=1",
        "update runs set clock=clock+60 where number=1",
        "update run_counts set value=1 where run=1 and name='rows'",
    ])
    func aRunThatIsNotThatOfItsManifestIsNamed(_ statement: String) throws {
        let status = try BuiltProgram.shell(
            "/usr/bin/python3 -c \"import sqlite3,sys; "
                + "c=sqlite3.connect('output/.tonghop/ledger.sqlite'); c.execute(sys.argv[1]); "
                + "c.commit()\" \"\(statement)\"",
            in: plan.folder.path
        )
        #expect(status == 0)
        let result = try ledger("verify")
        #expect(result.status == 74)
        #expect(result.output.contains("20250105-0200-01: khác với manifest.json của báo cáo"))
    }

    // MARK: - Restore

    @Test func anyVersionComesBackAsItWas() throws {
        let first = SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Mẫu 2", "B3;Gương mẫu 3;"])
        let second = SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Sửa"])
        for (name, choice, content) in [
            ("1.csv", ["--version", "1"], first), ("2.csv", ["--version", "2"], second),
            ("last.csv", [], second), ("then.csv", ["--as-of", "2024-11-02"], second),
        ] {
            let result = try BuiltProgram.run(
                ["ledger", "restore", path, "--plan", "mau", "-o", name] + choice,
                in: plan.folder.path
            )
            #expect(result.status == 0, "\(result.errors)")
            #expect(try plan.folder.read(name) == content)
            let attributes = try FileManager.default.attributesOfItem(
                atPath: plan.folder.path + "/" + name
            )
            #expect(attributes[.posixPermissions] as? Int == 0o640)
        }
        let sha256 = try SHA256.digest(of: Array(first.utf8))
        #expect(try ledger("restore", sha256, "--plan", "mau", "-o", "2.csv").status == 73)
        #expect(try plan.folder.read("2.csv") == second)
        #expect(
            try ledger("restore", sha256, "--plan", "mau", "-o", "2.csv", "--force").status == 0
        )
        #expect(try plan.folder.read("2.csv") == first)
        #expect(
            try ledger("restore", path, "--plan", "mau", "-o", "x", "--version", "3").status == 66
        )
        #expect(try ledger("restore", path, "--plan", "mau", "-o", "no/x").status == 73)
        #expect(try ledger("verify").status == 0)
    }

    @Test func aDamagedOriginalIsNeverGivenOut() throws {
        let text = SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Sửa"])
        try plan.folder.remove(try original(text))
        try plan.folder.write(try original(text), "khác")
        #expect(try ledger("restore", path, "--plan", "mau", "-o", "got").status == 74)
        #expect(!exists("got"))
    }

    // MARK: - Prune

    @Test func theRetentionRuleChangesNoFigureOfToday() throws {
        try plan.run(now: "2025-06-01T02:00:00")
        let before = try plan.edition()
        let early = try ledger("prune", "--keep", "1y", "--now", "2025-06-01T03:00:00")
        #expect(early.output.contains("xoá 0 bản gốc"))
        let result = try ledger("prune", "--keep", "90d", "--now", "2025-06-01T03:00:00")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("Đã xoá bản gốc mau/" + path))
        #expect(result.output.contains("xoá 2 bản gốc"))
        #expect(!exists(try original(SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Sửa"]))))
        #expect(try ledger("verify").status == 0)
        try plan.run(["--as-of", "2025-06-01T02:00:00"], now: "2025-06-01T04:00:00")
        #expect(plan.latest == "20250601-0400-01")
        for (name, bytes) in try plan.edition() { #expect(before[name] == bytes, "\(name)") }
        // A night in which the file still counted cannot be made again, and says why.
        let night = try plan.run(["--as-of", "2025-01-06T02:00:00"], now: "2025-06-02T02:00:00")
        #expect(night.status == 66)
        #expect(night.errors.contains("đã được xoá theo thời hạn lưu lúc 01/06/2025 03:00:00"))
        #expect(night.errors.contains(path))
        #expect(plan.latest == "20250601-0400-01")
        let restored = try ledger("restore", path, "--plan", "mau", "-o", "got")
        #expect(restored.status == 66)
        #expect(try ledger("history", "--plan", "mau").output.contains("bản gốc đã xoá"))
    }

    /// A night is made again, and compared, as long as all that it counted is kept.
    @Test func aNightThatDidNotCountWhatIsRemovedCanBeMadeAgain() throws {
        let night = try plan.edition("20250107-0200-01")
        let result = try ledger("prune", "--keep", "90d", "--now", "2025-06-01T03:00:00")
        #expect(result.output.contains("xoá 2 bản gốc"))
        let again = try plan.run(["--again", "20250107-0200-01"], now: "2025-06-02T02:00:00")
        #expect(again.status == 0, "\(again.errors)")
        #expect(try plan.edition("20250602-0200-01") == night)
        try plan.run(now: "2025-06-03T02:00:00")
        let compared = try BuiltProgram.run(
            ["compare", "20250107-0200-01", "20250603-0200-01"],
            in: plan.folder.path
        )
        #expect(compared.status == 0, "\(compared.errors)")
        let lost = try plan.run(["--again", "20250106-0200-01"], now: "2025-06-04T02:00:00")
        #expect(lost.status == 66)
    }

    // MARK: - Beside runs

    @Test func onlyWhatChangesTheLedgerNeedsTheLock() throws {
        let lock = open(plan.folder.path + "/output/.tonghop/lock", O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        #expect(try ledger("history", "--plan", "mau").status == 0)
        #expect(try ledger("verify").status == 0)
        for words in [
            ["verify", "--repair"], ["prune", "--keep", "1y"],
            ["restore", path, "--plan", "mau", "-o", "got"],
        ] {
            let result = try BuiltProgram.run(["ledger"] + words, in: plan.folder.path)
            #expect(result.status == 75)
            #expect(result.errors.contains("đang giữ khoá"))
        }
        #expect(!exists("got"))
    }

    /// As whom the program may write nothing: root may write everywhere.
    private static let unprivileged =
        getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    private static let canRunUnprivileged =
        (try? BuiltProgram.shell("\(unprivileged) test -x $TONGHOP", in: "/")) == 0

    @Test(.enabled(if: canRunUnprivileged)) func questionsWorkWhereNothingMayBeWritten() throws {
        let folder = plan.folder.path
        let closed = "chmod -R a+rX,a-w output && chmod a+rx ."
        #expect(try BuiltProgram.shell(closed, in: folder) == 0)
        defer { _ = try? BuiltProgram.shell("chmod -R u+w output", in: folder) }
        let state = plan.folder.path + "/output/.tonghop"
        let before = try FileManager.default.contentsOfDirectory(atPath: state).sorted()
        for words in ["history --plan mau", "verify"] {
            let line = "\(Self.unprivileged) $TONGHOP ledger \(words) > /dev/null"
            #expect(try BuiltProgram.shell(line, in: folder) == 0, "\(words)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: state).sorted() == before)
    }

    @Test func whatAKillLeftOpenIsSettledByTheNextRun() throws {
        let root = plan.folder.path + "/output/mau/2024/"
        // Killed behind the last renaming, before it, and before anything was written.
        try FileManager.default.copyItem(
            atPath: root + "20250107-0200-01",
            toPath: root + "20250107-0300-01"
        )
        let manifest = "output/mau/2024/20250107-0300-01/manifest.json"
        let written = try plan.folder.read(manifest)
        try plan.folder.write(
            manifest,
            written.replacingOccurrences(of: "20250107-0200-01", with: "20250107-0300-01")
        )
        do {
            let ledger = try Ledger(stateDirectory: plan.folder.path + "/output/.tonghop")
            for (id, isHeldBack) in [("20250107-0300-01", true), ("20250107-0400-01", false)] {
                var run = try #require(try ledger.runs(id: "20250107-0200-01").first)
                run.id = id
                run.output = "mau/2024/" + id
                run.outcome = .begun
                run.parameters = RunParameters()
                run.parameters.isRefused = isHeldBack
                run.seal = nil
                try ledger.recordRun(run)
            }
        }
        #expect(try ledger("verify").output.contains("20250107-0300-01 chưa kết thúc"))
        try plan.run(now: "2025-01-08T02:00:00")
        let output = try ledger("history", "--plan", "mau").output
        #expect(output.contains("bị giữ lại  mau/2024/20250107-0300-01"))
        #expect(output.contains("không thành  mau/2024/20250107-0400-01"))
        let result = try ledger("verify")
        #expect(result.status == 0, "\(result.output)")
        #expect(plan.latest == "20250108-0200-01")
    }

    @Test func aDamagedLedgerEndsTheRunAndIsLeftAsItIs() throws {
        let path = plan.folder.path + "/output/.tonghop/ledger.sqlite"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // The second page and the third: how long one is stands in the head of the file.
        let page = Int(bytes[16]) * 256 + Int(bytes[17])
        bytes.replaceSubrange(page..<(3 * page), with: Data(repeating: 0xEE, count: 2 * page))
        try bytes.write(to: URL(fileURLWithPath: path))
        let result = try plan.run(now: "2025-01-08T02:00:00")
        #expect(result.status == 74)
        #expect(result.errors.contains("đã hỏng"))
        #expect(result.errors.contains("bản sao lưu"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        #expect(plan.latest == "20250107-0200-01")
        #expect(try ledger("verify").status == 74)
    }
}
