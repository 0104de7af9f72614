import Intake
import Testing

@Suite("Records")
struct RecordTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\n3,4\r5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
        ("a,b\n1,\"x,\r\ny\"\n", [["a", "b"], ["1", "x,\r\ny"]]),
        ("a,b\n1,\"he said \"\"hi\"\"\"\n", [["a", "b"], ["1", "he said \"hi\""]]),
        ("a,b\n\"\",\"\"\"\"\n", [["a", "b"], ["", "\""]]),
        ("a,b\n,\n", [["a", "b"], ["", ""]]),
        ("a,b\n\n\r\n1,2\n\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n# 1,2\n", [["a", "b"], ["# 1", "2"]]),
        ("a,b\n1,2\u{2028}3\u{85}\n", [["a", "b"], ["1", "2\u{2028}3\u{85}"]]),
        ("a,b\n\u{FEFF}1,2\n\u{FEFF}\"3\",4\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
    ])
    func regularTextGivesItsCells(text: String, rows: [[String]]) {
        let found = CSVCase(text)
        #expect(found.rows == rows)
        #expect(found.faults == [])
    }

    @Test func aBlankLineIsARecordOnlyInATableOfOneColumn() {
        #expect(CSVCase("a\n\nb\n", expected: 1).rows == [["a"], [""], ["b"]])
        #expect(CSVCase("a,b\n\nc,d\n", expected: 2).rows == [["a", "b"], ["c", "d"]])
    }

    @Test func aQuoteInsideAnUnquotedCellIsDataWithANotice() {
        let found = CSVCase("a,b\n1,5\" pipe\n x,\"y\"\n")
        #expect(found.rows == [["a", "b"], ["1", "5\" pipe"], [" x", "y"]])
        #expect(found.faults == ["quoteOdd 2:2"])
    }

    @Test func blanksBehindAClosingQuoteAreDroppedAndReported() {
        let found = CSVCase("a,b\n\"1\" ,\"2\"\t\n")
        #expect(found.rows == [["a", "b"], ["1", "2"]])
        #expect(found.faults == ["blanksBehindQuote 2:1"])
    }

    @Test func textBehindAClosingQuoteSetsItsRecordAside() {
        let found = CSVCase("a,b\n1,\"x\"y\n2,z\n")
        #expect(found.good == [["a", "b"], ["2", "z"]])
        #expect(found.faults == ["quoteUnbalanced 2:2"])
        #expect(found.raws[1] == "1,\"x\"y")
    }

    @Test func aQuoteThatNeverClosesCostsItsOwnLineOnly() {
        var text = "a,b,c\n1,\"x,3\n"
        for number in 0..<3000 { text += "\(number),y,z\n" }
        let found = CSVCase(text)
        #expect(found.good.count == 3001)
        #expect(found.faults == ["quoteUnbalanced 2:2"])
        #expect(found.lineCount == 3002)
    }

    @Test func readingGoesOnAtTheNextLineThatHasTheHeadersNumberOfCells() {
        let found = CSVCase("a,b,c\n1,\"x\ny\n\nz,z\n4,5,6\n7,\"8\",9\n")
        #expect(found.good == [["a", "b", "c"], ["4", "5", "6"], ["7", "8", "9"]])
        #expect(found.faults == ["quoteUnbalanced 2:2"])
        #expect(found.lines == [1, 2, 6, 7])
        #expect(found.endLines == [1, 5, 6, 7])
        #expect(found.raws[1] == "1,\"x\ny\n\nz,z")
    }

    @Test func recordsSwallowedBetweenTwoStrayQuotesAreFoundAgain() {
        let found = CSVCase("a,b,c\n1,\"x,3\n4,5,6\n7,8,9\n10,11,\"\n13,14,15\n")
        #expect(
            found.good == [
                ["a", "b", "c"], ["4", "5", "6"], ["7", "8", "9"], ["13", "14", "15"],
            ]
        )
        #expect(found.faults == ["quoteUnbalanced 2:2", "quoteUnbalanced 5:3"])
    }

    @Test func aRecordKnowsItsLines() {
        let found = CSVCase("a,b\n\n1,\"x\n\ny\"\r\n2,\"u\rv\"\n3,4")
        #expect(found.lines == [1, 3, 6, 8])
        #expect(found.endLines == [1, 5, 7, 8])
        #expect(found.lineCount == 8)
    }

    @Test func mixedLineEndsAreSeen() {
        #expect(CSVCase("a,b\r\nc,d\r\n").endings == .crlf)
        #expect(!CSVCase("a,b\r\n\"c\nx\",d\r\n").endings.isMixed)
        #expect(CSVCase("a,b\r\nc,d\n").endings.isMixed)
    }

    @Test func theSepLineIsNoRecord() {
        let bytes = Array("sep=;\r\na;b\r\n1,5;2\r\n".utf8)
        let dialect = Dialect.sniff(bytes)
        #expect(dialect.hasSepLine && dialect.delimiter == UInt8(ascii: ";"))
        let found = CSVCase(bytes, dialect: dialect)
        #expect(found.rows == [["a", "b"], ["1,5", "2"]])
        #expect(found.lines == [2, 3])
        #expect(found.lineCount == 3)
    }

    @Test func nothingIsQuotedWithoutAQuote() {
        let found = CSVCase(Array("a,\"b\nc,d\"\n".utf8), dialect: Dialect(quote: 0))
        #expect(found.rows == [["a", "\"b"], ["c", "d\""]])
        #expect(found.faults == [])
    }

    @Test func aNulIsKeptAndReported() {
        let found = CSVCase("a,b\n1,x\0y\n2,z\n")
        #expect(found.rows[1] == ["1", "x\0y"])
        #expect(found.faults == ["nul 2:2"])
    }
}
