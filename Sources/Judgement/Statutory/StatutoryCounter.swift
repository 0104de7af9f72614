internal import Intake
internal import Model
internal import Plans
internal import Rollup

extension Judgement {
    /// The statutory forms that the plan asks for, in its order, as they are valid on the window's
    /// last day; only a year's report has any.
    package var statutory: [StatutoryResult] {
        guard case .year = scene.window.period else { return [] }
        return scene.plan.statutory.filter { $0.isValid(on: scene.window.span.to) }
            .map { StatutoryCounter(form: $0, scene: scene, records: records).result() }
    }
}

/// Fills in one statutory form from its register.
///
/// A figure stands only where every line of the register that could be in it says whether it is.
struct StatutoryCounter {
    let form: StatutoryForm
    let scene: Scene
    let records: RecordSet

    /// One line of the register.
    struct Line {
        /// What a field says: nothing, a code of the register's own, or a text as it was written.
        enum Value {
            case blank
            case code(String)
            case text(String)
        }

        var values: [String: Value]
    }

    /// Whether a line is meant.
    private enum Answer {
        case yes, no
        /// It cannot be told for what stands in a field.
        case unknown(field: String)
    }

    func result() -> StatutoryResult {
        var result = StatutoryResult(
            form: form,
            figures: form.rows.map { _ in form.columns.map { _ in nil } },
            parts: form.columns.map { _ in [] },
            remarks: []
        )
        if let reason = form.reason {
            result.remarks.append(.init(gap: .unsaid(reason), rows: []))
            return result
        }
        guard let all = lines(), !all.isEmpty else {
            result.remarks.append(.init(gap: .noRegister, rows: []))
            return result
        }
        var gaps = Gaps()
        let lines = all.filter { line in
            if case .yes = answer(form.only, line) { true } else { false }
        }
        guard !lines.isEmpty || form.only.isEmpty else {
            result.remarks.append(.init(gap: .noLines, rows: []))
            return result
        }
        fillColumns(lines, &result, &gaps)
        addUp(&result)
        findParts(&result)
        for row in form.rows {
            guard let reason = row.reason, let code = row.code else { continue }
            gaps.add(.unsaid(reason), row: code)
        }
        result.remarks = gaps.remarks
        noteOutside(lines, &result)
        return result
    }

    // MARK: - Figures

    private func fillColumns(
        _ lines: [Line],
        _ result: inout StatutoryResult,
        _ gaps: inout Gaps
    ) {
        for (index, column) in form.columns.enumerated() where column.sum.isEmpty {
            var own: [Line] = []
            var open: [(line: Line, field: String)] = []
            for line in lines {
                switch answer(column.conditions, line) {
                case .yes: own.append(line)
                case .no: break
                case .unknown(let field): open.append((line, field))
                }
            }
            guard open.isEmpty else {
                // Where a line may belong to the column, none of the column's figures is known.
                for (field, lines) in StatutoryCounter.byField(open) {
                    for gap in self.gaps(field, lines) { gaps.add(gap, row: nil) }
                }
                continue
            }
            for (place, row) in form.rows.enumerated() where row.code != nil && row.reason == nil {
                result.figures[place][index] = count(row, own, &gaps)
            }
        }
    }

    /// How many lines a row has; nil where one of them does not say.
    private func count(_ row: StatutoryForm.Row, _ lines: [Line], _ gaps: inout Gaps) -> Int? {
        guard row.isTotal || !row.conditions.isEmpty else { return nil }
        var count = 0
        var open: [(line: Line, field: String)] = []
        for line in lines {
            switch answer(row.conditions, line) {
            case .yes: count += 1
            case .no: break
            case .unknown(let field): open.append((line, field))
            }
        }
        guard open.isEmpty else {
            for (field, lines) in StatutoryCounter.byField(open) {
                for gap in self.gaps(field, lines) { gaps.add(gap, row: row.code) }
            }
            return nil
        }
        return count
    }

    /// The columns that add up others.
    private func addUp(_ result: inout StatutoryResult) {
        for (index, column) in form.columns.enumerated() where !column.sum.isEmpty {
            let terms = column.sum.compactMap { code in
                form.columns.firstIndex { $0.code == code }
            }
            for row in form.rows.indices {
                let figures = terms.compactMap { result.figures[row][$0] }
                if figures.count == terms.count {
                    result.figures[row][index] = figures.reduce(0, +)
                }
            }
        }
    }

    /// For each column the first division whose rows are all known and come to the total.
    private func findParts(_ result: inout StatutoryResult) {
        guard let total = form.rows.firstIndex(where: \.isTotal) else { return }
        var divisions: [String] = []
        for division in form.rows.compactMap(\.division) where !divisions.contains(division) {
            divisions.append(division)
        }
        for column in form.columns.indices {
            guard let sum = result.figures[total][column] else { continue }
            for division in divisions {
                let rows = form.rows.indices.filter { form.rows[$0].division == division }
                let figures = rows.compactMap { result.figures[$0][column] }
                if figures.count == rows.count, figures.reduce(0, +) == sum {
                    result.parts[column] = rows
                    break
                }
            }
        }
    }

