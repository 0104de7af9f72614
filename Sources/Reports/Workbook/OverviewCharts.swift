internal import Judgement
internal import Model
internal import Plans

/// The charts of `TongQuan`, each over a small table of its own.
struct OverviewCharts {
    let frame: ReportFrame
    private var words: Words { frame.words }
    let lines: [IndicatorLine]

    private var scene: Scene { frame.judgement.scene }

    /// The names along an axis are cut here; the heat map has them whole.
    private static let longestName = 46

    /// Those for which the report has figures, the indicators first.
    var all: [OverviewChart] {
        [progress, submissions, participation, trend].compactMap { $0 }
    }

    // MARK: - Indicators

    /// Each indicator's figure in per cent of its target.
    private var progress: OverviewChart? {
        var rows: [[SheetCell.Value]] = []
        for line in lines {
            guard let share = OverviewCharts.share(line) else { continue }
            var cells: [SheetCell.Value] = [.empty, .empty, .empty]
            let column: Int? =
                switch line.node.status {
                case .met: 0
                case .pending: 2
                case .late, .unmet, .noData: 1
                case .exempt, .notApplicable: nil
                }
            guard let column else { continue }
            cells[column] = .percent(share)
            rows.append([.text(name(line))] + cells)
        }
        guard !rows.isEmpty else { return nil }
        let range = 0...(rows.count - 1)
        return OverviewChart(
            title: words("Mức đạt của từng chỉ tiêu (% so với chỉ tiêu giao)"),
            kind: .bars,
            headings: [words("Chỉ tiêu"), words("Đạt"), words("Chưa đạt"), words("Chưa đến hạn")],
            rows: rows,
            series: [
                .init(words("Đạt"), values: 1, rows: range, look: .solid),
                .init(words("Chưa đạt"), values: 2, rows: range, look: .hatched),
                .init(words("Chưa đến hạn"), values: 3, rows: range, look: .light),
            ],
            valueAxis: words("% so với chỉ tiêu giao (100 là đủ)"),
            maximum: 100
        )
    }

