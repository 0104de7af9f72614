internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// Chapters IV.2 and VI: who has not done what, and what the units themselves say.
extension ReportValues {
    /// How many units are named; the number before the names counts them all.
    private static let mostNames = 12

    var units: [String: TextValue] {
        var missing: [[String: TextValue]] = []
        var late: [[String: TextValue]] = []
        var asked: [[String: TextValue]] = []
        let back = judgement.handedBack
        for result in judgement.deadlines {
            let deadline = scene.plan.deadlines[result.deadline]
            func units(_ status: SubmissionStatus) -> [Int] {
                result.units.filter { $0.status == status }.map(\.unit)
            }
            let open = units(.missing)
            let remark = { (unit: Int) in
                back.has(deadline.form, of: unit) ? words(" (đã gửi nhưng bị trả lại)") : ""
            }
            add(deadline.name, open.filter { !isSoft($0) }, remark, to: &missing)
            add(deadline.name, open.filter(isSoft), remark, to: &asked)
            // PL2 has the main deadline only.
            let isMain = result.deadline == scene.plan.mainDeadline
            add(deadline.name, units(.late), annex: isMain ? "II" : nil, to: &late)
        }
        var unmet: [[String: TextValue]] = []
        var own: [String] = []
        for line in IndicatorLine.lines(judgement, words) {
            if line.indicator.isTotal {
                guard [.unmet, .noData].contains(line.node.status) else { continue }
                own.append(
                    words("\(line.indicator.name): yêu cầu \(line.assigned), \(line.held)")
                        + line.nodeShortfalls
                        + (line.node.reason.map { " (\(words.text($0).lowercasedFirst))" } ?? "")
                )
                continue
            }
            let open = line.result.units.filter { [.unmet, .noData].contains($0.status) }
                .map(\.unit)
            if !line.indicator.lateCounts {
                let behind = line.result.units.filter { $0.status == .late }.map(\.unit)
                add(line.indicator.name, behind, annex: "II", to: &late)
            }
            add(line.indicator.name, open.filter { !isSoft($0) }, to: &unmet)
            add(line.indicator.name, open.filter(isSoft), to: &asked)
        }
        let nothing = missing.isEmpty && unmet.isEmpty && asked.isEmpty && own.isEmpty
        let difficulties = reports.voices("difficulties").map(values)
        let requests = reports.voices("proposals").map(values)
        var hidden = ""
        if frame.anonymise, !difficulties.isEmpty || !requests.isEmpty {
            hidden =
                words(
                    "Có \(words.counted(difficulties.count, "ý kiến")) về khó khăn, vướng mắc và "
                        + "\(words.counted(requests.count, "kiến nghị, đề xuất")) của các đơn vị; bản "
                        + "ẩn danh không in nội dung."
                )
        }
        return [
            "has_missing": .flag(!missing.isEmpty),
            "has_late": .flag(!late.isEmpty),
            "has_asked": .flag(!asked.isEmpty),
            "has_unmet": .flag(!unmet.isEmpty),
            "has_own": .flag(!own.isEmpty),
            "missing": .list(missing),
            "late": .list(late),
            "asked": .list(asked),
            "unmet": .list(unmet),
            "own": .lines(own),
            "nothing_missing": .flag(nothing),
            "difficulties": .list(frame.anonymise ? [] : difficulties),
            "requests": .list(frame.anonymise ? [] : requests),
            "voices_hidden": .text(hidden),
        ]
    }

    /// Whether a unit is asked and not told (TX-06).
    private func isSoft(_ unit: Int) -> Bool { scene.roster.units[unit].isAsked }

    /// `annex` lists the units that are not named here; without one all are.
    private func add(
        _ subject: String,
        _ units: [Int],
        _ remark: (Int) -> String = { _ in "" },
        annex: String? = "VII",
        to list: inout [[String: TextValue]]
    ) {
        guard !units.isEmpty else { return }
        let most = annex == nil ? units.count : ReportValues.mostNames
        var names = units.prefix(most).map { scene.roster.units[$0].name + remark($0) }
        if let annex, units.count > names.count {
            names.append(
                words(
                    "và \(words.counted(units.count - names.count, "đơn vị")) khác tại Phụ lục \(annex)"
                )
            )
        }
        list.append([
            "subject": .text(subject),
            "count": .text(words.prose(units.count)),
            "counted_units": .text(words.counted(units.count, "đơn vị")),
            "names": .text(names.joined(separator: "; ")),
        ])
    }

    private func values(_ voice: UnitReports.Voice) -> [String: TextValue] {
        var text = voice.text
        while let last = text.last, ".;, ".contains(last) { text.removeLast() }
        let names = voice.units.map { scene.roster.units[$0].name }
        let count =
            names.count > 1 ? words.counted(names.count, "đơn vị") + ": " : ""
        return [
            "units": .text(count + names.joined(separator: "; ")),
            "text": .text(text),
        ]
    }
}

extension Unit {
    /// Whether reports ask it where they tell others: its duties are requested, or it is no part of
    /// the administration (MTTQ, tổ chức chính trị - xã hội; TX-06).
    var isAsked: Bool { isRequested || kind == .mttq || kind == .ctxh }
}
