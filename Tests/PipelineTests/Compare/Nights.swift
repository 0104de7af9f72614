import LedgerStore
import Model
import Pipeline
import Reports
import TestSupport

/// A plan of a district with wards in a folder of its own, run night after night.
///
/// All data is synthetic.
final class Nights {
    let folder: TemporaryDirectory
    var decisions: [String] = []
    private var runs: [RunRecord] = []

    init() throws {
        folder = try TemporaryDirectory()
        try write("plan.yaml", Nights.plan)
        try write("units.csv", Nights.units())
    }

    static let plan = """
        schema: 1
        id: quan
        title: Kế hoạch thử
        stage: {from: 2023, to: 2025}
        root: D
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups:
          wards: {name: Phường, kinds: [PHUONG]}
        contests: [{id: c, year: 2024, opens: 2024-02-01, closes: 2024-09-30, max_words: 900}]
        measures:
          entries: coalesce(count(contest_entry where valid), unit_report.contest_entries)
        deadlines: {annual: {form: unit_report, by: "2024-08-15", main: true}}
        indicators:
          - {id: I, name: Kế hoạch, applies_to: wards, measure: count(document), each: ">= 1",
             due: {by: "2024-08-31"}}
          - {id: E, name: Bài dự thi, applies_to: wards, over: contest, measure: entries,
             each: ">= 1", target: ">= 50%"}
          - {id: P, name: Tin bài, applies_to: wards, measure: unit_report.posts, each: ">= 3",
             due: {by: "2024-08-20"}}
          - {id: M, name: Văn bản hằng quý, applies_to: wards, measure: count(document),
             every: quarter, each: ">= 1"}
          - {id: T, name: Tổng số văn bản, measure: count(document), total: ">= 9"}
          - {id: A, name: Trung bình, measure: sum(unit_report.posts) / count(document),
             total: ">= 2"}

        """

    static func units(_ more: [String] = [], wards: [String] = ["W1", "W2", "W3"]) -> String {
        let rows =
            ["D,Quận Dê,HUYEN,"] + wards.map { "\($0),Phường \($0.dropFirst()),PHUONG,D" } + more
        return "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\n"
            + rows.map { $0 + "\n" }.joined()
    }

    func write(_ name: String, _ text: String) throws {
        try folder.write("input/quan/" + name, text)
    }

    /// Puts a file into the drop folder.
    func submit(_ path: String, _ text: String) throws { try write("submissions/" + path, text) }

    /// Documents of a ward issued on some days, each with its number.
    func documents(_ path: String, _ unit: String, _ days: String...) throws {
        var text = "unit,kind,number,issued_on\n"
        for day in days { text += "\(unit),plan,\(path)\(day),\(day)\n" }
        try submit(path, text)
    }

    func withdraw(_ path: String) throws {
        try folder.remove("input/quan/submissions/" + path)
    }

    /// Adds a line to decisions.csv: number, day, kind, unit, subject, window, value, reason,
    /// expiry.
    func decide(_ line: String) throws {
        decisions.append(line)
        try writeDecisions()
    }

    func writeDecisions() throws {
        try write(
            "decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực\n"
                + decisions.map { $0 + "\n" }.joined()
        )
    }

    var output: String { folder.path + "/output" }

    /// A run at a clock: its record.
    @discardableResult
    func run(_ now: String, asOf: String? = nil, unit: String? = nil, window: String = "2024")
        async throws -> RunRecord
    {
        var options = RunOptions(now: try instant(now))
        options.places.input = folder.path + "/input"
        options.places.output = output
        options.scope.window = window
        options.scope.asOf = try asOf.map(instant)
        options.scope.unit = unit
        let observer = RunObserver(event: { _, _ in }, progress: { _, _ in })
        let outcome = try await Run(options: options, observer: observer).execute()
        return try enquiry().run(outcome[0].runID, plan: "quan", window: window)
    }

    func enquiry() throws -> Enquiry { try Enquiry(RunPlaces(output: output, state: nil)) }

    func compare(_ before: RunRecord, _ after: RunRecord, mostFiles: Int = 1000) async throws
        -> FigureComparison
    {
        try await RunComparison(try enquiry(), jobs: 1, mostFiles: mostFiles)
            .comparison(of: before, and: after)
    }
}

extension FigureComparison {
    /// The change of a figure; nil where it is the same in both.
    func change(_ subject: FigureSubject, _ part: FigurePart) -> FigureChange? {
        changes.first { $0.subject == subject && $0.part == part }
    }

    /// The sorts of cause behind a figure's change, with their differences.
    func causes(_ subject: FigureSubject, _ part: FigurePart) -> [String] {
        (change(subject, part)?.contributions ?? []).map { contribution in
            let kind = causes[contribution.cause].kind.rawValue
            guard let difference = contribution.difference else {
                return "\(kind) \(word(contribution.before))>\(word(contribution.after))"
            }
            return "\(kind) \(difference.rounded(decimals: 6))"
        }
    }

    private func word(_ value: FigureValue) -> String {
        switch value {
        case .absent: "-"
        case .noData: "null"
        case .number(let number): number.rounded(decimals: 6)
        case .code(let code): code
        }
    }
}
