internal import Model
internal import Mustache
package import Plans

/// The templates of a plan's texts: those of its folder `templates/`, the program's own for the others.
package struct TextTemplates: Sendable {
    /// The folder below the plan's.
    package static let folder = "templates"
    package static let ending = ".mustache"

    /// The templates with a plan's own among them; nil where it has none.
    private let own: MustacheLibrary?

    /// Only the templates that come with the program.
    package static let shipped = TextTemplates(own: nil)

    /// The templates that come with the program: parsed once, when the first text is printed.
    private static let shippedLibrary = library(
        TextName.allCases.map { ($0, $0.shipped) },
        in: MustacheLibrary()
    ).library

    private init(own: MustacheLibrary?) { self.own = own }

    /// Reads the templates among a plan's files, by path; every mistake is noted with its line.
    package static func read(
        _ files: [String: [UInt8]],
        mistakes: inout [Mistake]
    ) -> TextTemplates {
        let prefix = folder + "/"
        var own: [TextName: [UInt8]] = [:]
        for (path, bytes) in files where path.hasPrefix(prefix) {
            let name = String(path.dropFirst(prefix.count).dropLast(ending.count))
            if path.hasSuffix(ending), let text = TextName(rawValue: name) {
                own[text] = bytes
                continue
            }
            let names = TextName.allCases.map(\.rawValue)
            mistakes.append(
                Mistake(
                    file: path,
                    line: 1,
                    column: 1,
                    message: "không có mẫu văn bản nào mang tên này",
                    found: name,
                    allowed: names.joined(separator: ", "),
                    nearest: Suggestion.nearest(to: name, among: names)
                )
            )
        }
        guard !own.isEmpty else { return shipped }
        let (library, found) = library(
            TextName.allCases.compactMap { name in own[name].map { (name, $0) } },
            in: shippedLibrary
        )
        mistakes += found
        return TextTemplates(own: library)
    }

    /// A library in which templates take the places of others of their names.
    private static func library(
        _ templates: [(name: TextName, bytes: [UInt8])],
        in library: MustacheLibrary
    ) -> (library: MustacheLibrary, mistakes: [Mistake]) {
        var library = library
        var mistakes: [Mistake] = []
        for (name, bytes) in templates {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                mistakes.append(
                    Mistake(
                        file: name.path,
                        line: 1,
                        column: 1,
                        message: "mẫu văn bản không phải là UTF-8"
                    )
                )
                continue
            }
            // An editor's byte order mark is no text.
            let body = text.unicodeScalars.first == "\u{FEFF}" ? String(text.dropFirst()) : text
            let found = TemplateCheck(name: name, text: body).mistakes
            guard found.isEmpty else {
                mistakes += found
                continue
            }
            do {
                try library.register(plain + body, named: name.rawValue)
            } catch {
                // The check lists what can be wrong in a template; this is what it did not know.
                let place = (error as? MustacheTemplate.ParserError)?.context
                mistakes.append(
                    Mistake(
                        file: name.path,
                        line: max(1, (place?.lineNumber ?? 2) - 1),
                        column: place?.columnNumber ?? 1,
                        message: "mẫu văn bản không đọc được"
                    )
                )
            }
        }
        return (library, mistakes)
    }

    /// Texts are no web pages: `&` stays `&`.
    private static let plain = "{{% CONTENT_TYPE:TEXT}}\n"

    /// The text of a template with its values, laid out on at most so many columns.
    func render(_ name: TextName, _ values: [String: TextValue], width: Int) -> String {
        let library = own ?? TextTemplates.shippedLibrary
        let text = library.render(TextValue.rendered(values), withTemplate: name.rawValue) ?? ""
        return TextLayout(width: width).lay(text)
    }
}
