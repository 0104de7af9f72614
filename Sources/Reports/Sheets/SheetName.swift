/// The rules for names of sheets, stricter than the library that writes the file.
package enum SheetName {
    /// Why Excel would refuse a name.
    package enum Problem: Hashable, Sendable {
        case empty
        /// More than 31 UTF-16 units.
        case tooLong
        /// One of `[ ] : * ? / \` or a control character.
        case forbiddenCharacter(Unicode.Scalar)
        case apostropheAtEnd
        /// `History`, which Excel keeps for itself.
        case reserved
        /// A name that differs from an earlier one at most in the case of letters.
        case taken
    }

    /// The most UTF-16 units that Excel takes.
    package static let longest = 31

    /// What is wrong with a name, or nil where Excel takes it.
    package static func problem(in name: String) -> Problem? {
        if name.isEmpty { return .empty }
        if name.utf16.count > longest { return .tooLong }
        if let scalar = name.unicodeScalars.first(where: isForbidden) {
            return .forbiddenCharacter(scalar)
        }
        if name.first == "'" || name.last == "'" { return .apostropheAtEnd }
        if name.lowercased() == "history" { return .reserved }
        return nil
    }

    /// A name that Excel takes, as near to the text as can be: forbidden characters become `-`.
    package static func safe(_ text: String) -> String {
        var name = ""
        for character in text {
            let scalars = character.unicodeScalars
            let piece = scalars.contains(where: isForbidden) ? "-" : String(character)
            guard name.utf16.count + piece.utf16.count <= longest else { break }
            name += piece
        }
        while name.hasPrefix("'") { name.removeFirst() }
        while name.hasSuffix("'") { name.removeLast() }
        if name.isEmpty { return "-" }
        return name.lowercased() == "history" ? name + "-" : name
    }

    /// The name of a further part of a sheet, `DoiChieu_2`, cut to the permitted length.
    package static func part(_ number: Int, of name: String) -> String {
        guard number > 1 else { return name }
        let suffix = "_\(number)"
        var stem = name
        while stem.utf16.count + suffix.utf16.count > longest { stem.removeLast() }
        return stem + suffix
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "[", "]", ":", "*", "?", "/", "\\": true
        default:
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        }
    }
}
