extension String {
    /// Without blanks, no-break spaces and invisible characters at its ends.
    package var trimmedBlanks: String {
        // Most texts begin and end with a plain character.
        let ends = utf8.first.flatMap { first in utf8.last.map { (first, $0) } }
        guard let ends else { return self }
        if (0x21..<0x7F).contains(ends.0), (0x21..<0x7F).contains(ends.1) { return self }
        let isBlank: (Unicode.Scalar) -> Bool = { scalar in
            switch scalar.value {
            case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
            default: scalar.properties.isWhitespace
            }
        }
        guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
            let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }
}
