import Foundation
import LedgerStore
import Model
import Pipeline
import TestSupport
import Testing

@Suite struct RunLockTests {
    @Test func aLockThatIsHeldSaysWhoHoldsItSinceWhen() throws {
        let scratch = try TemporaryDirectory()
        let lock = try RunLock(stateDirectory: scratch.path, since: instant("2023-12-12T23:30"))
        let error = #expect(throws: LockError.self) {
            _ = try RunLock(stateDirectory: scratch.path, since: instant("2023-12-13T00:00"))
        }
        #expect(error?.exitStatus.rawValue == 75)
        #expect(error?.message.contains("\(getpid())") == true)
        #expect(error?.message.contains("2023-12-12 23:30:00") == true)
        _ = consume lock
    }

    @Test func aDeadProcessIsNeverNamedAsTheHolder() throws {
        let scratch = try TemporaryDirectory()
        let lock = try RunLock(stateDirectory: scratch.path, since: instant("2023-12-12T23:30"))
        let text = try scratch.read("lock")
        let dead = text.replacing("pid \(getpid())", with: "pid 999999999")
        try scratch.write("lock", dead)
        let error = #expect(throws: LockError.self) {
            _ = try RunLock(stateDirectory: scratch.path, since: instant("2023-12-13T00:00"))
        }
        #expect(error?.exitStatus.rawValue == 75)
        #expect(error?.message.contains("999999999") == false)
        _ = consume lock
    }

    /// What a dead holder wrote was read while the lock was waited for.
    @Test func aLockThatBecomesFreeIsSignedFromItsBeginning() throws {
        let scratch = try TemporaryDirectory()
        let dead = "pid 999999999\nhost \(Machine.host)\nsince 2023-12-12T23:30:00\n"
        try scratch.write("lock", dead)
        let held = open(scratch.path + "/lock", O_RDWR | O_CLOEXEC)
        #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
        Thread.detachNewThread {
            usleep(100_000)
            close(held)
        }
        let lock = try RunLock(stateDirectory: scratch.path, since: instant("2023-12-13T00:00"))
        let signature = "pid \(getpid())\nhost \(Machine.host)\nsince 2023-12-13T00:00:00\n"
        #expect(try scratch.read("lock") == signature)
        _ = consume lock
    }

    @Test func aLockIsFreeWhenItsHolderHasGone() throws {
        let scratch = try TemporaryDirectory()
        for _ in 0..<2 {
            _ = try RunLock(stateDirectory: scratch.path + "/new", since: instant("2023-12-12"))
        }
        #expect(try scratch.mode("new/lock") == 0o640)
    }
}
