import Intake
import Testing

@Suite("Polluted files")
struct PollutedTests {
    private func read(_ text: String) -> (found: CSVCase, dialect: Dialect) {
        let bytes = Array(text.utf8)
        let guess = DialectSniffer.guess(bytes.span, isWhole: true)
        let found = CSVCase(bytes, dialect: guess.dialect, expected: guess.headerColumns)
        return (found, guess.dialect)
    }

    @Test(
        arguments: [",", ";", "\t", "|", " ", ", ", "~", "^"],
        [false, true]
    )
    func everyDelimiterIsFound(delimiter: String, quotesAll: Bool) {
        let table = PollutedTable(delimiter: delimiter, quotesAll: quotesAll)
        let (found, dialect) = read(table.text)
        #expect(dialect.delimiter == delimiter.utf8.first)
        #expect(dialect.skipsBlanks == (delimiter == ", "))
        #expect(found.rows == table.rows)
        #expect(found.faults == [])
    }

    @Test(arguments: [("\"", "\\"), ("'", "'"), ("'", "\\")], [false, true])
    func everyQuoteAndEscapeIsFound(signs: (quote: String, escape: String), quotesAll: Bool) {
        let table = PollutedTable(
            quote: signs.quote,
            escape: signs.escape,
            quotesAll: quotesAll
        )
        let (found, dialect) = read(table.text)
        #expect(dialect.quote == signs.quote.utf8.first)
        #expect(dialect.escape == (signs.escape == "\\" ? UInt8(ascii: "\\") : 0))
        #expect(found.rows == table.rows)
    }

    @Test(arguments: [false, true]) func quotesThatNothingEscapesAreReadAndReported(all: Bool) {
        let table = PollutedTable(escape: "", quotesAll: all)
        let (found, dialect) = read(table.text)
        #expect(dialect.hasPlainQuotes)
        #expect(found.rows == table.rows)
        #expect(found.faults.contains { $0.hasPrefix("quotePlain") })
    }

    @Test(arguments: [["\n"], ["\r"], ["\n", "\r\n"], ["\r", "\n", "\r\n"]])
    func everyLineEndIsOne(ends: [String]) {
        let table = PollutedTable(lineEnds: ends)
        let (found, _) = read(table.text)
        #expect(found.rows == table.rows)
        #expect(found.endings.isMixed == (ends.count > 1))
    }

    @Test func theEndOfTheFileMayHaveNoLineEndOrTwo() {
        let table = PollutedTable()
        #expect(read(String(table.text.dropLast())).found.rows == table.rows)
        #expect(read(table.text + "\r\n").found.rows == table.rows)
    }

    @Test func linesAboveTheHeaderDoNotMislead() {
        let table = PollutedTable(delimiter: ";")
        let title = "BÁO CÁO, THÁNG 3\r\n(Kèm theo Công văn số 5, ngày 1/4)\r\n\r\n"
        let (found, dialect) = read(title + table.text)
        #expect(dialect.delimiter == UInt8(ascii: ";"))
        #expect(Array(found.rows.dropFirst(2)) == table.rows)
    }

    @Test(arguments: [3, 7, 12]) func aSecondTableIsReadToo(columns: Int) {
        let table = PollutedTable()
        let second = (0..<20).map { row in (0..<columns).map { "\(row * $0)" } }
        let more = second.map { $0.joined(separator: ",") + "\r\n" }.joined()
        #expect(read(table.text + more).found.rows == table.rows + second)
        #expect(read(table.text + "\r\n" + more).found.rows == table.rows + second)
    }

    @Test(arguments: [0, 1, 2, 60]) func fewRecordsAreEnough(count: Int) {
        let rows = Array(PollutedTable.rows.prefix(count))
        let table = PollutedTable(delimiter: ";", rows: rows)
        #expect(read(table.text).found.rows == rows)
    }

    @Test(arguments: [";", "\t", "|"]) func aRowOfAnotherDelimiterIsReadAsTheFileIs(sign: String) {
        let table = PollutedTable(quotesAll: true)
        let other = PollutedTable(delimiter: sign)
        let (found, dialect) = read(
            table.text(replacing: 8, with: other.line(table.rows[8]))
        )
        #expect(dialect.delimiter == UInt8(ascii: ","))
        #expect(found.rows.count == table.rows.count)
        #expect(found.rows[8].count != 7)
        #expect(found.rows[9] == table.rows[9])
    }

