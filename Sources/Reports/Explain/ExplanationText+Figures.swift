internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

extension ExplanationText {
    /// How many records of a kind are listed where not all are asked for; the rest is counted.
    private static let longest = 8

    private var isFull: Bool { options.focus != nil }

    /// The figure of a unit or node, requirement by requirement.
    mutating func write(_ figure: FigureExplanation, indent: Int, focus: Int? = nil) {
        if figure.members.count == 1, let members = figure.members.first, members.count > 1 {
            page.paragraph(
                "Gồm cả số liệu của: " + members.dropFirst().map(name).joined(separator: ", "),
                indent: indent
            )
        }
        for part in figure.parts { write(part, indent: indent) }
        // The months show what counts already; why a record does not is told where the rule looked.
        let shown: Shown =
            !figure.parts.isEmpty ? .leftOut : figure.accrued == nil ? .all : .counted
        write(figure.calculations, shown, indent: indent, focus: focus)
        guard let accrued = figure.accrued else { return }
        let value = accrued.calculations.first.map(value) ?? ReportNumbers.noData
        page.paragraph(
            "Xét theo số lũy kế từ \(accrued.span.from.slashed) đến "
                + "\(accrued.span.to.slashed): \(value)",
            indent: indent
        )
        write(accrued.calculations, .all, indent: indent, focus: focus)
    }

    /// Which records are listed.
    private enum Shown {
        case all, counted, leftOut

        /// The same of a figure that was not taken: none of its records counts.
        var withoutCounted: Shown { self == .counted ? .counted : .leftOut }
    }

    private mutating func write(
        _ calculations: [Calculation],
        _ shown: Shown,
        indent: Int,
        focus: Int?
    ) {
        for (index, calculation) in calculations.enumerated() {
            if calculations.count > 1 {
                page.paragraph(
                    "Yêu cầu \(index + 1), \(line(calculation))",
                    indent: indent,
                    hanging: 2
                )
            }
            write(
                calculation,
                indent: indent + (calculations.count > 1 ? 2 : 0),
                isNamed: calculations.count > 1,
                shown: shown,
                focus: focus
            )
        }
    }

    private mutating func write(_ part: PartExplanation, indent: Int) {
        let value = Words.vietnamese.step(part.calculations.first?.value)
        let standing = part.holds ? "đủ" : part.isElapsed ? "thiếu" : "chưa hết"
        page.paragraph(
            "\(part.window.name) (\(part.window.span.from.slashed)-"
                + "\(part.window.span.to.slashed)): \(value), \(standing)",
            indent: indent
        )
        for tally in part.calculations.flatMap(\.tallies) {
            list(counted(tally.records, tally), of: tally, indent: indent) { text, trace in
                text.item(
                    text.mark(trace.contribution, tally),
                    text.records.text(trace),
                    indent: indent
                )
            }
        }
        for calculation in part.calculations {
            write(calculation.handedTerms, of: calculation.expression, indent: indent)
        }
    }

    // MARK: - Steps

    private func line(_ calculation: Calculation) -> String {
        let value =
            calculation.value.map { Words.vietnamese.step($0) } ?? "chưa có số liệu"
        return "\(measures.short(calculation.expression)): \(value)"
    }

    private mutating func write(
        _ calculation: Calculation,
        indent: Int,
        isNamed: Bool = false,
        shown: Shown = .all,
        focus: Int? = nil
    ) {
        switch calculation.step {
        case .number: break
        case .named(_, let inner):
            write(
                inner,
                indent: indent,
                isNamed: isNamed,
                shown: shown,
                focus: focus
            )
        case .choice(let choices, let taken):
            write(choices, taken: taken, indent: indent, shown: shown, focus: focus)
        case .arithmetic(let operation, let left, let right):
            let numbers = "\(value(left)) \(measures.sign(operation)) \(value(right))"
            page.paragraph(
                isNamed ? "bằng \(numbers)" : "\(line(calculation)) = \(numbers)",
                indent: indent,
                hanging: 2
            )
            for operand in [left, right] {
                if case .number = operand.step { continue }
                if !operand.isArithmetic {
                    page.paragraph(line(operand), indent: indent + 2, hanging: 2)
                }
                write(
                    operand,
                    indent: indent + 4,
                    isNamed: !operand.isArithmetic,
                    shown: shown,
                    focus: focus
                )
            }
        case .records(let tally):
            write(tally, indent: indent, shown: shown, only: focus)
        case .units(let shares):
            write(shares, indent: indent, shown: shown, focus: focus)
        case .joined(let own, let handed):
            write(
                own,
                indent: indent,
                isNamed: isNamed,
                shown: shown,
                focus: focus
            )
            // One unit is shown alone, and the months show what counts already.
            if shown != .leftOut, focus == nil {
                write(handed, of: own.expression, indent: indent)
            }
        }
    }

