internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `PL5_DatGiai`: the works that won a prize, first prizes first.
struct PrizeAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private struct Winner {
        var edition: Int
        var rank: Int
        var place: Register.Place
    }

    private var scene: Scene { frame.judgement.scene }

    var sheets: [Sheet] {
        guard let register = Register("contest_entry", frame) else { return [] }
        let winners = winners(register)
        var sheet = frame.annex(
            "PL5_DatGiai",
            number: "V",
            title: words("DANH SÁCH TÁC PHẨM ĐẠT GIẢI"),
            columns: [
                .ordinal(words),
                SheetColumn(words("Tác phẩm"), width: 40),
                SheetColumn(words("Tác giả"), width: 24),
                SheetColumn(words("Đơn vị"), width: 28),
                SheetColumn(words("Nhân vật"), width: 20),
                SheetColumn(words("Cuộc thi"), width: 10, alignment: .centre),
                SheetColumn(words("Giải"), width: 12, alignment: .centre),
                SheetColumn(words("Số QĐ"), width: 14, alignment: .centre),
            ],
            rows: winners.enumerated().map { row($0 + 1, $1, register) }
        )
        sheet.emptyText = words("Chưa có tác phẩm đạt giải trong kỳ.")
        sheet.frozenColumns = 2
        sheet.hasAutofilter = !winners.isEmpty
        sheet.notes = [words("Tổng số: \(words.counted(winners.count, "tác phẩm")).")]
        if !winners.isEmpty, register.form.index(of: "decision_number") == nil {
            sheet.notes.append(
                words(
                    "Biểu “\(words.term(register.form.name))” không có cột số quyết định; cột Số QĐ để trống."
                )
            )
        }
        if frame.anonymise {
            sheet.notes.append(words("Họ tên đã được viết tắt; không in tên tác phẩm."))
        }
        return [sheet]
    }

    /// Valid entries with a prize of the window's editions, by edition, prize and unit.
    private func winners(_ register: Register) -> [Winner] {
        guard let index = scene.plan.forms.index(of: "contest_entry"),
            let prize = register.form.index(of: "prize")
        else { return [] }
        let ids = Set(scene.plan.editions(in: scene.window).map(\.id))
        let isListed = Set(scene.subtree)
        let ranks = Dictionary(
            uniqueKeysWithValues: Words.prizes.enumerated().map { ($1.code, $0) }
        )
        var winners: [Winner] = []
        for (number, resolved) in frame.judgement.records.forms[index].enumerated() {
            let held = resolved.held
            guard let prizes = held.batch.codes(prize) else { continue }
            for record in resolved.counts.indices
            where prizes[record] != RecordBatch.blankCode && resolved.counts[record]
                && resolved.faults[record] == .none
            {
                let edition = Int(resolved.editions[record])
                let unit = Int(held.batch.units[record])
                guard edition >= 0, ids.contains(scene.plan.contests[edition].id),
                    isListed.contains(unit)
                else { continue }
                let code = register.form.fields[prize].values[Int(prizes[record])].code
                winners.append(
                    Winner(
                        edition: edition,
                        rank: ranks[code] ?? ranks.count,
                        place: Register.Place(unit: unit, batch: number, record: record)
                    )
                )
            }
        }
        return winners.sorted { a, b in
            (a.edition, a.rank, a.place.unit, a.place.batch, a.place.record)
                < (b.edition, b.rank, b.place.unit, b.place.batch, b.place.record)
        }
    }

    private func row(_ number: Int, _ winner: Winner, _ register: Register) -> SheetRow {
        let place = winner.place
        // Names of authors are separated by `;` or `,` (CONTRACT §3).
        let authors = register.name("authors", place).split { $0 == ";" || $0 == "," }
            .map { frame.person(String($0)).trimmed }.joined(separator: "; ")
        return SheetRow([
            .integer(number), .text(register.text("title", place)),
            .text(authors), .text(scene.name(of: place.unit)),
            .text(register.person("subject_name", place)),
            .text(String(scene.plan.contests[winner.edition].year)),
            .text(register.label("prize", place)), .text(register.text("decision_number", place)),
        ])
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
