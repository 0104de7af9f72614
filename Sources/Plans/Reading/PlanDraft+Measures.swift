internal import Model

extension PlanDraft {
    mutating func readContests(_ node: PlanNode?) -> [ContestEdition] {
        guard let node else { return [] }
        var editions: [ContestEdition] = []
        for entry in node.list(&mistakes) {
            let parts = entry.fields(
                ["id", "name", "year", "opens", "closes", "max_words", "min_entries"],
                &mistakes
            )
            let id = required("id", parts, entry)?.filled(&mistakes)
            let name = name(parts)
            let year = required("year", parts, entry)?.int(1900...2999, &mistakes)
            let opens = required("opens", parts, entry)?.day(&mistakes)
            let closes = required("closes", parts, entry)?.day(&mistakes)
            let maxWords = parts["max_words"].flatMap { $0.int(1...1_000_000, &mistakes) }
            let minEntries = parts["min_entries"].flatMap { $0.int(0...1_000_000, &mistakes) }
            guard let id, let year, let opens, let closes else { continue }
            if closes < opens {
                mistakes.append(
                    entry.mistake(
                        "cuộc thi đóng trước khi mở",
                        found: "\(opens.iso) … \(closes.iso)"
                    )
                )
            }
            if editions.contains(where: { $0.id == id }) {
                mistakes.append(entry.mistake("cuộc thi bị lặp lại", found: id))
            } else {
                noteSharedDays(opens, closes, of: id, editions, parts["opens"] ?? entry)
            }
            editions.append(
                ContestEdition(
                    id: id,
                    name: name,
                    year: year,
                    opens: opens,
                    closes: closes,
                    maxWords: maxWords,
                    minEntries: minEntries ?? 1
                )
            )
        }
        return editions
    }

    /// Notes that an edition takes entries on days on which an earlier one does: an entry of such a
    /// day says of neither that it is the one it was sent to.
    private mutating func noteSharedDays(
        _ opens: Day,
        _ closes: Day,
        of id: String,
        _ others: [ContestEdition],
        _ node: PlanNode
    ) {
        guard let other = others.first(where: { $0.opens <= closes && opens <= $0.closes }) else {
            return
        }
        mistakes.append(
            node.mistake(
                "hai cuộc thi cùng nhận bài trong những ngày chung, không biết bài nộp là của "
                    + "cuộc thi nào",
                found: "\(other.id): \(other.opens.iso) … \(other.closes.iso); "
                    + "\(id): \(opens.iso) … \(closes.iso)"
            )
        )
    }

    mutating func readMeasures(_ node: PlanNode?) -> [NamedMeasure] {
        guard let node else { return [] }
        let entries = node.entries(&mistakes)
        let reserved = Aggregate.Function.allCases.map(\.rawValue) + ["coalesce"]
        for entry in entries where reserved.contains(entry.name) {
            mistakes.append(
                entry.key.mistake("tên số đo trùng với tên hàm", found: entry.name)
            )
        }
        // `results.json` lists a unit's measures beside its id.
        for entry in entries where entry.name == "unit" {
            mistakes.append(
                entry.key.mistake(
                    "tên số đo trùng với cột mã đơn vị của kết quả",
                    found: entry.name
                )
            )
        }
        // Names first: a measure may use one that is defined further down.
        let parser = MeasureParser(
            scope: ExpressionScope(forms: forms, measures: entries.map(\.name))
        )
        var measures: [NamedMeasure] = []
        for entry in entries {
            // A mapping says which reading of the plan's words it is.
            let parts =
                entry.value.isMapping ? entry.value.fields(["measure", "note"], &mistakes) : [:]
            let node =
                entry.value.isMapping ? required("measure", parts, entry.value) : entry.value
            let expression = node.flatMap { measure($0, parser) } ?? .number(.zero)
            measures.append(
                NamedMeasure(
                    id: entry.name,
                    expression: expression,
                    text: node?.text ?? "",
                    note: text("note", parts)
                )
            )
        }
        let names = measures.map(\.expression.names)
        noteCycles(names, entries.map(\.key), "số đo")
        expansions = Expansion.of(
            zip(measures, names).map { measure, names in
                var own = measure.expression.ownExpansion
                own.names = 1
                return (own, names)
            }
        )
        for (index, names) in names.enumerated() {
            // Of those that build on each other only the first that goes too far.
            guard expansions[index].isExcessive,
                !names.contains(where: { expansions[$0].isExcessive })
            else { continue }
            noteExcess(expansions[index], entries[index].key)
        }
        return measures
    }

