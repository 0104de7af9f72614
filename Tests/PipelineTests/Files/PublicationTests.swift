import Disk
import FoundationEssentials
import Glibc
import LedgerStore
import Model
import Pipeline
import TestSupport
import Testing

@Suite struct PublicationTests {
    private let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func begin(_ id: String) throws -> Publication {
        let runID = try #require(RunID(id))
        return try Publication(output: scratch.path, plan: "p", window: "2023", runID: runID)
    }

    @Test func anEditionAppearsWholeAndLatestPointsToIt() throws {
        let publication = try begin("20231212-2330-01")
        try publication.write("summary.txt", Array("xong".utf8))
        try publication.write("reminders/TX-P-01.txt", [])
        #expect(!scratch.exists("p/2023/20231212-2330-01"))
        let folder = try publication.commit(movingLatest: true)
        #expect(folder == scratch.path + "/p/2023/20231212-2330-01")
        #expect(try scratch.read("p/2023/latest/summary.txt") == "xong")
        #expect(try scratch.names("p/2023") == ["20231212-2330-01", "latest"])
        let target = try FileManager.default.destinationOfSymbolicLink(
            atPath: scratch.path + "/p/2023/latest"
        )
        #expect(target == "20231212-2330-01")
    }

    @Test func whatAnEditionHoldsIsNotReadableToEverybody() throws {
        let publication = try begin("20231212-2330-01")
        let path = try publication.path(for: "rejected/exemplar.csv")
        #expect(FileManager.default.createFile(atPath: path, contents: Data()))
        #expect(chmod(path, 0o666) == 0)
        _ = try publication.commit(movingLatest: true)
        #expect(try scratch.mode("p/2023/latest/rejected/exemplar.csv") == 0o640)
        for folder in ["p", "p/2023", "p/2023/20231212-2330-01/rejected"] {
            #expect(try scratch.mode(folder) == 0o750)
        }
    }

    @Test(arguments: [3, 40])
    func whatIsWrittenIsKnownByItsBytesAndOnTheDiskBeforeItAppears(_ letters: Int) throws {
        let publication = try begin("20231212-2330-01")
        var files = try publication.write(
            (0..<letters).map { ("reminders/\($0).txt", "phiếu \($0)") }
        )
        #expect(files.map(\.name) == (0..<letters).map { "reminders/\($0).txt" })
        files.append(
            try publication.write("findings.csv") { (put) throws(FileError) in
                for piece in ["mã,", "tên\r\n"] { try put(Array(piece.utf8)) }
            }
        )
        let book = try publication.path(for: "report.xlsx")
        #expect(FileManager.default.createFile(atPath: book, contents: Data("PK".utf8)))
        files.append(try publication.file("report.xlsx"))
        let folder = try publication.commit(movingLatest: true)
        let found = try EditionFile.all(in: folder)
        #expect(Set(found) == Set(files))
        #expect(found.count == letters + 2)
    }

    @Test func ofManyFilesTheFirstThatCannotBeWrittenIsTold() throws {
        let publication = try begin("20231212-2330-01")
        try publication.write("b.txt", [])
        let error = #expect(throws: FileError.self) {
            try publication.write([("a.txt", ""), ("b.txt", ""), ("../c.txt", "")])
        }
        #expect(error?.exitStatus.rawValue == 73)
        #expect(error?.message.contains("b.txt") == true)
        _ = consume publication
    }

    @Test func anEditionThatIsHeldBackLeavesLatestWhereItWas() throws {
        let first = try begin("20231212-2330-01")
        _ = try first.commit(movingLatest: true)
        let second = try begin("20231213-2330-01")
        try second.write("summary.txt", Array("hai".utf8))
        _ = try second.commit(movingLatest: false)
        #expect(scratch.exists("p/2023/20231213-2330-01/summary.txt"))
        #expect(!scratch.exists("p/2023/latest/summary.txt"))
        let third = try begin("20231214-2330-01")
        try third.write("summary.txt", Array("ba".utf8))
        _ = try third.commit(movingLatest: true)
        #expect(try scratch.read("p/2023/latest/summary.txt") == "ba")
    }

    @Test func anEditionThatIsNotCommittedLeavesNothing() throws {
        do {
            let publication = try begin("20231212-2330-01")
            try publication.write("summary.txt", [])
        }
        _ = try begin("20231212-2330-01")
        #expect(try scratch.names("p/2023") == [])
    }

    @Test func nothingIsWrittenOutsideTheEdition() throws {
        let publication = try begin("20231212-2330-01")
        for name in ["../x", "/etc/x", "a//b", "", "a/../../x", "."] {
            let error = #expect(throws: FileError.self) { try publication.path(for: name) }
            #expect(error?.exitStatus.rawValue == 73)
        }
        _ = consume publication
    }

    @Test func whereNothingCanBeWrittenTheExitStatusIsThatOfTheOutput() throws {
        try scratch.write("p", "a file in the way")
        let error = #expect(throws: FileError.self) { _ = try begin("20231212-2330-01") }
        #expect(error?.exitStatus.rawValue == 73)
        #expect(error?.message.contains("Không tạo được") == true)
    }

    @Test func anEditionThatExistsIsNeverWrittenOver() throws {
        let first = try begin("20231212-2330-01")
        _ = try first.commit(movingLatest: false)
        #expect(throws: FileError.self) { _ = try begin("20231212-2330-01") }
    }

    @Test func whatDeadRunsLeftIsSweptAwayAndALivingOneIsNot() throws {
        try scratch.write("p/2023/.20231201-2330-01.partial/reminders/a.txt")
        try scratch.link("p/2023/.latest.20231201-2330-01", to: "20231201-2330-01")
        try scratch.write("p/2023/20231130-2330-01/summary.txt")
        let living = try begin("20231212-2330-01")
        let removed = try Publication.sweep(output: scratch.path)
        #expect(removed == [scratch.path + "/p/2023/.20231201-2330-01.partial"])
        #expect(
            try scratch.names("p/2023") == [".20231212-2330-01.partial", "20231130-2330-01"]
        )
        _ = consume living
    }

    @Test func aFolderNamedLatestIsNotTouched() throws {
        try scratch.write("p/2023/latest/summary.txt", "cũ")
        #expect(throws: FileError.self) { _ = try begin("20231212-2330-01") }
        #expect(try scratch.read("p/2023/latest/summary.txt") == "cũ")
    }
}
