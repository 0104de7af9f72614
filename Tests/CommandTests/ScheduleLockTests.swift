import Foundation
import LedgerStore
import Model
import TestSupport
import Testing

/// A run by hand that takes the lock between two plans of one due time.
@Suite struct ScheduleLockTests {
    private static let schedule = """
        id: yearly
        name: Báo cáo năm
        cron: "0 3 * * *"
        when: ended year
        command: run --fail-on unmet
        notify: [/bin/sh, -c, 'cat >> tin.txt']

        """

    private let office: ScheduledOffice

    /// The plan `mau` has its turn first, the plan `sau` behind it.
    init() throws {
        office = try ScheduledOffice(["yearly.yaml": ScheduleLockTests.schedule])
        try office.folder.write(
            "input/sau/plan.yaml",
            SmallPlan.plan.replacing("id: mau\n", with: "id: sau\n")
        )
        // Units that have been gone for long: there is time to take the lock while they are read.
        let units = SmallPlan.units.split(separator: "\n").map { "\($0)," }
        let gone = (0..<3000).map { "CU-\($0),Phường Cũ \($0),PHUONG,MAU,01/01/2000" }
        try office.folder.write(
            "input/sau/units.csv",
            (["\(units[0])Hiệu lực đến ngày"] + units.dropFirst() + gone)
                .joined(separator: "\n") + "\n"
        )
    }

    /// Waits until a process has the lock, and takes it as soon as that lets it go.
    private func takeLock(behind process: Int32) throws -> Int32 {
        let path = office.folder.path + "/output/.tonghop/lock"
        let signature = "pid \(process)\n"
        for _ in 0..<30_000 {
            let text = try? office.folder.read("output/.tonghop/lock")
            guard text?.hasPrefix(signature) == true else {
                usleep(1000)
                continue
            }
            let file = open(path, O_RDWR | O_CLOEXEC)
            #expect(flock(file, LOCK_EX) == 0)
            let own = "pid \(getpid())\nhost \(Machine.host)\nsince 2025-01-01T03:10:00\n"
            try Data(own.utf8).write(to: URL(fileURLWithPath: path))
            return file
        }
        throw CocoaError(.fileLocking)
    }

    private func count(_ text: String, in output: String) -> Int {
        output.components(separatedBy: text).count - 1
    }

    @Test func whatTheFirstPlanHadToSayIsToldBeforeTheSecondWaits() throws {
        try office.due("2024-12-31T10:00:00")
        let running = try RunningProgram(
            ["schedule", "run-due", "--now", "2025-01-01T03:10:00"],
            in: office.folder.path,
            environment: [:]
        )
        let lock = try takeLock(behind: running.number)
        let first = try running.result()
        #expect(first.status == 75, "\(first)")
        #expect(count("mau, kỳ 2024, số liệu", in: first.output) == 1, "\(first.output)")
        #expect(count("sau, kỳ 2024, số liệu", in: first.output) == 0, "\(first.output)")
        #expect(first.output.contains("Đã lập báo cáo: 0/1 chỉ tiêu đạt; "))
        #expect(try office.folder.read("tin.txt") == first.output)
        let lines = first.output.split(separator: "\n")
        let advice = try #require(lines.first { $0.contains("cảnh báo phải sửa") })
        close(lock)
        // The next call knows what became of the first plan, and that it has been told of.
        let second = try office.due("2025-01-01T03:25:00")
        #expect(second.status == 2, "\(second)")
        #expect(count("Đã lập từ lần gọi trước", in: second.output) == 1, "\(second.output)")
        #expect(count("mau, kỳ 2024, số liệu", in: second.output) == 1, "\(second.output)")
        #expect(count("sau, kỳ 2024, số liệu", in: second.output) == 1, "\(second.output)")
        #expect(second.output.contains(advice))
        #expect(try office.folder.read("tin.txt") == first.output + second.output)
        let expected = ["yearly@2025-01-01T03:00:00 2024 2025-01-01T03:00:00"]
        for plan in ["mau", "sau"] {
            #expect(try office.nights(plan: plan).map(\.description) == expected, "\(plan)")
        }
        let third = try office.due("2025-01-01T03:40:00")
        #expect(third.status == 0 && third.output == "", "\(third)")
    }
}
