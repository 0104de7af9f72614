import FoundationEssentials
import Glibc
import LedgerStore
import Model
import Pipeline
import TestSupport
import Testing

@Suite struct DropFolderTests {
    private let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func list(limit: Int64 = 1 << 20) throws -> Listing {
        try DropFolder(root: scratch.path, limit: limit).list()
    }

    @Test func tablesAreFoundAtAnyDepthInTheOrderOfTheirBytes() throws {
        for name in ["b/z.csv", "a.TXT", "b-/c.Tsv", "B.csv", "b/2024/x/y.csv"] {
            try scratch.write(name)
        }
        let listing = try list()
        #expect(
            listing.files.map(\.path) == [
                "B.csv", "a.TXT", "b-/c.Tsv", "b/2024/x/y.csv", "b/z.csv",
            ]
        )
        #expect(listing.findings.isEmpty && listing.ignored == 0)
        #expect(listing.files.first?.stamp.size == 1)
    }

    @Test func whatProgramsLeaveIsPassedOver() throws {
        for name in [
            "~$c.csv", "~$d.xlsx", ".~lock.c.csv#", "._c.csv", ".DS_Store", ".c.csv.filepart",
            ".git/config", "e.pdf", "csv", "c.csv.bak",
        ] {
            try scratch.write(name)
        }
        let listing = try list()
        #expect(listing.files.isEmpty && listing.findings.isEmpty)
        #expect(listing.ignored == 9)
    }

    @Test func aHiddenTableIsReportedAndNotRead() throws {
        for name in [".a.csv", ".nop/b.csv", "c/.d.TXT"] { try scratch.write(name) }
        let listing = try list()
        #expect(listing.files.isEmpty)
        #expect(listing.findings.map(\.file) == [".a.csv", ".nop", "c/.d.TXT"])
        #expect(listing.findings.allSatisfy { $0.code == .notAFile && $0.severity == .error })
    }

    @Test func anArchiveIsAskedForUnpacked() throws {
        for name in ["a.zip", "b.RAR", "c.7z"] { try scratch.write(name) }
        let findings = try list().findings
        #expect(findings.map(\.code) == [.binary, .binary, .binary])
        #expect(findings.allSatisfy { $0.fix.contains("giải nén") })
    }

    @Test func blanksBehindAnEndingHideNoTable() throws {
        try scratch.write("a.csv ")
        #expect(try list().files.map(\.path) == ["a.csv "])
    }

    @Test func aPipeOrALinkIsReportedAndNotOpened() throws {
        try scratch.write("real.txt.bak")
        try scratch.makeFolder("folder")
        try scratch.link("link.csv", to: "real.txt.bak")
        try scratch.link("loop", to: ".")
        try scratch.link("readme", to: "real.txt.bak")
        #expect(mkfifo(scratch.path + "/pipe.csv", 0o600) == 0)
        let listing = try list()
        #expect(listing.files.isEmpty)
        #expect(listing.findings.map(\.file) == ["link.csv", "loop", "pipe.csv"])
        #expect(listing.findings.allSatisfy { $0.code == .notAFile && $0.severity == .error })
    }

    @Test func aWorkbookIsAskedForAsCSV() throws {
        try scratch.write("Báo cáo.XLSX")
        let finding = try list().findings.first
        #expect(finding?.code == .binary && finding?.severity == .error)
        #expect(finding?.fix.contains("CSV UTF-8") == true)
    }

    @Test func aFileAboveTheLimitIsThereButNotReadable() throws {
        try scratch.write("a.csv", "12345")
        let listing = try list(limit: 4)
        #expect(listing.files.map(\.isReadable) == [false])
        #expect(listing.findings.map(\.code) == [.tooLarge])
    }

    @Test func aNameThatIsNotUTF8IsCountedWithAWarning() throws {
        let name = Array("\(scratch.path)/B".utf8) + [0xE1] + Array("o.csv".utf8)
        let descriptor = open(name.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        let listing = try list()
        #expect(listing.files.map(\.path) == ["B\u{FFFD}E1o.csv"])
        #expect(listing.findings.map(\.code) == [.encodingRepaired])
        let ledger = try Ledger(stateDirectory: scratch.path + "/.state")
        let result = try Reception(
            ledger: ledger,
            plan: "p",
            area: .submissions,
            root: scratch.path
        ).receive(clock: instant("2024-12-10"))
        #expect(result.summary.added == ["B\u{FFFD}E1o.csv"])
    }

    @Test func aFolderThatIsMissingIsSaidToBe() throws {
        #expect(try DropFolder(root: scratch.path + "/none").list().isMissing)
    }

    @Test func foldersWithoutEndAreNotFollowedToTheirEnd() throws {
        let deep = Array(repeating: "d", count: 80).joined(separator: "/")
        try scratch.write(deep + "/a.csv")
        let listing = try list()
        #expect(listing.files.isEmpty && listing.unlisted.count == 1)
        #expect(listing.findings.map(\.code) == [.notAFile])
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func anyNumberOfWalkersFindsTheSame(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var folders = ["drop"]
        try scratch.makeFolder("drop")
        for number in 0..<120 {
            let parent = folders.randomElement(using: &random) ?? "drop"
            let path = parent + "/" + ["\(number)", "đ\(number)", ".\(number)"][number % 3]
            switch Int.random(in: 0..<8, using: &random) {
            case 0...2:
                try scratch.makeFolder(path)
                folders.append(path)
            case 3: try scratch.link(path, to: parent)
            case 4: try scratch.write(path + ".xlsx")
            case 5: try scratch.write(path + ".txt~")
            default: try scratch.write(path + ".csv")
            }
        }
        let folder = DropFolder(root: scratch.path + "/drop")
        let alone = try folder.list()
        #expect(!alone.files.isEmpty && !alone.findings.isEmpty)
        for jobs in [2, 3, 20] {
            let together = try folder.list(jobs: jobs)
            #expect(together.files == alone.files && together.findings == alone.findings)
            #expect(together.ignored == alone.ignored && together.unlisted == alone.unlisted)
        }
    }
}