    /// Sources by their priority, of which the first that speaks is taken.
    private mutating func write(
        _ choices: [Calculation],
        taken: Int?,
        indent: Int,
        shown: Shown,
        focus: Int?
    ) {
        for (index, choice) in choices.enumerated() {
            page.paragraph(
                "Ưu tiên \(index + 1), \(line(choice))" + note(index, taken),
                indent: indent,
                hanging: 2
            )
            // Where nothing spoke, each may have been left out for a reason.
            guard isFull || index <= taken ?? .max else { continue }
            write(
                choice,
                indent: indent + 2,
                isNamed: true,
                shown: index == taken ? shown : shown.withoutCounted,
                focus: focus
            )
        }
    }

    private func value(_ calculation: Calculation) -> String {
        Words.vietnamese.step(calculation.value)
    }

    private func note(_ index: Int, _ taken: Int?) -> String {
        guard let taken else { return "" }
        return index == taken
            ? " (lấy số này)" : index > taken ? " (không dùng đến)" : " (xét ưu tiên sau)"
    }

    private mutating func write(
        _ shares: [Calculation.UnitShare],
        indent: Int,
        shown: Shown,
        focus: Int?
    ) {
        if shares.count == 1, let share = shares.first {
            write(share.calculation, indent: indent, shown: shown)
            return
        }
        var nothing = 0
        var silent = 0
        // Units of which nothing is known, by the value that the plan gives them all the same.
        var given: [Quantity: Int] = [:]
        for share in shares {
            if let focus, !share.members.contains(focus) { continue }
            let hasRecords = share.calculation.tallies.contains { !$0.records.isEmpty }
            guard hasRecords || isFull else {
                switch share.calculation.value {
                case nil: silent += 1
                case .zero? where share.calculation.tallies.contains { $0.value != nil }:
                    nothing += 1
                case let value?: given[value, default: 0] += 1
                }
                continue
            }
            page.paragraph(
                "\(name(share.unit)): "
                    + (share.calculation.value.map { signed($0) } ?? "chưa có số liệu"),
                indent: indent,
                hanging: 2
            )
            write(share.calculation, indent: indent, shown: shown)
        }
        if nothing > 0 {
            page.paragraph(
                "\(Words.vietnamese.counted(nothing, "đơn vị")) khác có 0: đã gửi, không có dòng nào.",
                indent: indent
            )
        }
        for (value, count) in given.sorted(by: { $0.key < $1.key }) {
            page.paragraph(
                "\(Words.vietnamese.counted(count, "đơn vị")) khác không có dòng nào, mỗi đơn vị "
                    + "tính \(signed(value)) theo công thức.",
                indent: indent
            )
        }
        if silent > 0 {
            page.paragraph(
                "\(Words.vietnamese.counted(silent, "đơn vị")) khác chưa có số liệu.",
                indent: indent
            )
        }
    }

    // MARK: - Records

    /// Those of some records of a tally that count; first the one that is the figure, where it is
    /// one's.
    private func counted(_ records: [RecordTrace], _ tally: RecordTally) -> [RecordTrace] {
        let counted = records.filter { $0.contribution != nil }
        guard !isSum(tally) else { return counted }
        return counted.filter { $0.contribution == tally.value }
            + counted.filter { $0.contribution != tally.value }
    }

    private mutating func write(
        _ tally: RecordTally,
        indent: Int,
        shown: Shown,
        only unit: Int?
    ) {
        let own = tally.records.filter { trace in unit.map { $0 == trace.unit } ?? true }
        if own.isEmpty { handedIn(tally, indent: indent) }
        if shown != .leftOut {
            list(counted(own, tally), of: tally, indent: indent) { text, trace in
                text.item(
                    text.mark(trace.contribution, tally),
                    text.records.text(trace) + text.remark(trace, tally),
                    indent: indent
                )
            }
        }
        guard shown != .counted else { return }
        list(own.filter { $0.contribution == nil }, of: tally, indent: indent) { text, trace in
            guard case .leftOut(let omission) = trace.fate else { return }
            text.item(
                "–",
                text.records.text(trace) + ": "
                    + text.records.text(omission, of: trace, in: tally),
                indent: indent
            )
        }
    }

