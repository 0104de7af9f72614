internal import Model

/// A word by which a list says that a row no longer holds, or mends another: `Trần Thị B (rút)`,
/// `HỦY - Bài 8`, `(sửa tên)`, a note `đã rút bài`.
///
/// The row counts all the same; that is told.
enum WithdrawnMark {
    /// The mark in front of a name or behind it; nil where there is none.
    ///
    /// Only what may hold one by its ends is folded.
    @inline(__always)
    static func inName(_ bytes: Span<UInt8>) -> Range<Int>? {
        mayBeInName(bytes) ? found(inName: bytes) : nil
    }

    /// Whether a cell for notes or numbers holds a mark and nothing else.
    static func isAlone(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 3, bytes.count <= longest else { return false }
        return isMark(bytes, 0..<bytes.count)
    }

    @inline(__always)
    private static func mayBeInName(_ bytes: Span<UInt8>) -> Bool {
        let count = bytes.count
        guard count > 4 else { return false }
        if bytes[count - 1] == UInt8(ascii: ")") || bytes[count - 1] == UInt8(ascii: "]") {
            return true
        }
        switch bytes[0] | 0x20 {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return true
        // `Hủy`, `Huỷ`, `Bỏ`, `Sửa`, in capitals or not; `Rút`.
        case UInt8(ascii: "h"), UInt8(ascii: "b"), UInt8(ascii: "s"):
            return bytes[1] == 0xE1 || bytes[2] == 0xE1
        case UInt8(ascii: "r"): return bytes[1] == 0xC3
        default: return false
        }
    }

    @inline(never)
    private static func found(inName bytes: Span<UInt8>) -> Range<Int>? {
        let (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        guard start < end else { return nil }
        if isOpening(bytes[start]),
            let close = (start..<end).first(where: { isClosing(bytes[$0]) }),
            isMark(bytes, start + 1..<close)
        {
            return start..<close + 1
        }
        if isClosing(bytes[end - 1]),
            let open = (start..<end - 1).last(where: { isOpening(bytes[$0]) }),
            isMark(bytes, open + 1..<end - 1)
        {
            return open..<end
        }
        // `HỦY - Bài 8`, `Sửa: Lê Văn D`.
        let stop = (start..<end).first { index in
            bytes[index] == UInt8(ascii: ":") || CellBytes.dashLength(bytes, at: index, end) > 0
        }
        guard let stop, stop > start, isMark(bytes, start..<stop) else { return nil }
        return start..<stop
    }

    private static func isMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 3, range.count <= longest else { return false }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(range), to: &folded)
        return marks.contains(folded)
    }

    private static func isOpening(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
    }

    /// No mark is longer, in bytes.
    private static let longest = 48

    private static let marks = Set(
        [
            "bỏ", "đã bỏ", "bỏ ra", "gạch bỏ", "loại", "đã loại", "loại bỏ", "loại ra", "rút",
            "đã rút", "xin rút", "rút tên", "đã rút tên", "rút bài", "đã rút bài", "xin rút bài",
            "rút hồ sơ", "đã rút hồ sơ", "rút đề nghị", "rút khỏi danh sách", "hủy", "đã hủy",
            "hủy bỏ", "hủy bài", "hủy đề nghị", "không đề nghị nữa", "không đề nghị",
            "thôi đề nghị", "không dự thi nữa", "không tham gia nữa", "không tính", "không xét nữa",
            "sửa", "sửa tên", "sửa lại", "sửa lại tên", "đã sửa", "đã sửa tên", "thay thế",
            "đã thay", "ghi nhầm", "nhầm", "ghi thừa", "thừa", "trùng",
        ].map(Fold.key)
    )
}
