package import Model
package import Plans

/// `decisions.csv`: what the board has decided about single figures, units and files.
extension PlanFilesReader {
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
        var known = KnownUnits(roster)
        var decisions: [Decision] = []
        for row in table.rows {
            if let decision = decision(row, &known, nodes, plan, &table) {
                decisions.append(decision)
            }
        }
        mistakes += table.mistakes
        findings += table.findings
        return decisions
    }

    /// The decision of a row; nil where something that each must have is missing or wrong.
    private static func decision(
        _ row: PlanTable.Row,
        _ known: inout KnownUnits,
        _ nodes: Set<String>,
        _ plan: Plan,
        _ table: inout PlanTable
    ) -> Decision? {
        let number = text(row, "Số quyết định", &table)
        let date = required(row, "Ngày", &table) { table, row, column in
            table.day(row, column)
        }
        let kind = kind(row, &table)
        let reason = text(row, "Lý do", &table)
        // What is wrong in other cells is said too, whatever is missing here.
        let unit = unit(row, "Mã đơn vị", &known, &table, isRequired: false)
        let subject = subject(row, plan, &table)
        if kind?.isOverride == true { checkOverride(row, plan, nodes, &table) }
        let expires = expiry(row, ofOneFrom: date, &table)
        let window = window(row, &table)
        guard let number, let date, let kind, let reason else { return nil }
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
        return decision
    }

    /// The day on which a decision ends: on its own day it may have been taken back, and then it
    /// never acts.
    private static func expiry(
        _ row: PlanTable.Row,
        ofOneFrom date: Day?,
        _ table: inout PlanTable
    ) -> Day? {
        let expires = table.day(row, "Hết hiệu lực")
        if let expires, let date, expires < date {
            table.note(
                row,
                "Hết hiệu lực",
                "hết hiệu lực trước khi quyết định có hiệu lực",
                allowed: "từ ngày \(date.slashed)"
            )
        }
        return expires
    }

    private static func window(_ row: PlanTable.Row, _ table: inout PlanTable) -> Period? {
        let window = row["Kỳ"].flatMap { CellPeriod.parse($0) }
        if window == nil, row["Kỳ"] != nil {
            table.note(row, "Kỳ", "không phải là kỳ", allowed: "như 2024, 2024-Q3")
        }
        return window
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
}
