import Foundation
import TestSupport
import Testing

/// `run-due` killed at its write points: every due time is done once all the same.
@Suite struct ScheduleKillTests {
    @Test func aKillAtAnyWritePointLeavesEachTimeDoneOnce() throws {
        let schedules = [
            "a.yaml": ScheduledOffice.nightly,
            "b.yaml":
                "id: monthly\ncron: \"0 3 * * *\"\nwhen: ended month\ncommand: run\ncatch_up: true\n",
        ]
        // How many write points three nights and a month have.
        let whole = try ScheduledOffice(schedules)
        try whole.due("2024-12-30T10:00:00")
        let count = whole.folder.path + "/count"
        var environment = Fault(path: "output").environment
        environment["FAULT_COUNT_FILE"] = count
        #expect(try whole.due("2025-01-02T10:00:00", environment: environment).status == 0)
        let points = Int(
            try Data(contentsOf: URL(fileURLWithPath: count)).prefix(8).reversed()
                .reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        )
        let expected = try whole.nights().map(\.description)
        #expect(expected.count == 4, "\(expected)")
        #expect(points > 200)
        for point in Thoroughness.points(upTo: points, count: 25, seed: 7) {
            let office = try ScheduledOffice(schedules)
            try office.due("2024-12-30T10:00:00")
            var fault = Fault(path: "output")
            fault.kind = .kill
            fault.at = point
            let killed = try office.due("2025-01-02T10:00:00", environment: fault.environment)
            #expect(killed.isKilled, "\(point)")
            let mended = try office.due("2025-01-02T10:15:00")
            #expect(mended.status == 0, "\(point): \(mended)")
            #expect(try office.nights().map(\.description) == expected, "\(point)")
            #expect(try office.due("2025-01-02T10:30:00").output == "")
            #expect(try office.nights().count == expected.count)
        }
    }
}
