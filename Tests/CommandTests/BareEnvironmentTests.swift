import Foundation
import TestSupport
import Testing

/// What cron and systemd give a program: next to nothing.
@Suite struct BareEnvironmentTests {
    /// Runs a line of the shell under `env -i`; gives status, output and errors.
    private func shell(_ line: String, in folder: TemporaryDirectory) throws -> (Int32, String) {
        let status = try BuiltProgram.shell(line + " >\(folder.path)/said 2>&1", in: "/")
        return (status, try folder.read("said"))
    }

    /// No HOME, PATH, LANG or terminal, standard input closed, another folder, umask 077, an input
    /// that may only be read; and, where the tests may choose, an account without rights elsewhere.
    @Test func anAccountWithNothingDoesTheNight() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        let root = office.folder.path
        try office.plan.submit(
            "2024-11-03/MAU-P3/Bài dự thi của phường.csv",
            SmallPlan.entries(["D1;Gương mẫu 4;Tác giả Mẫu 4"])
        )
        var prefix = "env -i $TONGHOP"
        try FileManager.default.createDirectory(
            atPath: root + "/output",
            withIntermediateDirectories: true
        )
        if getuid() == 0, access("/usr/bin/setpriv", X_OK) == 0 {
            let asNobody = "/usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups"
            chmod(root, 0o755)
            chown(root + "/output", 65534, 65534)
            // Where the tests are built below a folder of root's own, nobody can start the program.
            if try BuiltProgram.shell(asNobody + " $TONGHOP --version >/dev/null", in: "/") == 0 {
                prefix = "env -i \(asNobody) $TONGHOP"
            }
        }
        #expect(
            try BuiltProgram.shell("chmod -R a-w \(root)/input \(root)/schedules", in: "/") == 0
        )
        defer {
            _ = try? BuiltProgram.shell("chmod -R u+w \(root)/input \(root)/schedules", in: "/")
        }
        let places = "--schedules \(root)/schedules --input \(root)/input --output \(root)/output"
        for now in ["2025-01-05T10:00:00", "2025-01-06T02:00:00", "2025-01-06T02:15:00"] {
            let (status, said) = try shell(
                "umask 077; \(prefix) schedule run-due --now \(now) \(places) <&-",
                in: office.folder
            )
            #expect(status == 0 && said == "", "\(now): \(said)")
        }
        #expect(office.plan.latest == "20250106-0200-01")
        let summary = try #require(try office.plan.edition()["summary.txt"])
        #expect(String(decoding: summary, as: UTF8.self).contains("QUẬN MẪU"))
    }

    @Test func aFolderWithoutRightsIsToldAndNothingElse() throws {
        let office = try ScheduledOffice(["nightly.yaml": ScheduledOffice.nightly])
        let result = try office.due("2025-01-05T10:00:00", ["--output", "/proc/khong-ghi-duoc"])
        #expect(result.status == 73 && result.output == "")
        #expect(result.errors.split(separator: "\n").count == 1)
    }
}
