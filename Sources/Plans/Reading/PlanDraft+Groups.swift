internal import Model

extension PlanDraft {
    mutating func readGroups(_ node: PlanNode?) -> [Group] {
        guard let node else { return [] }
        let entries = node.entries(&mistakes)
        let names = entries.map(\.name)
        let groups = entries.map { group($0.name, $0.value, among: names) }
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

    private mutating func group(
        _ id: String,
        _ node: PlanNode,
        among names: [String]
    ) -> Group {
        let parts = node.fields(
            ["name", "kinds", "units", "except", "any_of", "all_of", "where", "note"],
            &mistakes
        )
        // Left out, each would let in more units than the plan means.
        for key in ["kinds", "units", "any_of", "all_of"] {
            guard let node = parts[key], node.hasNoValue, node.text?.isEmpty == true else {
                continue
            }
            mistakes.append(node.mistake("giá trị để trống", found: ""))
        }
        return Group(
            id: id,
            name: name(parts) ?? id,
            kinds: kinds(parts["kinds"]),
            units: units(parts["units"]),
            except: units(parts["except"]),
            anyOf: references(parts["any_of"], names),
            allOf: references(parts["all_of"], names),
            condition: parts["where"].flatMap { condition($0) },
            note: text("note", parts)
        )
    }

    private mutating func kinds(_ node: PlanNode?) -> [UnitKind] {
        (node?.list(&mistakes) ?? []).compactMap { kind in
            guard let text = kind.string(&mistakes) else { return nil }
            if let known = UnitKind(text: text) { return known }
            let codes = UnitKind.allCases.map(\.rawValue)
            mistakes.append(
                kind.mistake(
                    "không có loại đơn vị này",
                    found: text,
                    allowed: codes.joined(separator: ", "),
                    nearest: Suggestion.nearest(to: text, among: codes)
                )
            )
            return nil
        }
    }

    private mutating func condition(_ node: PlanNode) -> UnitCondition? {
        guard let text = node.string(&mistakes) else { return nil }
        var units: [NamedUnit] = []
        var values: [NamedValue] = []
        do {
            let condition = try UnitConditionParser.condition(
                text,
                units: &units,
                values: &values
            )
            note(units, in: node)
            note(values, in: node)
            return condition
        } catch {
            note(error, at: node)
            return nil
        }
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
