import Intake
import Model
import Rollup
import TestSupport
import Testing

/// Contest entries sent under the name of a ward after it was merged into another as a whole.
@Suite("Entries of merged wards")
struct MergedEntryTests {
    private let contest = """
        contests: [{id: c, year: 2024, opens: 2024-01-01, closes: 2024-12-31}]
        """

    /// W1 and W4 are merged into W2 on 01/07/2024; each file has rows
    /// `entry_id,title,authors,received_on`.
    private func records(_ files: (unit: String, day: String, rows: [String])...) throws
        -> RecordSet
    {
        var scenario = Scenario(
            plan([], contest),
            files.map { file in
                .init(
                    "\(file.day)/\(file.unit)/bai.csv",
                    "unit,entry_id,title,authors,received_on\n"
                        + file.rows.map { "\(file.unit),\($0)\n" }.joined()
                )
            },
            units: """
                Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày
                D,Quận Dê,HUYEN,,
                W1,Phường Một,PHUONG,D,2024-07-01
                W2,Phường Hai,PHUONG,D,
                W4,Phường Bốn,PHUONG,D,2024-07-01
                """
        )
        scenario.changes = """
            Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính
            2024-07-01,Nhập toàn bộ,W1,W2,Có
            2024-07-01,Nhập toàn bộ,W4,W2,Có
            """
        return try scenario.records(window: "2024", asOf: "2025-01-05")
    }

    /// The entries that count, as unit and fault.
    private func entries(_ records: RecordSet) -> [String] {
        records.forms.joined().flatMap { resolved in
            resolved.counts.indices.filter { resolved.counts[$0] }.map { record in
                let unit = Int(resolved.batch.units[record])
                return "\(records.context.roster.units[unit].id) \(resolved.faults[record])"
            }
        }.sorted()
    }

    private let own = (
        unit: "W2", day: "2024-12-10",
        rows: ["1,Bài một,An,2024-08-01", "2,Bài hai,Bình,2024-08-01"]
    )

    /// Each office numbers its own entries from 1.
    @Test(arguments: [[("W1", "2024-12-09")], [("W1", "2024-12-11"), ("W4", "2024-12-12")]])
    func theSameNumberOfAnotherSenderIsAnotherEntry(senders: [(String, String)]) throws {
        var found = try records(own)
        #expect(entries(found) == ["W2 none", "W2 none"])
        let files = senders.map { unit, day in
            (unit: unit, day: day, rows: ["1,Bài của \(unit),Chi \(unit),2024-08-02"])
        }
        found =
            files.count == 1 ? try records(own, files[0]) : try records(own, files[0], files[1])
        #expect(entries(found) == [String](repeating: "W2 none", count: 2 + senders.count))
        #expect(found.findings.isEmpty)
    }

    /// Without the successor's own entries, too.
    @Test func entriesOfTwoMergedWardsAreNotVersionsOfEachOther() throws {
        let found = try records(
            ("W1", "2024-12-10", ["1,Bài một,An,2024-08-01"]),
            ("W4", "2024-12-11", ["1,Bài hai,Bình,2024-08-01"])
        )
        #expect(entries(found) == ["W2 none", "W2 none"])
    }

    @Test func aNumberSentAgainUnderOneNameIsANewVersion() throws {
        let found = try records(
            own,
            // Before the merger and after it: the number is still the same office's.
            ("W1", "2024-06-20", ["7,Bài bảy,Chi,2024-06-15"]),
            ("W1", "2024-12-11", ["7,Bài bảy (sửa),Chi,2024-08-02", "8,Bài tám,Chi,2024-08-02"]),
            ("W1", "2024-12-12", ["8,Bài tám (sửa),Chi,2024-08-02"])
        )
        #expect(entries(found) == [String](repeating: "W2 none", count: 4))
        #expect(found.findings.map(\.code) == [.superseded, .superseded])
    }

    /// One work under two numbers is a duplicate, whoever sent it (CONTRACT §11.3).
    @Test func theSameWorkUnderAMergedWardsNumberIsADuplicate() throws {
        let found = try records(own, ("W1", "2024-12-11", ["1,Bài một,An,2024-08-01"]))
        #expect(entries(found) == ["W2 duplicate", "W2 none", "W2 none"])
        #expect(found.findings.map(\.code) == [.duplicate])
    }

    /// Where no number tells, the work itself is the key.
    @Test func theSameWorkWithoutANumberIsOneEntry() throws {
        let found = try records(
            ("W2", "2024-12-10", [",Bài một,An,2024-08-01"]),
            ("W1", "2024-12-11", [",Bài một,An,2024-08-01", ",Bài hai,Bình,2024-08-02"])
        )
        #expect(entries(found) == ["W2 none", "W2 none"])
        #expect(found.findings.map(\.code) == [.unitClosed])
    }
}
