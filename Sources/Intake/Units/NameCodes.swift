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
}
