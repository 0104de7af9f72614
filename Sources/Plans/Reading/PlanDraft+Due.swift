internal import Model

extension PlanDraft {
    static let dueKeys = ["before", "by", "within"]

    mutating func readDeadlines(_ node: PlanNode?) -> [Deadline] {
        guard let node else { return [] }
        var deadlines: [Deadline] = []
        for entry in node.entries(&mistakes) {
            let parts = entry.value.fields(
                ["form", "name", "applies_to", "main", "cite"] + PlanDraft.dueKeys,
                &mistakes
            )
            let (name, cite) = (name(parts), text("cite", parts))
            let isMain = parts["main"]?.bool(&mistakes) ?? false
            let form = required("form", parts, entry.value).flatMap { formIndex($0) }
            let due = due(parts, entry.value)
            let group = parts["applies_to"].flatMap { groupIndex($0, groups.map(\.id)) }
            guard let form, let due else { continue }
            deadlines.append(
                Deadline(
                    id: entry.name,
                    name: name ?? forms.forms[form].name,
                    form: form,
                    due: due,
                    group: group,
                    isMain: isMain,
                    cite: cite
                )
            )
        }
        if deadlines.count(where: \.isMain) > 1 {
            mistakes.append(node.mistake("chỉ một thời hạn được là main", found: "main: true"))
        }
        return deadlines
    }

    private mutating func formIndex(_ node: PlanNode) -> Int? {
        guard let name = node.string(&mistakes) else { return nil }
        if let index = forms.index(of: name) { return index }
        let names = forms.forms.map(\.id)
        mistakes.append(
            node.mistake(
                "không có biểu này",
                found: name,
                allowed: names.joined(separator: ", "),
                nearest: Suggestion.nearest(to: name, among: names)
            )
        )
        return nil
    }

    /// The one of `before`, `by`, `within` that is there.
    mutating func due(_ parts: [String: PlanNode], _ parent: PlanNode) -> Due? {
        let given = PlanDraft.dueKeys.filter { parts[$0] != nil }
        guard given.count == 1, let node = parts[given[0]] else {
            mistakes.append(
                parent.mistake(
                    "thời hạn phải có đúng một khóa",
                    found: given.joined(separator: ", "),
                    allowed: PlanDraft.dueKeys.joined(separator: ", ")
                )
            )
            return nil
        }
        if given[0] == "within" {
            let ends = node.list(&mistakes)
            guard ends.count == 2, let from = date(ends[0]), let to = date(ends[1]) else {
                if ends.count != 2 {
                    mistakes.append(
                        node.mistake(
                            "within cần ngày đầu và ngày cuối",
                            found: "\(ends.count) ngày",
                            allowed: "[2023-07-01, 2023-09-30]"
                        )
                    )
                }
                return nil
            }
            if to.day(inYear: 2000) < from.day(inYear: 2000) {
                mistakes.append(
                    node.mistake(
                        "ngày cuối trước ngày đầu",
                        found: "\(ends[0].text ?? "") … \(ends[1].text ?? "")"
                    )
                )
            }
            return .within(from, to)
        }
        guard let date = date(node) else { return nil }
        return given[0] == "before" ? .before(date) : .by(date)
    }

    /// `2023-09-30`, `{year}-12-15` or `{year+1}-01-10`.
    private mutating func date(_ node: PlanNode) -> DateTemplate? {
        if let text = node.text, let template = PlanDraft.dateTemplate(text) { return template }
        mistakes.append(
            node.mistake(
                "ngày không đúng",
                found: node.text,
                allowed: "2024-12-15, \"{year}-12-15\", \"{year+1}-01-10\""
            )
        )
        return nil
    }

    static func dateTemplate(_ text: String) -> DateTemplate? {
        var year: DateTemplate.Year
        var rest: Substring
        if text.hasPrefix("{") {
            guard let close = text.firstIndex(of: "}") else { return nil }
            let inner = text[text.index(after: text.startIndex)..<close]
            guard inner.hasPrefix("year") else { return nil }
            let distance = inner.dropFirst(4).filter { $0 != " " }
            if distance.isEmpty {
                year = .relative(0)
            } else if let first = distance.first, first == "+" || first == "-",
                (2...3).contains(distance.utf8.count),
                distance.utf8.dropFirst().allSatisfy({ (48...57).contains($0) }),
                let number = Int(distance.dropFirst())
            {
                year = .relative(first == "+" ? number : -number)
            } else {
                return nil
            }
            rest = text[text.index(after: close)...]
        } else {
            guard text.utf8.count == 10, let fixed = Int(text.prefix(4)) else { return nil }
            year = .fixed(fixed)
            rest = text.dropFirst(4)
        }
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2, let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month)
        else { return nil }
        // 29 February is judged by the year itself where that is known.
        let sample = if case .fixed(let fixed) = year { fixed } else { 2000 }
        guard Day(year: sample, month: month, day: day) != nil else { return nil }
        return DateTemplate(year: year, month: month, day: day)
    }
}
