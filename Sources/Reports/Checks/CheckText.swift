internal import Intake
internal import Judgement
internal import Model
internal import Plans

/// The answer of `tonghop check`: what would be counted of a file, every finding, and a verdict.
package enum CheckText {
    /// How many units and periods are named; the rest are counted.
    private static let mostPlaces = 8

    /// The answer for one file, ready to be printed.
    package static func render(_ verdict: FileVerdict) -> String {
        var lines = ["Tệp: \(PlainText.line(verdict.path))"]
        if let judgement = verdict.judgement, let reading = verdict.reading {
            lines += facts(reading, judgement.scene.plan).map { "  " + $0 }
            lines += places(verdict, judgement).map { "  " + $0 }
        }
        lines += findings(verdict)
        lines.append("  Kết luận: \(conclusion(verdict))")
        return lines.joined(separator: "\n")
    }

    // MARK: - Facts

    private static func facts(_ reading: FileReading, _ plan: Plan) -> [String] {
        let form = reading.form.map { plan.forms.forms[$0] }
        let count = reading.lines
        let number = Words.vietnamese.whole
        var lines = ["Biểu: " + (form.map { "\($0.name) (\($0.id))" } ?? "không nhận ra")]
        lines.append(FileFacts(reading).text)
        lines.append(
            "Số dòng: \(number(count.total)) = tiêu đề \(number(count.header)) + trình bày, dòng tổng "
                + "\(number(count.layout)) + được tính \(number(count.counted)) + bị loại "
                + "\(number(count.rejected)) + trống \(number(count.blank))"
        )
        return lines
    }

    private static func places(_ verdict: FileVerdict, _ judgement: Judgement) -> [String] {
        let scene = judgement.scene
        let places = verdict.counted
        let counted = places.reduce(0) { $0 + $1.rows }
        let number = Words.vietnamese.whole
        var lines = [
            "Số liệu: \(number(counted)) dòng sẽ được tính, \(number(verdict.rowsRejected)) dòng bị loại"
                + (places.isEmpty ? "" : "; được tính cho:")
        ]
        for place in places.prefix(mostPlaces) {
            let unit = scene.roster.units[place.unit]
            let period = scene.plan.calendar.name(place.period)
            lines.append(
                "  \(unit.name) (\(unit.id)), \(period)\(place.isDated ? " (theo ngày)" : ""): "
                    + "\(number(place.rows)) dòng"
            )
        }
        let rest = places.dropFirst(mostPlaces)
        if !rest.isEmpty {
            let rows = rest.reduce(0) { $0 + $1.rows }
            lines.append(
                "  … và \(number(rest.count)) đơn vị, kỳ khác: \(number(rows)) dòng"
            )
        }
        return lines
    }

    // MARK: - Findings

    private static func findings(_ verdict: FileVerdict) -> [String] {
        let all = verdict.findings
        guard !all.isEmpty else { return ["  Kết quả kiểm tra: không có gì cần sửa"] }
        let counts = Severity.allCases.sorted { $0.rank < $1.rank }.compactMap { severity in
            let count = all.count { $0.severity == severity }
            return count == 0
                ? nil : "\(Words.vietnamese.whole(count)) \(severity.label.lowercased())"
        }
        var lines = ["  Kết quả kiểm tra: " + counts.joined(separator: ", ")]
        for group in FindingGroup.groups(all) {
            let place = group.lines.isEmpty ? "cả tệp" : "dòng \(group.lines)"
            let count =
                group.findings.count > FindingGroup.named
                ? " (\(Words.vietnamese.whole(group.findings.count)) chỗ)" : ""
            let join = group.first.column == nil ? ": " : ", "
            lines.append(
                "    [\(group.first.severity.label)] \(place)\(count)\(join)\(group.message())"
            )
            var hints: [String] = []
            let values = group.values
            // Most messages name the value already.
            if !values.isEmpty, !group.message().contains(values) {
                hints.append("Đã ghi: \(values).")
            }
            // A suggestion is no answer: the fix asks whether it was meant.
            let isSuggestion = [.unitUnknown, .unitAmbiguous].contains(group.first.code)
            if let expected = group.first.expected, group.findings.count == 1, !isSuggestion {
                hints.append("Đúng là: \(PlainText.line(expected)).")
            }
            hints.append(group.fix())
            lines.append("      " + hints.joined(separator: " "))
        }
        return lines
    }

    // MARK: - Verdict

    private static func conclusion(_ verdict: FileVerdict) -> String {
        guard let reading = verdict.reading, reading.isAccepted else {
            return "Cần sửa trước khi gửi: cả tệp sẽ không được tính."
        }
        if verdict.rowsRejected > 0 {
            return "Cần sửa trước khi gửi: "
                + "\(Words.vietnamese.counted(verdict.rowsRejected, "dòng")) sẽ không được tính."
        }
        var text = "Đủ điều kiện gửi"
        if reading.rows == 0 { text += "; tệp không có dòng số liệu nào" }
        let warnings = verdict.findings.count { $0.severity == .warning }
        if warnings > 0 {
            text += "; nên xem lại \(Words.vietnamese.counted(warnings, "cảnh báo")) trước khi gửi"
        }
        return text + "."
    }
}
