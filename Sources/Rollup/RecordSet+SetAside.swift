internal import Intake
package import Model
internal import Plans

/// What is told of records that were not counted because another sender spoke of the same.
extension RecordSet {
    /// The findings of a file's reading, without those that say that a row counts for a successor
    /// where it turned out not to.
    package func findings(ofFile index: Int) -> [Finding] {
        let findings = collection.files[index].held.findings
        let rows = setAsideRows[index] ?? []
        guard !rows.isEmpty else { return findings }
        return findings.filter { $0.code != .unitClosed || !rows.contains($0.row ?? 0) }
    }

    mutating func reportSetAside(_ place: RecordPlace, _ standing: Standing) {
        let others: [RecordPlace]
        switch standing {
        case .replaced: return
        case .own(let other): others = [other]
        case .disputed(let rivals): others = rivals
        }
        let units = context.roster.units
        let here = self.place(place.form, place.batch, place.record)
        let batch = forms[place.form][place.batch].held.batch
        let heir = units[Int(batch.units[place.record])]
        let written = writtenUnit(place).map { units[$0] } ?? heir
        let since = written.validTo.map { " từ ngày \($0.slashed)" } ?? ""
        let period =
            batch.explicitPeriod(place.record)
            .map { " kỳ \(context.plan.calendar.name($0))" } ?? ""
        let numbers = numbers(place)
        let leftOut = numbers.isEmpty ? "" : " (\(numbers))"
        let lines = FindingWording.joined(
            others.map { other in
                let there = self.place(other.form, other.batch, other.record)
                return "dòng \(there.line) của tệp \"\(file: there.path)\""
            },
            by: ", "
        )
        let start = FindingWording.plain(
            "\(written.name) đã sáp nhập vào \(heir.name)\(since); số liệu\(period) ở dòng này"
                + "\(leftOut) không được tính"
        )
        let (reason, fix) = RecordSet.words(for: standing, heir: heir.name, lines)
        let file = forms[place.form][place.batch].file(of: place.record)
        setAsideRows[file, default: []].insert(here.line)
        findings.append(
            Finding(
                FindingKind(
                    .unitClosed,
                    severity: .warning,
                    unit: heir.id,
                    file: here.path,
                    wording: start + reason,
                    fix: fix
                ),
                row: here.line,
                endRow: nil,
                record: nil,
                byte: nil,
                value: written.id,
                expected: heir.id
            )
        )
    }

    /// Why a row counts for nobody, and what is to be done about it.
    private static func words(
        for standing: Standing,
        heir: String,
        _ lines: FindingWording
    ) -> (reason: FindingWording, fix: String) {
        if case .own = standing {
            return (
                " vì \(heir) đã tự gửi: \(lines).",
                "Bỏ dòng này hoặc quyết định loại bài nộp nếu \(heir) đã gộp số liệu; chưa gộp "
                    + "thì \(heir) gửi bản chỉnh lý."
            )
        }
        return (
            ": đơn vị khác đã sáp nhập cũng gửi (\(lines)), \(heir) chưa tự gửi, "
                + "không rõ lấy dòng nào.",
            "\(heir) gửi số liệu chung, hoặc bỏ dòng thừa, hoặc quyết định loại bài nộp thừa."
        )
    }

    /// The first numbers of a record with their headings, as far as they are not 0.
    private func numbers(_ place: RecordPlace) -> String {
        let batch = forms[place.form][place.batch].held.batch
        let form = context.plan.forms.forms[place.form]
        let filled = form.fields.indices.compactMap { field -> String? in
            guard let number = batch.integers(field)?[place.record], number != 0,
                number != RecordBatch.blankNumber
            else { return nil }
            return "\(form.fields[field].header): \(number)"
        }
        let shown = filled.prefix(3)
        let rest = filled.count - shown.count
        return shown.joined(separator: "; ") + (rest > 0 ? "; và \(rest) số khác" : "")
    }
}
