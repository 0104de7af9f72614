internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// The values of ``ReportFields`` for one report.
struct ReportValues {
    let frame: ReportFrame
    var words: Words { frame.words }
    let figures: PeriodFigures
    /// The year before, where there is something to compare with.
    let before: PeriodFigures?
    /// Whether the window has ended: a part of a year is not held against a whole one.
    let isOver: Bool
    /// The years of a stage.
    let years: [PeriodFigures]
    /// What the units' own reports say; of figures only those that no register has.
    let reports: UnitReports

    /// The fields of the units' reports that stand in for the register of a form.
    private static let registers = [
        "trained": "activity", "sessions": "activity", "posts": "media", "self_checks": nil,
    ]

    var judgement: Judgement { frame.judgement }
    var scene: Scene { frame.judgement.scene }

    init(_ frame: ReportFrame) {
        self.frame = frame
        let judgement = frame.judgement
        let scene = judgement.scene
        var units = [Bool](repeating: false, count: scene.roster.units.count)
        // Also those that were closed by then: what they did in an earlier year was done.
        let subtree = scene.roster.subtree(scene.root)
        for unit in subtree { units[unit] = true }
        func figures(_ window: Window) -> PeriodFigures {
            PeriodFigures(judgement, window, units: units)
        }
        let own = figures(scene.window)
        self.figures = own
        let open = ReportValues.registers.filter { _, form in
            form.map { own[.init($0)] == nil } ?? true
        }
        reports = UnitReports(
            judgement,
            scene.window,
            units: subtree,
            figures: Array(open.keys),
            words: ["difficulties", "proposals", "lessons"]
        )
        isOver = scene.asOf.day >= scene.window.span.to
        before = judgement.previous.flatMap { [isOver] in
            $0.gap == nil && isOver ? figures($0.window) : nil
        }
        years = ReportValues.years(scene).map(figures)
    }

    /// The years of a stage's window; none of another.
    static func years(_ scene: Scene) -> [Window] {
        guard case .years(let from, let to) = scene.window.period else { return [] }
        return (from...to).map { scene.plan.calendar.window(.year($0)) }
    }

    var all: [String: TextValue] {
        var values = TextFields.values(
            frame,
            symbol: frame.address?.symbol ?? "BC",
            recipients: frame.address?.recipients ?? []
        )
        for part in [head, work, indicators, units] { values.merge(part) { own, _ in own } }
        return values
    }

    // MARK: - Head

    /// The window as in a sentence: `năm 2024`.
    var period: String { words.inSentence(scene.window) }

    private var head: [String: TextValue] {
        let isStage = !years.isEmpty
        let decisions = DecisionWords(frame).lines
        return [
            "period": .text(period),
            "subject": .text(subject),
            "subject_in_sentence": .text(subject.lowercasedFirst),
            "basis": .text(scene.plan.basis ?? ""),
            "next_period": .text(nextPeriod),
            "is_stage": .flag(isStage),
            "basis_lines": .lines(basisLines),
            "compared_with": .text(comparison),
            "not_compared": .text(noComparison),
            "has_decisions": .flag(!decisions.isEmpty),
            "decisions": .lines(decisions),
        ]
    }

    /// `Kết quả thực hiện Kế hoạch … năm 2024`.
    private var subject: String { ownSubject + frame.ofNode }

    private var ownSubject: String {
        // Years that belong together stand on one line.
        let title = scene.plan.title.joiningYears([" - "], with: "-")
        let isNamed = Fold.key(title).starts(with: Fold.key("Kế hoạch"))
        let named = words.language == .vietnamese ? title.lowercasedFirst : title
        let plan = isNamed ? title : words("Kế hoạch \(named)")
        guard years.isEmpty else {
            // The title of most plans names the stage itself.
            let stage = Fold.key(words.name(scene.window)).filter { $0 != 32 && $0 != 45 }
            let named = Fold.key(title).filter { $0 != 32 && $0 != 45 }
            let isSaid = String(decoding: named, as: UTF8.self)
                .contains(String(decoding: stage, as: UTF8.self))
            return words("Tổng kết việc thực hiện \(plan)") + (isSaid ? "" : " " + period)
        }
        return words("Kết quả thực hiện \(plan), \(period)")
    }

    private var nextPeriod: String {
        guard years.isEmpty else { return words("GIAI ĐOẠN TIẾP THEO") }
        guard case .year(let year) = scene.window.period else { return words("KỲ TIẾP THEO") }
        return words.inSentence(scene.plan.calendar.window(.year(year + 1))).uppercased()
    }

    private var basisLines: [String] {
        let basis = BasisWords(judgement: judgement, words: words)
        let span = scene.window.span
        var lines = [words("Số liệu \(basis.own), tính \(words.span(span)).")]
        if scene.asOf.day >= span.from, scene.asOf.day < span.to {
            let known = words.span(DateSpan(from: span.from, to: scene.asOf.day))
            lines = [words("Số liệu tạm tính \(basis.own), tính \(known).")]
        }
        if let absence = words.absence(scene) { lines.append(absence) }
        if let restated = judgement.restated, !basis.fates.isEmpty {
            lines.append(
                words(
                    "\(words.restated(restated.restatement.day).capitalisedFirst) có thay đổi: "
                        + "\(basis.fateCounts). Đơn vị bị chia tách không chia số liệu theo tỷ lệ; số "
                        + "liệu theo hai cơ cấu đặt cạnh nhau tại Phụ lục I."
                )
            )
        }
        if !years.isEmpty, let day = judgement.stage?.restatement.day {
            lines.append(
                words(
                    "Số liệu từng năm của các chỉ tiêu được tính \(words.restated(day)), để so sánh "
                        + "được với nhau."
                )
            )
        }
        return lines
    }

    private var comparison: String {
        guard let previous = judgement.previous, before != nil else { return "" }
        return "\(words.inSentence(previous.window)) "
            + "(\(words.span(previous.window.span))), \(words.previous(previous))"
            + (BasisLine.isRestated(judgement)
                ? words("; cột “Tính lại” là số liệu kỳ này theo cơ cấu đó") : "")
    }

    private var noComparison: String {
        guard let previous = judgement.previous, before == nil else { return "" }
        guard isOver || previous.gap != nil else { return words("\(period) chưa kết thúc") }
        return words.previous(previous)
    }
}

extension String {
    /// The text with its first letter large.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
