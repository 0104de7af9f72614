import Model
import Rollup
import TestSupport
import Testing

/// Who may have been listed twice under two keys counts twice, and that is told (domain.md 2.4).
@Suite("Suspected repeats among exemplars, proposals and commendations")
struct SuspectedRepeatTests {
    private static let exemplars = "Mã đơn vị,Năm,Họ và tên,Đối tượng,Năm sinh\n"
    private static let proposals =
        "Mã đơn vị,Năm,Họ và tên,Đối tượng,Cấp khen thưởng,Hình thức đề nghị\n"
    private static let commendations =
        "Mã đơn vị,Họ và tên,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen,Hình thức khen thưởng\n"

    /// What is told of repeats where each row stands in a file of its own, or all in one.
    private func told(_ header: String, _ rows: [String], inOneFile: Bool = false) throws
        -> [Finding]
    {
        let texts = inOneFile ? [rows.joined(separator: "\n")] : rows
        let files = texts.enumerated().map { number, text in
            Scenario.File("2024-08-01/W1/ds-\(number).csv", header + text + "\n")
        }
        let records = try Scenario(plan([]), files).records(window: "2024", asOf: "2025-01-01")
        let form = try #require(records.forms.first { !$0.isEmpty })
        #expect(form.reduce(0) { $0 + $1.counts.count { $0 } } == rows.count)
        return records.findings.filter { $0.code == .duplicate }
    }

    private func expectOne(_ found: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(found.count == 1, sourceLocation: sourceLocation)
        #expect(found.first?.severity == .warning, sourceLocation: sourceLocation)
        #expect(found.first?.isSuspicion == true, sourceLocation: sourceLocation)
        #expect(found.first?.unit == "W1", sourceLocation: sourceLocation)
        #expect(
            found.first?.message.contains("vẫn được tính") == true,
            sourceLocation: sourceLocation
        )
    }

    @Test(arguments: [
        // The year of birth was added, or mended.
        ("Nguyễn Văn An,Cá nhân,", "Nguyễn Văn An,Cá nhân,1970"),
        ("Nguyễn Văn An,Cá nhân,1970", "Nguyễn Văn An,Cá nhân,1971"),
        // The name is written otherwise.
        ("Nguyễn Văn An,Cá nhân,1970", "Ông Nguyễn Văn An,Cá nhân,1970"),
        ("Nguyễn Văn An,Cá nhân,", "Đ/c NGUYỄN VĂN AN – Bí thư chi bộ,Cá nhân,"),
        ("Tổ dân phố 5,Tập thể,", "Tổ dân phố 5,Tập thể,1990"),
    ])
    func anExemplarThatComesAgain(first: String, second: String) throws {
        let found = try told(Self.exemplars, ["W1,2024,\(first)", "W1,2024,\(second)"])
        expectOne(found)
        #expect(found.first?.file == "2024-08-01/W1/ds-1.csv")
        #expect(found.first?.message.contains("2024-08-01/W1/ds-0.csv") == true)
    }

    @Test(arguments: [
        ("2024,Nguyễn Văn An,Cá nhân,1970", "2023,Nguyễn Văn An,Cá nhân,1971"),
        ("2024,Nguyễn Văn An,Cá nhân,1970", "2024,Nguyễn Văn Ân,Cá nhân,1970"),
        ("2024,Nguyễn Văn An,Cá nhân,", "2024,Nguyễn Văn An,Tập thể,1970"),
        // Of a group the words behind a dash are a part of its name.
        ("2024,Chi hội - Tổ 1,Tập thể,", "2024,Chi hội - Tổ 2,Tập thể,"),
    ])
    func anotherExemplarIsNone(first: String, second: String) throws {
        #expect(try told(Self.exemplars, ["W1,\(first)", "W1,\(second)"]).isEmpty)
    }

    /// That is what the column is for.
    @Test func namesakesOfOneListAreToldApartByTheirYearsOfBirth() throws {
        let rows = ["W1,2024,Nguyễn Văn An,Cá nhân,1970", "W1,2024,Nguyễn Văn An,Cá nhân,1971"]
        #expect(try told(Self.exemplars, rows, inOneFile: true).isEmpty)
    }

    @Test func aProposalWhoseAwardWasAdded() throws {
        let head = "W1,2024,Nguyễn Văn An,Cá nhân,Thành phố,"
        expectOne(try told(Self.proposals, [head, head + "Bằng khen"]))
        #expect(try told(Self.proposals, [head + "Giấy khen", head + "Bằng khen"]).isEmpty)
        let other = "W1,2024,Nguyễn Văn An,Cá nhân,Quận,Bằng khen"
        #expect(try told(Self.proposals, [head, other]).isEmpty)
    }

    @Test func aDecisionWhoseNumberIsWrittenOtherwise() throws {
        func row(_ number: String, _ day: String) -> String {
            "W1,Nguyễn Văn An,Cá nhân,\(number),\(day),Quận,Giấy khen"
        }
        let rows = [row("12/QĐ-UBND", "2024-04-01"), row("12/QĐ", "2024-04-01")]
        expectOne(try told(Self.commendations, rows, inOneFile: true))
        let others = [row("12/QĐ-UBND", "2024-04-01"), row("80/QĐ-UBND", "2024-09-01")]
        #expect(try told(Self.commendations, others, inOneFile: true).isEmpty)
    }

    @Test func eachFurtherOneIsHeldAgainstTheFirst() throws {
        let rows = ["", "1970", "1971"].map { "W1,2024,Nguyễn Văn An,Cá nhân,\($0)" }
        #expect(try told(Self.exemplars, rows, inOneFile: true).map(\.row) == [3, 4])
    }
}
