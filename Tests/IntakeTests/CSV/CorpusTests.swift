import Foundation
import Intake
import Testing

/// Reads every file below the folder named by TONGHOP_CORPORA, whole and in pieces.
@Suite("Corpora")
struct CorpusTests {
    @Test(.enabled(if: corpora != nil)) func everyFileIsReadTheSameInPieces() throws {
        let folder = try #require(corpora)
        let paths = try #require(FileManager.default.enumerator(atPath: folder))
        var files = 0
        for case let path as String in paths where path.hasSuffix(".csv") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
                continue
            }
            let bytes = [UInt8](data)
            guard bytes.firstUTF8Fault == nil else { continue }
            let dialect = Dialect.sniff(bytes)
            let whole = CSVCase(bytes, dialect: dialect)
            let split = CSVCase(
                bytes,
                dialect: dialect,
                limits: CSVLimits(blockBytes: 512),
                pieces: [301, 7]
            )
            #expect(whole == split, "\(path)")
            files += 1
        }
        #expect(files > 0)
    }
}

private let corpora = ProcessInfo.processInfo.environment["TONGHOP_CORPORA"]
