import Intake
import Model
import Plans
import Testing

@Suite("Mistakes that concern several places")
struct WholePlanMistakeTests {
    private func lines(_ text: String) -> [Int] { mistakes(text).map(\.line) }

    @Test func anIdThatOccursTwiceIsAMistakeAtTheSecond() {
        let indicator = "{id: I, applies_to: wards, measure: valid_entries, each: \">= 1\"}"
        #expect(
            lines(sections(["indicators": "indicators:\n  - \(indicator)\n  - \(indicator)"])) == [
                16
            ]
        )
        let contest = "{id: c, year: 2024, opens: 2024-03-01, closes: 2024-07-15}"
        #expect(lines(sections(["contests": "contests:\n  - \(contest)\n  - \(contest)"])) == [13])
        let check = "{id: K, when: 1 < 2, expect: 1 < 2, message: M}"
        #expect(lines(sections(["checks": "checks:\n  - \(check)\n  - \(check)"])) == [17])
        #expect(lines(sections(["reports": "reports:\n  - {id: a}\n  - {id: a}"])) == [10])
        #expect(
            lines(sections(["chain": "chain:\n  - {level: a}\n  - {level: b}\n  - {level: a}"]))
                == [10]
        )
    }

    @Test func aKeyThatOccursTwiceIsAMistake() {
        let found = mistakes(sections(["id": "id: a\nid: b"]))
        #expect(found.count == 1)
        #expect(found.first?.found == "id")
        #expect(found.first?.line == 3)
        let inner = mistakes(
            sections(["measures": "measures:\n  a: 1\n  valid_entries: 2\n  a: 3"])
        )
        #expect(inner.map(\.line) == [15])
    }

    @Test func aCycleOfMeasuresIsAMistakeAtEachOfThem() {
        let found = expectMistakes(
            sections([
                "measures": "measures:\n  §a: b + 1\n  §b: coalesce(c, 0)\n  §c: a\n"
                    + "  valid_entries: a\n  §self: self * 2"
            ])
        )
        #expect(found.map(\.found) == ["a", "b", "c", "self"])
    }

    @Test func aCycleOfGroupsIsAMistakeAtEachOfThem() {
        _ = expectMistakes(
            sections([
                "groups": "groups:\n  wards: {kinds: [PHUONG]}\n  §a: {any_of: [wards, b]}\n"
                    + "  §b: {all_of: [a]}\n  §c: {any_of: [c]}"
            ])
        )
    }

    @Test func aMeasureMayUseOneThatIsDefinedBelow() throws {
        _ = try read(sections(["measures": "measures: {a: b, b: 1, valid_entries: a}"]))
    }

    @Test func severalMistakesAreReportedTogetherInTheirOrder() {
        _ = expectMistakes(
            """
            schema: 1
            id: thu
            title: T
            stage: {from: 2023, to: §x}
            root: D
            §grups: {}
            groups:
              wards: {kinds: [§PHUOG, §TRUOG]}
            measures:
              m: count(§documnt)
              n: sum(activity.§attendes)
            indicators:
              - {id: A, applies_to: §wads, measure: m, each: §"~ 1"}
              - {id: B, §appliesto: wards, applies_to: wards, measure: §mm, each: ">= 1"}

            """
        )
    }

    @Test(arguments: [
        ("id: [a\ntitle: b\n", 2), ("id: a\n\ttitle: b\n", 2), ("id: \"a\ntitle: b\n", 3),
        ("id: a\n  title: b\n", 2),
    ])
    func whatIsNoYAMLIsReportedWhereItBreaks(text: String, line: Int) {
        let found = mistakes(text)
        #expect(found.count == 1)
        #expect(found.first?.line == line)
        #expect(found.first?.message.hasPrefix("tệp không đúng cú pháp YAML: ") == true)
        #expect(found.first?.found == nil)
    }

    /// A faulty entry hides neither its repeated id nor, of a contest, that there is one.
    @Test func oneMistakeHidesNoOther() {
        let found = mistakes(
            """
            schema: 1
            id: mau
            title: Mẫu
            stage: {from: 2024, to: 2024}
            root: Q
            chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
            groups: {wards: {name: Phường, kinds: [PHUONG]}}
            contests: [{id: 2024, year: 2024, opens: 2024-13-01, closes: 2024-07-15}]
            indicators:
              - {id: A, applies_to: wards, over: contest, measure: count(contest_entry), each: ">= 1"}
              - {id: A, applies_to: wards, measure: count(documnt), each: ">= 1"}
            checks:
              - {id: K, when: "count(documnt) >= 1", expect: "count(document) >= 1", message: Một}
              - {id: K, when: "count(document) >= 1", expect: "count(document) >= 1", message: Hai}
            """
        )
        let messages = found.map(\.message)
        #expect(messages.contains("mã chỉ tiêu bị lặp lại"))
        #expect(messages.contains("mã đối chiếu bị lặp lại"))
        #expect(!messages.contains("kế hoạch chưa khai cuộc thi nào"), "\(messages)")
        #expect(found.map(\.line).sorted().first == 8)
    }

    @Test(arguments: [
        (
            "forms: {unit_report: {aliases: {posts: [Số bài dự thi, Tổng tin bài]}}}",
            "Số bài dự thi"
        ),
        ("measures: {unit: count(document)}", "unit"),
    ])
    func aNameThatIsTakenIsRefused(section: String, found: String) {
        let plan = """
            schema: 1
            id: mau
            title: Mẫu
            stage: {from: 2024, to: 2024}
            root: Q
            chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
            \(section)
            indicators: []
            """
        #expect(mistakes(plan).map(\.found) == [found])
    }

    @Test(arguments: ["", "# chỉ có chú thích\n", "- a\n- b\n", "chữ\n"])
    func whatIsNoPlanIsAMistake(text: String) {
        #expect(!mistakes(text).isEmpty)
    }

    @Test func textThatIsNotUTF8IsAMistake() {
        guard case .mistakes(let found) = PlanReader.read([0x69, 0x64, 0x3A, 0x20, 0xFF, 0x0A])
        else {
            Issue.record("read")
            return
        }
        #expect(found.count == 1)
    }
}

