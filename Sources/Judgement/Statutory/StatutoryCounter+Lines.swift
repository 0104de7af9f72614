internal import Intake
internal import Model
internal import Plans
internal import Rollup

extension StatutoryCounter {
    /// The register's lines of the window; nil where there is no such register.
    func lines() -> [Line]? {
        switch form.register {
        case nil: nil
        case .movements: movements()
        case .form(let id): scene.plan.forms.index(of: id).map(records)
        }
    }

    // MARK: - Movements

    /// The movements that run at any time within the window; nil where none is registered at all.
    private func movements() -> [Line]? {
        guard !scene.movements.isEmpty else { return nil }
        return scene.movements.filter { movement in
            (movement.from.map { $0 <= scene.window.span.to } ?? true)
                && (movement.to.map { $0 >= scene.window.span.from } ?? true)
        }.map { movement in
            Line(values: [
                "level": StatutoryCounter.text(movement.level),
                "scope": StatutoryCounter.text(movement.scope),
                "method": StatutoryCounter.text(movement.method),
                "term": StatutoryCounter.term(movement),
            ])
        }
    }

    private static func text(_ text: String?) -> Line.Value {
        text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank
    }

    /// How long a movement runs, its last day included, in the steps of form 0601.
    private static func term(_ movement: Movement) -> Line.Value {
        guard let from = movement.from, let to = movement.to, from <= to else { return .blank }
        let end = to.adding(1)
        func isAtLeast(_ years: Int) -> Bool { end >= anniversary(of: from, after: years) }
        if !isAtLeast(1) { return .code("under-1") }
        if end == anniversary(of: from, after: 1) { return .code("exactly-1") }
        if !isAtLeast(3) { return .code("under-3") }
        return .code(isAtLeast(5) ? "from-5" : "under-5")
    }

    /// The same day some years later; of 29/02 the 01/3 of a common year.
    private static func anniversary(of day: Day, after years: Int) -> Day {
        let (year, month, date) = day.parts
        let last = Day.length(ofMonth: month, year: year + years)
        return date <= last
            ? Day(year: year + years, month: month, day: date) ?? day
            : (Day(year: year + years, month: month, day: last) ?? day).adding(1)
    }

    // MARK: - Records

    private func records(_ index: Int) -> [Line] {
        let definition = scene.plan.forms.forms[index]
        let fields = definition.fields.enumerated().filter { field in
            (form.only + form.columns.flatMap(\.conditions) + form.rows.flatMap(\.conditions))
                .contains { $0.field == field.element.code }
        }
        let slice = Slice(spans: [scene.window.span], window: scene.window.span)
        let units = Set(scene.subtree)
        var lines: [Line] = []
        for place in records.forms[index].indices {
            let members = records.members(index, place, slice)
            let batch = records.forms[index][place].batch
            for record in members.indices
            where members[record] && units.contains(Int(batch.units[record])) {
                var line = Line(values: [:])
                for (field, definition) in fields where !batch.isBlank(field, record) {
                    if definition.type == .enum {
                        line.values[definition.code] = batch.code(field, record).map {
                            .code(definition.values[$0].code)
                        }
                    } else {
                        line.values[definition.code] = .text(batch.text(field, record))
                    }
                }
                lines.append(line)
            }
        }
        return lines
    }
}
