/// HTML that is put together so that no text of others can become markup.
///
/// Names of elements, of attributes and classes are literals of the program; all else is escaped
/// and freed of control characters, whatever a cell, a title or a plan holds.
struct HTMLText {
    /// An attribute; its value is escaped.
    struct Attribute {
        let name: StaticString
        let value: String

        init(_ name: StaticString, _ value: String) {
            self.name = name
            self.value = value
        }

        static func `class`(_ value: StaticString) -> Attribute {
            Attribute("class", "\(value)")
        }
    }

    private(set) var source = ""

    /// The longest text of a single element; plans and rosters have none as long.
    private static let longest = 2_000

    mutating func element(
        _ name: StaticString,
        _ attributes: [Attribute] = [],
        _ content: (inout HTMLText) -> Void
    ) {
        open(name, attributes)
        content(&self)
        source += "</\(name)>"
    }

    mutating func element(
        _ name: StaticString,
        _ attributes: [Attribute],
        _ text: String
    ) {
        element(name, attributes) { $0.add(text) }
    }

    mutating func element(_ name: StaticString, _ text: String) {
        element(name, [], text)
    }

    /// An element that holds nothing, of HTML (`br`) or of SVG (`rect`).
    mutating func void(_ name: StaticString, _ attributes: [Attribute]) {
        open(name, attributes, end: "/>")
    }

    /// Text; a blank at its ends stays.
    mutating func add(_ text: String) {
        let line = HTMLText.escaped(PlainText.line(text, longest: HTMLText.longest))
        source += (text.hasPrefix(" ") ? " " : "") + line
        if !line.isEmpty, text.hasSuffix(" ") { source += " " }
    }

    /// Text of the program itself, such as the style sheet.
    mutating func add(literal: StaticString) { source += "\(literal)" }

    /// A line break of the source, for those who read it.
    mutating func line() { source += "\n" }

    private mutating func open(
        _ name: StaticString,
        _ attributes: [Attribute],
        end: StaticString = ">"
    ) {
        source += "<\(name)"
        for attribute in attributes {
            let value = PlainText.line(attribute.value, longest: HTMLText.longest)
            source += " \(attribute.name)=\"\(HTMLText.escaped(value))\""
        }
        source += "\(end)"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
