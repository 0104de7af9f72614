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
                ("Ngày hiệu lực", []), ("Loại biến động", []), ("Mã ĐV cũ", ["Mã đơn vị cũ"]),
                ("Mã ĐV mới", ["Mã đơn vị mới"]), ("Kế thừa chính", []), ("Căn cứ", []),
                ("Ghi chú", []),
            ],
            required: ["Ngày hiệu lực", "Loại biến động", "Mã ĐV cũ"]
        )
        let roster = Set(units.map(\.id))
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
            let old = unit(row, "Mã ĐV cũ", roster, &table, isRequired: true)
            let new = unit(row, "Mã ĐV mới", roster, &table, isRequired: false)
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
        var memberships: [ClusterMembership] = []
        for row in table.rows {
            guard let cluster = text(row, "Mã cụm", &table),
                let unit = unit(row, "Mã đơn vị", roster, &table, isRequired: true)
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
                roster,
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

    /// Reads `decisions.csv`; `nodes` are the units that ever had units below them.
    package static func decisions(
        _ bytes: [UInt8],
        roster: Set<String>,
        nodes: Set<String>,
        plan: Plan,
        mistakes: inout [Mistake],
        findings: inout [Finding]
    ) -> [Decision] {
        var table = PlanTable(
            bytes,
            file: "decisions.csv",
            columns: [
                ("Số quyết định", ["Số QĐ"]), ("Ngày", ["Ngày quyết định"]), ("Loại", []),
                ("Mã đơn vị", ["Mã ĐV"]), ("Mã chỉ tiêu", []), ("Kỳ", ["Kỳ báo cáo", "Năm"]),
                ("Giá trị", []), ("Lý do", []), ("Hết hiệu lực", []),
            ],
            required: ["Số quyết định", "Ngày", "Loại", "Lý do"]
        )
        table.noteStrays(insteadOf: ["Mã đơn vị", "Mã chỉ tiêu", "Kỳ", "Hết hiệu lực"])
        var decisions: [Decision] = []
        for row in table.rows {
            let number = text(row, "Số quyết định", &table)
            let date = required(row, "Ngày", &table) { table, row, column in
                table.day(row, column)
            }
            let kind = kind(row, &table)
            let reason = text(row, "Lý do", &table)
            // What is wrong in other cells is said too, whatever is missing here.
            let unit = unit(row, "Mã đơn vị", roster, &table, isRequired: false)
            let subject = subject(row, plan, &table)
            if kind?.isOverride == true { checkOverride(row, plan, nodes, &table) }
            let expires = table.day(row, "Hết hiệu lực")
            // On its own day it may have been taken back: then it never acts.
            if let expires, let date, expires < date {
                table.note(
                    row,
                    "Hết hiệu lực",
                    "hết hiệu lực trước khi quyết định có hiệu lực",
                    allowed: "từ ngày \(date.slashed)"
                )
            }
            let window = row["Kỳ"].flatMap { CellPeriod.parse($0) }
            if window == nil, row["Kỳ"] != nil {
                table.note(row, "Kỳ", "không phải là kỳ", allowed: "như 2024, 2024-Q3")
            }
            guard let number, let date, let kind, let reason else { continue }
            var decision = Decision(
                number: number,
                date: date,
                kind: kind,
                reason: Privacy.withoutContacts(reason),
                line: row.line
            )
            decision.unit = unit
            decision.subject = subject
            decision.window = window
            decision.expires = expires
            checkExtension(decision, row, plan, &table)
            decisions.append(decision)
        }
        mistakes += table.mistakes
        findings += table.findings
        return decisions
    }

    private static func kind(_ row: PlanTable.Row, _ table: inout PlanTable) -> Decision.Kind? {
        let words = ["Miễn", "Gia hạn", "Loại bài nộp", "Điều chỉnh", "Chốt số liệu", "Giải trình"]
        guard let word = text(row, "Loại", &table) else { return nil }
        switch words.firstIndex(where: { Fold.key($0) == Fold.key(word) }) {
        case 0: return .waive
        case 1:
            if row["Giá trị"] == nil { table.note(row, "Giá trị", "thiếu ngày gia hạn") }
            return table.day(row, "Giá trị").map(Decision.Kind.extend)
        case 2:
            guard let value = row["Giá trị"] else {
                table.note(
                    row,
                    "Giá trị",
                    "thiếu bài nộp bị loại",
                    allowed: "đường dẫn dưới submissions/ hoặc SHA-256"
                )
                return nil
            }
            return .void(value)
        case 3:
            let text = row["Giá trị"] ?? ""
            if case .value(let digits, let scale) = CellNumber.parseDecimal(Array(text.utf8).span) {
                var divisor: Int128 = 1
                for _ in 0..<scale { divisor *= 10 }
                if let value = Quantity(Int128(digits), over: divisor) { return .override(value) }
            }
            table.note(row, "Giá trị", "không phải là số", allowed: "một số")
            return nil
        case 4: return .freeze
        case 5: return .explain
        default:
            table.note(
                row,
                "Loại",
                "không có loại quyết định này",
                allowed: words.joined(separator: ", "),
                nearest: Suggestion.nearest(to: word, among: words)
            )
            return nil
        }
    }

    /// A value is put in place for one unit and one indicator, and only where it then adds up.
    private static func checkOverride(
        _ row: PlanTable.Row,
        _ plan: Plan,
        _ nodes: Set<String>,
        _ table: inout PlanTable
    ) {
        if row["Mã đơn vị"] == nil {
            table.note(row, "Mã đơn vị", "quyết định điều chỉnh phải nêu đơn vị")
        }
        guard let id = row["Mã chỉ tiêu"],
            let indicator = plan.indicators.first(where: { $0.id == id })
        else {
            table.note(
                row,
                "Mã chỉ tiêu",
                "quyết định điều chỉnh phải nêu chỉ tiêu",
                allowed: plan.indicators.map(\.id).joined(separator: ", ")
            )
            return
        }
        guard indicator.isTotal, let unit = row["Mã đơn vị"], !nodes.contains(unit) else { return }
        if !indicator.requirements[0].measure.addsUp(plan.measures) {
            table.note(
                row,
                "Mã đơn vị",
                "chỉ tiêu \(id) không phải là phép cộng số liệu các đơn vị nên giá trị riêng của một "
                    + "đơn vị không vào được số chung",
                allowed: "đơn vị cấp trên có số liệu được xét"
            )
        }
    }

    /// An extension of one year's due day never brings it forward.
    private static func checkExtension(
        _ decision: Decision,
        _ row: PlanTable.Row,
        _ plan: Plan,
        _ table: inout PlanTable
    ) {
        guard case .extend(let day) = decision.kind, case .year(let year)? = decision.window,
            let subject = decision.subject,
            let due = plan.indicators.first(where: { $0.id == subject })?.due
                ?? plan.deadlines.first(where: { $0.id == subject })?.due
        else { return }
        let planned = due.lastDay(inYear: year)
        if day < planned {
            table.note(
                row,
                "Giá trị",
                "ngày gia hạn sớm hơn thời hạn của kế hoạch",
                allowed: "từ ngày \(planned.slashed)"
            )
        }
    }

    /// An indicator, deadline, check or finding code that the plan knows.
    private static func subject(
        _ row: PlanTable.Row,
        _ plan: Plan,
        _ table: inout PlanTable
    ) -> String? {
        guard let text = row["Mã chỉ tiêu"] else { return nil }
        let known =
            plan.indicators.map(\.id) + plan.deadlines.map(\.id) + plan.checks.map(\.id)
            + FindingCode.allCases.map(\.rawValue)
        if !known.contains(text) {
            table.note(
                row,
                "Mã chỉ tiêu",
                "kế hoạch không có mã này",
                nearest: Suggestion.nearest(to: text, among: known)
            )
        }
        return text
    }

    private static func text(
        _ row: PlanTable.Row,
        _ column: String,
        _ table: inout PlanTable
    ) -> String? {
        required(row, column, &table) { _, row, column in row[column] }
    }

    private static func required<Value>(
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

    private static func unit(
        _ row: PlanTable.Row,
        _ column: String,
        _ roster: Set<String>,
        _ table: inout PlanTable,
        isRequired: Bool
    ) -> String? {
        guard let id = row[column] else {
            if isRequired { table.noteEmpty(row, column) }
            return nil
        }
        if !roster.contains(id) {
            table.note(
                row,
                column,
                "không có đơn vị này trong danh mục",
                nearest: Suggestion.nearest(to: id, among: roster.sorted())
            )
        }
        return id
    }
}
