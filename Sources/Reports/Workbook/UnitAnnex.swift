internal import Judgement
internal import Model
internal import Plans

/// `PL2_TheoDonVi` and `PL2_SoLieu`: how each unit stands with each indicator, and its figures.
///
/// Thirty indicators and more do not fit on a page with word and figure side by side: the first
/// sheet has the words in letters, the second the figures with totals.
struct UnitAnnex {
    static let name = "PL2_TheoDonVi"
    /// The columns before those of the indicators.
    private static let fixed = 5

    let frame: ReportFrame
    private let sources: SourceRows
    var words: Words { frame.words }
    let lines: [IndicatorLine]
    let groups: UnitGroups
    /// Units that no indicator binds and that need not report.
    private let hidden: Int
    /// For each line, the result of each unit.
    let results: [[Int: UnitResult]]

    init(_ frame: ReportFrame, _ sources: SourceRows) {
        self.frame = frame
        self.sources = sources
        lines = IndicatorLine.lines(frame.judgement, frame.words).filter { !$0.indicator.isTotal }
        let scene = frame.judgement.scene
        // Of a city's hundreds of wards the districts answer for most.
        var concerned = Set(lines.flatMap { $0.result.units.map(\.unit) })
        for submission in frame.judgement.submissions where submission.status != .notRequired {
            concerned.insert(submission.unit)
        }
        let listed = UnitGroups.listed(scene)
        let shown = listed.filter(concerned.contains)
        groups = UnitGroups(scene, frame.words, of: shown.isEmpty ? listed : shown)
        hidden = shown.isEmpty ? 0 : listed.count - shown.count
        results = lines.map { line in
            Dictionary(
                line.result.units.map { ($0.unit, $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    var scene: Scene { frame.judgement.scene }

    /// The column of each indicator in `PL2_TheoDonVi`, by its id; totals have none.
    static func columns(of lines: [IndicatorLine]) -> [String: Int] {
        var columns: [String: Int] = [:]
        for line in lines where !line.indicator.isTotal {
            columns[line.indicator.id] = fixed + columns.count
        }
        return columns
    }

    private func unitName(_ unit: Int) -> String { scene.name(of: unit) }

    // MARK: - Words

    var statusSheet: Sheet {
        let submissions = Dictionary(
            frame.judgement.submissions.map { ($0.unit, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var columns = [
            SheetColumn(words("TT"), width: 4, alignment: .centre),
            SheetColumn(words("Đơn vị"), width: 28),
            SheetColumn(words("Báo cáo"), width: 5, alignment: .centre, wraps: false),
            SheetColumn(words("Đạt"), group: words("Số chỉ tiêu"), width: 4, kind: .integer),
            SheetColumn(words("Áp dụng"), group: words("Số chỉ tiêu"), width: 5, kind: .integer),
        ]
        columns += headings.map { SheetColumn($0, width: 4, alignment: .centre, wraps: false) }
        columns += [
            SheetColumn(words("Xếp thứ"), width: 5, kind: .integer),
            SheetColumn(words("Ghi chú"), width: 18),
        ]
        let ranks = ranks
        let summed: Set<Int> = [3, 4]
        var rows = groups.rows(
            columns: columns.count,
            summed: summed,
            name: unitName,
            link: sources.link
        ) { unit in
            let (met, applied) = score(unit)
            return [
                submissions[unit].map {
                    .status(CellStatus($0.status), words.letters($0.status))
                        .linked(to: sources.link(unit))
                } ?? .empty,
                .integer(met), .integer(applied),
            ] + results.map { cell($0[unit]) } + [
                number(ranks[unit]), .text(note(unit)),
            ]
        }
        rows += totals
        rows = counted(rows)
        var sheet = frame.annex(
            UnitAnnex.name,
            number: "II",
            title: words("KẾT QUẢ THEO ĐƠN VỊ"),
            columns: columns,
            rows: rows
        )
        sheet.frozenColumns = 2
        sheet.notes = [frame.standing, submissionNote, rankNote] + hiddenNote + [glossaryHead]
        sheet.glossary = glossary
        sheet.legend = legend
        return sheet
    }

    private var legend: [LegendEntry] {
        let statuses = Status.allCases.filter { $0 != .notApplicable }.map { status in
            LegendEntry(
                CellStatus(status),
                word: words.letters(status),
                meaning: "\(words.term(status.label)): \(words.meaning(status))"
            )
        }
        let requested = LegendEntry(
            .unmet,
            word: words.letters(.unmet, isRequested: true),
            meaning:
                words(
                    "Đề nghị quan tâm: đơn vị được đề nghị (không phải được giao) chưa đủ yêu cầu"
                )
        )
        return statuses + [requested]
    }

    private var submissionNote: String {
        let parts = SubmissionStatus.allCases.filter { $0 != .notRequired }.map {
            "\(words.letters($0)): \(words.term($0.label).lowercasedFirst)"
        }
        let name = SubmissionProgress.main(frame.judgement, words).map {
            $0.name + words(", hạn ") + $0.due
        }
        let column = name.map { words("Cột Báo cáo (\($0)): ") } ?? words("Cột Báo cáo: ")
        return column + parts.joined(separator: "; ") + words("; –: không thuộc đối tượng.")
    }

    func isIn(_ result: UnitResult, _ indicator: Indicator) -> Bool {
        result.status == .met || (indicator.lateCounts && result.status == .late)
    }

    private func cell(_ result: UnitResult?) -> SheetCell {
        guard let result else { return .empty }
        let isRequested = scene.roster.units[result.unit].isRequested
        let letters = words.letters(result.status, isRequested: isRequested)
        let isTold =
            switch result.reason {
            case .overridden, .extended, .waived: true
            default: result.status == .exempt || result.status == .late
            }
        return SheetCell.status(CellStatus(result.status), letters)
            .noted(isTold ? result.reason.map(words.text) : nil)
    }

    /// How many units met each indicator, of how many: the figures of PL1.
    private var totals: [SheetRow] {
        let fixed = [SheetCell](repeating: .empty, count: 3)
        return [
            SheetRow(
                .total,
                [.empty, .text(words("Số đơn vị đạt"))] + fixed
                    + lines.map { number($0.node.numerator) } + [.empty, .empty]
            ),
            SheetRow(
                .total,
                [.empty, .text(words("Số đơn vị phải thực hiện"))] + fixed
                    + lines.map { number($0.node.denominator) } + [.empty, .empty]
            ),
        ]
    }

    /// Puts counts over the letters in place of the numbers that they give.
    ///
    /// Where a lower node handed over its result the letters of its units are not there, and the
    /// number stays.
    private func counted(_ rows: [SheetRow]) -> [SheetRow] {
        guard !lines.isEmpty, let last = rows.lastIndex(where: { $0.kind == .data }) else {
            return rows
        }
        let met = words.letters(.met)
        let late = words.letters(.late)
        let applied =
            Status.allCases.filter { ![.exempt, .notApplicable].contains($0) }.map {
                words.letters($0)
            } + [words.letters(.unmet, isRequested: true)]
        let first = UnitAnnex.fixed
        let all = first...(first + lines.count - 1)
        let counting = lines.indices.filter { lines[$0].indicator.lateCounts }.map { $0 + first }
        var table = Sheet(name: "", titles: [], columns: [], rows: rows)
        func put(_ terms: [WordCount], _ column: Int, _ row: Int) {
            guard case .integer(let number) = rows[row].cells[column].value,
                table.value(of: .count(terms)) == Quantity(number)
            else { return }
            table.rows[row].cells[column].value = .formula(
                .count(terms),
                cached: Quantity(number)
            )
        }
        for row in rows.indices where rows[row].kind == .data {
            let own = CellBlock(columns: all, rows: row...row)
            let lateOnes = counting.map {
                WordCount([late], in: CellBlock(columns: $0...$0, rows: row...row))
            }
            put([WordCount([met], in: own)] + lateOnes, 3, row)
            put([WordCount(applied, in: own)], 4, row)
        }
        for (index, line) in lines.enumerated() {
            let column = first + index
            let own = CellBlock(columns: column...column, rows: 0...last)
            let words = line.indicator.lateCounts ? [met, late] : [met]
            put([WordCount(words, in: own)], column, rows.count - 2)
            put([WordCount(applied, in: own)], column, rows.count - 1)
        }
        return table.rows
    }

    private func number(_ number: Int?) -> SheetCell {
        number.map { SheetCell.integer($0).aligned(.centre) } ?? .empty
    }

    // MARK: - Figures

    var figureSheet: Sheet {
        var columns = [
            SheetColumn(words("TT"), width: 4, alignment: .centre),
            SheetColumn(words("Đơn vị"), width: 30),
        ]
        columns += headings.map { SheetColumn($0, width: 5, kind: .integer) }
        let summed = Set(lines.indices.filter { isAdditive(lines[$0].indicator) }.map { $0 + 2 })
        let carried = lines.map { line in
            Set(
                line.result.units.flatMap {
                    scene.members(of: $0.unit, line.indicator.closed).dropFirst()
                }
            )
        }
        let rows = groups.rows(
            columns: columns.count,
            summed: summed,
            name: unitName,
            isElsewhere: { unit, column in carried[column - 2].contains(unit) }
        ) { unit in
            zip(lines, results).map { line, units in
                guard let result = units[unit] else { return .empty }
                return result.value.map { .quantity(line.indicator.shown($0)) }
                    ?? .text(ReportNumbers.noData)
            }
        }
        var sheet = frame.annex(
            "PL2_SoLieu",
            number: words("II (tiếp theo)"),
            title: words("SỐ LIỆU CỦA CÁC CHỈ TIÊU THEO ĐƠN VỊ"),
            columns: columns,
            rows: rows
        )
        sheet.frozenColumns = 2
        sheet.notes =
            [
                frame.standing,
                words(
                    "Ký hiệu \(ReportNumbers.noData): đơn vị chưa gửi số liệu (không phải là 0). Ô trống: đơn vị không thuộc đối tượng, hoặc số liệu không cộng được."
                ),
            ]
            + (zip(lines, carried).contains { line, units in
                line.result.units.contains { units.contains($0.unit) }
            }
                ? [
                    words(
                        "Số liệu của đơn vị đã nhập, tách nằm trong số liệu của đơn vị kế thừa: dòng của đơn vị đó để xem, không cộng vào dòng Cộng, Tổng cộng."
                    )
                ] : []) + hiddenNote + [glossaryHead]
        sheet.glossary = glossary
        return sheet
    }

    /// Whether the units' figures may be added up.
    private func isAdditive(_ indicator: Indicator) -> Bool {
        let measures = scene.plan.measures
        func check(_ measure: MeasureExpression) -> Bool {
            switch measure {
            case .number: false
            case .aggregate(let aggregate): [.count, .sum].contains(aggregate.function)
            case .reported: true
            case .named(let index): check(measures[index].expression)
            case .coalesce(let choices): choices.allSatisfy(check)
            case .arithmetic(let operation, let left, let right):
                [.add, .subtract].contains(operation) && check(left) && check(right)
            }
        }
        return indicator.recurrence(in: scene.window) == nil
            && check(indicator.requirements[0].measure)
    }

    // MARK: - Headings

    /// The part that all ids begin with, such as `TX-`; the headings leave it out.
    private var commonPrefix: String {
        let ids = lines.map(\.indicator.id)
        guard ids.count > 1, let dash = ids[0].firstIndex(of: "-") else { return "" }
        let prefix = String(ids[0][...dash])
        return ids.allSatisfy { $0.hasPrefix(prefix) && $0 != prefix } ? prefix : ""
    }

    private func short(_ id: String) -> String { String(id.dropFirst(commonPrefix.count)) }

    private var headings: [String] {
        // A dash is where a long id may go on in the next line.
        lines.map { short($0.indicator.id).split(separator: "-").joined(separator: "-\n") }
    }

    private var hiddenNote: [String] {
        hidden == 0
            ? []
            : [
                words(
                    "Không liệt kê \(words.counted(hidden, "đơn vị")) không có chỉ tiêu nào áp dụng và không phải báo cáo trực tiếp."
                )
            ]
    }

    private var glossaryHead: String {
        let prefix = commonPrefix
        return prefix.isEmpty
            ? words("Các chỉ tiêu:") : words("Các chỉ tiêu (mã đầy đủ có “\(prefix)” ở trước):")
    }

    private var glossary: [String] {
        lines.map { line in
            var text = "\(short(line.indicator.id)): \(line.indicator.name)"
            if let every = line.every {
                text += words(
                    " (số \(words.noun(every)) đã thực hiện; mỗi \(words.noun(every)) \(line.ruleText))"
                )
            } else {
                text += words(" (mỗi đơn vị \(line.ruleText))")
            }
            return text
        }
    }
}
