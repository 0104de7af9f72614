import Model

/// The tokens that say that nothing is known (domain.md 2.7), and those of broken formulas.
extension CellBytes {
    /// Whether a cell says that nothing is known: empty, blanks, `…`, `....`, `____`, `?`, `chưa
    /// rõ`.
    ///
    /// A lone dash is none of these: in text it is data, in number and date columns see
    /// ``isBlankOrDash(_:)``.
    @inline(__always)
    package static func isBlank(_ bytes: Span<UInt8>) -> Bool {
        bytes.isEmpty || !isSurelyFilled(bytes[0]) && isBlankAtLength(bytes)
    }

    /// Whether no cell that begins with a byte says that nothing is known: most cells begin so.
    @inline(__always)
    private static func isSurelyFilled(_ first: UInt8) -> Bool {
        // Digits; the letters but for `C` and `K`; and the letters with accents, which no blank
        // and no invisible character begins like.
        let letter = (first | 0x20) &- UInt8(ascii: "a")
        return first &- UInt8(ascii: "0") < 10 || first &- 0xC3 < 10
            || letter < 26 && letter != 2 && letter != 10
    }

    @inline(never)
    private static func isBlankAtLength(_ bytes: Span<UInt8>) -> Bool {
        let (start, end) = trim(bytes, 0, bytes.count)
        return start == end || isUnknown(bytes, start, end)
    }

    /// Whether a number or date cell is left blank: ``isBlank(_:)``, a dash alone, or `KAD`, `N/A`,
    /// `Không áp dụng`.
    package static func isBlankOrDash(_ bytes: Span<UInt8>) -> Bool {
        let (start, end) = trim(bytes, 0, bytes.count)
        return start == end || isDash(bytes, start, end) || isUnknown(bytes, start, end)
            || isNotApplicable(bytes, start, end)
    }

