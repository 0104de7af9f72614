internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// Records as officials find them again: file and line, day, and what they are called.
struct RecordWords {
    let judgement: Judgement
    /// Where the indicator looks for dated records.
    let spans: [DateSpan]
    /// Whether texts that may name a person are left out.
    let anonymise: Bool

    private var records: RecordSet { judgement.records }
    private var plan: Plan { judgement.scene.plan }

    /// `2024-12-10/TX-P-HADINH/bai.csv:7`, the line behind the colon.
    func place(_ place: RecordSet.RecordPlace) -> String {
        path(records.file(place).path) + ":\(records.line(place))"
    }

    func path(_ path: String) -> String { PlainText.line(path) }

    /// The record with its day or period, and with its own key as far as that is kept.
    func text(_ trace: RecordTrace) -> String {
        var parts = [place(trace.place)]
        if let period = trace.period {
            parts.append("kỳ \(plan.calendar.name(period))")
            if let day = trace.day {
                let isReceipt = plan.forms.forms[trace.place.form].datingField == nil
                parts.append((isReceipt ? "nhận ngày " : "ngày ") + day.slashed)
            }
        } else if let day = trace.day {
            parts.append("ngày \(day.slashed)")
        }
        // The record that stands in its place says what it is called.
        if case .leftOut(.replaced) = trace.fate { return parts.joined(separator: ", ") }
        let label = label(trace.place)
        if !label.isEmpty { parts.append(label) }
        return parts.joined(separator: ", ")
    }

    /// What identifies a record beside unit and time: `B1, “Gương mẫu”`.
    private func label(_ place: RecordSet.RecordPlace) -> String {
        let form = plan.forms.forms[place.form]
        let fields = form.fields.indices.filter { index in
            let field = form.fields[index]
            return (field.isKey || field.code == "title") && index != form.unitField
                && index != form.periodField && field.type != .date && field.code != "birth_year"
        }
        return fields.compactMap { value($0, place) }.joined(separator: ", ")
    }

    /// What stands in a field; nil where it is blank or must not be shown.
    func value(_ field: Int, _ place: RecordSet.RecordPlace) -> String? {
        let batch = records.forms[place.form][place.batch].batch
        let form = plan.forms.forms[place.form]
        let definition = form.fields[field]
        // Which unit a record is about is known wherever it stood.
        if field == form.unitField {
            return "“\(judgement.scene.roster.units[Int(batch.units[place.record])].id)”"
        }
        guard !batch.isBlank(field, place.record) else { return nil }
        switch definition.type {
        case .text, .url:
            let isOpen = !anonymise || definition.isPaperNumber
            let text = batch.text(field, place.record)
            guard isOpen, !text.isEmpty else { return nil }
            return "“\(PlainText.withoutContacts(text, longest: 70))”"
        case .int, .decimal:
            return batch.number(field, place.record).map { Words.vietnamese.step($0) }
        case .yesNo: return batch.code(field, place.record).map { $0 == 1 ? "Có" : "Không" }
        case .enum:
            return batch.code(field, place.record).map { code in
                let value = definition.values[code]
                return value.labels.first ?? value.code
            }
        case .date: return batch.day(field, place.record)?.slashed
        case .period: return batch.period(field, place.record).map(plan.calendar.name)
        }
    }

    // MARK: - Left out

    /// Why a record does not count.
    func text(_ omission: Omission, of trace: RecordTrace, in tally: RecordTally) -> String {
        switch omission {
        case .replaced(let winner):
            let file = records.file(winner)
            if records.file(trace.place).path.utf8.elementsEqual(file.path.utf8) {
                return "khai trùng, lấy dòng sau: \(place(winner))"
            }
            return "đã được thay bằng \(place(winner)) nhận ngày \(file.receivedAt.day.slashed)"
        case .inherited(let own):
            return "\(bearing(trace.place)) đã có báo cáo của mình: \(place(own))"
        case .disputed(let rivals):
            let others = rivals.map(place).joined(separator: ", ")
            return
                "\(bearing(trace.place)) chưa tự gửi, đơn vị khác đã sáp nhập cũng gửi: \(others)"
        case .notYet(let day):
            return
                "ngày \(day.slashed) sau thời điểm số liệu (\(judgement.scene.asOf.day.slashed))"
        case .otherDay(let day): return outside(day)
        case .otherPeriod(let period):
            return "kỳ \(plan.calendar.name(period)) ngoài kỳ tính"
        case .undated: return "không rõ thời gian"
        case .blank: return "ô “\(fieldName(tally))” để trống"
        case .repeated(let first):
            return "trùng giá trị ở “\(fieldName(tally))” với \(place(first)), chỉ tính 01 lần"
        case .overlapped(let other): return "đã có báo cáo của kỳ dài hơn: \(place(other))"
        case .conditions(let failed): return conditions(failed, trace)
        }
    }

