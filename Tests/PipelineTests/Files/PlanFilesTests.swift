import Model
@testable import Pipeline
import Plans
import Testing

/// What the files of a plan's folder say only together.
@Suite struct PlanFilesTests {
    private func mistakes(_ plan: String, _ units: String, name: String = "mau") -> [String] {
        let files = ["plan.yaml": Array(plan.utf8), "units.csv": Array(units.utf8)]
        do {
            _ = try PlanFiles(files, plan: name)
            return []
        } catch {
            guard case .invalid(_, let found) = error else { return ["\(error)"] }
            return found.map { "\($0.file):\($0.line):\($0.column) \($0.found ?? "")" }
        }
    }

    private static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Nhóm đơn vị
        Q,Quận,HUYEN,,
        A,Phường A,PHUONG,Q,xa

        """

    private static func plan(_ rest: String, id: String = "mau", root: String = "Q") -> String {
        """
        schema: 1
        # mau, Q
        title: Kế hoạch mau của Q
        id: \(id)
        stage: {from: 2024, to: 2024}
        root: \(root)
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        \(rest)

        """
    }

    @Test func aUnitThatTheRosterDoesNotHaveIsAMistakeWhereverItIsNamed() {
        let rest = """
            groups: {xa: {units: [A, ZZ], where: "parent = q and id != YY"}}
            measures:
              m: count(document where unit = XX and unit in (a, VV))
            """
        #expect(
            mistakes(Self.plan(rest), Self.units) == [
                "plan.yaml:8:26 ZZ", "plan.yaml:8:60 YY", "plan.yaml:10:34 XX",
                "plan.yaml:10:53 VV",
            ]
        )
        #expect(
            mistakes(Self.plan("groups: {xa: {}}", root: "QQ"), Self.units) == ["plan.yaml:6:7 QQ"]
        )
    }

    @Test(arguments: [
        ("cluster = CUM-1", "CUM-1", "CUM-01"), ("group = xaa", "xaa", "xa"),
        ("kind = PHUONG and level = Phuongf", "Phuongf", "Phường"),
        ("cluster in (cum-01, CUM-O2)", "CUM-O2", "CUM-02"), ("level != qan", "qan", "Quận"),
    ])
    func aClusterGroupOrLevelThatNoUnitCanHaveIsAMistake(
        condition: String,
        word: String,
        nearest: String
    ) {
        let found = Self.mistakes(of: condition)
        #expect(found.map(\.found) == [word])
        #expect(found.map(\.nearest) == [nearest])
        #expect(found.map(\.line) == [8])
    }

    @Test(arguments: [
        "cluster = cum-01", "cluster = CUM-02", "cluster = CUM-03", "group = xa", "group = XA",
        "level = phường", "level = district", "level = Quận", "level is empty",
    ])
    func aClusterGroupOrLevelThatIsKnownAnywhereIsNone(condition: String) {
        #expect(Self.mistakes(of: condition).isEmpty)
    }

    private static func mistakes(of condition: String) -> [Mistake] {
        let units = """
            Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Nhóm đơn vị,Cấp,Cụm/khối thi đua
            Q,Quận,HUYEN,,,,
            A,Phường A,PHUONG,Q,xa,Phường,CUM-01
            CUM-03,Cụm 3,CUM,Q,,,

