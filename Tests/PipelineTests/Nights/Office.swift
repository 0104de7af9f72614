import FoundationEssentials
import TestSupport

/// A made-up office whose folder changes from night to night, and what the ledger ought to know of
/// it.
///
/// All data is synthetic.
struct Office {
    let scratch: TemporaryDirectory
    /// The drop folder: paths and what lies there.
    private(set) var files: [String: String] = [:]
    /// For each path that is there, what lay there since it appeared.
    private(set) var versions: [String: [String]] = [:]
    /// What was there and is gone, as ``asked`` has it.
    private(set) var gone: [String] = []
    private var roster = 3
    private var aliases = 0
    private var decisions = 0
    private(set) var night = 0
    private var second = 0
    private var number = 0

    init() throws {
        scratch = try TemporaryDirectory()
        try writePlan()
        for seed in 0..<4 { try arrive(seed: seed) }
        note()
    }

    /// The clock of tonight's run.
    var clock: String { "2025-01-\(night + 10)T02:00:00" }

    /// What the readings depend on besides the files.
    var setting: String { "\(roster) \(aliases)" }

    /// What tonight's run asks for: the files, the versions that they replaced and what was
    /// withdrawn.
    var asked: [String] { Office.keys(versions) + gone }

    private static func keys(_ versions: [String: [String]]) -> [String] {
        versions.flatMap { path, texts in texts.map { path + "\n" + $0 } }
    }

    /// Lets the board decide something, and nothing else happen, before the next night.
    mutating func decide() {
        night += 1
        decisions += 1
        try? writePlan()
    }

    /// Lets some of what happens in an office happen before the next night.
    mutating func pass(_ random: inout SplitMix64) throws {
        night += 1
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            let path = files.keys.sorted().randomElement(using: &random)
            switch Int.random(in: 0..<12, using: &random) {
            case 0...3: try arrive(seed: Int.random(in: 0..<1000, using: &random))
            case 4...6: if let path { try put(path, text(Int.random(in: 0..<9, using: &random))) }
            case 7: if let path { try withdraw(path) }
            case 8: if let path { try rename(path) }
            case 9: aliases += 1
            case 10: roster += 1
            default: decisions += 1
            }
        }
        try writePlan()
        note()
    }

    private mutating func arrive(seed: Int) throws {
        number += 1
        let unit = ["Q", "P1", "P2", "P3"][seed % 4]
        try put("2024-1\(seed % 3)-0\(seed % 9 + 1)/\(unit)/bai-\(number).csv", text(seed))
    }

    private mutating func withdraw(_ path: String) throws {
        files[path] = nil
        try FileManager.default.removeItem(atPath: submission(path))
    }

    private mutating func rename(_ path: String) throws {
        guard let text = files[path] else { return }
        try withdraw(path)
        number += 1
        try put(String(path.dropLast(4)) + "-\(number).csv", text)
    }

    /// Takes note of what lies there as the run of tonight does.
    private mutating func note() {
        gone += Office.keys(versions.filter { files[$0.key] == nil })
        versions = versions.filter { files[$0.key] != nil }
        for (path, text) in files where versions[path]?.last != text {
            versions[path, default: []].append(text)
        }
    }

    private func submission(_ path: String) -> String {
        scratch.path + "/input/mau/submissions/" + path
    }

    /// Writes a file whose modification time is later than that of all before it.
    private mutating func put(_ path: String, _ text: String) throws {
        files[path] = text
        try scratch.write("input/mau/submissions/" + path, text)
        second += 1
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_735_000_000 + Double(second))],
            ofItemAtPath: submission(path)
        )
    }

    /// One of a thousand files, of four forms, some with faults.
    private func text(_ seed: Int) -> String {
        let unit = ["P1", "P2", "P3", "P9"][seed / 3 % 4]
        switch seed % 5 {
        case 0:
            return "Mã đơn vị;Mã bài;Tên bài viết;Tác giả;Ngày nộp\n"
                + (0...seed % 4).map {
                    "\(unit);B\(seed % 7 + $0);Gương mẫu \(seed % 5 + $0);Tác giả \($0);0\($0 + 1)/04/2024\n"
                }.joined()
        case 1:
            return "Mã đơn vị,Kỳ báo cáo,Đã ban hành kế hoạch,Số bài dự thi\n"
                + "\(unit),2024,\(seed % 2 == 0 ? "Có" : "Không"),\(seed % 6)\n"
        case 2:
            return "Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\n"
                + "\(unit),Tập huấn,0\(seed % 9 + 1)/05/2024,Buổi \(seed % 11),\(seed % 50)\n"
                + "\(unit),Buổi tuyên truyền,32/05/2024,Hỏng,x\n"
        case 3:
            return "Tên đơn vị,Năm,Số người đăng ký,Ngày ký\n"
                + "Phường Mẫu \(seed % 6),2024,\(seed % 40),01/03/2024\nTổng cộng,,\(seed % 39),\n"
        default: return seed % 2 == 0 ? "" : "không,phải\nbảng,nào \(seed)\n"
        }
    }

    private func writePlan() throws {
        let form = "forms: {activity: {aliases: {content: [Nội dung số \(aliases)]}}}"
        try scratch.write("input/mau/plan.yaml", Office.plan + "\n" + form + "\n")
        let units = (1...roster).map { "P\($0),Phường Mẫu \($0),PHUONG,Q\n" }.joined()
        try scratch.write(
            "input/mau/units.csv",
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\nQ,Quận Mẫu,HUYEN,\n" + units
        )
        let rows = (0..<decisions).map {
            "\($0 + 1)/QĐ,2024-12-0\($0 % 9 + 1),Miễn,P\($0 % 3 + 1),M-\($0 % 2 + 1),2024,,Lý do\n"
        }
        try scratch.write(
            "input/mau/decisions.csv",
            "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do\n" + rows.joined()
        )
    }

    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2025}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        contests: [{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-10-31}]
        measures: {talks: "distinct(activity.content)"}
        deadlines: {annual: {form: unit_report, before: "{year}-12-15", name: Báo cáo năm}}
        indicators:
          - {id: M-1, name: Có bài hợp lệ, applies_to: phuong, over: contest,
             measure: count(contest_entry where valid), each: ">= 1"}
          - {id: M-2, name: Đã báo cáo, applies_to: phuong,
             measure: count(unit_report), each: ">= 1"}
          - {id: M-3, name: Hoạt động, applies_to: phuong, measure: talks, each: ">= 1"}
        """
}
