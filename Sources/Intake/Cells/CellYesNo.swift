import Model

/// Reads the answers of yes-or-no columns by the tokens of domain.md 2.7.
package enum CellYesNo: Hashable, Sendable {
    case yes
    case no
    case notApplicable
    /// Nothing is known.
    case blank
    case bad

    /// What a cell says; a dash and a lone 0 mean no here.
    package static func parse(_ bytes: Span<UInt8>) -> CellYesNo {
        var (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        // The mark that neutralises `-` and `+` on output.
        if end - start > 1, bytes[start] == UInt8(ascii: "'") { start += 1 }
        guard start < end else { return .blank }
        if let answer = symbol(bytes, start, end) { return answer }
        if CellBytes.isUnknown(bytes, start, end) { return .blank }
        guard end - start <= 64, !CellBytes.isErrorText(bytes) else { return .bad }
        if let plain = CellBytes.plain(bytes) { return parse(plain.span) }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(start..<end), to: &folded)
        return words[folded] ?? .bad
    }

    /// Signs that folding would drop, and single letters, which need none.
    ///
    /// Ticks are yes. Crosses (`☒ ✗ ✘ ×`) are none of the signs: one office marks with them what
    /// applies, Word's own tick box among them, another what does not.
    private static func symbol(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> CellYesNo? {
        if CellBytes.isDash(bytes, start, end) { return .no }
        if end - start == 1 {
            switch bytes[start] {
            case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "1"), UInt8(ascii: "+"):
                return .yes
            case UInt8(ascii: "0"): return .no
            default: return nil
            }
        }
        guard bytes[start] == 0xE2, end - start == 3 || end - start == 6 else { return nil }
        // A variation selector (EF B8 8F) may follow the sign.
        if end - start == 6, bytes[start + 3] != 0xEF { return nil }
        switch (bytes[start + 1], bytes[start + 2]) {
        case (0x9C, 0x93), (0x9C, 0x94), (0x88, 0x9A), (0x98, 0x91), (0x9C, 0x85): return .yes
        default: return nil
        }
    }

    /// What behind `đã` says yes, whatever was asked.
    ///
    /// Not `dự thảo`, `trình`, `xây dựng`: a plan that was drawn up may not have been issued. Nor a
    /// verb with its object: `đã có kế hoạch` is no answer to whether a column was opened.
    private static let done = [
        "ban hành", "thực hiện", "triển khai", "hoàn thành", "tham gia", "hưởng ứng", "tổ chức",
        "mở", "gửi", "làm", "xong",
    ]

    /// What behind `chưa` says no, whatever was asked.
    ///
    /// Not `triển khai`, `gửi`, `hoàn thành`: what was issued may be just that. Nor `báo cáo`,
    /// `thống kê`, `có số liệu`, by which nothing is known.
    private static let undone = [
        "ban hành", "xây dựng", "thực hiện", "tham gia", "hưởng ứng", "tổ chức", "mở", "làm",
    ]

    private static let words: [[UInt8]: CellYesNo] = {
        let tokens: [(CellYesNo, [String])] = [
            (
                .yes,
                ["có", "c", "x", "v", "1", "đạt", "rồi", "đã", "đã có", "y", "yes", "true", "đúng"]
            ),
            (
                .no,
                [
                    "không", "k", "0", "chưa", "không có", "chưa có", "chưa đạt", "n", "no",
                    "false", "sai", "ko", "ko có",
                ]
            ),
        ]
        var words: [[UInt8]: CellYesNo] = [:]
        for verb in done { words[Fold.key("đã " + verb)] = .yes }
        for verb in undone { words[Fold.key("chưa " + verb)] = .no }
        for token in CellBytes.notApplicable { words[token] = .notApplicable }
        for (answer, texts) in tokens {
            for text in texts { words[Fold.key(text)] = answer }
        }
        return words
    }()
}
