internal import Model
internal import Plans

/// What bears out a statement: the address of a page, the number of a document.
///
/// Measures count the rows that fill such a column in; a unit that writes there that it has none
/// must not be counted among those that have one (domain.md 0.2, 2.7).
enum Evidence {
    /// The address of a page.
    case address
    /// The number of a plan, decision, submission or minutes.
    case number

    /// What a filled cell says.
    enum Content {
        /// An address or a number, or words that may be one.
        case given
        /// That there is none: `-`, `0`, `Không`, `Chưa có`, `chưa đăng`, `đang chờ số`.
        case none
        /// That there is one, and not which: `Có`, `x`, `đã đăng`.
        case claimed
    }

    /// The kind of evidence that a field asks for; nil for other fields.
    init?(_ field: Field) {
        switch field.type {
        case .url: self = .address
        case .text:
            let isNumber = field.code == "number" || field.code.hasSuffix("_number")
            guard isNumber || field.code == "minutes" else { return nil }
            self = .number
        case .int, .decimal, .yesNo, .date, .period, .enum: return nil
        }
    }

    /// What a filled cell says.
    func content(of bytes: Span<UInt8>) -> Content {
        let answer = CellYesNo.parse(bytes)
        if isGiven(bytes, answer) { return .given }
        switch answer {
        case .no, .blank, .notApplicable: return .none
        case .yes: return .claimed
        case .bad: break
        }
        guard bytes.count <= Evidence.longest else { return .given }
        var folded: [UInt8] = []
        Fold.append(bytes, to: &folded)
        let first = folded.prefix { $0 != UInt8(ascii: " ") }
        if Evidence.denials.contains(first) { return .none }
        return Evidence.claims.contains(first) ? .claimed : .given
    }

    /// Whether a cell holds a sign without which there is no address, or no number.
    private func isGiven(_ bytes: Span<UInt8>, _ answer: CellYesNo) -> Bool {
        switch self {
        case .address:
            bytes.indices.contains {
                bytes[$0] == UInt8(ascii: ".") || bytes[$0] == UInt8(ascii: "/")
            }
                && answer == .bad
        case .number:
            // A lone 1 may be a number; a lone 0 is none.
            bytes.indices.contains { (0x30...0x39).contains(bytes[$0]) } && answer != .no
        }
    }

    /// Bytes of the longest text that is looked at word by word.
    private static let longest = 64

    private static let denials = words("chưa", "không", "ko", "đang", "chờ")
    private static let claims = words("có", "đã", "rồi")

    private static func words(_ words: String...) -> Set<ArraySlice<UInt8>> {
        Set(words.map { Fold.key($0)[...] })
    }
}
