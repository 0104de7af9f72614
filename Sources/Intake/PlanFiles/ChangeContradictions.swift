internal import Model
internal import Plans

/// What cannot be true of the lines of `changes.csv` together, or beside the roster: a line that
/// was passed over would leave units in a denominator, or records with the wrong unit, without a
/// word.
struct ChangeContradictions {
    struct Line {
        let change: UnitChange
        let row: PlanTable.Row
    }

    let lines: [Line]
    /// The lines of the roster, several for a unit that was renamed.
    let units: [String: [Unit]]

    init(_ lines: [Line], _ units: [Unit]) {
        self.lines = lines
        self.units = Dictionary(grouping: units, by: \.id)
    }

    func note(in table: inout PlanTable) {
        for line in lines { noteClosing(of: line, &table) }
        let partings = Dictionary(grouping: lines.filter { $0.change.new != $0.change.old }) {
            Parting(old: $0.change.old, day: $0.change.day)
        }
        for parting in partings.values { noteHeirs(parting, &table) }
        for line in lines { noteHeirBesideNamesake(line, &table) }
        noteRings(&table)
    }

    // MARK: - Closings

    /// Whether the unit is gone with the change, by what its kind says.
    private func isEnd(_ change: UnitChange) -> Bool {
        switch change.kind {
        case .merged, .absorbed, .renamed, .reclassified: change.new != change.old
        case .dissolved: true
        case .founded, .split, .partlyAbsorbed, .partOfTheArea, .partOfThePeople,
            .partOfTheAreaAllPeople, .unchanged, .moved:
            false
        }
    }

    private func noteClosing(of line: Line, _ table: inout PlanTable) {
        let change = line.change
        guard isEnd(change), let entries = units[change.old] else { return }
        if [.merged, .absorbed].contains(change.kind), change.new == nil {
            table.note(
                line.row,
                "Mã ĐV mới",
                "đơn vị đã nhập mà không ghi nhập vào đơn vị nào",
                allowed: "mã của đơn vị mới"
            )
        }
        let place = { (unit: Unit) in "units.csv dòng \(unit.line)" }
        if let next = entries.first(where: { ($0.validFrom ?? change.day) > change.day })
            ?? entries.first(where: { $0.validFrom == change.day })
        {
            table.note(
                line.row,
                "Mã ĐV cũ",
                "mã của đơn vị đã kết thúc được dùng tiếp từ ngày "
                    + "\(next.validFrom?.slashed ?? "") (\(place(next))), không rõ bài nộp nào của đơn vị nào",
                allowed: "một mã khác cho đơn vị mới thành lập"
            )
            return
        }
        guard !entries.contains(where: { $0.validTo == change.day }) else { return }
        guard
            let last = entries.max(by: { ($0.validFrom?.number ?? 0) < ($1.validFrom?.number ?? 0) }
            )
        else { return }
        if let closed = last.validTo {
            table.note(
                line.row,
                "Ngày hiệu lực",
                "khác ngày kết thúc của đơn vị trong danh mục",
                allowed: "\(closed.slashed) (\(place(last)), cột Hiệu lực đến ngày: ngày đầu tiên "
                    + "không còn hoạt động)"
            )
        } else {
            table.note(
                line.row,
                "Mã ĐV cũ",
                "đơn vị đã kết thúc mà danh mục không ghi ngày",
                allowed: "\(place(last)), cột Hiệu lực đến ngày: \(change.day.slashed)"
            )
        }
    }

    // MARK: - Successors

    private struct Parting: Hashable {
        var old: String
        var day: Day
    }

    /// One unit goes over as a whole to one other, and has one main successor at most.
    private func noteHeirs(_ lines: [Line], _ table: inout PlanTable) {
        let whole = lines.filter { $0.change.kind.isWhole && $0.change.new != nil }
        noteSecond(
            whole,
            "Mã ĐV mới",
            "đơn vị cũ đã nhập toàn bộ vào đơn vị khác trong cùng ngày",
            "một đơn vị mới; nếu chia cho nhiều đơn vị thì ghi Chia tách hoặc Nhập một phần",
            &table
        )
        guard whole.count < lines.count else { return }
        noteSecond(
            lines.filter { $0.change.isMainSuccessor && $0.change.new != nil },
            "Kế thừa chính",
            "đơn vị cũ đã có đơn vị kế thừa chính khác",
            "Không; mỗi đơn vị cũ chỉ một đơn vị kế thừa chính",
            &table
        )
    }

    /// A unit that was split, whose code is given to one of another name on the same day while a
    /// third is its main successor: an id is one unit (CONTRACT §11.18), so its records cannot be
    /// both's.
    private func noteHeirBesideNamesake(_ line: Line, _ table: inout PlanTable) {
        let change = line.change
        guard change.isMainSuccessor, !isEnd(change), let new = change.new, new != change.old,
            let entries = units[change.old],
            let before = entries.first(where: { $0.validTo == change.day }),
            let next = entries.first(where: { $0.validFrom == change.day }),
            Fold.key(before.name) != Fold.key(next.name)
        else { return }
        table.note(
            line.row,
            "Kế thừa chính",
            "mã của đơn vị cũ được dùng tiếp cho \(next.name) (units.csv dòng \(next.line)) mà đơn vị kế "
                + "thừa chính lại là \(new), không rõ bài nộp nào của đơn vị nào",
            allowed:
                "một mã khác cho đơn vị mới thành lập, hoặc \(change.old) là đơn vị kế thừa chính"
        )
    }

    private func noteSecond(
        _ lines: [Line],
        _ column: String,
        _ message: String,
        _ allowed: String,
        _ table: inout PlanTable
    ) {
        guard let first = lines.first else { return }
        for line in lines.dropFirst() where line.change.new != first.change.new {
            table.note(
                line.row,
                column,
                "\(message) (dòng \(first.row.line): \(first.change.new ?? ""))",
                allowed: allowed
            )
        }
    }

    // MARK: - Rings

    /// Units that were merged into each other: none of them is left to hold the records.
    private func noteRings(_ table: inout PlanTable) {
        let log = ChangeLog(changes: lines.map(\.change))
        func heir(_ id: String) -> String? {
            // One that goes on under its code keeps what is its own.
            let ends = (units[id] ?? []).map(\.validTo)
            guard !ends.isEmpty, !ends.contains(nil), let closed = ends.compactMap(\.self).max()
            else {
                return nil
            }
            return log.heir(of: id, closed: closed)?.id
        }
        var known: Set<String> = []
        for line in lines where !known.contains(line.change.old) {
            var path: [String] = [line.change.old]
            while let next = heir(path[path.count - 1]), !known.contains(next) {
                guard let start = path.firstIndex(of: next) else {
                    path.append(next)
                    continue
                }
                let ring = path[start...]
                let last = lines.last { ring.contains($0.change.old) && $0.change.new != nil }
                if let last {
                    table.note(
                        last.row,
                        "Mã ĐV mới",
                        "các đơn vị nhập vòng vào nhau (\((ring + [next]).joined(separator: " → ")))",
                        allowed: "đơn vị còn hoạt động hoặc nhập tiếp vào đơn vị còn hoạt động"
                    )
                }
                break
            }
            known.formUnion(path)
        }
    }
}
