internal import Model

/// The counts of a cell that holds several: `02 tập thể, 03 cá nhân` (domain.md 2.7).
package struct CountedParts: Hashable, Sendable {
    /// Each is nil where the cell does not speak of it.
    package private(set) var collective: Int64?
    /// Individuals (`cá nhân`); nil where the cell does not speak of them.
    package private(set) var individual: Int64?
    /// Households (`hộ gia đình`); nil where the cell does not speak of them.
    package private(set) var household: Int64?

    /// What the cell says of one subject; nil where it does not speak of it.
    package subscript(subject: Subject) -> Int64? {
        switch subject {
        case .collective: collective
        case .individual: individual
        case .household: household
        }
    }

    /// The sum of the parts; each has 15 digits at most, so it cannot overflow.
    package var total: Int64 { (collective ?? 0) + (individual ?? 0) + (household ?? 0) }

    /// The parts of a cell, or nil unless all of it is understood.
    ///
    /// Numbers stand all before or all behind their nouns (`Tập thể: 02; cá nhân: 03`); no noun
    /// stands twice. A total may stand before parts in brackets where it is their sum:
    /// `05 (02 tập thể, 03 cá nhân)`.
    package static func parse(_ bytes: Span<UInt8>) -> CountedParts? {
        guard var tokens = CountedToken.tokens(of: bytes)?[...] else { return nil }
        guard tokens.last == .close else { return parts(tokens) }
        tokens.removeLast()
        guard case .number(let total) = tokens.popFirst(), tokens.popFirst() == .open,
            let parts = parts(tokens), parts.total == total
        else { return nil }
        return parts
    }

    private static func parts(_ tokens: ArraySlice<CountedToken>) -> CountedParts? {
        var rest = tokens
        var parts = CountedParts()
        var isNumberFirst: Bool?
        while let first = rest.popFirst() {
            // A bullet may stand before the first part, marks between parts and behind the last.
            if first == .separator { continue }
            let number: Int64
            let subject: Subject
            switch first {
            case .number(let value):
                guard isNumberFirst != false, case .noun(let noun) = rest.popFirst() else {
                    return nil
                }
                (number, subject, isNumberFirst) = (value, noun, true)
            case .noun(let noun):
                guard isNumberFirst != true else { return nil }
                if rest.first == .colon { rest.removeFirst() }
                guard case .number(let value) = rest.popFirst() else { return nil }
                (number, subject, isNumberFirst) = (value, noun, false)
            case .separator, .colon, .open, .close: return nil
            }
            guard parts[subject] == nil else { return nil }
            switch subject {
            case .collective: parts.collective = number
            case .individual: parts.individual = number
            case .household: parts.household = number
            }
        }
        return isNumberFirst == nil ? nil : parts
    }
}
