internal import Model

/// Text out of files that came from others, made fit for a terminal and a printed page.
enum PlainText {
    /// One line without control characters and invisible signs, cut with `…` behind so many
    /// letters.
    ///
    /// A cell may hold anything: line breaks, escape sequences that would move a terminal's cursor,
    /// marks that turn the direction of writing.
    static func line(_ text: String, longest: Int = 300) -> String {
        if isPlain(text, longest) { return text }
        var scalars = String.UnicodeScalarView()
        var needsBlank = false
        // A letter may be several scalars; what is far beyond the cut need not be looked at.
        for scalar in text.unicodeScalars.prefix(longest * 8) {
            switch scalar.properties.generalCategory {
            case .spaceSeparator, .lineSeparator, .paragraphSeparator: needsBlank = true
            case .control where scalar.properties.isWhitespace: needsBlank = true
            case .control, .format, .surrogate, .privateUse, .unassigned: continue
            default:
                if needsBlank, !scalars.isEmpty { scalars.append(" ") }
                needsBlank = false
                scalars.append(scalar)
            }
        }
        let line = String(scalars)
        return line.count > longest ? String(line.prefix(max(0, longest - 1))) + "…" : line
    }

    /// The same without phones, addresses and identity numbers, which are told from other digits
    /// only once what nobody sees is gone, and before the text is cut.
    static func withoutContacts(_ text: String, longest: Int = 300) -> String {
        line(Privacy.withoutContacts(line(text, longest: .max / 16)), longest: longest)
    }

    /// Whether a text is surely such a line already: told by bytes, since categories are slow to
    /// look up.
    private static func isPlain(_ text: String, _ longest: Int) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            guard let width = DisplayWidth.ofEven(bytes), width <= longest else { return false }
            return DisplayWidth.isEvenlySpaced(bytes)
        } ?? false
    }
}
