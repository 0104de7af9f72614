import Foundation
import TestSupport
import Testing

/// Kills at moments of no choosing, two runs at once, and locks of the dead.
@Suite struct KillTests {
    /// 200 kills in series of five: each run of a series finds what the one before left behind.
    ///
    /// With `CRASHES=full` the runs are those of 250 files with 50,000 rows.
    @Test func twoHundredKillsAtRandomMomentsLeaveNothing() throws {
        let scene = try CrashScene(registers: Thoroughness.isFull ? 250 : 10)
        var random = SplitMix64(seed: 2024)
        var broken: [String] = []
        var killed = 0
        // The machine's speed changes while the tests run; the moments follow it.
        var duration = scene.duration
        for series in 0..<40 {
            let trial = try CrashTrial(scene, series.isMultiple(of: 2) ? .first : .second)
            defer { trial.clear() }
            for _ in 0..<5 {
                let moment = UInt32.random(in: 0..<UInt32(duration), using: &random)
                let program = try trial.start()
                usleep(moment)
                kill(program.number, SIGKILL)
                let result = try program.result()
                if result.isKilled { killed += 1 }
                duration = result.isKilled ? duration * 1.02 : max(10_000, Double(moment))
                broken += try trial.broken(after: result).map { "\(series), \(moment) µs: \($0)" }
            }
            broken += try trial.brokenForGood().map { "series \(series): \($0)" }
        }
        #expect(broken == [])
        #expect(killed > 100, "runs that were killed before they had ended")
    }

    /// A person's Ctrl-C, or the machine's going down.
    @Test(arguments: [SIGTERM, SIGINT])
    func aRequestToEndAtARandomMomentLeavesTheLastEdition(_ signal: Int32) throws {
        let scene = try CrashScene()
        var random = SplitMix64(seed: UInt64(signal))
        var broken: [String] = []
        for round in 0..<10 {
            let trial = try CrashTrial(scene, round.isMultiple(of: 2) ? .first : .second)
            defer { trial.clear() }
            let moment = UInt32.random(in: 0..<UInt32(scene.duration * 1.05), using: &random)
            let program = try trial.start()
            usleep(moment)
            kill(program.number, signal)
            let found = try trial.broken(after: program.result()) + trial.brokenForGood()
            broken += found.map { "\(moment) µs: \($0)" }
        }
        #expect(broken == [])
    }

    @Test func ofTwoRunsAtOnceOneWinsOrBothDoTheirWork() throws {
        let scene = try CrashScene()
        let trial = try CrashTrial(scene, .first)
        defer { trial.clear() }
        #expect(try trial.run().status == 0)
        let fixed = scene.arguments(.first).dropLast(2)
        var published = 0
        var refused = 0
        for round in 0..<100 {
            let clock = "2025-01-05T03:\(10 + round / 50):\(10 + round % 50)"
            let arguments =
                fixed + ["--as-of", "2025-01-05T02:00:00", "--now", clock, "--output", "output"]
            let programs = try (0..<2).map { _ in
                try RunningProgram(Array(arguments), in: trial.folder, environment: [:])
            }
            let results = try programs.map { try $0.result() }
            for (index, result) in results.enumerated() {
                switch result.status {
                case 0: published += 1
                case 75:
                    refused += 1
                    let holder = "tiến trình \(programs[1 - index].number) trên máy"
                    #expect(result.errors.contains(holder), "\(result.errors)")
                    #expect(result.errors.contains(clock.replacing("T", with: " ")))
                default:
                    Issue.record("status \(result.status): \(result.errors)")
                }
            }
            #expect(results.contains { $0.status == 0 })
        }
        let window = trial.folder + "/output/mau/2024"
        let editions = Tree.names(window).filter { !$0.hasPrefix(".") && $0 != "latest" }
        #expect(editions.count == published + 1)
        #expect(published + refused == 200)
        #expect(Tree.target(window + "/latest") == editions.last)
        let expected = scene.edition("20250105-0200-01")
        for edition in editions {
            var files = try Tree.files(window + "/" + edition)
            files["manifest.json"] = nil
            #expect(files == expected, "\(edition)")
        }
        #expect(try trial.brokenForGood() == [])
    }

    @Test func aLockLeftByADeadProcessIsTakenOver() throws {
        let trial = try CrashTrial(CrashScene(), .second)
        defer { trial.clear() }
        let dead = "pid 999999999\nhost may-chu\nsince 2025-01-01T00:00:00\n"
        try dead.write(
            toFile: trial.folder + "/output/.tonghop/lock",
            atomically: false,
            encoding: .utf8
        )
        #expect(try trial.brokenForGood() == [])
    }
}
