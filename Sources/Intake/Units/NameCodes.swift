/// The codes that stand in brackets behind names: `Quận Thanh Xuân (009)` (domain.md 4.2).
enum NameCodes {
    /// A text without its codes of three digits or more, and the codes; nil where it has none.
    static func split(_ text: String) -> (name: String, codes: [String])? {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return nil }
        var name = ""
        var codes: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let code = String(rest[open..<close].dropFirst()).trimmedBlanks
            if code.utf8.count >= 3, code.utf8.allSatisfy(CellBytes.isDigit) {
                name += rest[..<open] + " "
                codes.append(code)
            } else {
                name += rest[...close]
            }
            rest = rest[close...].dropFirst()
        }
        return codes.isEmpty ? nil : (name + rest, codes)
    }

    /// A serial number of up to three digits and the name behind it: `1. Phường Hạ Đình`, `1) …`.
    static func serial(_ text: String) -> (number: String, name: String)? {
        let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
        let rest = text.unicodeScalars[digits.endIndex...]
        guard (1...3).contains(digits.count), let mark = rest.first, mark == "." || mark == ")"
        else { return nil }
        let name = String(rest.dropFirst()).trimmedBlanks
        // `1.234` is a number.
        guard name.unicodeScalars.first?.properties.isAlphabetic == true else { return nil }
        return (String(digits), name)
    }

    /// What may be an id and the name beside it: `P2 - Phường Hạ Đình`, `P2: …`, `… - P2`, `…
    /// (P2)`.
    static func pairs(_ text: String) -> [(code: String, name: String)] {
        let scalars = text.unicodeScalars
        var pairs: [(String, String)] = []
        func add(_ code: Substring.UnicodeScalarView, _ name: Substring.UnicodeScalarView) {
            let (code, name) = (String(code).trimmedBlanks, String(name).trimmedBlanks)
            if !code.isEmpty, !name.isEmpty { pairs.append((code, name)) }
        }
        for index in scalars.indices {
            let (head, tail) = (scalars[..<index], scalars[index...].dropFirst())
            switch scalars[index] {
            case ":": add(head, tail)
            case "-", "–", "—":
                add(head, tail)
                add(tail, head)
            case "(" where tail.last == ")": add(tail.dropLast(), head)
            default: break
            }
        }
        return pairs
    }
}
