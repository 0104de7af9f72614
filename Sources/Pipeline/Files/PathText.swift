/// File names as text, also those that are not valid UTF-8, without losing which file is meant.
///
/// Archives packed on old machines unpack to names in other encodings. Such a byte is written as
/// U+FFFD and two hexadecimal digits (`B\u{FFFD}E1o c\u{FFFD}E1o.csv`), and so is a genuine U+FFFD:
/// one text, one name, both ways. So are line ends and other controls, which in a log or a report
/// would pass for something that the program itself wrote.
package enum PathText {
    /// The text of a name; `isExact` says that the name was valid UTF-8 without controls.
    package static func text(_ name: [UInt8]) -> (text: String, isExact: Bool) {
        if name.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            return (String(decoding: name, as: UTF8.self), true)
        }
        if let text = String(validating: name, as: UTF8.self),
            !text.unicodeScalars.contains(where: { $0 == mark || isControl($0) })
        {
            return (text, true)
        }
        var text = ""
        var isExact = true
        var rest = name[...]
        while let first = rest.first {
            let length = scalarLength(first)
            if let part = String(validating: rest.prefix(length), as: UTF8.self),
                rest.count >= length, let scalar = part.unicodeScalars.first, scalar != mark,
                !isControl(scalar)
            {
                text += part
                rest = rest.dropFirst(length)
            } else {
                let isMark = rest.starts(with: Array("\u{FFFD}".utf8))
                for byte in rest.prefix(isMark ? 3 : 1) { text += escaped(byte) }
                rest = rest.dropFirst(isMark ? 3 : 1)
                isExact = isExact && isMark
            }
        }
        return (text, isExact)
    }

    /// The name that a text stands for.
    package static func name(_ text: some StringProtocol) -> [UInt8] {
        guard text.utf8.contains(0xEF) else { return Array(text.utf8) }
        var name: [UInt8] = []
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if scalar == mark,
                let byte = UInt8(String(String.UnicodeScalarView(scalars.prefix(2))), radix: 16)
            {
                name.append(byte)
                scalars = scalars.dropFirst(2)
            } else {
                name.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return name
    }

    private static let mark: Unicode.Scalar = "\u{FFFD}"

    /// Controls of the terminal, and those that end a line or turn its direction.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "\u{FFFD}" + (digits.count == 1 ? "0" : "") + digits
    }

    private static func scalarLength(_ first: UInt8) -> Int {
        switch first {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }
}
