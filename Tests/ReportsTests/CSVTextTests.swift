import Model
@testable import Reports
import Testing

struct CSVTextTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r", "'\r"),
        ("\n=1", "'\n=1"), ("\r\n=1", "'\r\n=1"), ("\0=1", "'=1"), ("a\0b", "ab"), ("\0", ""),
        ("＋1", "'＋1"), ("＠a", "'＠a"), ("-1=2", "'-1=2"), ("-1,2,a", "'-1,2,a"),
        ("'=1+1", "'=1+1"), ("＝1", "'＝1"), ("－1", "'－1"), ("-", "'-"),
        ("-12", "-12"), ("+3,5", "+3,5"), ("-1.234,5", "-1.234,5"), ("a=b", "a=b"), ("", ""),
    ])
    func formulasAreMadeText(cell: String, written: String) {
        let line = written.utf8.contains { [10, 13, 44].contains($0) } ? "\"\(written)\"" : written
        #expect(CSVText(header: [cell]).text == "\u{FEFF}\(line)\r\n")
    }

    @Test func cellsAreQuotedByRFC4180() {
        var table = CSVText(header: ["a", "b"])
        table.append(["x,y", "nói \"có\"\nrồi"])
        #expect(table.text == "\u{FEFF}a,b\r\n\"x,y\",\"nói \"\"có\"\"\nrồi\"\r\n")
    }

    @Test(arguments: [
        (" a", "\" a\""), ("a ", "\"a \""), ("= a ", "\"'= a \""), ("=\"", "\"'=\"\"\""),
        ("Đỗ Thị Ưu", "Đỗ Thị Ưu"), ("\u{EF}", "\u{EF}"),
    ])
    func blanksAtEitherEndStay(cell: String, written: String) {
        #expect(CSVText(header: ["a", cell, "b"]).text == "\u{FEFF}a,\(written),b\r\n")
    }

    @Test func findingsKeepTheirPlaceAndLoseContacts() {
        let finding = Finding(
            .notANumber,
            unit: "U1",
            file: "a/b.csv",
            row: 3,
            column: "Số bài",
            value: "0912 345 678",
            message: "\"x\" không phải là số.",
            fix: "Chỉ ghi chữ số."
        )
        let lines = FindingsCSV.render([finding], plan: "p").split(separator: "\r\n")
        #expect(
            lines[0].dropFirst()
                == "severity,code,plan,unit,file,row,end_row,record,column,byte,value,expected,message,fix"
        )
        #expect(
            lines[1]
                == "error,not-a-number,p,U1,a/b.csv,3,,,Số bài,,(đã ẩn),,\"\"\"x\"\" không phải là số.\",Chỉ ghi chữ số."
        )
    }

    /// Offices write into a heading who drew up the table.
    @Test func aHeadingShowsNoContactsAndAnonymisedNoName() throws {
        let finding = Finding(
            .columnUnknown,
            file: "a.csv",
            row: 1,
            column: "Người lập: chị Mẫu, ĐT 0912 345 678",
            message: "Không đọc cột này.",
            fix: "Không cần sửa."
        )
        let shown = FindingsCSV.render([finding], plan: "p")
        #expect(shown.contains("Người lập: chị Mẫu, ĐT (đã ẩn)"))
        #expect(!shown.contains("0912"))
        let hidden = FindingsCSV.render([finding], plan: "p", anonymise: true)
        #expect(!hidden.contains("Mẫu"))
        let group = try #require(FindingGroup.groups([finding]).first)
        #expect(!group.message().contains("0912"))
        #expect(!group.message(masksValues: true).contains("Mẫu"))
    }
}
