package import Model
package import Plans

/// Reads the plan's optional tables: reorganisations, clusters, movements, decisions.
///
/// Each gives what is wrong with its table, which refuses the plan, and findings about columns that
/// it does not know.
package enum PlanFilesReader {
    /// Reads `changes.csv` of a roster whose lines are `units`.
    package static func changes(
        _ bytes: [UInt8],
        units: [Unit],
        mistakes: inout [Mistake],
        findings: inout [Finding]
    ) -> ChangeLog {
        var table = PlanTable(
            bytes,
            file: "changes.csv",
            columns: [
                ("Ngày hiệu lực", ["Có hiệu lực từ", "Có hiệu lực từ ngày"]),
                ("Loại biến động", []), ("Mã ĐV cũ", ["Mã đơn vị cũ"]),
                ("Mã ĐV mới", ["Mã đơn vị mới"]), ("Kế thừa chính", []), ("Căn cứ", []),
                ("Ghi chú", []),
            ],
            required: ["Ngày hiệu lực", "Loại biến động", "Mã ĐV cũ"]
        )
        var known = KnownUnits(Set(units.map(\.id)))
        var lines: [ChangeContradictions.Line] = []
        for row in table.rows {
            let day = required(row, "Ngày hiệu lực", &table) { table, row, column in
                table.day(row, column)
            }
            let kind = text(row, "Loại biến động", &table).flatMap { text -> UnitChange.Kind? in
                if let kind = UnitChange.Kind(text: text) { return kind }
                let words = UnitChange.Kind.allCases.map(\.rawValue)
                table.note(
                    row,
                    "Loại biến động",
                    "không có loại biến động này",
                    allowed: words.joined(separator: ", "),
                    nearest: Suggestion.nearest(to: text, among: words)
                )
                return nil
            }
            let old = unit(row, "Mã ĐV cũ", &known, &table, isRequired: true)
            let new = unit(row, "Mã ĐV mới", &known, &table, isRequired: false)
            let isMain = table.yesNo(row, "Kế thừa chính") ?? false
            guard let day, let kind, let old else { continue }
            let change = UnitChange(
                day: day,
                kind: kind,
                old: old,
                new: new,
                isMainSuccessor: isMain,
                basis: row["Căn cứ"]
            )
            lines.append(ChangeContradictions.Line(change: change, row: row))
        }
        ChangeContradictions(lines, units).note(in: &table)
        mistakes += table.mistakes
        findings += table.findings
        return ChangeLog(changes: lines.map(\.change))
    }

    /// Reads `clusters.csv`; a cluster's own id need not be in the roster.
    package static func clusters(
        _ bytes: [UInt8],
        roster: Set<String>,
        mistakes: inout [Mistake],
        findings: inout [Finding]
    ) -> [ClusterMembership] {
        var table = PlanTable(
            bytes,
            file: "clusters.csv",
            columns: [
                ("Mã cụm", ["Mã cụm/khối", "Mã khối"]), ("Tên cụm", ["Tên cụm/khối", "Tên khối"]),
                ("Cấp tổ chức", []), ("Mã đơn vị", ["Mã ĐV"]), ("Vai trò", []), ("Năm", []),
            ],
            required: ["Mã cụm", "Mã đơn vị"]
        )
        var known = KnownUnits(roster)
        var memberships: [ClusterMembership] = []
        for row in table.rows {
            guard let cluster = text(row, "Mã cụm", &table),
                let unit = unit(row, "Mã đơn vị", &known, &table, isRequired: true)
            else { continue }
            var membership = ClusterMembership(cluster: cluster, unit: unit)
            membership.name = row["Tên cụm"]
            membership.level = row["Cấp tổ chức"]
            membership.role = row["Vai trò"]
            membership.year = table.int(row, "Năm")
            memberships.append(membership)
        }
        mistakes += table.mistakes
        findings += table.findings
        return memberships
    }

    /// Reads `movements.csv`.
    package static func movements(
        _ bytes: [UInt8],
        roster: Set<String>,
        mistakes: inout [Mistake],
        findings: inout [Finding]
    ) -> [Movement] {
        var table = PlanTable(
            bytes,
            file: "movements.csv",
            columns: [
                ("Mã phong trào", []), ("Tên phong trào", ["Tên phong trào thi đua"]),
                ("Cấp phát động", []), ("Đơn vị thường trực", []), ("Từ ngày", []),
                ("Đến ngày", []), ("Phương thức", []), ("Phạm vi", []),
                ("Số ngày văn bản", ["Số, ngày văn bản", "Số, ngày văn bản phát động"]),
            ],
            required: ["Mã phong trào", "Tên phong trào"]
        )
        var known = KnownUnits(roster)
        var movements: [Movement] = []
        for row in table.rows {
            guard let id = text(row, "Mã phong trào", &table),
                let name = text(row, "Tên phong trào", &table)
            else { continue }
            if movements.contains(where: { $0.id == id }) {
                table.note(row, "Mã phong trào", "mã phong trào bị lặp lại")
            }
            var movement = Movement(id: id, name: name)
            movement.level = row["Cấp phát động"]
            movement.standingUnit = unit(
                row,
                "Đơn vị thường trực",
                &known,
                &table,
                isRequired: false
            )
            movement.from = table.day(row, "Từ ngày")
            movement.to = table.day(row, "Đến ngày")
            if let from = movement.from, let to = movement.to, to < from {
                table.note(
                    row,
                    "Đến ngày",
                    "ngày kết thúc trước ngày bắt đầu",
                    allowed: "từ ngày \(from.slashed)"
                )
            }
            movement.method = row["Phương thức"]
            movement.scope = row["Phạm vi"]
            movement.document = row["Số ngày văn bản"]
            movements.append(movement)
        }
        mistakes += table.mistakes
        findings += table.findings
        return movements
    }

    /// The text of a cell that must be filled in.
    static func text(
        _ row: PlanTable.Row,
        _ column: String,
        _ table: inout PlanTable
    ) -> String? {
        required(row, column, &table) { _, row, column in row[column] }
    }

    /// What a cell that must be filled in is read as.
    static func required<Value>(
        _ row: PlanTable.Row,
        _ column: String,
        _ table: inout PlanTable,
        _ read: (inout PlanTable, PlanTable.Row, String) -> Value?
    ) -> Value? {
        if row[column] == nil {
            table.noteEmpty(row, column)
            return nil
        }
        return read(&table, row, column)
    }

    /// The id in a cell, and a mistake where the roster does not have it.
    static func unit(
        _ row: PlanTable.Row,
        _ column: String,
        _ known: inout KnownUnits,
        _ table: inout PlanTable,
        isRequired: Bool
    ) -> String? {
        guard let id = row[column] else {
            if isRequired { table.noteEmpty(row, column) }
            return nil
        }
        if !known.contains(id) {
            table.note(
                row,
                column,
                "không có đơn vị này trong danh mục",
                nearest: known.nearest(to: id, in: table)
            )
        }
        return id
    }
}