    /// Whether a trimmed, filled range says that the question does not concern the unit.
    static func isNotApplicable(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        // A letter first: `#N/A` is a broken formula.
        guard (3...64).contains(end - start), mayApplyNot(bytes[start], bytes[start + 1]) else {
            return false
        }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(start..<end), to: &folded)
        return notApplicable.contains(folded)
    }

    /// Whether a filled range says that there was nothing to report: `Không phát sinh`.
    static func isNothing(_ bytes: Span<UInt8>) -> Bool {
        let (start, end) = trim(bytes, 0, bytes.count)
        guard (10...64).contains(end - start), bytes[start] | 0x20 == UInt8(ascii: "k") else {
            return false
        }
        var folded: [UInt8] = []
        Fold.append(bytes.extracting(start..<end), to: &folded)
        return nothing.contains(folded)
    }

    private static let nothing = Set(["Không phát sinh", "Không có phát sinh"].map(Fold.key))

    /// Whether a token for "does not apply" may begin with two bytes.
    ///
    /// Names begin with these letters, too: to fold each of them would cost more than to read it.
    @inline(__always)
    private static func mayApplyNot(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first | 0x20 {
        case UInt8(ascii: "n"): second == UInt8(ascii: "/") || second == 32
        case UInt8(ascii: "k"):
            second == UInt8(ascii: "/") || second == 32 || second | 0x20 == UInt8(ascii: "a")
                || second | 0x20 == UInt8(ascii: "h")
        default: false
        }
    }

    /// Whether a filled cell may hold a token that is no text, by its first bytes.
    @inline(__always)
    static func mayBeToken(_ bytes: Span<UInt8>) -> Bool {
        switch bytes[0] {
        case 0...32, UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "="),
            0xC2,
            0xE2, 0xEF:
            true
        default: NoName.mayBe(bytes) || mayApplyNot(bytes[0], bytes[1])
        }
    }

    /// The folded tokens for "does not apply" (domain.md 2.7).
    static let notApplicable = Set(
        ["KAD", "Không áp dụng", "K/A", "N/A", "không thuộc đối tượng"].map(Fold.key)
    )

    /// Whether a cell holds a dash and nothing else, be it one that a spreadsheet was kept from
    /// taking for a formula.
    static func isLoneDash(_ bytes: Span<UInt8>) -> Bool {
        var (start, end) = trim(bytes, 0, bytes.count)
        if end - start > 1, bytes[start] == UInt8(ascii: "'") { start += 1 }
        return start < end && isDash(bytes, start, end)
    }

    /// Whether a trimmed range is `-`, `–` or `—`, or a run of `-`.
    static func isDash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        if bytes[start] == UInt8(ascii: "-") {
            return (start..<end).allSatisfy { bytes[$0] == UInt8(ascii: "-") }
        }
        return end - start == 3 && dashLength(bytes, at: start, end) == 3
    }

    /// The length of the minus or dash at an offset, 0 where there is none.
    static func dashLength(_ bytes: Span<UInt8>, at index: Int, _ end: Int) -> Int {
        if bytes[index] == UInt8(ascii: "-") { return 1 }
        guard bytes[index] == 0xE2, index + 3 <= end else { return 0 }
        let isDash =
            (bytes[index + 1] == 0x80 && (0x90...0x95).contains(bytes[index + 2]))
            || (bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92)
        return isDash ? 3 : 0
    }

    /// Whether a trimmed, filled range is one of the tokens for "unknown".
    static func isUnknown(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        switch bytes[start] {
        case UInt8(ascii: "?"):
            return (start..<end).allSatisfy { bytes[$0] == UInt8(ascii: "?") }
        case UInt8(ascii: "."), UInt8(ascii: "_"), 0xE2:
            return isDots(bytes, start, end)
        case UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "k"), UInt8(ascii: "K"):
            guard (6...20).contains(end - start) else { return false }
            var folded: [UInt8] = []
            Fold.append(bytes.extracting(start..<end), to: &folded)
            return folded == unclear || folded == unknown
        default: return false
        }
    }

    private static let unclear = Fold.key("chưa rõ")
    private static let unknown = Fold.key("không rõ")

    /// Whether a range is nothing but leaders: two dots or underscores or more, or ellipses.
    private static func isDots(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var (index, weight) = (start, 0)
        while index < end {
            if bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: "_") {
                weight += 1
                index += 1
            } else if isEllipsis(bytes, at: index, end) {
                weight += 3
                index += 3
            } else {
                return false
            }
        }
        return weight > 1
    }

    /// Whether `…` stands at an offset.
    static func isEllipsis(_ bytes: Span<UInt8>, at index: Int, _ end: Int) -> Bool {
        index + 3 <= end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
            && bytes[index + 2] == 0xA6
    }

    /// Whether a cell holds what a spreadsheet writes for a formula that it could not work out.
    package static func isErrorText(_ bytes: Span<UInt8>) -> Bool {
        let (start, end) = trim(bytes, 0, bytes.count)
        guard start < end, bytes[start] == UInt8(ascii: "#"), end - start < 16 else { return false }
        return errorTexts.contains { text in
            text.utf8.count == end - start
                && text.utf8.enumerated().allSatisfy { index, byte in
                    let found = bytes[start + index]
                    return (found >= 97 && found <= 122 ? found - 32 : found) == byte
                }
        }
    }

    /// Whether a text is what a spreadsheet writes for a formula that it could not work out.
    package static func isErrorText(_ text: String) -> Bool {
        var text = text
        text.makeContiguousUTF8()
        return isErrorText(text.utf8.span)
    }

    private static let errorTexts = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    ]

    /// The length of the `'` that tonghop puts before what a spreadsheet would take for a formula,
    /// 0 where there is none: a rejected row that is handed in again is the row that it was
    /// (CONTRACT §11.28).
    @inline(__always)
    static func formulaGuard(_ bytes: Span<UInt8>) -> Int {
        guard bytes.count > 1, bytes[0] == UInt8(ascii: "'") else { return 0 }
        return isFormulaSign(bytes, at: 1) ? 1 : 0
    }

    /// Whether a sign that begins a formula stands at an offset, be it in its full width.
    @inline(never)
    private static func isFormulaSign(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
            true
        case 0xEF:
            wideSigns.contains { sign in
                sign.indices.allSatisfy {
                    index + $0 < bytes.count && bytes[index + $0] == sign[$0]
                }
            }
        default: false
        }
    }

    /// The full-width forms of the signs that begin a formula.
    private static let wideSigns = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
}
