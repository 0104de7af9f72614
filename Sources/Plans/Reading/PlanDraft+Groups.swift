internal import Model

extension PlanDraft {
    mutating func readGroups(_ node: PlanNode?) -> [Group] {
        guard let node else { return [] }
        let entries = node.entries(&mistakes)
        let names = entries.map(\.name)
        var groups: [Group] = []
        for entry in entries {
            let parts = entry.value.fields(
                ["name", "kinds", "units", "except", "any_of", "all_of", "where", "note"],
                &mistakes
            )
            var group = Group(
                id: entry.name,
                name: name(parts) ?? entry.name,
                kinds: [],
                units: units(parts["units"]),
                except: units(parts["except"]),
                anyOf: [],
                allOf: []
            )
            group.note = text("note", parts)
            // Left out, each would let in more units than the plan means.
            for key in ["kinds", "units", "any_of", "all_of"] {
                guard let node = parts[key], node.hasNoValue, node.text?.isEmpty == true else {
                    continue
                }
                mistakes.append(node.mistake("giá trị để trống", found: ""))
            }
            for kind in parts["kinds"]?.list(&mistakes) ?? [] {
                guard let text = kind.string(&mistakes) else { continue }
                if let known = UnitKind(text: text) {
                    group.kinds.append(known)
                } else {
                    let codes = UnitKind.allCases.map(\.rawValue)
                    mistakes.append(
                        kind.mistake(
                            "không có loại đơn vị này",
                            found: text,
                            allowed: codes.joined(separator: ", "),
                            nearest: Suggestion.nearest(to: text, among: codes)
                        )
                    )
                }
            }
            group.anyOf = references(parts["any_of"], names)
            group.allOf = references(parts["all_of"], names)
            if let condition = parts["where"], let text = condition.string(&mistakes) {
                var units: [NamedUnit] = []
                do {
                    group.condition = try UnitConditionParser.condition(text, units: &units)
                    note(units, in: condition)
                } catch {
                    note(error, at: condition)
                }
            }
            groups.append(group)
        }
        let parts = groups.map { $0.anyOf + $0.allOf }
        noteCycles(parts, entries.map(\.key), "nhóm")
        let depths = Expansion.of(parts.map { (Expansion(depth: 1, size: 1), $0) }).map(\.depth)
        for (index, parts) in parts.enumerated()
        where depths[index] > PlanDraft.deepestGroup
            && parts.allSatisfy({ depths[$0] <= PlanDraft.deepestGroup })
        {
            mistakes.append(
                entries[index].key.mistake(
                    "các nhóm đơn vị gồm nhau quá nhiều lớp",
                    found: entries[index].name,
                    allowed: "nhiều nhất \(PlanDraft.deepestGroup) lớp"
                )
            )
        }
        return groups
    }

    /// How deep groups may be made of groups.
    private static let deepestGroup = 64

    /// The units that a list names.
    private mutating func units(_ node: PlanNode?) -> [String] {
        for member in node?.list(&mistakes) ?? [] where member.isText { note(unit: member) }
        return node?.filledStrings(&mistakes) ?? []
    }

    private mutating func references(_ node: PlanNode?, _ names: [String]) -> [Int] {
        (node?.list(&mistakes) ?? []).compactMap { groupIndex($0, names) }
    }

    /// The index of the group that a node names.
    mutating func groupIndex(_ node: PlanNode, _ names: [String]) -> Int? {
        guard let name = node.string(&mistakes) else { return nil }
        if let index = names.firstIndex(of: name) { return index }
        mistakes.append(
            node.mistake(
                "không có nhóm đơn vị này",
                found: name,
                allowed: names.isEmpty ? "(chưa khai nhóm nào)" : names.joined(separator: ", "),
                nearest: Suggestion.nearest(to: name, among: names)
            )
        )
        return nil
    }

    /// Notes each definition that leads back to itself.
    mutating func noteCycles(_ edges: [[Int]], _ keys: [PlanNode], _ what: String) {
        let components = Components(edges)
        for index in edges.indices where components.isCircular(index) {
            mistakes.append(
                keys[index].mistake(
                    "\(what) định nghĩa vòng quanh chính nó",
                    found: keys[index].text
                )
            )
        }
    }
}
