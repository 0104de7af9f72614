import Model
import Testing

/// A finding is what it says, whether it stands by itself or is one of many of a kind.
@Suite struct FindingTests {
    private static func kind(_ wording: FindingWording) -> FindingKind {
        FindingKind(
            .duplicate,
            severity: .warning,
            unit: "P1",
            file: "P1/a.csv",
            column: "Tên bài",
            wording: wording,
            fix: "Bỏ bài khai trùng."
        )
    }

    private static func alone(_ message: String) -> Finding {
        Finding(
            .duplicate,
            severity: .warning,
            unit: "P1",
            file: "P1/a.csv",
            row: 12,
            column: "Tên bài",
            message: message,
            fix: "Bỏ bài khai trùng."
        )
    }

    private static let unit = "Phường A"

    private static let wordings: [(FindingWording, String)] = [
        (.plain("Trùng."), "Trùng."),
        ("Trùng với dòng \(.otherLine) của tệp khác.", "Trùng với dòng 7 của tệp khác."),
        ("Dòng \(.line) và \(.otherLine) trùng nhau.", "Dòng 12 và 7 trùng nhau."),
        ("\(unit): \(2) dòng" + " của \(file: "P2/b.csv").", "Phường A: 2 dòng của P2/b.csv."),
    ]

    @Test(arguments: wordings)
    func oneOfAKindSaysWhatOneAloneWould(wording: FindingWording, message: String) {
        let finding = Finding(FindingTests.kind(wording), row: 12, other: 7)
        let alone = FindingTests.alone(message)
        #expect(finding == alone && finding.hashValue == alone.hashValue)
        #expect(finding.message == message && finding.row == 12)
        #expect(finding.endRow == nil && finding.value == nil)
        #expect(!Finding.inReadingOrder(finding, alone) && !Finding.inReadingOrder(alone, finding))
    }

    @Test func whatIsChangedInOneStaysInTheOthersOfItsKind() {
        let kind = FindingTests.kind("Trùng với dòng \(.otherLine).")
        let other = Finding(kind, row: 12, other: 7)
        var finding = other
        finding.unit = "P2"
        finding.severity = .notice
        finding.add(" Đã giải trình.")
        finding.file = "b.csv"
        #expect(finding.unit == "P2" && finding.severity == .notice && finding.file == "b.csv")
        #expect(finding.message == "Trùng với dòng 7. Đã giải trình.")
        #expect(finding.code == .duplicate && finding.column == "Tên bài" && finding.row == 12)
        #expect(other.unit == "P1" && other.severity == .warning && other.file == "P1/a.csv")
        #expect(other.message == "Trùng với dòng 7." && other != finding)
    }

    @Test func findingsOfOneKindAreInTheOrderOfTheirLines() {
        let kind = FindingTests.kind(.plain("Trùng."))
        let findings = [30, 2, 11].map { Finding(kind, row: $0) }
        #expect(findings.sorted(by: Finding.inReadingOrder).map(\.row) == [2, 11, 30])
    }

    @Test func oneOfAKindHasAPlaceAndValuesOfItsOwn() {
        let kind = FindingTests.kind(.plain("Sai."))
        let finding = Finding(
            kind,
            row: 12,
            endRow: 13,
            record: 0,
            byte: nil,
            value: "x",
            expected: nil
        )
        #expect(finding.row == 12 && finding.endRow == 13 && finding.record == 0)
        #expect(finding.byte == nil && finding.value == "x" && finding.expected == nil)
        #expect(Finding(kind, row: 0).row == nil)
    }

    @Test func findingsAreCopiedOnlyWhereAFileIsShownOtherwise() throws {
        let kind = FindingTests.kind(.plain("Trùng."))
        var findings = [30, 2].map { Finding(kind, row: $0) }
        #expect(findings.renamed { $0 } == nil)
        findings[1].file = "P2/0912345678.csv"
        let renamed = try #require(
            findings.renamed { $0.hasPrefix("P2/") ? "P2/ab.csv" : $0 }
        )
        #expect(renamed.map(\.file) == ["P1/a.csv", "P2/ab.csv"])
        #expect(renamed.map(\.row) == [30, 2])
    }

    /// Two files may have names that are equal as texts: each keeps its findings together.
    @Test func namesThatDifferInTheirUnicodeFormAreOrderedByTheirBytes() {
        let composed = "Ph\u{1B0}\u{1EDD}ng.csv"
        let decomposed = "Phu\u{31B}o\u{31B}\u{300}ng.csv"
        #expect(composed == decomposed)
        func finding(_ file: String, _ row: Int, _ column: String = "c") -> Finding {
            Finding(.negative, file: file, row: row, column: column, message: "Âm.", fix: "Sửa.")
        }
        let expected = [
            finding(decomposed, 1), finding(decomposed, 9, decomposed),
            finding(decomposed, 9, composed), finding(composed, 1), finding(composed, 2),
            finding(composed, 9),
        ]
        for (index, one) in expected.enumerated() {
            for (place, other) in expected.enumerated() {
                #expect(Finding.inReadingOrder(one, other) == (index < place), "\(index) \(place)")
            }
        }
    }

    @Test func findingsOfTwoChecksThatSayTheSameAreTwo() {
        func finding(_ rule: String) -> Finding {
            Finding(.contradiction, file: "a.csv", rule: rule, message: "Lệch.", fix: "Sửa.")
        }
        #expect(finding("K1") == finding("K1"))
        #expect(finding("K1") != finding("K2"))
    }

    /// A name may hold whatever the sender typed; what merely looks like a name is none.
    @Test(arguments: ["P2/0912 345 678.csv", "P2/a\" và tệp \"b.csv", "\"", "tệp \"x\""])
    func anotherFileIsShownUnderItsOtherNameWhateverItIsCalled(path: String) throws {
        let kind = FindingTests.kind(
            "Trùng với dòng \(.otherLine) của tệp \"\(file: path)\", không phải tệp \"x\"."
        )
        var finding = Finding(kind, row: 12, other: 7)
        finding.add(" Đã giải trình: tệp \"y\".")
        #expect(finding.message.contains("của tệp \"\(path)\", không"))
        let shown = try #require([finding].renamed { $0 == path ? "P2/ab.csv" : $0 })
        #expect(
            shown[0].message
                == "Trùng với dòng 7 của tệp \"P2/ab.csv\", không phải tệp \"x\"."
                + " Đã giải trình: tệp \"y\"."
        )
        #expect(shown[0].file == "P1/a.csv" && shown[0].row == 12)
        let plain = FindingTests.alone("Tệp \"\(path)\".")
        #expect([plain].renamed { $0 == path ? "?" : $0 } == nil)
    }

    @Test func oneByItselfKeepsTheFilesThatItNames() throws {
        let kind = FindingTests.kind("Dòng \(.line) như dòng \(.otherLine) của \(file: "b.csv").")
        let alone = Finding(Finding(kind, row: 12, other: 7).plainKind, row: 1)
        #expect(alone.message == "Dòng 12 như dòng 7 của b.csv.")
        let shown = try #require([alone].renamed { $0 == "b.csv" ? "c.csv" : $0 })
        #expect(shown[0].message == "Dòng 12 như dòng 7 của c.csv.")
    }
}
