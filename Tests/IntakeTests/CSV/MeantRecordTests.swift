import Intake
import Model
import Testing

/// What a damaged line is shown as, beside its error.
@Suite("Meant records")
struct MeantRecordTests {
    private func block(_ text: String) -> Block {
        var cutter = BlockCutter(dialect: Dialect(), expectedCells: 3)
        return (cutter.push(Array(text.utf8)) + cutter.finish())[0]
    }

    @Test(arguments: [
        ("\"1\",\"x\"\",\"3\"", ["1", "x", "3"]),
        ("\"1\",\"\"x\",\"3\"", ["1", "x", "3"]),
        ("\"1\",\"x\"y\",\"3\"", ["1", "x\"y", "3"]),
        ("\"1\",\"nói \"có\" rồi\",\"3\"", ["1", "nói \"có\" rồi", "3"]),
        ("1,\"x,3", ["1", "x", "3"]),
        ("\"1\",\"x,\"3\"", ["1", "x", "3"]),
        ("\"1\";\"2\";\"3\"", ["1", "2", "3"]),
    ])
    func aLineWithAStrayQuoteIsShownAndStaysSetAside(line: String, cells: [String]) {
        let block = block("a,b,c\n\(line)\n7,8,9\n")
        #expect(block.rows.map(\.isSetAside) == [false, true, false])
        #expect(block.faults.map(\.code) == [.quoteUnbalanced])
        #expect(block.meant(row: 1, columns: 3)?.cells == cells)
        #expect(block.text(row: 1, column: 0) == line)
    }

    @Test(arguments: ["4;5;6", "4\t5\t6", "4|5|6"])
    func aLineOfAnotherDelimiterIsShownCut(line: String) {
        let block = block("a,b,c\n\(line)\n7,8,9\n")
        #expect(block.meant(row: 1, columns: 3)?.cells == ["4", "5", "6"])
        #expect(block.rows[1].cellCount == 1)
    }

    @Test(arguments: ["4;5", "tổng hợp", "\"a\",\"say \"hi\", now\",\"3\"", "\"4,5,6", ""])
    func noCellsAreMadeUpForALineOfAnotherWidth(line: String) {
        let meant = MeantRecord(Array(line.utf8), in: Dialect(), columns: 6, isSetAside: true)
        #expect(meant == nil)
    }
}
