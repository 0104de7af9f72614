internal import Intake
internal import Model
internal import Plans

/// What is told of a record that gave way to a later one of its key (CONTRACT §2).
extension RecordSet {
    /// What decides the kind of the finding that one record gave way to another.
    struct Replacement: Hashable {
        var unit: Int32
        /// The files of both, by their numbers.
        var loser: Int
        var winner: Int
        /// The fields whose figures are lost in it.
        var lost: [Int]
    }

    mutating func reportReplaced(
        _ loser: RecordPlace,
        by winner: RecordPlace,
        _ kinds: inout [Replacement: FindingKind]
    ) {
        let (old, new) = (forms[loser.form][loser.batch], forms[winner.form][winner.batch])
        let (oldFile, newFile) = (old.file(of: loser.record), new.file(of: winner.record))
        let isOneFile = isOnePath(oldFile, newFile)
        let definition = context.plan.forms.forms[loser.form]
        var lost: [Int] = []
        if isOneFile || definition.isPeriodicReport {
            lost = RecordSet.lost(
                definition,
                (old.held.batch, loser.record),
                (new.held.batch, winner.record),
                isOneFile: isOneFile
            )
        }
        let about = Replacement(
            unit: new.held.batch.units[winner.record],
            loser: oldFile,
            winner: newFile,
            lost: lost
        )
        let kind = kinds[about] ?? kind(about, definition)
        kinds[about] = kind
        findings.append(
            Finding(
                kind,
                row: Int(old.held.batch.lines[loser.record]),
                other: Int(new.held.batch.lines[winner.record])
            )
        )
    }

    /// The fields of a form whose figures go with a record.
    ///
    /// Of one file, those in which the later row says something else: they may be parts of one
    /// report. A file that comes later mends what it says otherwise; there, those of a report that
    /// it leaves blank.
    private static func lost(
        _ form: Form,
        _ old: (batch: RecordBatch, record: Int),
        _ new: (batch: RecordBatch, record: Int),
        isOneFile: Bool
    ) -> [Int] {
        form.fields.indices.filter { field in
            switch form.fields[field].type {
            case .int, .decimal: break
            case .yesNo, .enum, .date: guard form.isPeriodicReport else { return false }
            case .text, .url, .period: return false
            }
            guard !old.batch.isBlank(field, old.record) else { return false }
            if new.batch.isBlank(field, new.record) { return true }
            return isOneFile
                && (old.batch.number(field, old.record) != new.batch.number(field, new.record)
                    || old.batch.day(field, old.record) != new.batch.day(field, new.record))
        }
    }

    /// Whether two files are one by their paths.
    ///
    /// Compared as bytes: two names may differ in the form of their letters only.
    func isOnePath(_ a: Int, _ b: Int) -> Bool {
        a == b || collection.files[a].path.utf8.elementsEqual(collection.files[b].path.utf8)
    }

    private func kind(_ about: Replacement, _ form: Form) -> FindingKind {
        let unit = context.roster.units[Int(about.unit)].id
        let file = collection.files[about.loser].path
        let winner = collection.files[about.winner]
        let columns = RecordSet.columns(about.lost, form)
        if isOnePath(about.loser, about.winner) {
            guard about.lost.isEmpty else {
                return FindingKind(
                    .duplicate,
                    severity: .warning,
                    unit: unit,
                    file: file,
                    wording:
                        "Dòng \(.line) và \(.otherLine) là cùng một bản ghi nhưng số liệu khác "
                        + "nhau ở cột " + .plain(columns)
                        + "; chỉ tính dòng sau, không cộng hai dòng.",
                    fix: "Là các phần của một báo cáo (như từng tổ dân phố) thì cộng lại thành một "
                        + "dòng; là hai bản ghi thì ghi khác nhau ở các cột nhận biết (đơn vị, kỳ …); "
                        + "là bản cũ thì bỏ dòng ấy."
                )
            }
            return FindingKind(
                .duplicate,
                unit: unit,
                file: file,
                wording:
                    "Dòng \(.line) và \(.otherLine) trùng nhau; chỉ tính 01 lần, lấy dòng sau.",
                fix: "Bỏ dòng thừa nếu là khai trùng."
            )
        }
        let replaced: FindingWording =
            "Được thay bằng dòng \(.otherLine) của tệp \"\(file: winner.path)\" "
            + "nhận ngày \(winner.receivedAt.day.slashed)."
        guard about.lost.isEmpty else {
            return FindingKind(
                .superseded,
                severity: .warning,
                unit: unit,
                file: file,
                wording: replaced + .plain(" Dòng sau để trống cột \(columns): không còn số liệu."),
                fix: "Dòng gửi sau thay cả dòng trước: ghi đủ mọi số liệu, kể cả số không đổi, rồi "
                    + "gửi lại."
            )
        }
        return FindingKind(
            .superseded,
            unit: unit,
            file: file,
            wording: replaced,
            fix: "Không cần sửa nếu là bản chỉnh lý."
        )
    }

    /// The headers of some fields, as many as one reads.
    private static func columns(_ fields: [Int], _ form: Form) -> String {
        let most = 5
        let named = fields.prefix(most).map { "\"\(form.fields[$0].header)\"" }
            .joined(separator: ", ")
        return fields.count > most ? named + " và \(fields.count - most) cột khác" : named
    }
}
