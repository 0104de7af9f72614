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

    @Test func theIDIsThatOfTheFolderAtItsOwnPlace() {
        let plan = Self.plan("groups: {xa: {}}", id: "Q")
        #expect(mistakes(plan, Self.units) == ["plan.yaml:4:5 Q"])
    }

    @Test func aGroupThatThePlanDoesNotHaveIsAMistakeOfTheRoster() {
        #expect(mistakes(Self.plan("groups: {x: {}}"), Self.units) == ["units.csv:3:5 xa"])
        #expect(mistakes(Self.plan("groups: {xa: {}}"), Self.units).isEmpty)
    }
}