    /// The measure that a node's text says.
    mutating func measure(_ node: PlanNode, _ parser: MeasureParser) -> MeasureExpression? {
        guard let text = node.string(&mistakes) else { return nil }
        var units: [NamedUnit] = []
        do {
            let expression = try parser.measure(text, units: &units)
            note(units, in: node)
            checkSize([expression], node)
            return expression
        } catch {
            note(error, at: node)
            return nil
        }
    }

    /// Notes what becomes too much by the measures that it names; these are known by then.
    private mutating func checkSize(_ expressions: [MeasureExpression], _ node: PlanNode) {
        guard !expansions.isEmpty else { return }
        let names = expressions.flatMap(\.names)
        let whole = Expansion(depth: 0, size: 0)
            .using(expressions.map(\.ownExpansion)).using(names.map { expansions[$0] })
        if whole.isExcessive, !names.contains(where: { expansions[$0].isExcessive }) {
            noteExcess(whole, node)
        }
    }

    private mutating func noteExcess(_ expansion: Expansion, _ node: PlanNode) {
        let most = Expansion.most
        mistakes.append(
            expansion.size > most.size
                ? node.mistake(
                    "số đo quá dài khi thay mỗi tên bằng cách tính của nó",
                    found: node.text.map { String($0.prefix(70)) },
                    allowed: "nhiều nhất \(most.size) phép tính"
                )
                : node.mistake(
                    "các số đo gọi nhau quá nhiều lớp",
                    found: node.text.map { String($0.prefix(70)) },
                    allowed: "nhiều nhất \(most.names) tên, \(most.depth) phép tính lồng nhau"
                )
        )
    }

    mutating func readChecks(_ node: PlanNode?) -> [Check] {
        guard let node else { return [] }
        let parser = MeasureParser(scope: scope)
        var checks: [Check] = []
        let entries = node.list(&mistakes)
        noteRepeatedIDs(of: entries, "mã đối chiếu bị lặp lại")
        for entry in entries {
            let parts = entry.fields(
                ["id", "when", "expect", "message", "severity", "cite"],
                &mistakes
            )
            let id = required("id", parts, entry)?.filled(&mistakes)
            _ = text("cite", parts)
            let when = required("when", parts, entry).flatMap { condition($0, parser) }
            let expect = required("expect", parts, entry).flatMap { condition($0, parser) }
            let message = required("message", parts, entry)?.filled(&mistakes)
            var severity = Severity.warning
            if let node = parts["severity"], let chosen = self.severity(node) { severity = chosen }
            guard let id, let when, let expect, let message else { continue }
            checks.append(
                Check(id: id, when: when, expect: expect, severity: severity, message: message)
            )
        }
        return checks
    }

    /// The severity of what a check finds; an error it never is.
    private mutating func severity(_ node: PlanNode) -> Severity? {
        guard node.text == Severity.error.rawValue else {
            return node.choice(Severity.self, besides: [.error], &mistakes)
        }
        mistakes.append(
            node.mistake(
                "một mâu thuẫn không bao giờ loại số liệu",
                found: node.text,
                allowed: "warning, notice"
            )
        )
        return nil
    }

    private mutating func condition(_ node: PlanNode, _ parser: MeasureParser) -> CheckCondition? {
        guard let text = node.string(&mistakes) else { return nil }
        var units: [NamedUnit] = []
        do {
            let condition = try parser.check(text, units: &units)
            note(units, in: node)
            checkSize(condition.measures, node)
            return condition
        } catch {
            note(error, at: node)
            return nil
        }
    }
}
