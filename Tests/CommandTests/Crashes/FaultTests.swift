import Foundation
import Testing

/// Every write point of a night, and what a kill or an error there leaves behind.
///
/// Below status 64 a complete edition stands; from 64 on the last one and `latest` are as they
/// were; and the next run gives the bytes of a night in which nothing happened (CONTRACT §9).
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

    @Test(arguments: CrashScene.Night.allCases)
    func aKillLeavesNothingThatTheNextRunDoesNotMend(_ night: CrashScene.Night) throws {
        let broken = try broken(night) { last in
            Thoroughness.points(upTo: last, count: 16, tail: 12, seed: 1)
                .map { Fault(kind: .kill, at: $0, path: "output") }
                + Thoroughness.points(upTo: last, count: 6, seed: 6)
                .map { Fault(kind: .torn, at: $0, path: "output") }
        }
        #expect(broken == [])
    }

    /// Until it is there the ledger has a journal of another kind, which only a writer may take
    /// back.
    @Test func aKillWhileTheLedgerIsMadeIsMended() throws {
        let broken = try broken(.first) { _ in
            (1...6).map { Fault(kind: .kill, at: $0, path: "ledger.sqlite-journal") }
        }
        #expect(broken == [])
    }

    @Test(arguments: CrashScene.Night.allCases)
    func aFullDiskLeavesTheLastEdition(_ night: CrashScene.Night) throws {
        let broken = try broken(night) { last in
            Thoroughness.points(upTo: last, count: 6, tail: 6, seed: 2)
                .map { Fault(kind: .full, at: $0, isSticky: true, path: "output") }
        }
        #expect(broken == [])
    }

    @Test(arguments: CrashScene.Night.allCases)
    func anErrorOfTheDiskLeavesTheLastEdition(_ night: CrashScene.Night) throws {
        let broken = try broken(night) { last in
            Thoroughness.points(upTo: last, count: 6, tail: 6, seed: 3)
                .map { Fault(kind: .broken, at: $0, path: "output") }
                + Thoroughness.points(upTo: last, count: 3, tail: 1, seed: 8)
                .map { Fault(kind: .broken, at: $0, isSticky: true, path: "output") }
        }
        #expect(broken == [])
    }

    @Test(arguments: CrashScene.Night.allCases)
    func missingRightsLeaveTheLastEdition(_ night: CrashScene.Night) throws {
        let broken = try broken(night) { last in
            Thoroughness.points(upTo: last, count: 4, tail: 4, seed: 4)
                .map { Fault(kind: .forbidden, at: $0, path: "output") }
        }
        #expect(broken == [])
    }

    @Test(arguments: CrashScene.Night.allCases)
    func aRequestToEndNeverComesBetweenPublishingAndTheExitStatus(_ night: CrashScene.Night) throws
    {
        let broken = try broken(night) { last in
            Thoroughness.points(upTo: last, count: 2, tail: 12, seed: 5)
                .map { Fault(kind: .term, at: $0, path: "output") }
        }
        #expect(broken == [])
    }

    /// The library that writes workbooks keeps their parts in `/tmp` until it packs them.
    @Test(arguments: [0, 3000, 20_000])
    func aFullTemporaryFolderIsAnErrorAndNeverABrokenWorkbook(_ room: Int) throws {
        let trial = try CrashTrial(CrashScene(), .second)
        defer { trial.clear() }
        let result = try trial.run(Fault(path: "/tmp/tmp.", bytes: room))
        #expect(result.status == 73)
        #expect(result.errors.contains("/tmp"))
        #expect(try trial.broken(after: result) + trial.brokenForGood() == [])
    }

    /// A disk that takes so many bytes more, wherever they are written, and then no others.
    @Test func aDiskThatFillsUpLeavesTheLastEdition() throws {
        let scene = try CrashScene()
        var broken: [String] = []
        for room in Thoroughness.isFull
            ? Array(stride(from: 0, to: 300_000, by: 4096))
            : [0, 5000, 20_000, 60_000, 120_000]
        {
            for night in CrashScene.Night.allCases {
                let trial = try CrashTrial(scene, night)
                defer { trial.clear() }
                let found = try trial.broken(after: trial.run(Fault(path: "output", bytes: room)))
                broken += (found + (try trial.brokenForGood())).map { "\(room), \(night): \($0)" }
            }
        }
        #expect(broken == [])
    }
}
