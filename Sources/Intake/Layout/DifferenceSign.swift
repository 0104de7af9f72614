/// The sign of a share or of a difference in a heading: `%`, `(+/-)`, `(-, +)`, `±`.
enum DifferenceSign {
    /// Whether a heading has one.
    ///
    /// A plus alone marks a part, `+ Tập thể`, and a dash alone joins words; it takes both with
    /// nothing said between them.
    static func isIn(_ heading: String) -> Bool {
        var last: Sign?
        for scalar in heading.unicodeScalars {
            switch scalar {
            case "%", "±": return true
            case "+":
                if last == .minus { return true }
                last = .plus
            case "-", "–", "—", "−":
                if last == .plus { return true }
                last = .minus
            case "/", ",", ";", "(", ")", " ", "\u{A0}": break
            default: last = nil
            }
        }
        return false
    }

    private enum Sign { case plus, minus }
}
