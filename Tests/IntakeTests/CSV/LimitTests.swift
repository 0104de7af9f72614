import Intake
import Testing

@Suite("Limits of the CSV layer")
struct LimitTests {
    private func repeated(_ text: String, _ count: Int) -> [UInt8] {
        Array(repeatElement(Array(text.utf8), count: count).joined())
    }

    @Test func aRecordOfTooManyColumnsIsSetAsideAtOnce() {
        let bytes = Array("a,b\n".utf8) + repeated(",", 300_000) + Array("\n1,2\n".utf8)
        let found = CSVCase(bytes)
        #expect(found.good == [["a", "b"], ["1", "2"]])
        #expect(found.faults == ["tooManyColumns 2:1025"])
    }

    @Test func aLineLongerThanARecordKeepsItsBeginning() {
        let limits = CSVLimits(blockBytes: 256, recordBytes: 1000)
        let bytes = Array("a,b\n".utf8) + repeated("ư", 5000) + Array("\r\n1,2\n".utf8)
        for pieces in [[], [7], [100], [333, 1]] {
            let found = CSVCase(bytes, limits: limits, pieces: pieces)
            #expect(found.good == [["a", "b"], ["1", "2"]])
            #expect(found.raws[1] == String(repeating: "ư", count: 500))
            #expect(found.faults == ["recordTooLong 2:1"])
            #expect(found.lines == [1, 2, 3])
        }
    }

    @Test func aRecordThatIsTooLongNamesTheCellThatPassesTheLimit() {
        let limits = CSVLimits(blockBytes: 256, recordBytes: 1000)
        let bytes = Array("a,b,c\n1,2,".utf8) + repeated("x", 5000) + Array("\n1,2,3\n".utf8)
        #expect(CSVCase(bytes, limits: limits).faults == ["recordTooLong 2:3"])
    }

    @Test(arguments: [[], [256], [255]], ["", "\r", "\n"])
    func aGiantLastLineIsCountedWithOrWithoutItsEnd(pieces: [Int], end: String) {
        let limits = CSVLimits(blockBytes: 256, recordBytes: 1000)
        let bytes = Array("a,b\n".utf8) + repeated("x", 5116) + Array(end.utf8)
        let found = CSVCase(bytes, limits: limits, pieces: pieces)
        #expect(found.lines == [1, 2])
        #expect(found.endLines == [1, 2])
        #expect(found.lineCount == 2)
    }

    @Test(arguments: [[], [4096], [100, 7]])
    func aGiantQuotedCellIsOneRecordAndOneFault(pieces: [Int]) {
        let limits = CSVLimits(blockBytes: 512, recordBytes: 2000)
        let bytes =
            Array("a,b,c\n1,2,3\n4,\"".utf8) + repeated("xin chào\n", 3000)
            + Array("\",6\n7,8,9\n".utf8)
        let found = CSVCase(bytes, limits: limits, pieces: pieces)
        #expect(found.good == [["a", "b", "c"], ["1", "2", "3"], ["7", "8", "9"]])
        #expect(found.faults == ["recordTooLong 3:2"])
        #expect(found.lines == [1, 2, 3, 3004])
        #expect(found.endLines == [1, 2, 3003, 3004])
        #expect(found.lineCount == 3004)
        #expect(found.raws[2].utf8.count <= 2000)
    }

    @Test func aQuoteThatNeverClosesIsOneFaultHoweverLongTheFile() {
        let limits = CSVLimits(blockBytes: 512, recordBytes: 2000)
        let bytes = Array("a,b,c\n1,\"2,3\n".utf8) + repeated("x,y\n", 20_000)
        let found = CSVCase(bytes, limits: limits, pieces: [777])
        #expect(found.faults == ["recordTooLong 2:2"])
        #expect(found.lines == [1, 2])
        #expect(found.endLines == [1, 20_002])
        #expect(found.lineCount == 20_002)
    }

    @Test func aFirstLineThatIsTooLongDoesNotTellTheWidth() {
        let bytes = repeated("một,hai,ba ", 120_000) + Array("\n1,2\n3,4\n".utf8)
        let dialect = Dialect.sniff(bytes)
        #expect(dialect.delimiter == UInt8(ascii: ","))
        let found = CSVCase(bytes, dialect: dialect)
        #expect(found.good == [["1", "2"], ["3", "4"]])
        #expect(found.faults.map { $0.prefix(16) } == ["recordTooLong 1:"])
    }

    @Test func aLongCellIsKeptAndReported() {
        let bytes = Array("a,b\n1,".utf8) + repeated("x", 70_000) + Array("\n".utf8)
        let found = CSVCase(bytes)
        #expect(found.rows.count == 2)
        #expect(found.faults == ["cellTooLong 2:2"])
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["\"", "\"a\n", "\"\"a\n", ",\"", "\r", "\0", "a\"\n", "\"\n,\"x\n"]
    )
    func hostileTextTakesLinearTime(unit: String) {
        let bytes = Array("a,b,c\n".utf8) + repeated(unit, 400_000)
        let found = CSVCase(bytes)
        #expect(found.lineCount > 0)
    }

    @Test func everyByteOfEveryRecordIsSomewhere() {
        let limits = CSVLimits(blockBytes: 64, recordBytes: 100_000)
        let text = "a,b\n1,\"x\"y\n\"open\n2,3\n,,,\n"
        let found = CSVCase(Array(text.utf8), limits: limits, pieces: [5])
        #expect(found.raws.joined(separator: "\n") + "\n" == text)
    }
}
