import Foundation
import TestSupport
import Testing

/// A year of nights with arrivals, corrections, withdrawals and decisions, any of which can be made
/// again.
@Suite struct YearTests {
    /// What lies in the drop folder, and what may happen to it in a day.
    private struct Desk {
        let plan: SmallPlan
        var random: SplitMix64
        var files: [String] = []
        var decisions: [String] = []
        var titles = 0

        /// One day at the office: on most days something comes in, on some something goes.
        mutating func day(_ date: String, _ decisionDate: String) throws {
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                switch Int.random(in: 0..<10, using: &random) {
                case 0..<5:
                    // Some are stamped months before they are seen.
                    let stamp = random.next() % 4 == 0 ? "2024-02-01" : date
                    let ward = Int.random(in: 1...3, using: &random)
                    let path = "\(stamp)/MAU-P\(ward)/bai-\(titles).csv"
                    files.append(path)
                    try plan.submit(path, entries())
                case 5..<8:
                    guard let path = files.randomElement(using: &random) else { continue }
                    try plan.submit(path, entries())
                case 8:
                    guard !files.isEmpty else { continue }
                    let path = files.remove(at: Int.random(in: 0..<files.count, using: &random))
                    try plan.folder.remove("input/mau/submissions/" + path)
                default:
                    let kind =
                        ["Miễn", "Gia hạn", "Điều chỉnh"].randomElement(using: &random) ?? ""
                    let value = kind == "Gia hạn" ? "31/12/2024" : kind == "Miễn" ? "" : "2"
                    let ward = Int.random(in: 1...3, using: &random)
                    decisions.append(
                        "\(decisions.count + 1)/QĐ,\(decisionDate),\(kind),MAU-P\(ward),MAU-1,"
                            + "\(value),Lý do mẫu\n"
                    )
                    try plan.folder.write(
                        "input/mau/decisions.csv",
                        "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Giá trị,Lý do\n"
                            + decisions.joined()
                    )
                }
            }
        }

        /// Entries, good and bad.
        private mutating func entries() -> String {
            titles += 1
            let author = random.next() % 5 == 0 ? "" : "Tác giả Mẫu \(titles)"
            let bad = random.next() % 7 == 0 ? "B\(titles)x;Gương;Ai;31/02/2024\n" : ""
            return SmallPlan.entries(["B\(titles % 40);Gương mẫu \(titles);\(author)"]) + bad
        }
    }

    @Test func tenNightsOfAYearAreMadeAgainByteForByte() throws {
        let plan = try SmallPlan()
        var desk = Desk(plan: plan, random: SplitMix64(seed: 365))
        var editions: [String: [String: Data]] = [:]
        let nights = (0..<365).map { Calendar.day($0) }
        let kept = Set((0..<10).map { nights[$0 * 40 + 3].iso })
        for night in nights {
            try desk.day(night.iso, night.slashed)
            let result = try plan.run(now: night.iso + "T23:30:00")
            try #require(result.status == 0, "\(night.iso): \(result.errors)")
            let id = night.iso.filter { $0 != "-" } + "-2330-01"
            try #require(plan.latest == id)
            if kept.contains(night.iso) { editions[id] = try plan.edition() }
        }
        #expect(Set(editions.values.compactMap { $0["results.json"] }).count == 10)
        for (number, id) in editions.keys.sorted().enumerated() {
            let now = "2025-03-\(number + 10)"
            let result = try plan.run(["--again", id], now: now + "T02:00:00")
            #expect(result.status == 0, "\(result.errors)")
            let again = try plan.edition(now.filter { $0 != "-" } + "-0200-01")
            for (name, bytes) in editions[id] ?? [:] {
                #expect(again[name] == bytes, "\(id): \(name)")
            }
            #expect(again.count == editions[id]?.count)
        }
    }
}

/// The days of 2024.
private enum Calendar {
    static func day(_ number: Int) -> (iso: String, slashed: String) {
        var left = number
        for (month, days) in [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
            if left < days {
                let (month, day) = (two(month + 1), two(left + 1))
                return ("2024-\(month)-\(day)", "\(day)/\(month)/2024")
            }
            left -= days
        }
        return ("2025-01-01", "01/01/2025")
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
