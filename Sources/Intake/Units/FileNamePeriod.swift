internal import Model

/// The period that a file's own name states for certain: `Báo cáo tháng 02-2024`, `BC quy I 2024`.
///
/// No row counts by it (CONTRACT §2); it only tells where a file was copied from an earlier one.
enum FileNamePeriod {
    /// Nil where the name states none, or more than one.
    static func period(inPath path: String) -> Period? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        // Without tones: who names a file often leaves them out.
        let words = String(decoding: Fold.key(stem).filter { $0 >= 32 }, as: UTF8.self)
            .split { $0 == " " || $0 == "_" }.map { String($0).replacing("ă", with: "a") }
        var found: Set<Period> = []
        for index in words.indices {
            if let period = period(words[index...], after: index > 0 ? words[index - 1] : "") {
                found.insert(period)
            }
        }
        // `tháng 2 năm 2024` also has the year.
        if found.count > 1 { found = found.filter { if case .year = $0 { false } else { true } } }
        return found.count == 1 ? found.first : nil
    }

    private static func period(_ words: ArraySlice<String>, after before: String) -> Period? {
        let words = Array(words)
        if words[0] == "nam", words.count > 1, let year = year(words[1]) {
            // `6 tháng đầu năm 2024`, `cuối năm 2024` are other times.
            return ["dau", "đâu", "cuoi", "cuôi", "thang"].contains(before) ? nil : .year(year)
        }
        guard ["thang", "quy", "qui"].contains(words[0]), words.count > 2,
            // A day comes before the month of a date, a number before so many months.
            !before.allSatisfy(\.isNumber) || before.isEmpty
        else { return nil }
        let isNamed = words[2] == "nam" && words.count > 3
        guard let year = year(words[isNamed ? 3 : 2]) else { return nil }
        if words[0] == "thang" {
            return Int(words[1]).flatMap { (1...12).contains($0) ? .month(year, $0) : nil }
        }
        let roman = ["i", "ii", "iii", "iv"].firstIndex(of: words[1]).map { $0 + 1 }
        return (Int(words[1]) ?? roman).flatMap { (1...4).contains($0) ? .quarter(year, $0) : nil }
    }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (2000...2099).contains(year) else {
            return nil
        }
        return year
    }
}
