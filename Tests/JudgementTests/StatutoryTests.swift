import Judgement
import Model
import Plans
import TestSupport
import Testing

/// The statutory forms of TT 02/2023/TT-BNV, counted by hand.
///
/// All data is synthetic.
@Suite("Statutory forms") struct StatutoryTests {
    private static func plan(_ forms: String = "[\"0601\", \"0603\"]") -> String {
        """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2022, to: 2025}
        root: T
        chain: [{level: unit, name: Đơn vị}, {level: city, name: Tỉnh}]
        statutory: \(forms)
        indicators: []
        """
    }

    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nT,Tỉnh Mẫu,TINH,\nS1,Sở Mẫu Một,SO,T\nS2,Sở Mẫu Hai,SO,T\n"

    private static let heading =
        "Mã đơn vị,Họ và tên/Tên tập thể,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen,\"Danh hiệu, hình thức\",Loại khen,Nhóm đối tượng\n"

    /// Nine commendations of the province, one of a department, one of the year before.
    private static let lines = [
        "S1,Phòng Mẫu 1,Tập thể,1/QĐ,05/02/2024,Thành phố/Tỉnh/Bộ,Bằng khen,Thường xuyên,",
        "S1,Phòng Mẫu 2,Tập thể,1/QĐ,05/02/2024,Thành phố/Tỉnh/Bộ,Bằng khen của Chủ tịch UBND tỉnh,Chuyên đề,",
        "S1,Phòng Mẫu 3,Tập thể,2/QĐ,06/02/2024,Thành phố/Tỉnh/Bộ,Cờ thi đua của UBND tỉnh,Thường xuyên,",
        "S1,Nguyễn Văn Mẫu,Cá nhân,1/QĐ,05/02/2024,Thành phố/Tỉnh/Bộ,Bằng khen,Đột xuất,Người trực tiếp",
        "S2,Trần Thị Mẫu,Cá nhân,1/QĐ,05/02/2024,Thành phố/Tỉnh/Bộ,BẰNG KHEN,Thường xuyên,Lãnh đạo",
        "S2,Lê Văn Mẫu,Cá nhân,3/QĐ,07/02/2024,Thành phố/Tỉnh/Bộ,Chiến sĩ thi đua cấp tỉnh,Thường xuyên,Người trực tiếp",
        "S2,Hộ ông Phạm Mẫu,Hộ gia đình,1/QĐ,05/02/2024,Thành phố/Tỉnh/Bộ,Bằng khen,Chuyên đề,Nhân dân",
        "S2,Hoàng Văn Mẫu,Cá nhân,4/QĐ,08/02/2024,Thành phố/Tỉnh/Bộ,Kỷ niệm chương Vì sự nghiệp,Cống hiến,Lãnh đạo",
        "S2,Vũ Thị Mẫu,Cá nhân,5/QĐ,09/02/2024,Thành phố/Tỉnh/Bộ,Công dân tiêu biểu,Thường xuyên,Nhân dân",
        "S2,Đỗ Văn Mẫu,Cá nhân,6/QĐ,10/02/2024,Quận/Huyện/Sở,Giấy khen,Thường xuyên,Người trực tiếp",
        "S2,Bùi Văn Mẫu,Cá nhân,7/QĐ,10/12/2023,Thành phố/Tỉnh/Bộ,Bằng khen,Thường xuyên,Người trực tiếp",
    ]

    private static func results(
        _ lines: [String] = lines,
        movements: [Movement] = movements,
        forms: String = "[\"0601\", \"0603\"]",
        window: String = "2024"
    ) throws -> [StatutoryResult] {
        var scenario = Scenario(plan: plan(forms), units: units)
        if !lines.isEmpty {
            scenario.files.append(
                Scenario.File(
                    "2024-12-01/T/khen.csv",
                    heading + lines.joined(separator: "\n") + "\n"
                )
            )
        }
        scenario.movements = movements
        return try scenario.judge(window: window, asOf: "2025-01-05").statutory
    }

    private static func movement(
        _ id: String,
        _ level: String?,
        _ scope: String?,
        _ method: String?,
        _ from: String?,
        _ to: String?
    ) -> Movement {
        var movement = Movement(id: id, name: "Phong trào " + id)
        movement.level = level
        movement.scope = scope
        movement.method = method
        movement.from = from.flatMap { Day(iso: $0[...]) }
        movement.to = to.flatMap { Day(iso: $0[...]) }
        return movement
    }

