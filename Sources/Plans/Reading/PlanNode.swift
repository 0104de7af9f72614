internal import Model
internal import Yams

/// A node of the plan's YAML with its place; reading it notes mistakes instead of throwing.
///
/// Schedules are read with it, too: they are YAML of the same kind.
package struct PlanNode {
    let node: Node
    let source: PlanText

    /// The file's name, for messages.
    package var file: String { source.file }

    /// The line on which the node begins, from 1.
    package var line: Int { node.mark?.line ?? 1 }
    /// The column in which the node begins, from 1.
    package var column: Int { node.mark?.column ?? 1 }

    var mark: PlanPlaces.Place { PlanPlaces.Place(line: line, column: column) }

    /// Whether it holds keys with values.
    package var isMapping: Bool { node.mapping != nil }

    /// Whether nothing stands there, not even quotes, or a list of nothing.
    var holdsNothing: Bool { hasNoValue || (node.sequence?.isEmpty ?? false) }

    /// Whether a key stands without a value, or with one of YAML's words for none.
    var hasNoValue: Bool {
        guard let scalar = node.scalar, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    /// Whether it is a single value, neither a list nor a mapping.
    package var isText: Bool { node.scalar != nil }

    /// The node's text as written; nil for a list or mapping.
    package var text: String? { node.scalar?.string }

    /// The place of a character of the text, counted from 0, in whatever way and on however many
    /// lines it is written.
    package func place(of offset: Int) -> (line: Int, column: Int) {
        node.scalar.map { source.place(of: offset, in: $0) } ?? (line, column)
    }

    /// A mistake at this place, or at a character of the text, counted from 0.
    package func mistake(
        _ message: String,
        at offset: Int? = nil,
        found: String? = nil,
        allowed: String? = nil,
        nearest: String? = nil
    ) -> Mistake {
        let place = offset.map { self.place(of: $0) } ?? (line: line, column: column)
        return Mistake(
            file: file,
            line: place.line,
            column: place.column,
            message: message,
            found: found,
            allowed: allowed,
            nearest: nearest
        )
    }

    /// The entries of a mapping in the order of the file.
    func entries(_ mistakes: inout [Mistake]) -> [(key: PlanNode, name: String, value: PlanNode)] {
        guard let mapping = node.mapping else {
            if text?.isEmpty != true, !hasNoValue {
                mistakes.append(
                    mistake("ở đây phải là một bảng khóa: giá trị", found: shortText)
                )
            }
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string else {
                mistakes.append(with(key).mistake("khóa phải là một từ"))
                return nil
            }
            return (with(key), name, with(value))
        }
    }

    /// The entries of a mapping by name, after noting each key that is not `allowed`.
    package func fields(_ allowed: [String], _ mistakes: inout [Mistake]) -> [String: PlanNode] {
        var fields: [String: PlanNode] = [:]
        for entry in entries(&mistakes) {
            guard allowed.contains(entry.name) else {
                mistakes.append(
                    entry.key.mistake(
                        "không có khóa này",
                        found: entry.name,
                        allowed: allowed.joined(separator: ", "),
                        nearest: Suggestion.nearest(to: entry.name, among: allowed)
                    )
                )
                continue
            }
            // A key that is there twice is a mistake that is told already; there may be others in
            // both.
            fields[entry.name] = fields[entry.name].map { $0.joined(entry.value) } ?? entry.value
        }
        return fields
    }

    /// Another node of the same file.
    private func with(_ node: Node) -> PlanNode { PlanNode(node: node, source: source) }

    /// Two lists or two mappings as one; of other values the first.
    private func joined(_ other: PlanNode) -> PlanNode {
        switch (node, other.node) {
        case (.sequence(let first), .sequence(let second)):
            with(
                .sequence(
                    Node.Sequence(Array(first) + Array(second), first.tag, first.style, first.mark)
                )
            )
        case (.mapping(let first), .mapping(let second)):
            with(
                .mapping(
                    Node.Mapping(
                        (Array(first) + Array(second)).map { ($0.key, $0.value) },
                        first.tag,
                        first.style,
                        first.mark
                    )
                )
            )
        default: self
        }
    }

    /// The members of a list; a single value stands for a list of one.
    package func list(_ mistakes: inout [Mistake]) -> [PlanNode] {
        if let sequence = node.sequence { return sequence.map { with($0) } }
        if let scalar = node.scalar {
            return scalar.string.isEmpty && scalar.style == .plain ? [] : [self]
        }
        mistakes.append(mistake("ở đây phải là một danh sách [a, b]", found: shortText))
        return []
    }

    /// A text; nil, with a mistake, where the node is none.
    package func string(_ mistakes: inout [Mistake]) -> String? {
        guard let text else {
            mistakes.append(mistake("ở đây phải là một dòng chữ", found: shortText))
            return nil
        }
        return text
    }

    /// A text that says something.
    func filled(_ mistakes: inout [Mistake]) -> String? {
        guard let text = string(&mistakes) else { return nil }
        guard !hasNoValue, text.contains(where: { !$0.isWhitespace }) else {
            mistakes.append(mistake("giá trị để trống", found: text))
            return nil
        }
        return text
    }

    /// The texts of a list, each of which says something.
    func filledStrings(_ mistakes: inout [Mistake]) -> [String] {
        var strings: [String] = []
        for member in list(&mistakes) {
            if let text = member.filled(&mistakes) { strings.append(text) }
        }
        return strings
    }

    /// A list of texts; what is none is left out, with a mistake.
    package func strings(_ mistakes: inout [Mistake]) -> [String] {
        var strings: [String] = []
        for member in list(&mistakes) {
            if let text = member.string(&mistakes) { strings.append(text) }
        }
        return strings
    }

    func int(_ range: ClosedRange<Int>, _ mistakes: inout [Mistake]) -> Int? {
        guard let text, let number = Int(text), range.contains(number) else {
            mistakes.append(
                mistake(
                    "ở đây phải là một số nguyên",
                    found: shortText,
                    allowed: "\(range.lowerBound)…\(range.upperBound)"
                )
            )
            return nil
        }
        return number
    }

    /// Yes or no; nil, with a mistake, where the node is neither.
    package func bool(_ mistakes: inout [Mistake]) -> Bool? {
        switch text {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            mistakes.append(
                mistake("ở đây phải là đúng hoặc sai", found: shortText, allowed: "true, false")
            )
            return nil
        }
    }

    func day(_ mistakes: inout [Mistake]) -> Day? {
        guard let text, let day = Day(iso: text) else {
            mistakes.append(
                mistake("ở đây phải là một ngày có thật", found: shortText, allowed: "2024-12-15")
            )
            return nil
        }
        return day
    }

    /// One of a closed set of words.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type,
        besides refused: [Choice] = [],
        _ mistakes: inout [Mistake]
    ) -> Choice? where Choice.RawValue == String {
        let refused = refused.map(\.rawValue)
        let allowed = Choice.allCases.map(\.rawValue).filter { !refused.contains($0) }
        if let text, allowed.contains(text), let choice = Choice(rawValue: text) { return choice }
        mistakes.append(
            mistake(
                "không có lựa chọn này",
                found: shortText,
                allowed: allowed.joined(separator: ", "),
                nearest: text.flatMap { Suggestion.nearest(to: $0, among: allowed) }
            )
        )
        return nil
    }

    private var shortText: String {
        if let text { return text }
        return node.sequence != nil ? "[…]" : "{…}"
    }
}