@Suite("Mistakes in units.csv (CONTRACT §2)")
struct RosterMistakeTests {
    private let header =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực từ ngày,Hiệu lực đến ngày\n"

    private func lines(_ rows: String) -> [Int] {
        switch RosterReader.read(Array((header + rows).utf8)) {
        case .entries: []
        case .mistakes(let mistakes): mistakes.map(\.line)
        }
    }

    @Test func aRightRosterIsRead() {
        #expect(lines("D,Quận,HUYEN,,,\nW,Phường,PHUONG,D,,\n").isEmpty)
        #expect(lines("W,Phường,Phường,D,,\nD,Quận,huyện,,,\n").isEmpty)
    }

    @Test func disjointValidityOfOneIdIsARenaming() {
        #expect(lines("W,Cũ,PHUONG,,,2024-07-01\nW,Mới,PHUONG,,2024-07-01,\n").isEmpty)
        #expect(lines("W,Cũ,PHUONG,,,2024-07-02\nW,Mới,PHUONG,,2024-07-01,\n") == [3])
        #expect(lines("W,Cũ,PHUONG,,,\nW,Mới,PHUONG,,2024-07-01,\n") == [3])
    }

    @Test(arguments: [
        ("W,Một,PHUONG,,,\nW,Hai,PHUONG,,,\n", [3]), ("W,Một,PHUONG,X,,\n", [2]),
        ("W,Một,PHUONG,W,,\n", [2]), ("A,A,HUYEN,B,,\nB,B,HUYEN,A,,\n", [2, 3]),
        ("W,Một,PHUOG,,,\n", [2]), (",Một,PHUONG,,,\n", [2]), ("W,,PHUONG,,,\n", [2]),
        ("W,Một,PHUONG,,2024-07-01,2024-07-01\n", [2]), ("W,Một,PHUONG,,31/02/2024,\n", [2]),
    ])
    func eachFaultIsReportedAtItsLine(rows: String, expected: [Int]) {
        #expect(lines(rows) == expected)
    }

    /// A unit of no known kind still is a parent, has one that is none, and an id that is
    /// another's.
    @Test func whatIsWrongWithAUnitHidesNothingElse() {
        #expect(lines("A,A,HUYEM,KHONG,,\nW,Một,PHUONG,A,,\n") == [2, 2])
        #expect(lines("A,,HUYEN,KHONG,,\nA,Hai,HUYEN,,,\n") == [2, 2, 3])
    }

    @Test func everyFaultIsReportedAtOnce() throws {
        let rows = """
            A,A,HUYEN,B,,
            B,B,HUYEN,A,,
            W1,Một,PHUONG,KHONG,,
            W2,Hai,PHUONG,A,,
            W2,Hai nữa,PHUONG,A,,
            W3,Ba,PHUOG,A,,

            """
        #expect(lines(rows) == [2, 3, 4, 6, 7])
        guard case .mistakes(let found) = RosterReader.read(Array((header + rows).utf8)) else {
            return
        }
        #expect(found.allSatisfy { $0.file == "units.csv" })
        #expect(found.last?.nearest == "PHUONG")
        #expect(found.first?.column == 4)
    }