    @Test func aRowInOtherQuotesIsPointedAt() {
        let table = PollutedTable(quotesAll: true)
        let other = PollutedTable(quote: "'", quotesAll: true)
        let text = table.text(replacing: 5, with: other.line(table.rows[5]))
        let dialect = Dialect.sniff(Array(text.utf8))
        #expect(dialect.quote == UInt8(ascii: "\""))
        var cutter = BlockCutter(dialect: dialect)
        let blocks = cutter.push(Array(text.utf8)) + cutter.finish()
        #expect(blocks[0].oddlyQuotedColumn(row: 5) == 0)
        #expect(blocks[0].oddlyQuotedColumn(row: 6) == nil)
    }

    @Test func aRowOfAnotherEscapeIsReadAlike() {
        let table = PollutedTable()
        let other = PollutedTable(escape: "\\")
        let (found, _) = read(table.text(replacing: 3, with: other.line(table.rows[3])))
        #expect(found.rows == table.rows)
    }

    /// An extra quote at the beginning, in the middle or at the end of any cell.
    @Test(arguments: ["\"", "\\"], [false, true])
    func anExtraQuoteCostsOneRecordAtMost(escape: String, quotesAll: Bool) {
        let table = PollutedTable(escape: escape, quotesAll: quotesAll)
        let line = Array(table.line(table.rows[4]))
        for index in 0...line.count {
            let polluted = String(line[..<index]) + "\"" + String(line[index...])
            let (found, _) = read(table.text(replacing: 4, with: polluted))
            let missing = table.rows.filter { !found.good.contains($0) }
            #expect(missing.count <= 1, "at \(index): \(found.faults)")
            let isWrong = found.good.contains { !table.rows.contains($0) }
            #expect(!isWrong || !found.faults.isEmpty, "at \(index)")
        }
    }

    @Test(arguments: [
        "Họ và tên\nNguyễn Văn An\nTrần Thị Bình\nLê Chi\nPhạm Dung\n",
        "Tên đơn vị\nPhường 1\nPhường 2\nXã 3\nXã 4\n",
        "Thời điểm\n2024-01-10 10:00:00\n2024-01-11 10:01:00\n2024-01-12 10:02:00\n",
        "Ý kiến\nTốt\nCần sửa, bổ sung\nKhông\nNên làm sớm\nĐồng ý\n",
        "Địa chỉ\nhttp://tx.vn/a:b\nhttp://tx.vn/c:d\nhttp://tx.vn/e:f\n",
    ])
    func linesOfTextAreOneColumn(text: String) {
        let (found, _) = read(text)
        #expect(found.rows == text.split(separator: "\n").map { [String($0)] })
    }

    @Test(arguments: [
        ("k;v\n1,5;2,5\n2,5;3,5\n3,5;4,5\n", ";"),
        ("id;nơi\n1;12 Lê Lợi, Hà Nội, VN\n2;3 Tràng Tiền, Hà Nội, VN\n3;x, y, z\n", ";"),
        ("user:uid:gid\na:1:2\nb:3:4\nc:5:6\n", ":"),
        ("x y z\n1.5 2 3\n2.5 3 4\n3.5 4 5\n", " "),
        ("sep=;\na,b\n1,2\n3,4\n", ","),
    ])
    func theDelimiterThatExplainsTheFileWins(text: String, delimiter: Character) {
        #expect(read(text).dialect.delimiter == delimiter.asciiValue)
    }

    @Test(arguments: ["sep=;\r\n", "\"sep=;\"\r\n", "\u{FEFF}sep=;\n", "\u{FEFF}\"SEP=;\"\r"])
    func theSepLineMayBeQuotedOrMarked(line: String) {
        let (found, dialect) = read(line + "a,1;b\r\n1,5;2\r\n")
        #expect(dialect.hasSepLine)
        #expect(found.rows == [["a,1", "b"], ["1,5", "2"]])
        #expect(found.lines == [2, 3])
    }
}
