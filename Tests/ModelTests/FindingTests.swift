import Model
import Testing

/// A finding is what it says, whether it stands by itself or is one of many of a kind.
@Suite struct FindingTests {
    private static func kind(_ wording: FindingKind.Wording) -> FindingKind {
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

    @Test(arguments: [
        (FindingKind.Wording.plain("Trùng."), "Trùng."),
        (.aboutLine("Trùng với dòng ", " của tệp khác."), "Trùng với dòng 7 của tệp khác."),
        (.aboutBothLines("Dòng ", " và ", " trùng nhau."), "Dòng 12 và 7 trùng nhau."),
    ])
    func oneOfAKindSaysWhatOneAloneWould(wording: FindingKind.Wording, message: String) {
        let finding = Finding(FindingTests.kind(wording), row: 12, other: 7)
        let alone = FindingTests.alone(message)
        #expect(finding == alone && finding.hashValue == alone.hashValue)
        #expect(finding.message == message && finding.row == 12)
        #expect(finding.endRow == nil && finding.value == nil)
        #expect(!Finding.inReadingOrder(finding, alone) && !Finding.inReadingOrder(alone, finding))
    }

    @Test func whatIsChangedInOneStaysInTheOthersOfItsKind() {
        let kind = FindingTests.kind(.aboutLine("Trùng với dòng ", "."))
        let other = Finding(kind, row: 12, other: 7)
        var finding = other
        finding.unit = "P2"
        finding.severity = .notice
        finding.message += " Đã giải trình."
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

    @Test func findingsOfTwoChecksThatSayTheSameAreTwo() {
        func finding(_ rule: String) -> Finding {
            Finding(.contradiction, file: "a.csv", rule: rule, message: "Lệch.", fix: "Sửa.")
        }
        #expect(finding("K1") == finding("K1"))
        #expect(finding("K1") != finding("K2"))
    }
}