    @Test func anUnknownParentHasItsNearestName() {
        let rows = "QUAN-A,A,HUYEN,,,\nW1,Một,PHUONG,QUAN-B1,,\n"
        guard case .mistakes(let found) = RosterReader.read(Array((header + rows).utf8)) else {
            Issue.record("read")
            return
        }
        #expect(found.map(\.found) == ["QUAN-B1"])
        #expect(found.map(\.nearest) == ["QUAN-A"])
    }

    /// Once, and not again for every row.
    @Test func aMissingColumnIsAMistake() {
        guard case .mistakes(let found) = RosterReader.read(Array("Mã đơn vị\nD\nE\n".utf8)) else {
            Issue.record("read")
            return
        }
        #expect(found.map(\.allowed) == ["Tên đơn vị", "Loại đơn vị"])
        #expect(found.map(\.line) == [1, 1])
    }

    /// Who lies below whom may turn round, as long as no day has both.
    @Test(arguments: [
        (
            "B,B,XA,C,,2023-01-01\nB,B,XA,D,2023-01-01,\nC,C,XA,D,,2023-01-01\nC,C,XA,B,2023-01-01,\n",
            []
        ),
        // C turns round a day before B does.
        (
            "B,B,XA,C,,2023-01-02\nB,B,XA,D,2023-01-02,\nC,C,XA,D,,2023-01-01\nC,C,XA,B,2023-01-01,\n",
            [3, 6]
        ),
        // B has no line of its own after 2023: it stays where it was.
        ("B,B,XA,C,,2023-01-01\nC,C,XA,D,,2023-01-01\nC,C,XA,B,2023-01-01,\n", [3, 5]),
        (
            "B,B,XA,C,2020-01-01,\nC,C,XA,E,,\nE,E,XA,B,2021-01-01,2022-01-01\nE,E,XA,D,2022-01-01,\n",
            [3, 4, 5]
        ),
        ("B,B,XA,C,,\nC,C,XA,B,,\nE,E,XA,B,,\n", [3, 4]),
        ("B,B,XA,C,,\nC,C,XA,C,,2023-01-01\nC,C,XA,D,2023-01-01,\n", [4]),
    ])
    func aCycleIsOneOfADay(rows: String, expected: [Int]) {
        #expect(lines("D,D,HUYEN,,,\n" + rows) == expected)
    }

    /// Units without end that hang on each other in turn keep nobody busy for long.
    @Test(.timeLimit(.minutes(1))) func aHostileRosterIsRefusedInTime() {
        let count = 20_000
        var rows = "D,D,HUYEN,,,\n"
        for unit in 0..<count {
            let day = Day(number: Int32(15_000 + unit)).iso
            rows += "U\(unit),U,XA,\(unit == 0 ? "D" : "U\(unit - 1)"),,\(day)\n"
            rows += "U\(unit),U,XA,U\((unit + 1) % count),\(day),\n"
        }
        #expect(!lines(rows).isEmpty)
    }

    @Test func aGroupThatThePlanDoesNotHaveIsAMistake() {
        let text =
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Nhóm đơn vị\nD,Quận,HUYEN,\nA,Một,XA,xa | xxa\n"
        guard
            case .mistakes(let found) = RosterReader.read(
                Array(text.utf8),
                groups: ["xa", "phong"]
            )
        else {
            Issue.record("read")
            return
        }
        #expect(found.map { [$0.line, $0.column] } == [[3, 4]])
        #expect(found.map(\.found) == ["xxa"])
        #expect(found.map(\.nearest) == ["xa"])
        guard case .entries = RosterReader.read(Array(text.utf8)) else {
            Issue.record("refused without a plan")
            return
        }
    }

    /// Files made to keep a reader busy or to exhaust it; a few aliases are nobody's harm.
    @Test(.timeLimit(.minutes(1))) func hostileFilesAreRefusedAtOnce() {
        var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            laughs += "a\(level): &a\(level) [\(inner)]\n"
        }
        let loop = "id: &a [*a]\ntitle: *a\n"
        let deep = "id: " + String(repeating: "[", count: 60_000)
        for text in [laughs, laughs + "? *a30\n: x\n", loop, deep] {
            #expect(mistakes(text).count == 1)
        }
        let shared = "kinds: &k [PHUONG], x: *k"
        #expect(YAMLGuard(Array(shared.utf8), file: "plan.yaml", aliases: 20).mistake() == nil)
    }
}
