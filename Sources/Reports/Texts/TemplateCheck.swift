internal import Model
internal import Plans

/// Finds what is wrong in a template before it is used: every tag that names no value, is not
/// closed or is of a kind that texts have no use for, with its line and column.
struct TemplateCheck {
    let name: TextName
    /// Where it stands below the plan's folder.
    let path: String
    private(set) var mistakes: [Mistake] = []

    /// How many sections may stand within each other; no text needs as many.
    private static let deepest = 30

    /// One `{{…}}`.
    private struct Tag {
        var sign: Character?
        var name: String
        var line: Int
        var column: Int
    }

    /// A section that is open, with the values that it adds.
    private struct Scope {
        var tag: Tag
        var fields: [TextField]
        var hasText: Bool
    }

    init(name: TextName, path: String, text: String) {
        self.name = name
        self.path = path
        check(tags(text))
    }

    // MARK: - Tags

    private mutating func tags(_ text: String) -> [Tag] {
        let characters = Array(text)
        var tags: [Tag] = []
        var (index, line, column) = (0, 1, 1)
        func advance(_ count: Int) {
            for _ in 0..<count where index < characters.count {
                if characters[index].isNewline {
                    line += 1
                    column = 1
                } else {
                    column += 1
                }
                index += 1
            }
        }
        func stands(_ sign: Character, _ count: Int, at start: Int) -> Bool {
            start + count <= characters.count
                && characters[start..<start + count].allSatisfy { $0 == sign }
        }
        while index < characters.count {
            guard stands("{", 2, at: index) else {
                advance(1)
                continue
            }
            let place = (line, column)
            let braces = stands("{", 3, at: index) ? 3 : 2
            var end = index + braces
            while end < characters.count, !stands("}", braces, at: end) { end += 1 }
            guard end < characters.count else {
                note(place, "thẻ không có dấu đóng", String(repeating: "{", count: braces))
                return tags
            }
            var inside = characters[index + braces..<end]
            var sign: Character?
            if braces == 2, let first = inside.first, "#^/!>&%=<$*{".contains(first) {
                sign = first
                inside.removeFirst()
            }
            let word = String(inside).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            tags.append(Tag(sign: sign, name: word, line: place.0, column: place.1))
            advance(end + braces - index)
        }
        return tags
    }

    // MARK: - Names

    private mutating func check(_ tags: [Tag]) {
        var scopes: [Scope] = []
        for tag in tags {
            switch tag.sign {
            case "!": continue
            case nil, "&": _ = shape(of: tag, scopes)
            case "#", "^":
                guard scopes.count < TemplateCheck.deepest else {
                    note((tag.line, tag.column), "quá nhiều phần lồng nhau", "{{#\(tag.name)}}")
                    return
                }
                scopes.append(scope(of: tag, scopes))
            case "/": close(tag, &scopes)
            case ">": part(tag)
            default:
                note(
                    (tag.line, tag.column),
                    "loại thẻ không dùng trong mẫu văn bản",
                    "{{\(tag.sign.map(String.init) ?? "")\(tag.name)}}",
                    allowed:
                        "{{tên}}, {{#tên}}…{{/tên}}, {{^tên}}…{{/tên}}, {{>tên}}, {{! ghi chú }}"
                )
            }
        }
        for scope in scopes {
            note(
                (scope.tag.line, scope.tag.column),
                "phần này không có thẻ đóng {{/\(scope.tag.name)}}",
                "{{\(scope.tag.sign.map(String.init) ?? "")\(scope.tag.name)}}"
            )
        }
    }

    private mutating func scope(of tag: Tag, _ scopes: [Scope]) -> Scope {
        var scope = Scope(tag: tag, fields: [], hasText: false)
        guard let shape = shape(of: tag, scopes), tag.sign == "#" else { return scope }
        switch shape {
        case .text, .lines: scope.hasText = true
        case .flag: break
        case .list(let fields), .group(let fields): scope.fields = fields
        }
        return scope
    }

    private mutating func close(_ tag: Tag, _ scopes: inout [Scope]) {
        guard let open = scopes.last else {
            note((tag.line, tag.column), "thẻ đóng không có thẻ mở", "{{/\(tag.name)}}")
            return
        }
        if open.tag.name != tag.name {
            note(
                (tag.line, tag.column),
                "thẻ đóng không khớp với thẻ mở ở dòng \(open.tag.line)",
                "{{/\(tag.name)}}",
                allowed: "{{/\(open.tag.name)}}"
            )
        }
        scopes.removeLast()
    }

    private mutating func part(_ tag: Tag) {
        let parts = TextName.allCases.filter(\.isPart).map(\.rawValue)
        // A part within a part could stand within itself.
        guard name.isPart || !parts.contains(tag.name) else { return }
        note(
            (tag.line, tag.column),
            name.isPart ? "mẫu dùng chung không chứa mẫu khác" : "không có mẫu dùng chung này",
            "{{>\(tag.name)}}",
            allowed: name.isPart ? nil : parts.joined(separator: ", "),
            nearest: name.isPart ? nil : Suggestion.nearest(to: tag.name, among: parts)
        )
    }

    /// What a tag names, looked for from the innermost section outwards; a mistake where it is
    /// nothing.
    private mutating func shape(of tag: Tag, _ scopes: [Scope]) -> TextField.Shape? {
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false)
        if tag.name == ".", scopes.last?.hasText == true { return .text }
        let levels = scopes.reversed().map(\.fields) + [name.fields]
        var shape = levels.lazy.compactMap { $0.field(parts.first ?? "") }.first?.shape
        for part in parts.dropFirst() {
            guard case .group(let fields) = shape else {
                shape = nil
                break
            }
            shape = fields.field(part)?.shape
        }
        if let shape {
            if tag.sign == nil || tag.sign == "&" {
                guard case .text = shape else {
                    note(
                        (tag.line, tag.column),
                        "giá trị này không in được, chỉ dùng để mở một phần",
                        tag.name,
                        allowed: "{{#\(tag.name)}}…{{/\(tag.name)}}"
                    )
                    return nil
                }
            }
            return shape
        }
        let known = Array(levels.joined().map(\.name))
        note(
            (tag.line, tag.column),
            "mẫu văn bản không có giá trị này",
            tag.name,
            nearest: Suggestion.nearest(to: tag.name, among: known)
        )
        return nil
    }

    private mutating func note(
        _ place: (line: Int, column: Int),
        _ message: String,
        _ found: String,
        allowed: String? = nil,
        nearest: String? = nil
    ) {
        mistakes.append(
            Mistake(
                file: path,
                line: place.line,
                column: place.column,
                message: message,
                found: found,
                allowed: allowed,
                nearest: nearest
            )
        )
    }
}
