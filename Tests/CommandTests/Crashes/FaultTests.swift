import Foundation
import Testing

/// Every write point of a night, and what a kill or an error there leaves behind.
///
/// Below status 64 a complete edition stands; from 64 on the last one and `latest` are as they were; and
/// the next run gives the bytes of a night in which nothing happened (CONTRACT §9).
@Suite struct FaultTests {
    /// Runs a night once with each fault and once more without.
    private func broken(_ night: CrashScene.Night, _ faults: (Int) -> [Fault]) throws -> [String] {
        let scene = try CrashScene()
        var broken: [String] = []
        for fault in faults(scene.points[night] ?? 0) {
            let trial = try CrashTrial(scene, night)
            defer { trial.clear() }
            let found = try trial.broken(after: trial.run(fault)) + trial.brokenForGood()
            broken += found.map { "\(fault): \($0)" }
        }
        return broken
    }

    private func points(_ last: Int, _ count: Int, _ seed: Int) -> [Int] {
        Thoroughness.points(upTo: last, count: count, seed: seed)
    }

    @Test(arguments: CrashScene.Night.allCases)
    func aKillLeavesNothingThatTheNextRunDoesNotMend(_ night: CrashScene.Night) throws {
        let broken = try broken(night) { last in
            points(last, 24, 1).map { Fault(kind: .kill, at: $0, path: "output") }
                + points(last, 8, 6).map { Fault(kind: .torn, at: $0, path: "output") }
        }
        #expect(broken == [])
    }

    @Test(arguments: CrashScene.Night.allCases)
    func aFullDiskLeavesTheLastEdition(_ night: CrashScene.Night) throws {
        let broken = try broken(night) { last in
            points(last, 10, 2).map { Fault(kind: .full, at: $0, isSticky: true, path: "output") }
        }
        #expect(broken == [])
    }

    @Test(arguments: CrashScene.Night.allCases)
    func anErrorOfTheDiskLeavesTheLastEdition(_ night: CrashScene.Night) throws {
        let broken = try broken(night) { last in
            points(last, 10, 3).map { Fault(kind: .broken, at: $0, path: "output") }
                + points(last, 4, 8)
                .map { Fault(kind: .broken, at: $0, isSticky: true, path: "output") }
        }
        #expect(broken == [])
    }

    @Test(arguments: CrashScene.Night.allCases)
    func missingRightsLeaveTheLastEdition(_ night: CrashScene.Night) throws {
        let broken = try broken(night) { last in
            points(last, 8, 4).map { Fault(kind: .forbidden, at: $0, path: "output") }
        }
        #expect(broken == [])
    }

    @Test(arguments: CrashScene.Night.allCases)
    func aRequestToEndNeverComesBetweenPublishingAndTheExitStatus(_ night: CrashScene.Night) throws
    {
        let broken = try broken(night) { last in
            points(last, 4, 5).map { Fault(kind: .term, at: $0, path: "output") }
        }
        #expect(broken == [])
    }
}
