import Intake
import Model
import Plans
import TestSupport
import Testing

/// The headings of the plan's own tables as officials write them: with a note in brackets on how
/// the cells are filled in, and under their other names (CONTRACT §2, domain.md 2.1).
@Suite struct PlanTableHeadingTests {
    private typealias Read = (mistakes: [Mistake], findings: [Finding])

    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Hiệu lực từ ngày,Hiệu lực đến ngày"
        + "\nA,Phường A,PHUONG,,2024-07-01\nB,Phường B,PHUONG,,\n"

    private func roster(_ text: String) -> (units: [Unit], read: Read) {
        var findings: [Finding] = []
        switch RosterReader.read(Array(text.utf8), findings: &findings) {
        case .entries(let units): return (units, ([], findings))
        case .mistakes(let mistakes): return ([], (mistakes, findings))
        }
    }

    private func changes(_ header: String, _ row: String) -> (log: ChangeLog, read: Read) {
        var (mistakes, findings): Read = ([], [])
        let log = PlanFilesReader.changes(
            Array("\(header)\n\(row)\n".utf8),
            units: roster(Self.units).units,
            mistakes: &mistakes,
            findings: &findings
        )
        return (log, (mistakes, findings))
    }

    @Test(arguments: [
        "Ngày hiệu lực*,Loại biến động*,Mã ĐV cũ*,Mã ĐV mới,Kế thừa chính (Có/Không),Căn cứ,Ghi chú",
        "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính (Có/Không),"
            + "Căn cứ (số NQ/QĐ),Ghi chú",
        "Có hiệu lực từ (ngày),Loại biến động (Nhập toàn bộ/Chia tách),Mã đơn vị cũ,Mã đơn vị mới,"
            + "\"Kế thừa chính\n[Có/Không]\",Căn cứ (nếu có),Ghi chú",
    ])
    func theTableOfChangesIsReadUnderTheseHeadings(header: String) throws {
        let found = changes(header, "2024-07-01,Chia tách,A,B,Có,12/NQ,x")
        #expect(found.read.mistakes.isEmpty)
        #expect(found.read.findings.isEmpty)
        let change = try #require(found.log.changes.first)
        #expect(change.isMainSuccessor)
        #expect(change.basis == "12/NQ")
        #expect(change.day == Day(iso: "2024-07-01"))
    }

    /// What is no note on filling in may make another column of it.
    @Test func aNoteThatTellsColumnsApartIsNotLeftOut() {
        let found = changes(
            "Ngày hiệu lực,Loại biến động,Mã ĐV cũ,Mã ĐV mới,Kế thừa chính (của quận)",
            "2024-07-01,Chia tách,A,B,Có"
        )
        #expect(found.log.changes.map(\.isMainSuccessor) == [false])
        #expect(found.read.findings.map(\.code) == [.columnUnknown])
    }

    @Test func theOtherTablesAreReadUnderTheirHeadings() throws {
        var (mistakes, findings): Read = ([], [])
        let clusters = PlanFilesReader.clusters(
            Array(
                ("Mã cụm/khối,Tên cụm/khối,Cấp tổ chức,Mã đơn vị,"
                    + "\"Vai trò (Trưởng cụm, khối/Phó trưởng cụm, khối/Thành viên)\",Năm (năm)\n"
                    + "C1,Cụm 1,Quận,A,Thành viên,2024\n").utf8
            ),
            roster: ["A"],
            mistakes: &mistakes,
            findings: &findings
        )
        #expect(clusters.map(\.role) == ["Thành viên"])
        #expect(clusters.map(\.year) == [2024])
        let movements = PlanFilesReader.movements(
            Array(
                ("Mã phong trào,Tên phong trào thi đua,Cấp phát động,Đơn vị thường trực,Từ ngày,"
                    + "Đến ngày (nếu có),Phương thức (Thường xuyên hàng năm/Theo chuyên đề),Phạm vi,"
                    + "\"Số, ngày văn bản phát động\"\nPT,Phong trào,Quận,A,2024-01-01,2024-12-31,"
                    + "Theo chuyên đề,Toàn quận,1/KH\n").utf8
            ),
            roster: ["A"],
            mistakes: &mistakes,
            findings: &findings
        )
        #expect(movements.map(\.method) == ["Theo chuyên đề"])
        #expect(movements.map(\.document) == ["1/KH"])
        let decisions = PlanFilesReader.decisions(
            Array(
                ("Số quyết định*,Ngày*,Loại* (Miễn/Gia hạn/Loại bài nộp/Điều chỉnh/Chốt số liệu/"
                    + "Giải trình),Mã đơn vị (nếu có),Mã chỉ tiêu,Kỳ,Giá trị,Lý do*,"
                    + "Hết hiệu lực (ngày)\n1/QĐ,2024-05-01,Miễn,P1,,2024,,Lũ,2024-06-01\n").utf8
            ),
            roster: ["P1"],
            nodes: [],
            plan: try Scenario(plan: Desk.plan, units: Desk.units).readPlan(),
            mistakes: &mistakes,
            findings: &findings
        )
        #expect(decisions.map(\.unit) == ["P1"])
        #expect(decisions.map(\.expires) == [Day(iso: "2024-06-01")])
        #expect(mistakes.isEmpty)
        #expect(findings.isEmpty)
    }

