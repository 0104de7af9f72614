import Disk
import Foundation
import Glibc
import LedgerStore
import Model
import Pipeline
import TestSupport
import Testing

/// However many workers take files in, a pass comes to the same.
@Suite struct SmallFilesTests {
    private let scratch: TemporaryDirectory

    init() throws {
        scratch = try TemporaryDirectory()
        try scratch.makeFolder("drop")
    }

    private var root: String { scratch.path + "/drop" }

    /// What a pass left behind in its state directory.
    private struct Trace: Equatable {
        var summaries: [RecordSummary] = []
        var findings: [[Finding]] = []
        var versions: [FileVersion] = []
        var known: [String] = []
        var originals: [String: Data] = [:]
        var notices: [Finding] = []

        /// Originals under their names, and whatever else lies there.
        static func files(below folder: String) throws -> [String: Data] {
            var files: [String: Data] = [:]
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
                let path = folder + "/" + name
                guard !Folder.isFolder(path) else { continue }
                files[name] = try Data(contentsOf: URL(filePath: path))
            }
            return files
        }
    }

    /// Nights over the same folder, each with a state directory of its own for every number of
    /// jobs.
    private final class Nights {
        let ledger: Ledger
        let jobs: Int
        var trace = Trace()

        init(_ scratch: TemporaryDirectory, jobs: Int) throws {
            self.jobs = jobs
            ledger = try Ledger(stateDirectory: scratch.path + "/state-\(jobs)")
        }

        func receive(_ root: String, _ clock: String, listed: Listing) throws {
            let result = try Reception(
                ledger: ledger,
                plan: "p",
                area: .submissions,
                root: root,
                jobs: jobs
            ).receive(clock: instant(clock), listed: listed)
            trace.summaries.append(result.summary)
            trace.findings.append(result.findings)
        }

        /// All that the state directory has, once the last night is over.
        func end() throws -> Trace {
            trace.versions = try ledger.history(plan: "p", area: .submissions)
            trace.known = try ledger.known(plan: "p", area: .submissions).files.map {
                "\($0.path) \($0.sha256) \($0.stamp?.size ?? -1) \($0.stamp?.inode ?? 0)"
            }
            trace.originals = try Trace.files(below: ledger.originals.root)
            trace.notices = try ledger.state().map(ledger.notices) ?? []
            return trace
        }
    }

    /// A folder as people leave it: some files alike, some in folders, some of them none.
    private func fill(_ random: inout SplitMix64) throws {
        for number in 0..<Int.random(in: 300...500, using: &random) {
            let folder =
                ["", "a/", "a/b/", "đơn vị/", "x/y/z/"].randomElement(using: &random) ?? ""
            let content = "bài \(Int.random(in: 0..<200, using: &random))"
            try scratch.write("drop/\(folder)\(number).csv", content)
        }
        try scratch.write("drop/a/none.csv", "")
        try scratch.write("drop/a/whole.csv", String(repeating: "một hai ba\n", count: 200_000))
        try scratch.link("drop/link.csv", to: "a/none.csv")
        try scratch.link("drop/folder", to: "a")
        #expect(mkfifo(root + "/pipe.csv", 0o600) == 0)
        try scratch.write("drop/closed.csv")
        chmod(root + "/closed.csv", 0)
    }

    /// What happens between the listing of the folder and the reading of its files.
    private func disturb(_ listing: Listing, _ random: inout SplitMix64) throws {
        for file in listing.files.shuffled(using: &random).prefix(40) {
            let path = root + "/" + file.path
            switch Int.random(in: 0..<6, using: &random) {
            case 0: unlink(path)
            case 1:
                unlink(path)
                try scratch.link("drop/" + file.path, to: "pipe.csv")
            case 2:
                unlink(path)
                #expect(mkfifo(path, 0o600) == 0)
            case 3:
                unlink(path)
                try scratch.makeFolder("drop/" + file.path)
            case 4: try scratch.write("drop/" + file.path, "một bài khác, dài hơn")
            default: try scratch.write("drop/" + file.path, "")
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func aPassIsTheSameWithAnyNumberOfWorkers(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let all = try [1, 2, 7].map { try Nights(scratch, jobs: $0) }
        for night in 1...3 {
            try fill(&random)
            let listing = try DropFolder(root: root).list()
            if seed > 0 { try disturb(listing, &random) }
            for nights in all {
                try nights.receive(root, "2024-12-1\(night)T02:00", listed: listing)
            }
            try scratch.remove("drop")
            if night < 3 { try scratch.makeFolder("drop") }
        }
        let traces = try all.map { try $0.end() }
        #expect(traces[0] == traces[1] && traces[0] == traces[2])
        #expect(traces[0].summaries.count == 3 && traces[0].versions.count > 300)
        #expect(traces[0].originals.keys.allSatisfy { !$0.hasPrefix(".incoming-") })
        #expect(try all.allSatisfy { try $0.ledger.verify() == [] })
        if seed > 0 {
            let codes = Set(traces[0].findings.flatMap { $0.map(\.code) })
            #expect(codes == [.notAFile, .fileChanged] || codes == [.notAFile])
        }
    }

    /// The disk of the originals fails: nothing is left of the pass, and the error is that of one
    /// worker.
    @Test(arguments: [1, 4])
    func aFailureLeavesNothing(jobs: Int) throws {
        for number in 0..<300 { try scratch.write("drop/\(number).csv", "bài \(number)") }
        let nights = try Nights(scratch, jobs: jobs)
        let listing = try DropFolder(root: root).list()
        let originals = nights.ledger.originals.root
        // Where the folder of some originals should be lies a file.
        let digest = try SHA256.digest(of: Array("bài 7".utf8))
        try scratch.write("state-\(jobs)/originals/\(digest.prefix(2))", "")
        let error = #expect(throws: LedgerError.self) {
            try nights.receive(root, "2024-12-11T02:00", listed: listing)
        }
        #expect(error?.exitStatus.rawValue == 73)
        let left = try Trace.files(below: originals)
        #expect(left.keys.allSatisfy { !$0.contains(".incoming-") })
        #expect(try nights.ledger.history(plan: "p", area: .submissions) == [])
    }
}
