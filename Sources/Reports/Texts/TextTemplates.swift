internal import Model
internal import Mustache
package import Plans

/// The templates of a plan's texts: those of its folder `templates/`, the program's own for the
/// others.
package struct TextTemplates: Sendable {
    /// The folder below the plan's.
    package static let folder = "templates"
    /// How the names of templates end.
    package static let ending = ".mustache"

    /// The templates of each language for which a plan has its own, under their own names, so that
    /// `{{>letterhead}}` is that of the language.
    private let own: [Language: Library]

    /// Templates in the types of the engine.
    private struct Library: Sendable {
        var templates = MustacheLibrary()
        /// In how many pieces each stands there (``TemplatePieces``).
        var pieces: [TextName: Int] = [:]

        /// The name of a piece; a template within others is one piece under its own name.
        static func name(_ name: TextName, _ piece: Int) -> String {
            name.isPart ? name.rawValue : "\(name.rawValue) \(piece)"
        }
    }

    /// Only the templates that come with the program.
    package static let shipped = TextTemplates(own: [:])

    private init(own: [Language: Library]) { self.own = own }

    // Each parsed once, when the first text in its language is printed.
    private static let vietnamese = shippedLibrary(in: .vietnamese)
    private static let english = shippedLibrary(in: .english)

    private static func shippedLibrary(in language: Language) -> Library {
        let files = TextName.written(in: language).map { ($0, $0.shipped(in: language)) }
        return library(files, language, in: Library()).library
    }

    private static func shippedTemplates(of language: Language) -> Library {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }

    /// Reads the templates among a plan's files, by path; every mistake is noted with its line.
    package static func read(
        _ files: [String: [UInt8]],
        mistakes: inout [Mistake]
    ) -> TextTemplates {
        let prefix = folder + "/"
        let known = Language.allCases.flatMap { language in
            TextName.written(in: language).map { $0.fileName(in: language) }
        }
        for path in files.keys.sorted() where path.hasPrefix(prefix) {
            let name = String(path.dropFirst(prefix.count).dropLast(ending.count))
            if path.hasSuffix(ending), known.contains(name) { continue }
            mistakes.append(
                Mistake(
                    file: path,
                    line: 1,
                    column: 1,
                    message: "không có mẫu văn bản nào mang tên này",
                    found: name,
                    allowed: known.joined(separator: ", "),
                    nearest: Suggestion.nearest(to: name, among: known)
                )
            )
        }
        var libraries: [Language: Library] = [:]
        for language in Language.allCases {
            let own = TextName.written(in: language).compactMap { name in
                files[name.path(in: language)].map { (name, $0) }
            }
            guard !own.isEmpty else { continue }
            let (library, found) = library(own, language, in: shippedTemplates(of: language))
            libraries[language] = library
            mistakes += found
        }
        return TextTemplates(own: libraries)
    }

    /// A library in which templates take the places of others of their names.
    private static func library(
        _ templates: [(name: TextName, bytes: [UInt8])],
        _ language: Language,
        in library: Library
    ) -> (library: Library, mistakes: [Mistake]) {
        var library = library
        var mistakes: [Mistake] = []
        for (name, bytes) in templates {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                mistakes.append(
                    Mistake(
                        file: name.path(in: language),
                        line: 1,
                        column: 1,
                        message: "mẫu văn bản không phải là UTF-8"
                    )
                )
                continue
            }
            // An editor's byte order mark is no text.
            let body = TextForm.withoutPlaces(
                text.unicodeScalars.first == "\u{FEFF}" ? String(text.dropFirst()) : text
            )
            let found = TemplateCheck(name: name, path: name.path(in: language), text: body)
                .mistakes
            guard found.isEmpty else {
                mistakes += found
                continue
            }
            let pieces =
                name.isPart
                ? [TemplatePieces.Piece(text: body, linesAbove: 0)] : TemplatePieces(body).pieces
            library.pieces[name] = pieces.count
            for (number, piece) in pieces.enumerated() {
                do {
                    let own = Library.name(name, number)
                    try library.templates.register(plain + piece.text, named: own)
                } catch {
                    // The check lists what can be wrong in a template; this is what it did not
                    // know.
                    let place = (error as? MustacheTemplate.ParserError)?.context
                    mistakes.append(
                        Mistake(
                            file: name.path(in: language),
                            line: piece.linesAbove + max(1, (place?.lineNumber ?? 2) - 1),
                            column: place?.columnNumber ?? 1,
                            message: "mẫu văn bản không đọc được"
                        )
                    )
                }
            }
        }
        return (library, mistakes)
    }

    /// Texts are no web pages: `&` stays `&`.
    private static let plain = "{{% CONTENT_TYPE:TEXT}}\n"

    /// The text of a template with its values, laid out on at most so many columns.
    func render(
        _ name: TextName,
        in language: Language,
        _ values: [String: TextValue],
        width: Int
    ) -> String {
        TextLayout(width: width).lay(print(name, in: language, values))
    }

    /// What a template prints, before it is laid out.
    func print(_ name: TextName, in language: Language, _ values: [String: TextValue]) -> String {
        let library = own[language] ?? TextTemplates.shippedTemplates(of: language)
        let values = TextValue.rendered(values)
        return (0..<(library.pieces[name] ?? 0)).map { piece in
            library.templates.render(values, withTemplate: Library.name(name, piece)) ?? ""
        }
        .joined()
    }
}
