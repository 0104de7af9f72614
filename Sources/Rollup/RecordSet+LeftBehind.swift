internal import Intake
internal import Model
internal import Plans

/// What a list that was sent again no longer holds.
///
/// Another file adds to what has come (CONTRACT §2), so a row that its office took off the list
/// still counts where the earlier file stays: only the office knows which of both it meant.
extension RecordSet {
    /// A unit's rows of one year in a file that came again in a later one.
    struct ListSentAgain: Hashable {
        var unit: Int32
        /// 0 where the rows have neither a period nor a day of their own.
        var year: Int
        /// The files, by their numbers.
        var earlier: Int
        var later: Int

        static func precedes(_ a: ListSentAgain, _ b: ListSentAgain) -> Bool {
            (a.earlier, a.later, a.unit, a.year) < (b.earlier, b.later, b.unit, b.year)
        }
    }

    /// The lists that came again in other files of their submitter, and how many of their rows did.
    struct SentAgain {
        var rows: [ListSentAgain: Int] = [:]
        /// Rows that may have come again with another year of birth: they are told of already.
        var suspected: Set<RecordPlace> = []
    }

    /// Notes that a row came again in another file, or may have.
    mutating func noteSentAgain(
        _ loser: RecordPlace,
        by winner: RecordPlace,
        isSuspected: Bool = false
    ) {
        let form = context.plan.forms.forms[loser.form]
        guard !form.isPeriodicReport else { return }
        let (old, new) = (forms[loser.form][loser.batch], forms[winner.form][winner.batch])
        let (earlier, later) = (old.file(of: loser.record), new.file(of: winner.record))
        guard earlier != later, !isOnePath(earlier, later),
            collection.files[earlier].held.place.submitter
                == collection.files[later].held.place.submitter
        else { return }
        let list = ListSentAgain(
            unit: old.batch.units[loser.record],
            year: RecordSet.year(of: loser.record, in: old.batch),
            earlier: earlier,
            later: later
        )
        sentAgain[loser.form, default: SentAgain()].rows[list, default: 0] += 1
        if isSuspected { sentAgain[loser.form]?.suspected.insert(loser) }
    }

    private static func year(of record: Int, in batch: RecordBatch) -> Int {
        batch.explicitPeriod(record)?.year ?? batch.ownDay(record)?.parts.year ?? 0
    }

    /// Tells of the rows that stayed behind where more of their list came again, or as many beside
    /// new ones: fewer may have been sent for what was mended in them.
    mutating func reportLeftBehind(_ form: Int) {
        guard let again = sentAgain.removeValue(forKey: form) else { return }
        let lists = again.rows
        let ofFile = Dictionary(grouping: lists.keys, by: \.earlier)
            .merging(Dictionary(grouping: lists.keys, by: \.later)) { $0 + $1 }
        var left: [ListSentAgain: [Int]] = [:]
        var sent: [ListSentAgain: Int] = [:]
        for (number, resolved) in forms[form].enumerated() {
            for run in resolved.runs {
                guard let lists = ofFile[run.file] else { continue }
                for record in run.records {
                    let unit = resolved.batch.units[record]
                    let year = RecordSet.year(of: record, in: resolved.batch)
                    for list in lists where list.unit == unit && list.year == year {
                        if list.later == run.file {
                            sent[list, default: 0] += 1
                        } else if resolved.counts[record],
                            !again.suspected.contains(
                                RecordPlace(form: form, batch: number, record: record)
                            )
                        {
                            left[list, default: []].append(Int(resolved.batch.lines[record]))
                        }
                    }
                }
            }
        }
        for (list, rows) in left.sorted(by: { ListSentAgain.precedes($0.key, $1.key) }) {
            let count = lists[list] ?? 0
            let hasNew = sent[list] ?? 0 > count
            guard rows.count < count || (rows.count == count && hasNew) else { continue }
            let kind = leftBehind(list)
            for row in rows { findings.append(Finding(kind, row: row, other: 0)) }
        }
    }

    private func leftBehind(_ list: ListSentAgain) -> FindingKind {
        let later = collection.files[list.later]
        return FindingKind(
            .contradiction,
            unit: context.roster.units[Int(list.unit)].id,
            file: collection.files[list.earlier].path,
            wording: "Danh sách gửi lại ở tệp \"\(file: later.path)\" nhận ngày "
                + .plain(later.receivedAt.day.slashed)
                + " không có dòng này; dòng này vẫn được tính.",
            fix:
                "Đã đưa ra khỏi danh sách thì xóa dòng này rồi gửi lại tệp với tên cũ; vẫn đúng thì "
                + "không phải sửa."
        )
    }
}