    /// Under which merged unit's name a record was sent, and the successor it is for.
    private func bearing(_ place: RecordSet.RecordPlace) -> String {
        let units = judgement.scene.roster.units
        let unit = Int(records.forms[place.form][place.batch].batch.units[place.record])
        let written = records.writtenUnit(place) ?? unit
        return "ghi tên \(units[written].name) đã sáp nhập; \(units[unit].name)"
    }

    private func outside(_ day: Day) -> String {
        if let first = spans.first, spans.allSatisfy({ day < $0.from }) {
            return "trước khoảng thời gian tính (từ \(first.from.slashed))"
        }
        if let last = spans.last, spans.allSatisfy({ day > $0.to }) {
            return "sau khoảng thời gian tính (đến hết \(last.to.slashed))"
        }
        return "ngoài khoảng thời gian tính"
    }

    private func fieldName(_ tally: RecordTally) -> String {
        let fields = plan.forms.forms[tally.form].fields
        switch tally.question {
        case .aggregate(let aggregate): return aggregate.field.map { fields[$0].header } ?? ""
        case .reported(_, let field): return fields[field].header
        }
    }

    /// The parts of a condition that a record does not satisfy, with what stands there instead.
    private func conditions(_ failed: [Condition], _ trace: RecordTrace) -> String {
        let form = plan.forms.forms[trace.place.form]
        let words = MeasureWords(plan: plan)
        return failed.map { condition in
            if condition == .isSet(.validity), let fault = fault(trace) {
                return "bài không hợp lệ: " + fault
            }
            let found = words.columns(condition).map { field in
                let isBlank = records.forms[trace.place.form][trace.place.batch].batch
                    .isBlank(field, trace.place.record)
                let value =
                    value(field, trace.place) ?? (isBlank ? "để trống" : "nội dung khác")
                return "“\(form.fields[field].header)”: \(value)"
            }
            if let wanted = words.wanted(condition, form),
                let field = words.columns(condition).first
            {
                let header = form.fields[field].header
                let value = value(field, trace.place) ?? "để trống hoặc nội dung khác"
                return "“\(header)” ghi \(value), cần \(wanted)"
            }
            let text = "không thỏa điều kiện: " + words.text(condition, form)
            return found.isEmpty ? text : text + " (dòng này ghi \(found.joined(separator: ", ")))"
        }.joined(separator: "; ")
    }

    /// Why a contest entry is not valid; nil for one that is.
    func fault(_ trace: RecordTrace) -> String? {
        let resolved = records.forms[trace.place.form][trace.place.batch]
        let index = resolved.editions.isEmpty ? -1 : Int(resolved.editions[trace.place.record])
        let edition = index < 0 ? nil : plan.contests[index]
        switch trace.fault {
        case .none: return nil
        case .declaredInvalid: return "đơn vị tự khai là không hợp lệ"
        case .titleMissing: return "không có tên bài"
        case .authorMissing: return "không có tên tác giả"
        case .late:
            return "nộp sau khi cuộc thi đóng (\(edition?.closes.slashed ?? ""))"
        case .early:
            return "nộp trước khi cuộc thi mở (\(edition?.opens.slashed ?? ""))"
        case .outsideEditions:
            return trace.period == nil
                ? "ngày nộp không thuộc cuộc thi nào của kế hoạch"
                : "năm mà dòng ghi không có cuộc thi nào của kế hoạch"
        case .tooLong: return "vượt quá \(Words.vietnamese.whole(edition?.maxWords ?? 0)) từ"
        case .duplicate:
            return "trùng tên bài và tác giả với "
                + (trace.original.map(place) ?? "bài nộp trước") + ", chỉ bài nộp trước hợp lệ"
        }
    }

    // MARK: - Rejected

    /// A rejected row with its code and what was found wrong.
    func text(_ row: RowTrace) -> String {
        let file = records.collection.files[row.file]
        var text =
            "\(path(file.path)):\(row.row.line), [\(row.row.code.rawValue)] "
        if let finding = row.finding {
            text += FindingGroup(findings: [finding]).message(masksValues: anonymise)
        } else {
            text += Words.vietnamese.title(row.row.code) + "."
        }
        return text
    }

    /// A file of which nothing counts, and why.
    func refusal(_ index: Int) -> String {
        let file = records.collection.files[index]
        let faults = file.held.findings.filter { $0.severity == .error && $0.row == nil }
        let why = faults.prefix(3).map {
            "[\($0.code.rawValue)] "
                + FindingGroup(findings: [$0]).message(masksValues: anonymise)
        }
        return
            "\(path(file.path)), nhận ngày \(file.receivedAt.day.slashed): cả tệp không được tính. "
            + why.joined(separator: " ")
    }
}
