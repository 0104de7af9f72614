import Model
import Testing

@testable import Reports

struct JSONTextTests {
    @Test(arguments: [
        ("Đạt", "\"Đạt\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("x\ny\t", "\"x\\ny\\t\""),
        ("\u{1}\u{2028}", "\"\\u0001\\u2028\""), ("\u{0}", "\"\\u0000\""),
    ])
    func stringsAreEscaped(string: String, json: String) {
        var text = JSONText()
        text.add(string)
        #expect(text.text == json)
    }

    @Test func keysKeepTheirOrder() {
        var json = JSONText()
        json.object { json in
            json.add("z", 1)
            json.add("a", Int?.none)
            json.array("list") { json in
                json.add("x")
                json.add("y")
            }
            json.object("empty") { _ in }
            json.add("flag", true)
        }
        #expect(
            json.text == #"{"z": 1, "a": null, "list": ["x", "y"], "empty": {}, "flag": true}"#
        )
    }

    @Test func membersWrittenElsewhereStandInTheirPlace() {
        var members = JSONText()
        for number in 1...3 {
            members.lineBreak()
            members.object { $0.add("n", number) }
        }
        var json = JSONText()
        json.object { json in
            json.add("a", 1)
            json.array("list") { $0.add(members: members) }
            json.array("none") { $0.add(members: JSONText()) }
            json.add("z", 2)
        }
        let text =
            "{\"a\": 1, \"list\": [\n{\"n\": 1},\n{\"n\": 2},\n{\"n\": 3}], \"none\": [], \"z\": 2}"
        #expect(json.text == text)
        #expect(Array(json.pieces.joined()) == Array(text.utf8))
    }

    @Test func numbersAreTheShortestDecimals() {
        #expect(ResultsJSON.number(Quantity(12)) == "12")
        #expect(ResultsJSON.number(Quantity(1, over: 8)) == "0.125")
        #expect(ResultsJSON.number(Quantity(200, over: 3)) == "66.666667")
        #expect(ResultsJSON.number(nil) == nil)
    }

    /// Three digits behind a comma would read as thousands where they are handed in.
    @Test func figuresHandedUpReadBackAsThemselves() throws {
        #expect(SubmissionUpCSV.decimal(Quantity(12)) == "12")
        #expect(SubmissionUpCSV.decimal(try #require(Quantity(25, over: 2))) == "12,5")
        #expect(SubmissionUpCSV.decimal(try #require(Quantity(12_345, over: 1000))) == "12,3450")
    }
}