    /// Six that run in 2024, one that ended before it, one that begins after it.
    private static let movements = [
        movement("1", "Tỉnh", "Toàn tỉnh", "Theo chuyên đề", "2024-01-01", "2024-12-31"),
        movement("2", "tỉnh", "Toàn tỉnh", "Thường xuyên", "2024-01-01", "2024-12-30"),
        movement(
            "3",
            "Trung ương",
            "Toàn quốc",
            "Thường xuyên hàng năm",
            "2021-01-01",
            "2025-12-31"
        ),
        movement("4", "Sở", "Cụm, khối thi đua", "Theo chuyên đề", "2023-06-01", "2024-06-01"),
        movement("5", "Quận/Huyện", "Đơn vị", "Thường xuyên", "2022-03-01", "2025-12-31"),
        movement("6", "Xã", "Cơ quan", "Thường xuyên", "2024-02-29", "2025-02-28"),
        movement("7", "Tỉnh", "Toàn tỉnh", "Theo chuyên đề", "2022-01-01", "2023-12-31"),
        movement("8", "Tỉnh", "Toàn tỉnh", "Theo chuyên đề", "2025-01-01", "2025-12-31"),
    ]

    /// The figures of a row by the codes of the columns; `nil` where the form leaves it blank.
    private static func row(_ code: String, _ result: StatutoryResult) -> [Int?] {
        result.form.rows.firstIndex { $0.code == code }.map { result.figures[$0] } ?? []
    }

    // MARK: - 0601

    @Test(arguments: [
        // Whole, central, provincial, of offices.
        ("01", [6, 1, 2, 3]), ("02", [1, 1, 0, 0]), ("03", [2, 0, 2, 0]), ("04", [1, 0, 0, 1]),
        ("05", [2, 0, 0, 2]),
        // 01/01-30/12/2024 is short of a year by a day.
        ("06", [1, 0, 1, 0]),
        // 01/01-31/12/2024, and 29/02/2024-28/02/2025, whose anniversary is 01/3/2025.
        ("07", [2, 0, 1, 1]),
        // 01/6/2023-01/6/2024 is a year and a day.
        ("08", [1, 0, 0, 1]), ("09", [1, 0, 0, 1]), ("10", [1, 1, 0, 0]), ("11", [2, 0, 1, 1]),
        ("12", [4, 1, 1, 2]),
    ])
    func movementsAreCountedByEachDivision(code: String, figures: [Int]) throws {
        let form = try #require(try Self.results().first)
        #expect(Self.row(code, form) == figures.map(Optional.some))
        #expect(form.remarks.isEmpty)
    }

