internal import Model

/// The names of forms of commendation that an anonymised edition may show (domain.md 1.7, 3.1):
/// they are words of the law and of offices, and name nobody.
///
/// Units write the field as they like: behind the form's name there may stand who it is for. So the
/// words are kept as far as all of them are known.
enum AwardName {
    /// The beginning of a text that is made of known words, as written; nil where it begins with no
    /// known form.
    static func known(in text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        let keys = words.map { Fold.key(String($0)) }
        let start = length(of: [titles], keys[...])
        let form = length(of: [forms], keys[start...])
        guard form > 0 else { return nil }
        var end = start + form
        var position = end
        while case let step = length(of: [offices, joints], keys[position...]), step > 0 {
            position += step
            // `của` and `cấp` are kept for the office behind them.
            if length(of: [joints], keys[(position - step)...]) == 0 { end = position }
        }
        let name = words[..<end].joined(separator: " ")
        guard let last = name.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let shown = String(name[...last])
        return shown.contains("(") && !shown.contains(")") ? shown + ")" : shown
    }

    /// How many words the longest phrase takes that some words begin with.
    private static func length(of lists: [[[[UInt8]]]], _ keys: ArraySlice<[UInt8]>) -> Int {
        lists.joined().filter { keys.starts(with: $0) }.map(\.count).max() ?? 0
    }

    private static func phrases(_ texts: [String]) -> [[[UInt8]]] {
        texts.map { $0.split(separator: " ").map { Fold.key(String($0)) } }
    }

    private static let titles = phrases(["danh hiệu", "danh hiệu thi đua", "tặng", "hình thức"])

    private static let forms = phrases([
        "giấy khen", "bằng khen", "thư khen", "huân chương", "huân chương sao vàng",
        "huân chương hồ chí minh", "huân chương độc lập", "huân chương quân công",
        "huân chương lao động", "huân chương chiến công", "huân chương bảo vệ tổ quốc",
        "huân chương dũng cảm", "huân chương đại đoàn kết dân tộc", "huân chương hữu nghị",
        "huy chương", "huy chương hữu nghị", "huy chương quân kỳ quyết thắng",
        "huy chương vì an ninh tổ quốc", "huy chương chiến sĩ vẻ vang", "kỷ niệm chương",
        "huy hiệu",
        "giải thưởng hồ chí minh", "giải thưởng nhà nước", "cờ thi đua", "cờ truyền thống",
        "anh hùng lao động", "anh hùng lực lượng vũ trang nhân dân", "bà mẹ việt nam anh hùng",
        "nhà giáo nhân dân", "nhà giáo ưu tú", "thầy thuốc nhân dân", "thầy thuốc ưu tú",
        "nghệ sĩ nhân dân", "nghệ sĩ ưu tú", "nghệ nhân nhân dân", "nghệ nhân ưu tú",
        "chiến sĩ thi đua", "chiến sỹ thi đua", "chiến sĩ tiên tiến", "chiến sỹ tiên tiến",
        "lao động tiên tiến", "tập thể lao động tiên tiến", "tập thể lao động xuất sắc",
        "đơn vị tiên tiến", "đơn vị quyết thắng", "gia đình văn hóa", "thôn văn hóa",
        "tổ dân phố văn hóa", "người tốt việc tốt", "người tốt, việc tốt",
        "công dân thủ đô ưu tú", "công dân ưu tú", "bk", "gk", "cstđ", "cstđcs", "cstđtq",
        "lđtt", "ttlđtt", "ttlđxs",
    ])

    /// Whose form it is, and of which class.
    private static let offices = phrases([
        "chủ tịch", "ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "nước", "nhà nước",
        "thủ tướng", "thủ tướng chính phủ", "chính phủ", "bộ", "bộ trưởng", "ban", "ngành", "sở",
        "giám đốc", "hiệu trưởng", "thủ trưởng", "đơn vị", "cơ quan", "cơ sở", "toàn quốc",
        "tỉnh", "thành phố", "tp", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu",
        "trường", "hạng nhất", "hạng nhì", "hạng ba", "tiêu biểu", "xuất sắc",
    ])

    private static let joints = phrases(["của", "cấp"])
}
