internal import Mustache

/// A value that a template prints.
enum TextValue {
    case text(String)
    /// A sign of the layout (``TextLayout/Mark``).
    case mark(Unicode.Scalar)
    case flag(Bool)
    case lines([String])
    case list([[String: TextValue]])
    /// Nil where there is nothing: its section is left out.
    case group([String: TextValue]?)

    /// Whether a section of it is left out.
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .mark: false
        case .flag(let flag): !flag
        case .lines(let lines): lines.isEmpty
        case .list(let items): items.isEmpty
        case .group(let values): values == nil
        }
    }

    /// Whether nothing is left of it but that there is none: a section of such values alone would
    /// be a bare heading.
    var saysNothing: Bool {
        if case .group(let values?) = self, case .flag(true)? = values["none"] { return true }
        return isEmpty
    }

    /// The value in the types that the template engine looks into.
    var rendered: Any {
        switch self {
        case .text(let text): Printed(text: TextValue.withoutMarks(text))
        case .mark(let mark): Printed(text: String(mark))
        case .flag(let flag): flag
        case .lines(let lines): lines.map { Printed(text: TextValue.withoutMarks($0)) } as [Any]
        case .list(let items): items.map { TextValue.rendered($0) } as [Any]
        case .group(let values): values.map { TextValue.rendered($0) } ?? false
        }
    }

    /// The text without signs that would place its line otherwise: names come from files.
    static func withoutMarks(_ text: String) -> String {
        // The category is slow to look up; signs for private use begin with these bytes.
        guard text.utf8.contains(where: { $0 >= 0xEE }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.properties.generalCategory != .privateUse }
            )
        )
    }

    static func rendered(_ values: [String: TextValue]) -> [String: Any] {
        values.mapValues(\.rendered)
    }

    /// A text whose section is left out where it is empty.
    private struct Printed: MustacheCustomRenderable {
        let text: String
        var renderText: String { text }
        var isNull: Bool { text.isEmpty }
    }
}