    // MARK: - Answers

    private func answer(_ conditions: [StatutoryForm.Condition], _ line: Line) -> Answer {
        var unknown: String?
        for condition in conditions {
            switch answer(condition, line.values[condition.field] ?? .blank) {
            case .yes: break
            case .no: return .no
            case .unknown(let field): unknown = unknown ?? field
            }
        }
        return unknown.map(Answer.unknown) ?? .yes
    }

    private func answer(_ condition: StatutoryForm.Condition, _ value: Line.Value) -> Answer {
        switch value {
        case .blank: return .unknown(field: condition.field)
        case .code(let code): return condition.values.contains(code) ? .yes : .no
        case .text(let text):
            let key = Fold.key(text)
            if condition.begins {
                return condition.values.contains { StatutoryCounter.begins(key, with: $0) }
                    ? .yes : .no
            }
            if condition.values.contains(where: { Fold.key($0) == key }) { return .yes }
            return isKnown(key, condition.field) ? .no : .unknown(field: condition.field)
        }
    }

    /// Whether any row or column of the form has a text.
    private func isKnown(_ key: [UInt8], _ field: String) -> Bool {
        (form.columns.flatMap(\.conditions) + form.rows.flatMap(\.conditions)).contains {
            $0.field == field && $0.values.contains { Fold.key($0) == key }
        }
    }

    /// Whether a folded text begins with whole words.
    private static func begins(_ text: [UInt8], with words: String) -> Bool {
        let words = Fold.key(words)
        guard text.starts(with: words) else { return false }
        let rest = text.dropFirst(words.count)
        return rest.isEmpty || rest.first == UInt8(ascii: " ")
    }

    // MARK: - Gaps

    /// Gaps in the order in which they were found, each with its rows.
    private struct Gaps {
        private(set) var remarks: [StatutoryResult.Remark] = []

        mutating func add(_ gap: StatutoryResult.Gap, row: String?) {
            guard let place = remarks.firstIndex(where: { $0.gap == gap }) else {
                remarks.append(.init(gap: gap, rows: row.map { [$0] } ?? []))
                return
            }
            guard let row, !remarks[place].rows.contains(row) else { return }
            remarks[place].rows.append(row)
        }
    }

    private static func byField(
        _ open: [(line: Line, field: String)]
    ) -> [(field: String, lines: [Line])] {
        var fields: [(field: String, lines: [Line])] = []
        for (line, field) in open {
            if let place = fields.firstIndex(where: { $0.field == field }) {
                fields[place].lines.append(line)
            } else {
                fields.append((field, [line]))
            }
        }
        return fields
    }

    private func gaps(_ field: String, _ lines: [Line]) -> [StatutoryResult.Gap] {
        var blank = 0
        var texts: [String] = []
        for line in lines {
            if case .text(let text) = line.values[field] { texts.append(text) } else { blank += 1 }
        }
        var gaps: [StatutoryResult.Gap] = []
        if blank > 0 { gaps.append(.blank(field: field, count: blank)) }
        if !texts.isEmpty {
            gaps.append(.unmatched(field: field, texts: StatutoryCounter.counted(texts)))
        }
        return gaps
    }

    /// Lines that belong to no column although they say to which they might.
    private func noteOutside(_ lines: [Line], _ result: inout StatutoryResult) {
        let columns = form.columns.filter { $0.sum.isEmpty }
        guard let field = columns.flatMap(\.conditions).first(where: \.begins)?.field else {
            return
        }
        var texts: [String] = []
        for line in lines {
            let isOutside = columns.allSatisfy { column in
                if case .no = answer(column.conditions, line) { true } else { false }
            }
            guard isOutside, case .text(let text) = line.values[field] else { continue }
            texts.append(text)
        }
        guard !texts.isEmpty else { return }
        result.remarks.append(
            .init(gap: .outside(field: field, texts: StatutoryCounter.counted(texts)), rows: [])
        )
    }

    /// The different texts by how often they come, as first written.
    private static func counted(_ texts: [String]) -> [StatutoryResult.Text] {
        var counted: [StatutoryResult.Text] = []
        var places: [[UInt8]: Int] = [:]
        for text in texts {
            let key = Fold.key(text)
            if let place = places[key] {
                counted[place].count += 1
            } else {
                places[key] = counted.count
                counted.append(.init(text: text, count: 1))
            }
        }
        return counted.enumerated().sorted { a, b in
            a.element.count != b.element.count
                ? a.element.count > b.element.count : a.offset < b.offset
        }.map(\.element)
    }
}
