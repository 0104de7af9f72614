internal import Model

/// What may stand behind a number without changing it: what is counted (`12 bài`), or the number
/// once more in words (`02 (hai)`), as official style has it (domain.md 2.7).
enum CountedNoun {
    /// The end of the number in a trimmed range, or nil where what follows might say something else.
    static func numberEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end {
            // A mark belongs to the number only where digits follow: `1.234 bài`, `1 234 lượt`.
            let blank = CellBytes.blankLength(bytes, at: index, end)
            let isMark = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
            let length = isMark ? 1 : blank
            if length > 0 {
                guard index + length < end, CellBytes.isDigit(bytes[index + length]) else { break }
                index += length
            } else if !CellBytes.isDigit(bytes[index]) {
                break
            }
            index += 1
        }
        guard index > start, index < end else { return nil }
        var rest: [UInt8] = []
        Fold.append(bytes.extracting(index..<end), to: &rest)
        if bytes[end - 1] == UInt8(ascii: ")") {
            var number = 0
            for position in start..<index where CellBytes.isDigit(bytes[position]) {
                number = number * 10 + Int(bytes[position] &- 48)
                guard number < words.count else { return nil }
            }
            return words[number] == rest ? index : nil
        }
        return nouns.contains(rest) ? index : nil
    }

    private static let nouns: Set<[UInt8]> = Set(
        [
            "bài", "bài viết", "bài dự thi", "tin", "tin, bài", "tin bài", "người", "lượt",
            "lượt người", "buổi", "cuộc", "đợt", "lần", "gương", "điển hình", "tập thể", "cá nhân",
            "hộ", "hộ gia đình", "đơn vị", "kế hoạch", "văn bản", "hội nghị", "giải", "phiếu",
            "từ", "thành viên", "đồng chí", "đ/c", "đồng",
        ].map(Fold.key)
    )

    private static let words: [[UInt8]] = [
        "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
    ].map(Fold.key)
}
