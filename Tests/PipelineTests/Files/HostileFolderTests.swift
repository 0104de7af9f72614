import Foundation
import Glibc
import LedgerStore
import Model
import Pipeline
import TestSupport
import Testing

/// A drop folder in the state that years and strangers leave it in: every oddity is a finding, and
/// the files beside it are received.
@Suite struct HostileFolderTests {
    private let scratch: TemporaryDirectory
    private let ledger: Ledger

    init() throws {
        scratch = try TemporaryDirectory()
        ledger = try Ledger(stateDirectory: scratch.path + "/state")
        try scratch.makeFolder("drop")
    }

    private func receive() throws -> Reception.Result {
        try Reception(ledger: ledger, plan: "p", area: .submissions, root: scratch.path + "/drop")
            .receive(clock: instant("2024-12-10"))
    }

    private func drop(_ name: String) -> String { scratch.path + "/drop/" + name }

    @Test func whatIsNoFileIsReportedAndTheRestIsReceived() throws {
        try scratch.write("outside.csv")
        try scratch.write("drop/good.csv")
        try scratch.link("drop/dangling.csv", to: "nowhere.csv")
        try scratch.link("drop/itself.csv", to: "itself.csv")
        try scratch.link("drop/outside.csv", to: "../outside.csv")
        try scratch.link("drop/device.csv", to: "/dev/zero")
        try scratch.link("drop/folder.csv", to: "..")
        try scratch.link("drop/up", to: "..")
        #expect(mkfifo(drop("pipe.csv"), 0o600) == 0)
        try makeSocket(drop("socket.csv"))
        try scratch.makeFolder("drop/named-like-a.csv")
        let result = try receive()
        #expect(result.summary.added == ["good.csv"])
        #expect(
            result.findings.map(\.file) == [
                "dangling.csv", "device.csv", "folder.csv", "itself.csv", "outside.csv",
                "pipe.csv", "socket.csv", "up",
            ]
        )
        #expect(result.findings.allSatisfy { $0.code == .notAFile })
    }

    private func makeSocket(_ path: String) throws {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { target in
            if bytes.count < target.count { target.copyBytes(from: bytes) }
        }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(number, $0, length) }
        }
        close(number)
        #expect(status == 0)
    }

    @Test func namesThatLookAlikeAreFilesOfTheirOwn() throws {
        let names = ["h\u{F2}a.csv", "ho\u{300}a.csv", "hòA.csv", "hòa.CSV"]
        for name in names { try make(Array(name.utf8)) }
        try make(Array("hòa.csv".utf8).map { $0 == 0x61 ? 0x0A : $0 })
        let first = try receive()
        #expect(first.summary.added.count == 5)
        #expect(Set(first.summary.added.map { Array($0.utf8) }).count == 5)
        let second = try receive()
        #expect(second.summary.unchanged == 5 && second.summary.withdrawn.isEmpty)
    }

    /// Makes a file by the bytes of its name, which Foundation might compose.
    private func make(_ name: [UInt8]) throws {
        let path = Array(drop("").utf8) + name
        let file = open(path.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
        #expect(file >= 0)
        #expect(write(file, path, path.count) == path.count)
        close(file)
    }

    @Test(.timeLimit(.minutes(2))) func tensOfThousandsOfEmptyFilesAreListed() throws {
        for number in 0..<20_000 {
            let file = open(drop("\(number).csv"), O_CREAT | O_WRONLY, 0o600)
            close(file)
        }
        #expect(try DropFolder(root: scratch.path + "/drop").list().files.count == 20_000)
    }

    @Test func aPathLongerThanTheSystemTakesIsReadAllTheSame() throws {
        let part = String(repeating: "đ", count: 120)
        var folder = open(scratch.path + "/drop", O_RDONLY | O_DIRECTORY)
        for level in 0..<70 {
            // More than 4096 bytes from here on.
            if level == 30 {
                let file = openat(folder, "deep.csv", O_CREAT | O_WRONLY, 0o600)
                #expect(write(file, "x", 1) == 1)
                close(file)
            }
            #expect(mkdirat(folder, part, 0o700) == 0)
            let next = openat(folder, part, O_RDONLY | O_DIRECTORY)
            close(folder)
            folder = next
        }
        close(folder)
        let result = try receive()
        // Foundation does not go as deep.
        let removal = try Process.run(
            URL(filePath: "/bin/rm"),
            arguments: ["-rf", scratch.path + "/drop"]
        )
        removal.waitUntilExit()
        #expect(result.summary.added.map { $0.hasSuffix("/deep.csv") } == [true])
        #expect(result.findings.map(\.code) == [.notAFile])
    }

    @Test(.timeLimit(.minutes(2))) func aFileOfHolesAboveTheLimitIsNotRead() throws {
        try scratch.write("drop/good.csv")
        try scratch.write("drop/holes.csv")
        #expect(truncate(drop("holes.csv"), 3 << 30) == 0)
        let result = try receive()
        #expect(result.summary.added == ["good.csv"])
        #expect(result.findings.map(\.code) == [.tooLarge])
    }

    /// A file that is replaced or taken away under the reader's hands is left for the next night.
    @Test(arguments: [true, false])
    func aFileThatGoesAwayWhileItIsReadIsLeft(isReplaced: Bool) throws {
        try scratch.write("drop/a.csv", String(repeating: "x", count: 5 << 20))
        try scratch.write("drop/b", "y")
        let reader = StableRead(root: scratch.path + "/drop", originals: ledger.originals)
        var isFirst = true
        var pending = PendingOriginals(in: ledger.originals)
        let outcome = try reader.read("a.csv", into: &pending) { _ in
            guard isFirst else { return }
            isFirst = false
            if isReplaced { rename(drop("b"), drop("a.csv")) } else { unlink(drop("a.csv")) }
        }
        guard case .left(let finding) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(finding.code == .fileChanged)
    }

    @Test func whatMayNotBeReadIsReportedAndTheRestIsReceived() throws {
        for name in ["good.csv", "closed.csv", "closed/a.csv", "listed/b.csv"] {
            try scratch.write("drop/" + name)
        }
        chmod(scratch.path, 0o755)
        chmod(scratch.path + "/drop", 0o755)
        chmod(drop("good.csv"), 0o644)
        chmod(drop("closed.csv"), 0)
        chmod(drop("closed"), 0)
        chmod(drop("listed"), 0o744)
        defer { for name in ["closed", "listed"] { chmod(drop(name), 0o755) } }
        let (listing, file) = try Stranger.run {
            let folder = DropFolder(root: scratch.path + "/drop")
            return (try folder.list(), open(drop("closed.csv"), O_RDONLY))
        }
        #expect(file < 0)
        #expect(listing.files.map(\.path) == ["closed.csv", "good.csv"])
        #expect(listing.findings.map(\.file) == ["closed", "listed"])
        #expect(listing.unlisted == ["closed", "listed"])
    }
}

/// Does something as a user who owns nothing, on this thread only: root may read everything.
enum Stranger {
    private typealias SetUser = @convention(c) (UInt32) -> Int32

    static func run<Result>(_ body: () throws -> Result) throws -> Result {
        guard geteuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return try body() }
        let setUser = unsafeBitCast(symbol, to: SetUser.self)
        _ = setUser(65534)
        defer { _ = setUser(0) }
        return try body()
    }
}