    @Test func theRosterIsReadUnderItsHeadingsWithNotes() throws {
        let found = roster(
            "Mã đơn vị*,Tên đơn vị*,Tên viết tắt,Tên khác (ngăn cách bằng |),"
                + "Loại đơn vị* (PHONG/PHUONG),Cấp,Mã đơn vị cấp trên,Đơn vị nhận báo cáo (`|`),"
                + "Nhóm đơn vị (`|`),Cụm/khối thi đua (`|`),Có hiệu lực từ (ngày),"
                + "Hiệu lực đến ngày (dd/mm/yyyy),Có trang TTĐT (Có/Không),\"Số CBCCVC, NLĐ\","
                + "Hình thức giao (`giao` / `đề nghị`),Thứ tự,Họ tên người đứng đầu,Chức vụ,Email\n"
                + "Q,Quận,,Q1|Q2,PHUONG,,,,,,2020-01-01,2030-01-01,Có,25,đề nghị,3,Mẫu,Chủ tịch,\n"
        )
        #expect(found.read.mistakes.isEmpty)
        #expect(found.read.findings.isEmpty)
        let unit = try #require(found.units.first)
        #expect(unit.aliases == ["Q1", "Q2"])
        #expect(
            [unit.validFrom, unit.validTo] == [Day(iso: "2020-01-01"), Day(iso: "2030-01-01")]
        )
        #expect(unit.hasWebsite == true && unit.isRequested && unit.staff == 25 && unit.order == 3)
        #expect(unit.head == "Mẫu")
    }

    // MARK: - The order of the units

    private func orders(_ header: String, _ rows: String...) -> [Int?] {
        roster(
            "\(header),Mã đơn vị,Tên đơn vị,Loại đơn vị\n"
                + rows.enumerated()
                .map { "\($0.element),U\($0.offset),Đơn vị \($0.offset),PHUONG\n" }.joined()
        ).units.map(\.order)
    }

    @Test func serialNumbersGiveTheOrderWhereNothingElseDoes() {
        #expect(orders("STT", "2", "1") == [2, 1])
        #expect(orders("TT", "2", "1") == [nil, nil])
        #expect(orders("STT,Thứ tự", "1,7", "2,5") == [7, 5])
        #expect(orders("Thứ tự,STT", "7,1", "5,2") == [7, 5])
        #expect(orders("STT,TT hiển thị", "1,7", "2,") == [7, nil])
        // Each part of the list counts anew, or its heads have a letter: the file's order stands.
        #expect(orders("STT", "1", "2", "1", "2") == [nil, nil, nil, nil])
        #expect(orders("STT", "I", "1", "2") == [nil, nil, nil])
        // A unit with two lines has one number.
        let renamed = roster(
            "STT,Mã đơn vị,Tên đơn vị,Loại đơn vị,Hiệu lực từ ngày,Hiệu lực đến ngày\n"
                + "2,A,Tên cũ,PHUONG,,2024-01-01\n2,A,Tên mới,PHUONG,2024-01-01,\n1,B,B,PHUONG,,\n"
        )
        #expect(renamed.units.map(\.order) == [2, 2, 1])
    }

    @Test func twoColumnsOfOneMeaningAreBothNamed() {
        let found = roster("Mã đơn vị,Tên đơn vị,Loại đơn vị,Tên khác,Tên cũ\nA,A,PHUONG,x,y\n")
            .read
        #expect(found.mistakes.map(\.column) == [5])
        #expect(found.mistakes.map(\.found) == ["Tên khác, Tên cũ"])
        #expect(found.mistakes.map(\.allowed) == ["chỉ để một cột: Tên khác"])
    }
}
