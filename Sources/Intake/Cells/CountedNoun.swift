internal import Model

/// What may stand behind a number without changing it: what is counted (`12 bài`), or the number
/// once more in words (`02 (hai) bài`), as official style has it (domain.md 2.7).
enum CountedNoun {
    /// The end of the number in a trimmed range, or nil where what follows might say something
    /// else.
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
        // No noun and no number in words is that long.
        guard end - index <= 256 else { return nil }
        guard let open = (index..<end).first(where: { bytes[$0] == UInt8(ascii: "(") }) else {
            return nouns.contains(folded(bytes, index, end)) ? index : nil
        }
        guard let close = (open..<end).first(where: { bytes[$0] == UInt8(ascii: ")") }),
            case .value(let number) = CellNumber.parseInt(bytes.extracting(start..<index)),
            repeats(
                number,
                folded(bytes, open + 1, close),
                outside: [folded(bytes, index, open), folded(bytes, close + 1, end)]
            )
        else { return nil }
        return index
    }

    private static func folded(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(start..<end), to: &folded)
        return folded
    }

    /// Whether brackets hold a number in words, with one noun in them, before or behind at most.
    private static func repeats(
        _ number: Int64,
        _ inside: [UInt8],
        outside: [[UInt8]]
    ) -> Bool {
        let around = outside.filter { !$0.isEmpty }
        guard around.count < 2, around.allSatisfy(nouns.contains) else { return false }
        if NumberWords.value(inside) == number { return true }
        guard around.isEmpty else { return false }
        return inside.indices.contains { index in
            inside[index] == 32 && nouns.contains(Array(inside[(index + 1)...]))
                && NumberWords.value(Array(inside[..<index])) == number
        }
    }

    private static let nouns: Set<[UInt8]> = Set(
        [
            "bài", "bài viết", "bài dự thi", "tin", "tin, bài", "tin bài", "người", "lượt",
            "lượt người", "buổi", "cuộc", "đợt", "lần", "gương", "điển hình", "tập thể", "cá nhân",
            "hộ", "hộ gia đình", "đơn vị", "kế hoạch", "văn bản", "hội nghị", "giải", "phiếu",
            "từ", "thành viên", "đồng chí", "đ/c", "đồng", "đ", "VNĐ", "VND",
        ].map(Fold.key)
    )
}