    @Test func whatTheFormHasNoRowForLeavesTheDivisionBlankAndSaysWhy() throws {
        var movements = Self.movements
        movements[0].scope = "Các trường học"
        movements[4].to = nil
        let form = try #require(try Self.results(movements: movements).first)
        // Only the columns of those movements, and the whole, are not known.
        #expect(Self.row("03", form) == [nil, 0, nil, 0])
        #expect(Self.row("10", form) == [nil, 1, 0, nil])
        #expect(Self.row("01", form) == [6, 1, 2, 3])
        #expect(Self.row("12", form) == [4, 1, 1, 2])
        #expect(
            form.remarks == [
                .init(
                    gap: .unmatched(
                        field: "scope",
                        texts: [.init(text: "Các trường học", count: 1)]
                    ),
                    rows: ["02", "03", "04", "05"]
                ),
                .init(
                    gap: .blank(field: "term", count: 1),
                    rows: ["06", "07", "08", "09", "10"]
                ),
            ]
        )
        // The total of a column adds up the first division that is known.
        let codes = form.parts.map { rows in rows.compactMap { form.form.rows[$0].code } }
        #expect(codes[1] == ["02", "03", "04", "05"])
        #expect(codes[2] == ["06", "07", "08", "09", "10"])
        #expect(codes[3] == ["02", "03", "04", "05"])
    }

    @Test func aMovementOfUnknownLevelMayBelongToAnyColumn() throws {
        var movements = Self.movements
        movements[0].level = nil
        let form = try #require(try Self.results(movements: movements).first)
        #expect(Self.row("01", form) == [nil, nil, nil, nil])
        #expect(form.remarks == [.init(gap: .blank(field: "level", count: 1), rows: [])])
    }

    @Test func withoutARegisterNothingIsZero() throws {
        let results = try Self.results([], movements: [])
        for result in results {
            #expect(result.figures.joined().allSatisfy { $0 == nil })
            #expect(result.remarks.map(\.gap) == [.noRegister])
        }
        #expect(results.count == 2)
    }

    // MARK: - 0603

    @Test(arguments: [
        // Whole, Bằng khen, Chiến sĩ thi đua, Cờ, Huy hiệu and Kỷ niệm chương.
        ("01", [8, 5, 1, 1, 1]), ("02", [3, 2, 0, 1, 0]), ("04", [1, 1, 0, 0, 0]),
        ("05", [4, 2, 1, 0, 1]), ("10", [2, 1, 1, 0, 0]), ("11", [4, 2, 1, 1, 0]),
        ("12", [2, 2, 0, 0, 0]), ("13", [1, 1, 0, 0, 0]), ("14", [0, 0, 0, 0, 0]),
        ("15", [1, 0, 0, 0, 1]), ("16", [0, 0, 0, 0, 0]),
    ])
    func commendationsAreCountedBySubjectAndKind(code: String, figures: [Int]) throws {
        let form = try #require(try Self.results().last)
        #expect(Self.row(code, form) == figures.map(Optional.some))
    }

    @Test func rowsThatTheRegisterCannotTellAreBlank() throws {
        let form = try #require(try Self.results().last)
        for code in ["03", "06", "07", "08", "09", "17"] {
            #expect(Self.row(code, form) == [nil, nil, nil, nil, nil], "\(code)")
        }
        #expect(form.remarks.count == 4)
        #expect(form.remarks[1].rows == ["06", "07", "08", "09"])
        // A title that is none of the form's columns is counted nowhere, and said.
        #expect(
            form.remarks[3].gap
                == .outside(field: "award", texts: [.init(text: "Công dân tiêu biểu", count: 1)])
        )
        // By subject the rows are complete; by kind the last is not told.
        let codes = form.parts.map { rows in rows.compactMap { form.form.rows[$0].code } }
        #expect(codes[1] == ["02", "04", "05"])
    }

    @Test func oneLineWithoutItsKindLeavesTheKindsOfItsColumnBlank() throws {
        let open = "S2,Ngô Văn Mẫu,Cá nhân,8/QĐ,11/02/2024,Thành phố/Tỉnh/Bộ,Bằng khen,,"
        let form = try #require(try Self.results(Self.lines + [open]).last)
        #expect(Self.row("01", form) == [9, 6, 1, 1, 1])
        #expect(Self.row("05", form) == [5, 3, 1, 0, 1])
        #expect(Self.row("11", form) == [nil, nil, 1, 1, 0])
        #expect(Self.row("10", form) == [nil, nil, 1, 0, 0])
        #expect(form.remarks.contains { $0.gap == .blank(field: "kind", count: 1) })
        #expect(form.remarks.contains { $0.gap == .blank(field: "class", count: 1) })
    }

    @Test func aRegisterWithoutALineOfTheLevelSaysNothingAboutIt() throws {
        let form = try #require(try Self.results([Self.lines[9]]).last)
        #expect(form.figures.joined().allSatisfy { $0 == nil })
        #expect(form.remarks.map(\.gap) == [.noLines])
    }

    // MARK: - Which forms

    @Test(arguments: [
        ("2024", ["0605", "0602"]), ("2023", ["0605", "0602"]), ("2022", []), ("2024-H1", []),
        ("2023..2024", []),
    ])
    func formsStandInYearsWithinTheirValidity(window: String, ids: [String]) throws {
        let results = try Self.results(forms: "[\"0605\", \"0602\"]", window: window)
        #expect(results.map(\.form.id) == ids)
        for result in results {
            #expect(result.figures.joined().allSatisfy { $0 == nil })
            #expect(result.remarks.count == 1)
        }
    }
}
