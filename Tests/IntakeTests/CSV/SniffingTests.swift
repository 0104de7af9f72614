import Intake
import Testing

/// What a person would take for the dialect of a file whose text is full of other signs.
@Suite("Sniffing")
struct SniffingTests {
    private func read(_ text: String) -> (found: CSVCase, dialect: Dialect) {
        let bytes = Array(text.utf8)
        let guess = DialectSniffer.guess(bytes.span, isWhole: true)
        let found = CSVCase(bytes, dialect: guess.dialect, expected: guess.headerColumns)
        return (found, guess.dialect)
    }

    @Test(arguments: [";", "\t", "|"], [1, 2, 30])
    func whatCutsTheHeaderTooWinsOverWhatLeavesItWhole(delimiter: String, count: Int) {
        let texts = ["12 Lê Lợi, Bến Nghé, Quận 1, HCM", "POLYGON ((1 2, 3 4, 5 6, 7 8))"]
        for text in texts {
            let rows = [["Địa chỉ", "Mã"]] + (0..<count).map { ["\(text)", "X\($0)"] }
            let lines = rows.map { $0.joined(separator: delimiter) + "\n" }
            #expect(read(lines.joined()).found.rows == rows)
        }
    }

    @Test func commasBeforeBlanksAreTextWhereAnotherDelimiterCutsAll() {
        let rows = [["h0, h1, h2, h3", "c1"], ["1, 2, 3, 4", "X"], ["5, 6, 7, 8", "Y"]]
        #expect(read("h0, h1, h2, h3;c1\n1, 2, 3, 4;X\n5, 6, 7, 8;Y\n").found.rows == rows)
    }

    @Test func aTitleWithTheSignsOfDataBelowABlankLineIsATitle() {
        let text = "Báo cáo, quý 1\n\nTên, họ;b;c\n1,5;2;3\n2,5;3;4\n3,5;4;5\n"
        #expect(read(text).dialect.delimiter == UInt8(ascii: ";"))
    }

    @Test(arguments: [
        ("a,b\nx, go\ny,\"[\"\"p\"\", \"\"q\"\", \"\"r\"\"]\"\n", [["x", " go"]]),
        ("a,b\n1, go\n1, \"x, y\"\n2,z\n3,w\n", [["1", " go"]]),
    ])
    func blanksOfSomeCellsAreData(text: String, wanted: [[String]]) {
        let (found, dialect) = read(text)
        #expect(!dialect.skipsBlanks)
        #expect(found.rows[1...1] == wanted[...])
    }

    @Test func blanksBehindAllDelimitersAreNone() {
        let (found, _) = read("a, b\n1, go\n1, \"x, y\"\n2, z\n3, w\n")
        #expect(
            found.rows == [["a", "b"], ["1", "go"], ["1", "x, y"], ["2", "z"], ["3", "w"]]
        )
    }

    @Test(arguments: [
        ("a,b,c,d\n1,O'Neil's,\"4,5\",x\n", ["1", "O'Neil's", "4,5", "x"]),
        ("a,b,c,d,e\n1,O'Neil's,\"4,5\",x\n", ["1", "O'Neil's", "4,5", "x"]),
        ("tên\n\"L'eau, l'air\"\n\"L'or\"\n", ["L'eau, l'air"]),
        ("\"tên\"\n\"L'eau, l'air\"\n\"L'or, l'art\"\n", ["L'eau, l'air"]),
        ("j\n\"{\"\"a\"\": [\"\"x\"\", \"\"it's; ok\"\"]}\"\n", ["{\"a\": [\"x\", \"it's; ok\"]}"]),
    ])
    func apostrophesInTextAreNoQuotes(text: String, second: [String]) {
        let (found, dialect) = read(text)
        #expect(dialect.quote == UInt8(ascii: "\""))
        #expect(found.rows[1] == second)
    }

    @Test func blanksOnBothSidesOfAllDelimitersAreNone() {
        let (found, dialect) = read("a | b | c\n1 |  | 3 \nx y | \"2 \"| z\n")
        #expect(!dialect.trimsBlanks)
        #expect(found.rows[2] == ["x y ", "2 ", "z"])
        let padded = read("a | b | c\n1 |  | 3 \nx y | \"2 \" | z\n")
        #expect(padded.found.rows == [["a", "b", "c"], ["1", "", "3 "], ["x y", "2 ", "z"]])
    }

    @Test func blanksBeforeSomeDelimitersAreData() {
        #expect(read("a, b, c\n1 , 2, 3\n4, 5, 6\n").found.rows[1] == ["1 ", "2", "3"])
    }

    @Test(arguments: [
        ("\"a\":\"b\"\n\"1\":\"2\"\n\"3\":\"4, 5\"\n", [["3", "4, 5"]]),
        ("\"a\" \"b\"\n\"1\" \"2\"\n\"3\" \"4 5\"\n", [["3", "4 5"]]),
        ("\"a\" \"b\"\n\"x\" 1 2\n\"y\" 3 4\n", [["y", "3", "4"]]),
    ])
    func theSignBetweenQuotedCellsIsTheDelimiter(text: String, last: [[String]]) {
        #expect(read(text).found.rows[2...2] == last[...])
    }
}
