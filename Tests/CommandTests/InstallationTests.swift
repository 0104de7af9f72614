import Foundation
import TestSupport
import Testing

/// What `schedule crontab` and `schedule systemd` print is taken by cron and systemd themselves.
@Suite struct InstallationTests {
    private static func has(_ program: String) -> Bool { access(program, X_OK) == 0 }
    private static let verifier = "/usr/bin/systemd-analyze"

    private func office() throws -> ScheduledOffice {
        try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
    }

    @Test func pathsAreAbsoluteAndQuoted() throws {
        let office = try office()
        let line = try BuiltProgram.run(
            [
                "schedule", "crontab", "--user", "tonghop", "--output", "kết quả/100%",
                "--program", "/opt/tonghop/bin/tonghop",
            ],
            in: office.folder.path
        )
        #expect(line.status == 0 && line.errors == "")
        let lines = line.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let root = URL(fileURLWithPath: office.folder.path).standardizedFileURL.path
        #expect(
            lines == [
                "*/15 * * * * tonghop /opt/tonghop/bin/tonghop schedule run-due --schedules \(root)/schedules --input \(root)/input --output '\(root)/kết quả/100\\%'"
            ]
        )
        let units = try BuiltProgram.run(
            ["schedule", "systemd", "--output", "kết quả/100%", "--user", "tonghop"],
            in: office.folder.path
        )
        #expect(units.output.contains("--output \"\(root)/kết quả/100%%\" --verbose\n"))
        #expect(units.output.contains("ReadWritePaths=\"\(root)/kết quả/100%%\"\n"))
        #expect(units.output.contains("OnCalendar=*-*-* *:00/15:00 Asia/Ho_Chi_Minh\n"))
        #expect(units.output.contains("Persistent=true\n"))
        let wrong = try BuiltProgram.run(
            ["schedule", "crontab", "--user", "a; rm"],
            in: office.folder.path
        )
        #expect(wrong.status == 64)
    }

    @Test(.enabled(if: has(verifier), "systemd-analyze is not installed"))
    func systemdTakesTheUnits() throws {
        let office = try office()
        let written = try BuiltProgram.run(
            ["schedule", "systemd", "--write", ".", "--user", "root", "--output", "kết quả"],
            in: office.folder.path
        )
        #expect(written.output == "./tonghop.service\n./tonghop.timer\n")
        let line =
            "\(InstallationTests.verifier) verify ./tonghop.service ./tonghop.timer >said 2>&1"
        #expect(try BuiltProgram.shell(line, in: office.folder.path) == 0)
        // It ends well of units whose keys it does not know, too; those it names.
        let said = try office.folder.read("said")
        #expect(!said.contains("tonghop.service:") && !said.contains("tonghop.timer:"), "\(said)")
        let calendar =
            "\(InstallationTests.verifier) calendar '*-*-* *:00/15:00 Asia/Ho_Chi_Minh' >calendar"
        #expect(try BuiltProgram.shell(calendar, in: office.folder.path) == 0)
        #expect(try office.folder.read("calendar").contains("Asia/Ho_Chi_Minh"))
    }

    /// A cron daemon with a spool of its own, in a mount namespace that ends with the test.
    ///
    /// Only where it is asked for with `CRON_TEST=1`, by root: it takes up to two minutes.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["CRON_TEST"] == "1" && getuid() == 0
                && has("/usr/sbin/cron") && has("/usr/bin/unshare"),
            "CRON_TEST=1, root, cron and unshare are needed"
        )
    )
    func aCronDaemonDoesTheNight() throws {
        let office = try office()
        let root = office.folder.path
        try office.folder.write(
            "schedules/nightly.yaml",
            "id: nightly\ncron: \"* * * * *\"\ncommand: run --window 2024\ncatch_up: false\n"
        )
        #expect(try office.due("2025-01-05T10:00:00").status == 0)
        let printed = try BuiltProgram.run(
            ["schedule", "crontab", "--user", "root"],
            in: root
        )
        #expect(printed.status == 0)
        // Every minute instead of every quarter of an hour; all else as it is printed.
        try office.folder.write(
            "cron.d/tonghop",
            printed.output.replacingOccurrences(of: "*/15 * * * *", with: "* * * * *")
        )
        try office.folder.write("empty/.giu", "")
        try office.folder.write(
            "start",
            """
            mount --bind \(root)/cron.d /etc/cron.d
            mount --bind \(root)/empty /var/spool/cron/crontabs
            mount --bind /dev/null /etc/crontab
            mount -t tmpfs none /run
            chmod 600 /etc/cron.d/tonghop
            exec timeout 100 /usr/sbin/cron -f
            """
        )
        let line = "unshare --mount --pid --fork --kill-child /bin/sh \(root)/start >cron.log 2>&1"
        _ = try BuiltProgram.shell(
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin; export PATH; " + line,
            in: root
        )
        let nights = try office.nights()
        #expect(!nights.isEmpty, "\((try? office.folder.read("cron.log")) ?? "")")
        #expect(nights.allSatisfy { $0.schedule?.hasPrefix("nightly@") == true })
    }
}