    /// Whether the numbers of a tally's records add up to its value.
    private func isSum(_ tally: RecordTally) -> Bool {
        switch tally.question {
        case .aggregate(let aggregate): aggregate.function != .min && aggregate.function != .max
        case .reported(let form, let field):
            scene.plan.forms.forms[form].fields[field].type != .yesNo
        }
    }

    /// What a record gives: `+12` where it is added, else the number or the answer itself.
    private func mark(_ contribution: Quantity?, _ tally: RecordTally) -> String {
        if isSum(tally) { return signed(contribution) }
        if case .reported = tally.question { return contribution == .zero ? "Không" : "Có" }
        return Words.vietnamese.step(contribution)
    }

    /// What has to be known of a record that counts.
    private func remark(_ trace: RecordTrace, _ tally: RecordTally) -> String {
        var remark = ""
        if trace.isLate { remark += "; sau hạn, không tính là đúng hạn" }
        if let fault = records.fault(trace) {
            remark += "; không hợp lệ (\(fault)), vẫn tính ở đây"
        }
        if case .aggregate(let aggregate) = tally.question, let number = trace.contribution,
            aggregate.function == .min || aggregate.function == .max, number == tally.value
        {
            remark += "; là giá trị được lấy"
        }
        return remark
    }

    /// Where there is no record: with which file the form was handed in, or that it was not.
    private mutating func handedIn(_ tally: RecordTally, indent: Int) {
        let form = scene.plan.forms.forms[tally.form].name
        guard !tally.files.isEmpty else {
            let back = explanation.judgement.handedBack
            let isBack = tally.members.contains { back.has(tally.form, of: $0) }
            page.paragraph(
                tally.value != nil
                    ? "Biểu “\(form)” không có dòng nào."
                    : isBack
                        ? "Biểu “\(form)” đã gửi nhưng bị trả lại." : "Chưa gửi biểu “\(form)”.",
                indent: indent
            )
            return
        }
        let all = explanation.judgement.records.collection.files
        // The unit's own files go before those of whoever reports on several.
        let own = tally.files.filter { index in
            all[index].held.place.submitter.map(tally.members.contains) ?? false
        }
        let files = (own.isEmpty ? tally.files : own).prefix(3).map { index -> String in
            let file = all[index]
            return "\(records.path(file.path)) (nhận ngày \(file.receivedAt.day.slashed), "
                + "\(Words.vietnamese.whole(file.held.rows)) dòng)"
        }
        page.paragraph(
            "Biểu “\(form)” đã được gửi nhưng không có dòng nào của đơn vị: "
                + files.joined(separator: "; ") + (tally.files.count > 3 ? "; …" : ""),
            indent: indent,
            hanging: 2
        )
    }

    /// Some records in full, or the first of them and how many more there are.
    private mutating func list(
        _ traces: [RecordTrace],
        of tally: RecordTally,
        indent: Int,
        _ write: (inout ExplanationText, RecordTrace) -> Void
    ) {
        let isCut = !isFull && traces.count > ExplanationText.longest + 1
        let shown = isCut ? traces.prefix(ExplanationText.longest) : traces[...]
        for trace in shown { write(&self, trace) }
        let rest = traces.dropFirst(shown.count)
        guard let first = rest.first else { return }
        // Where records of several units are looked at together, only the node shows them all.
        let unit = rest.allSatisfy { $0.unit == first.unit } ? first.unit : scene.root
        let sum = rest.compactMap(\.contribution).reduce(Quantity?.some(.zero)) { sum, number in
            sum?.adding(number)
        }
        let isCounted = first.contribution != nil
        item(
            isCounted ? (isSum(tally) ? signed(sum) : "") : "–",
            "… \(Words.vietnamese.whole(rest.count)) dòng khác "
                + (isCounted ? "được tính" : "không được tính")
                + "; xem đủ: --unit \(scene.roster.units[unit].id)",
            indent: indent
        )
    }
}

extension Calculation {
    /// Whether it is made of two others, whatever its name.
    fileprivate var isArithmetic: Bool {
        switch step {
        case .arithmetic: true
        case .named(_, let inner): inner.isArithmetic
        default: false
        }
    }
}