    private func name(_ line: IndicatorLine) -> String {
        let text = line.indicator.id + " " + line.indicator.name
        guard text.count > OverviewCharts.longestName else { return text }
        let cut = text.prefix(OverviewCharts.longestName)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end] + "…"
    }

    /// The figure in per cent of what was set; nil where the target is no lower bound.
    private static func share(_ line: IndicatorLine) -> Percent? {
        let node = line.node
        switch line.indicator.kind {
        case .each(let target):
            guard let numerator = node.numerator, let denominator = node.denominator,
                let bound = lowerBound(target.rule),
                let required = bound.multiplied(by: Quantity(denominator))
            else { return nil }
            guard denominator > 0, let reached = Quantity(numerator).multiplied(by: Quantity(100))
            else { return nil }
            return Percent(reached, of: required)
        case .total:
            // What must hold in each of several periods counts those periods.
            guard line.every == nil else { return nil }
            guard let bound = lowerBound(line.indicator.requirements[0].rule) else { return nil }
            return Percent(node.value ?? .zero, of: bound)
        }
    }

    private static func lowerBound(_ rule: Rule) -> Quantity? {
        switch rule {
        case .compare(let comparison, .number(let bound)):
            [.equal, .greaterOrEqual, .greater].contains(comparison) && bound > .zero ? bound : nil
        case .compare(_, .editionMinimum): nil
        case .range(let low, _): low > .zero ? low : nil
        }
    }

    // MARK: - Submissions

    private var main: DeadlineResult? {
        let deadlines = scene.plan.deadlines
        let index = deadlines.firstIndex(where: \.isMain) ?? deadlines.indices.first
        return index.map { frame.judgement.deadlines[$0] }
    }

    /// How many units had handed in by each day, beside the deadline and all that must.
    private var submissions: OverviewChart? {
        guard let main else { return nil }
        // Each year of a stage has a deadline of its own.
        if case .years(let from, let to) = scene.window.period, from < to { return nil }
        let required = main.units.filter {
            [.onTime, .late, .missing, .pending].contains($0.status)
        }
        let days = required.compactMap(\.receivedOn).sorted()
        guard let first = days.first, !required.isEmpty else { return nil }
        var steps: [(day: Day, count: Int)] = [(first.adding(-1), 0)]
        for (index, day) in days.enumerated() {
            if steps.last?.day == day { steps.removeLast() }
            steps.append((day, index + 1))
        }
        let end = max(
            min(scene.asOf.day, max(main.lastDay, days.last ?? first).adding(15)),
            days.last ?? first
        )
        if let last = steps.last, last.day < end { steps.append((end, last.count)) }
        var rows: [[SheetCell.Value]] = steps.map { [.date($0.day), .integer($0.count)] }
        let whole = rows.count...(rows.count + 1)
        let left = min(steps[0].day, main.lastDay)
        let right = max(end, main.lastDay)
        rows += [left, right].map { [.date($0), .integer(required.count)] }
        let deadline = rows.count...(rows.count + 1)
        rows += [0, required.count].map { [.date(main.lastDay), .integer($0)] }
        return OverviewChart(
            title: words("Số đơn vị đã báo cáo theo ngày (lũy kế)"),
            kind: .days,
            headings: [words("Ngày"), words("Số đơn vị")],
            rows: rows,
            series: [
                .init(words("Đã báo cáo"), values: 1, rows: 0...(steps.count - 1), look: .solid),
                .init(words("Phải báo cáo"), values: 1, rows: whole, look: .light),
                .init(
                    words("Hạn \(words.day(main.lastDay))"),
                    values: 1,
                    rows: deadline,
                    look: .bound
                ),
            ],
            valueAxis: words("Số đơn vị")
        )
    }

    /// Who handed in, late or not, by kind of unit.
    private var participation: OverviewChart? {
        guard let main else { return nil }
        let submissions = Dictionary(
            main.units.map { ($0.unit, $0.status) },
            uniquingKeysWith: { first, _ in first }
        )
        let required = main.units.filter { ![.notRequired, .closed].contains($0.status) }
        let groups = UnitGroups(scene, words, of: required.map(\.unit)).groups
        guard !groups.isEmpty else { return nil }
        let statuses: [SubmissionStatus] = [.onTime, .late, .missing, .pending]
        let rows = groups.map { group -> [SheetCell.Value] in
            let title = group.title.drop { $0 != " " }.dropFirst()
            let counts = statuses.map { status in
                group.units.count { submissions[$0] == status }
            }
            return [.text(String(title))] + counts.map { $0 == 0 ? .empty : .integer($0) }
        }
        let range = 0...(rows.count - 1)
        let looks: [OverviewChart.Look] = [.solid, .dotted, .hatched, .light]
        let names = [
            words("Đúng hạn"), words("Quá hạn"), words("Chưa báo cáo"), words("Chưa đến hạn"),
        ]
        return OverviewChart(
            title: words("Báo cáo theo nhóm đơn vị"),
            kind: .bars,
            headings: [words("Nhóm đơn vị")] + names,
            rows: rows,
            series: names.indices.map {
                .init(names[$0], values: $0 + 1, rows: range, look: looks[$0])
            },
            valueAxis: words("Số đơn vị")
        )
    }

    // MARK: - Years

    /// How many indicators were reached in each year that the report has figures of.
    private var trend: OverviewChart? {
        var years: [(name: String, nodes: [NodeResult])] = []
        func nodes(
            _ figures: Restated,
            where isMeant: (Indicator) -> Bool = { _ in true }
        ) -> [NodeResult] {
            figures.indicators.filter { isMeant(scene.plan.indicators[$0.indicator]) }
                .compactMap { result in
                    result.nodes.first { $0.node == figures.scene.root }
                }
        }
        for year in frame.judgement.years {
            guard let figures = year.figures else { continue }
            // What is reached over the whole stage is no year's own.
            years.append((words.name(year.window), nodes(figures) { !$0.isOfWholeStage }))
        }
        if let previous = frame.judgement.previous, let figures = previous.figures {
            years = [
                (words.name(previous.window), nodes(figures)),
                (words.name(scene.window), previous.current.map { nodes($0) } ?? lines.map(\.node)),
            ]
        }
        guard years.count > 1 else { return nil }
        let rows = years.map { year -> [SheetCell.Value] in
            let met = year.nodes.count { $0.status == .met }
            let pending = year.nodes.count { $0.status == .pending }
            let open = year.nodes.count { [.unmet, .late, .noData].contains($0.status) }
            return [.text(year.name)]
                + [met, open, pending].map { $0 == 0 ? .empty : .integer($0) }
        }
        let range = 0...(rows.count - 1)
        return OverviewChart(
            title: words("Số chỉ tiêu đạt qua các năm"),
            kind: .columns,
            headings: [words("Năm"), words("Đạt"), words("Chưa đạt"), words("Chưa đến hạn")],
            rows: rows,
            series: [
                .init(words("Đạt"), values: 1, rows: range, look: .solid),
                .init(words("Chưa đạt"), values: 2, rows: range, look: .hatched),
                .init(words("Chưa đến hạn"), values: 3, rows: range, look: .light),
            ],
            valueAxis: words("Số chỉ tiêu")
        )
    }
}
