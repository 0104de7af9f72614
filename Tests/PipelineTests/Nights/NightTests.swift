import FoundationEssentials
import LedgerStore
import Pipeline
import Synchronization
import TestSupport
import Testing

/// A night that knows most files from earlier ones says what a night would that reads them all.
@Suite struct NightTests {
    /// Runs the office's plan and gives the facts of the event `published`.
    private func run(
        _ office: Office,
        output: String,
        state: String,
        kept: KeptReadings = .usedAndAdded
    ) async throws -> [String: String] {
        var options = RunOptions(now: try instant(office.clock))
        options.places.input = office.scratch.path + "/input"
        options.places.output = office.scratch.path + "/" + output
        options.places.state = office.scratch.path + "/" + state
        options.scope.window = "2024"
        options.reading.keptReadings = kept
        let facts = Mutex<[String: String]>([:])
        let observer = RunObserver(
            event: { name, pairs in
                guard name == "published" else { return }
                facts.withLock { facts in for (key, value) in pairs { facts[key] = value } }
            },
            progress: { _, _ in }
        )
        _ = try await Run(options: options, observer: observer).execute()
        return facts.withLock { $0 }
    }

    /// The files of the newest edition, without the manifest, which holds the times of the stages.
    private func edition(_ office: Office, _ output: String) throws -> [String: Data] {
        let root = URL(filePath: office.scratch.path + "/" + output + "/mau/2024/latest")
            .resolvingSymlinksInPath()
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path)
        where name != "manifest.json" {
            let path = root.path + "/" + name
            var isFolder = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder
            else { continue }
            files[name] = try Data(contentsOf: URL(filePath: path))
        }
        return files
    }

    private func differences(_ a: [String: Data], _ b: [String: Data]) -> [String] {
        Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func anySequenceOfNightsSaysWhatOneFromScratchSays(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        var office = try Office()
        // For each setting of the plan and roster, used last first, what has been read under it.
        var known: [(setting: String, read: Set<String>)] = []
        for _ in 0..<7 {
            let before = known.first { $0.setting == office.setting }?.read ?? []
            let facts = try await run(office, output: "out", state: "state")
            #expect(facts["read"] == String(office.asked.count { !before.contains($0) }))
            #expect(facts["reused"] == String(office.asked.count { before.contains($0) }))
            known.removeAll { $0.setting == office.setting }
            known.insert((office.setting, before.union(office.asked)), at: 0)
            known = Array(known.prefix(4))

            // The same ledger without what it keeps of readings.
            let files = FileManager.default
            try files.copyItem(
                atPath: office.scratch.path + "/state",
                toPath: office.scratch.path + "/copy"
            )
            let whole = try await run(office, output: "whole", state: "copy", kept: .ignored)
            try files.removeItem(atPath: office.scratch.path + "/copy")
            #expect(whole["read"] == String(office.asked.count) && whole["reused"] == "0")
            #expect(differences(try edition(office, "out"), try edition(office, "whole")) == [])
            try office.pass(&random)
        }
        // A ledger that sees all of it tonight for the first time knows nothing of what was
        // replaced, nor of what was withdrawn, which says when the same was first received.
        _ = try await run(office, output: "out", state: "state")
        let fresh = try await run(office, output: "fresh", state: "fresh-state")
        #expect(fresh["reused"] == "0")
        let isReplaced = office.versions.values.contains { $0.count > 1 }
        var mayDiffer = isReplaced ? ["report.xlsx"] : []
        if !office.gone.isEmpty { mayDiffer += ["report.xlsx", "dashboard.html"] }
        let found = differences(try edition(office, "out"), try edition(office, "fresh"))
        #expect(Set(found).isSubset(of: mayDiffer), "\(found)")
    }

    /// A file a night makes a small pack a night: they are brought together, and nothing is read
    /// again.
    @Test func theReadingsOfManyNightsAreBroughtTogether() async throws {
        let office = try Office()
        _ = try await run(office, output: "out", state: "state")
        var packs: [Int] = []
        for night in 0..<20 {
            try office.scratch.write(
                "input/mau/submissions/2024-10-01/Q/đêm-\(night).csv",
                "Tên đơn vị,Năm,Số người đăng ký,Ngày ký\nPhường Mẫu 9,2024,\(night),01/03/2024\n"
            )
            #expect(try await run(office, output: "out", state: "state")["read"] == "1")
            let ledger = try Ledger(stateDirectory: office.scratch.path + "/state")
            packs.append(try ledger.packCount())
        }
        #expect((packs.max() ?? 0) < 12 && zip(packs, packs.dropFirst()).contains { $0 > $1 })
        _ = try await run(office, output: "whole", state: "state", kept: .ignored)
        #expect(differences(try edition(office, "out"), try edition(office, "whole")) == [])
    }

    /// A byte of what is kept that the disk has lost costs a reading of the files, and no figure.
    @Test(arguments: [0, 0.3, 0.7, 1])
    func whatIsKeptAndDamagedIsReadAgain(share: Double) async throws {
        let office = try Office()
        _ = try await run(office, output: "out", state: "state")
        let before = try edition(office, "out")
        let ledger = try Ledger(stateDirectory: office.scratch.path + "/state")
        let context = try #require(try lastContext(of: ledger))
        let packs = try ledger.packs(plan: "mau", context: context)
        #expect(!packs.isEmpty)
        for pack in packs {
            let path = office.scratch.path + "/state/readings/\(pack.file)"
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes[pack.start + Int(share * Double(pack.size - 1))] ^= 0x10
            try bytes.write(to: URL(filePath: path))
        }
        #expect(try await run(office, output: "out", state: "state")["reused"] == "0")
        #expect(differences(before, try edition(office, "out")) == [])
        #expect(try await run(office, output: "out", state: "state")["read"] == "0")
        #expect(differences(before, try edition(office, "out")) == [])
    }

    /// They are a cache: who copies the ledger may leave them out.
    @Test func whatIsKeptAndGoneIsReadAgain() async throws {
        let office = try Office()
        _ = try await run(office, output: "out", state: "state")
        let before = try edition(office, "out")
        try FileManager.default.removeItem(atPath: office.scratch.path + "/state/readings")
        #expect(try await run(office, output: "out", state: "state")["reused"] == "0")
        #expect(differences(before, try edition(office, "out")) == [])
        #expect(try await run(office, output: "out", state: "state")["read"] == "0")
    }

    /// The name under which the office's readings are kept, found among all names of its length
    /// that the database holds.
    private func lastContext(of ledger: Ledger) throws -> String? {
        let bytes = try Data(contentsOf: URL(filePath: ledger.path))
        let digits = Set("0123456789abcdef".utf8)
        for run in bytes.split(whereSeparator: { !digits.contains($0) }) where run.count >= 64 {
            for start in run.startIndex...(run.endIndex - 64) {
                let name = String(decoding: run[start..<(start + 64)], as: UTF8.self)
                if try ledger.isLastUsed(plan: "mau", context: name) { return name }
            }
        }
        return nil
    }

    @Test func anEnquiryAndADecisionReadNothingAgain() async throws {
        var office = try Office()
        _ = try await run(office, output: "out", state: "state")
        office.decide()
        let facts = try await run(office, output: "out", state: "state", kept: .used)
        #expect(facts["read"] == "0")
        office.decide()
        #expect(try await run(office, output: "out", state: "state")["read"] == "0")
    }

    /// Paths that differ only in how their letters are composed are equal as texts, and two files.
    @Test func pathsThatLookTheSameAreKeptApart() async throws {
        let office = try Office()
        let text = "Tên đơn vị,Năm,Số người đăng ký,Ngày ký\nPhường Mẫu 9,2024,4,01/03/2024\n"
        for name in ["Qu\u{1EAD}n", "Qu\u{E2}\u{323}n"] {
            try office.scratch.write("input/mau/submissions/2024-10-01/Q/\(name).csv", text)
        }
        _ = try await run(office, output: "out", state: "state")
        let first = try edition(office, "out")
        #expect(try await run(office, output: "out", state: "state")["read"] == "0")
        #expect(differences(first, try edition(office, "out")) == [])
    }
}