            """
        let clusters = "Mã cụm,Tên cụm,Mã đơn vị,Năm\nCUM-02,Cụm 2,A,2019\n"
        let plan = plan("groups: {xa: {where: \"\(condition)\"}}")
        let files = [
            "plan.yaml": Array(plan.utf8), "units.csv": Array(units.utf8),
            "clusters.csv": Array(clusters.utf8),
        ]
        do {
            _ = try PlanFiles(files, plan: "mau")
            return []
        } catch {
            guard case .invalid(_, let found) = error else { return [] }
            return found
        }
    }

    @Test func theIDIsThatOfTheFolderAtItsOwnPlace() {
        let plan = Self.plan("groups: {xa: {}}", id: "Q")
        #expect(mistakes(plan, Self.units) == ["plan.yaml:4:5 Q"])
    }

    /// It would take the units away from every file that names them so, which is told beside other
    /// mistakes, and once.
    @Test func aHeadingThatNamesTheUnitIsNoOtherFields() {
        let forms = "groups: {xa: {}}\nforms: {exemplar: {aliases: {birth_year: [Tên đơn vị]}}}"
        #expect(mistakes(Self.plan(forms), Self.units) == ["plan.yaml:9:42 Tên đơn vị"])
        let two = "forms: {exemplar: {aliases: {workplace: [Mã đơn vị], birth_year: [Đơn vị]}}}"
        #expect(
            mistakes(Self.plan(two, id: "Q"), Self.units) == [
                "plan.yaml:4:5 Q", "plan.yaml:8:41 Mã đơn vị", "plan.yaml:8:66 Đơn vị",
            ]
        )
    }

    /// What is wrong elsewhere in the plan does not hide what the roster and the folder say of it.
    @Test func unknownUnitsAndTheIDAreToldBesideOtherMistakes() {
        let rest = """
            groups: {xa: {units: [A, ZZ]}}
            measures: {m: count(documnt)}
            """
        #expect(
            mistakes(Self.plan(rest, id: "khac", root: "QQ"), Self.units) == [
                "plan.yaml:4:5 khac", "plan.yaml:6:7 QQ", "plan.yaml:8:26 ZZ",
                "plan.yaml:9:21 documnt",
            ]
        )
        #expect(
            mistakes(Self.plan("groups: {xa: {units: [A, ~]}}", root: "~"), Self.units).count == 2
        )
    }

    /// Tables that need the roster alone are read whatever is wrong with the plan; decisions need
    /// both.
    @Test func theTablesAreReadBesideAFaultyPlan() {
        let files = [
            "plan.yaml": Self.plan("measures: {m: count(documnt)}"), "units.csv": Self.units,
            "movements.csv": "Mã phong trào,Tên phong trào,Từ ngày\nP1,Một,hôm qua\n",
            "decisions.csv": "Số quyết định,Ngày,Loại,Lý do\nQĐ1,01/12/2024,Lạ,x\n",
        ]
        do {
            _ = try PlanFiles(files.mapValues { Array($0.utf8) }, plan: "mau")
            Issue.record("the plan is refused")
        } catch {
            guard case .invalid(_, let found) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found.map(\.file) == ["movements.csv", "plan.yaml"])
        }
    }

    /// Columns that are not read are told, each of the table that it stands in, and stop nothing.
    @Test func columnsThatAreNotReadAreFindings() throws {
        let files = try PlanFiles(
            [
                "plan.yaml": Array(Self.plan("groups: {xa: {}}").utf8),
                "units.csv": Array(
                    "Mã đơn vị,Tên đơn vị,Loại đơn vị,Hiệu lực tới ngày\nQ,Quận,HUYEN,2025-01-01\n"
                        .utf8
                ),
                "clusters.csv": Array("Mã cụm,Mã đơn vị,Năm áp dụng\nC1,Q,2023\n".utf8),
            ],
            plan: "mau"
        )
        #expect(
            files.findings.map { "\($0.file):\($0.row ?? 0) \($0.column ?? "")" }
                == ["units.csv:1 Hiệu lực tới ngày", "clusters.csv:1 Năm áp dụng"]
        )
    }

    @Test func aGroupThatThePlanDoesNotHaveIsAMistakeOfTheRoster() {
        #expect(mistakes(Self.plan("groups: {x: {}}"), Self.units) == ["units.csv:3:5 xa"])
        #expect(mistakes(Self.plan("groups: {xa: {}}"), Self.units).isEmpty)
    }
}
