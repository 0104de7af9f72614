internal import Model
internal import Yams

/// A node of the plan's YAML with its place; reading it notes mistakes instead of throwing.
///
/// Schedules are read with it, too: they are YAML of the same kind.
package struct PlanNode {
    let node: Node
    package let file: String

    package var line: Int { node.mark?.line ?? 1 }
    package var column: Int { node.mark?.column ?? 1 }

    package var isMapping: Bool { node.mapping != nil }

    /// Whether nothing stands there, not even quotes, or a list of nothing.
    var holdsNothing: Bool {
        node.scalar.map { $0.string.isEmpty && $0.style == .plain }
            ?? (node.sequence?.isEmpty ?? false)
    }

    package var isText: Bool { node.scalar != nil }

    /// The node's text as written; nil for a list or mapping.
    package var text: String? { node.scalar?.string }

    /// The 1-based column of the text's first character, behind an opening quote.
    package var textColumn: Int {
        guard let scalar = node.scalar else { return column }
        return scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? column + 1 : column
    }

    package func mistake(
        _ message: String,
        found: String? = nil,
        allowed: String? = nil,
        nearest: String? = nil
    ) -> Mistake {
        Mistake(
            file: file,
            line: line,
            column: column,
            message: message,
            found: found,
            allowed: allowed,
            nearest: nearest
        )
    }

    /// The entries of a mapping in the order of the file.
    func entries(_ mistakes: inout [Mistake]) -> [(key: PlanNode, name: String, value: PlanNode)] {
        guard let mapping = node.mapping else {
            if node.scalar?.string.isEmpty != true {
                mistakes.append(
                    mistake("ở đây phải là một bảng khóa: giá trị", found: shortText)
                )
            }
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string else {
                mistakes.append(PlanNode(node: key, file: file).mistake("khóa phải là một từ"))
                return nil
            }
            return (PlanNode(node: key, file: file), name, PlanNode(node: value, file: file))
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
            fields[entry.name] = entry.value
        }
        return fields
    }

    /// The members of a list; a single value stands for a list of one.
    package func list(_ mistakes: inout [Mistake]) -> [PlanNode] {
        if let sequence = node.sequence { return sequence.map { PlanNode(node: $0, file: file) } }
        if let scalar = node.scalar {
            return scalar.string.isEmpty && scalar.style == .plain ? [] : [self]
        }
        mistakes.append(mistake("ở đây phải là một danh sách [a, b]", found: shortText))
        return []
    }

    package func string(_ mistakes: inout [Mistake]) -> String? {
        guard let text else {
            mistakes.append(mistake("ở đây phải là một dòng chữ", found: shortText))
            return nil
        }
        return text
    }

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
        _ mistakes: inout [Mistake]
    ) -> Choice? where Choice.RawValue == String {
        if let text, let choice = Choice(rawValue: text) { return choice }
        let allowed = Choice.allCases.map(\.rawValue)
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
