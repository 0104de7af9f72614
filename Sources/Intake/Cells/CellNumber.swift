/// Reads numbers as Vietnamese offices write them, exactly, from bytes.
package enum CellNumber {
    /// What an integer cell says.
    package enum Integer: Hashable, Sendable {
        /// The number; negative ones too, so that they can be reported as such.
        case value(Int64)
        case blank
        case bad
    }

    /// What a decimal cell says.
    package enum Decimal: Hashable, Sendable {
        /// The digits without their mark, and how many of them are behind it.
        case value(Int64, scale: UInt8)
        case blank
        /// `1,234`: a thousand and more, or one and less than a quarter.
        case ambiguous
        case bad
    }

    /// Reads an integer: `02`, `1.234`, `1 234`, `5,0`; blanks and dashes are no number.
    ///
    /// Any mark before three digits separates thousands, for there are no fractions to confuse it
    /// with. At most 15 digits. A full stop may follow, what is counted, or the number in words
    /// (`12 bài`, `15 (mười lăm) bài`); `90%` is bad, and so is all that may hold another number.
    package static func parseInt(_ bytes: Span<UInt8>) -> Integer {
        // Nearly every cell is a few digits.
        if bytes.count > 0, bytes.count <= 15 {
            var number: Int64 = 0
            var index = 0
            while index < bytes.count, CellBytes.isDigit(bytes[index]) {
                number = number &* 10 &+ Int64(bytes[index] &- 48)
                index &+= 1
            }
            if index == bytes.count { return .value(number) }
        }
        let (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        guard start < end else { return .blank }
        guard let groups = DigitGroups(bytes, start, end) else {
            if endsWithStop(bytes, start, end) {
                return parseInt(bytes.extracting(start..<end - 1))
            }
            if let numberEnd = CountedNoun.numberEnd(bytes, start, end) {
                return parseInt(bytes.extracting(start..<numberEnd))
            }
            if let plain = CellBytes.plain(bytes.extracting(start..<end)) {
                return parseInt(plain.span)
            }
            return CellBytes.isBlankOrDash(bytes) ? .blank : .bad
        }
        if groups.marks == 0 || groups.isGrouped { return .value(groups.signed) }
        guard groups.isFraction, groups.marks > 1 || groups.lastLength != 3 else { return .bad }
        let divisor = power(groups.lastLength)
        guard groups.digits % divisor == 0 else { return .bad }
        return .value(groups.signed / divisor)
    }

    /// Reads the count of one subject: a number as ``parseInt(_:)`` reads it, or `02 tập thể`.
    ///
    /// A cell that names other subjects is bad: what it says of them would be lost.
    package static func parseInt(_ bytes: Span<UInt8>, of subject: Subject) -> Integer {
        guard let parts = CountedParts.parse(bytes) else { return parseInt(bytes) }
        let isAlone = Subject.allCases.allSatisfy { $0 == subject || parts[$0] == nil }
        return isAlone ? parts[subject].map { .value($0) } ?? .bad : .bad
    }

    /// Reads a decimal number: `12,5`, `12.5`, `1.234,5`, `1 234`; `90,9 %` is 90.9 (see
    /// ``isPercentage(_:)``).
    ///
    /// One mark before exactly three digits may be either; it is never guessed, unless what stands
    /// before it cannot be thousands (`0,125`, `1234,567`).
    package static func parseDecimal(_ bytes: Span<UInt8>) -> Decimal {
        let (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        guard start < end else { return .blank }
        guard let groups = DigitGroups(bytes, start, end) else {
            if let plain = CellBytes.plain(bytes.extracting(start..<end)) {
                return parseDecimal(plain.span)
            }
            if endsWithStop(bytes, start, end) {
                return parseDecimal(bytes.extracting(start..<end - 1))
            }
            if isPercentage(bytes) {
                let number = parseDecimal(bytes.extracting(start..<end - 1))
                return number == .blank ? .bad : number
            }
            return CellBytes.isBlankOrDash(bytes) ? .blank : .bad
        }
        if groups.marks == 0 { return .value(groups.signed, scale: 0) }
        if groups.isGrouped {
            let isAmbiguous = groups.marks == 1 && groups.lastMark != .blank
            return isAmbiguous ? .ambiguous : .value(groups.signed, scale: 0)
        }
        guard groups.isFraction else { return .bad }
        return .value(groups.signed, scale: UInt8(groups.lastLength))
    }

    /// Whether a decimal cell ends with one `%`: its number is a share of a hundred.
    package static func isPercentage(_ bytes: Span<UInt8>) -> Bool {
        let (start, end) = CellBytes.trim(bytes, 0, bytes.count)
        guard end - start > 1 else { return false }
        if bytes[end - 1] == UInt8(ascii: "%") { return bytes[end - 2] != UInt8(ascii: "%") }
        // A full-width sign or an invisible one behind it.
        guard bytes[end - 1] >= 0x80, let plain = CellBytes.plain(bytes.extracting(start..<end))
        else { return false }
        return isPercentage(plain.span)
    }

    /// Whether a full stop stands behind the last digit of a trimmed range.
    private static func endsWithStop(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end - start > 1 && bytes[end - 1] == UInt8(ascii: ".") && CellBytes.isDigit(bytes[end - 2])
    }

    private static func power(_ exponent: Int) -> Int64 {
        var power: Int64 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
