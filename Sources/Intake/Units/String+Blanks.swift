extension String {
    /// Without blanks, no-break spaces and invisible characters at its ends.
    package var trimmedBlanks: String {
        // Most texts begin and end with a plain character.
        let ends = utf8.first.flatMap { first in utf8.last.map { (first, $0) } }
        guard let ends else { return self }
        if (0x21..<0x7F).contains(ends.0), (0x21..<0x7F).contains(ends.1) { return self }
        let isBlank: (Unicode.Scalar) -> Bool = { $0.isInvisible || $0.properties.isWhitespace }
        guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
            let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }

    /// Without characters that nobody sees, wherever they stand.
    var withoutInvisibles: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isInvisible }))
    }
}

extension Unicode.Scalar {
    /// Soft hyphens, marks of width 0 and of direction.
    fileprivate var isInvisible: Bool {
        switch value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
