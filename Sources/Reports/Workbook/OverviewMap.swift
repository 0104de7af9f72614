internal import Judgement
internal import Model
internal import Plans

/// The heat map of `TongQuan`: indicators in rows, units in columns; where there are too many units
/// for a page, the shares of the nodes below the root, or of the kinds of unit.
struct OverviewMap {
    let frame: ReportFrame
    private var words: Words { frame.words }
    let lines: [IndicatorLine]

    /// Columns that a page holds.
    private static let widest = 110

    private var scene: Scene { frame.judgement.scene }

    private var told: [IndicatorLine] { lines.filter { !$0.indicator.isTotal } }

    var map: HeatMap? {
        let lines = told
        let bound = Set(lines.flatMap { $0.result.units.map(\.unit) })
        let units = UnitGroups.listed(scene).filter(bound.contains)
        guard !lines.isEmpty, !units.isEmpty else { return nil }
        return units.count <= OverviewMap.widest ? signs(lines, units) : shares(lines, units)
    }

    // MARK: - Units

    private func signs(_ lines: [IndicatorLine], _ units: [Int]) -> HeatMap {
        let ordered = UnitGroups(scene, words, of: units).groups.flatMap(\.units)
        let rows = lines.map { line in
            let results = Dictionary(
                line.result.units.map { ($0.unit, $0.status) },
                uniquingKeysWith: { first, _ in first }
            )
            return HeatMap.Row(
                name(line),
                cells: ordered.map { unit in
                    guard let status = results[unit] else { return HeatMap.Cell("", nil) }
                    return HeatMap.Cell(OverviewMap.sign(status), CellStatus(status))
                }
            )
        }
        return HeatMap(
            title: words("KẾT QUẢ TỪNG ĐƠN VỊ THEO TỪNG CHỈ TIÊU"),
            columns: ordered.map(scene.shortName),
            rows: rows,
            legend: Status.allCases.filter { $0 != .notApplicable }.map {
                LegendEntry(
                    CellStatus($0),
                    word: OverviewMap.sign($0),
                    meaning: words.term($0.label)
                )
            },
            notes: [
                words(
                    "Ô trống: đơn vị không thuộc đối tượng của chỉ tiêu. Chi tiết ở PL2_TheoDonVi."
                )
            ]
        )
    }

    private func name(_ line: IndicatorLine) -> String {
        line.indicator.id + " " + line.indicator.name
    }

    /// A sign for each status, told apart without its fill.
    static func sign(_ status: Status) -> String {
        switch status {
        case .met: "●"
        case .late: "▲"
        case .pending: "·"
        case .unmet: "○"
        case .noData: "…"
        case .exempt: "–"
        case .notApplicable: ""
        }
    }

    // MARK: - Shares

    private func shares(_ lines: [IndicatorLine], _ units: [Int]) -> HeatMap {
        let columns = nodes(units) ?? kinds(units)
        let rows = lines.map { line in
            let results = Dictionary(
                line.result.units.map { ($0.unit, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            return HeatMap.Row(
                name(line),
                cells: columns.map { column in
                    let own = column.units.compactMap { results[$0] }.filter {
                        $0.status != .exempt
                    }
                    let met = own.count {
                        $0.status == .met || (line.indicator.lateCounts && $0.status == .late)
                    }
                    guard let percent = Percent(met, of: own.count) else {
                        return HeatMap.Cell("", nil)
                    }
                    let status: CellStatus =
                        percent.tenths == 1000 ? .met : percent.tenths >= 500 ? .late : .unmet
                    // Never 100 while one is missing, never 0 while there is one.
                    let whole = percent.tenths == 1000 ? 100 : min(99, (percent.tenths + 5) / 10)
                    return HeatMap.Cell(String(met > 0 ? max(1, whole) : 0), status)
                }
            )
        }
        return HeatMap(
            title: words("TỶ LỆ ĐƠN VỊ ĐẠT THEO TỪNG CHỈ TIÊU (%)"),
            columns: columns.map(\.name),
            rows: rows,
            legend: [
                LegendEntry(.met, word: "100", meaning: words("Tất cả đơn vị đạt")),
                LegendEntry(.late, word: "50-99", meaning: words("Từ một nửa trở lên")),
                LegendEntry(.unmet, word: "0-49", meaning: words("Dưới một nửa")),
            ],
            notes: [
                words("Ô trống: không có đơn vị nào thuộc đối tượng. Từng đơn vị ở PL2_TheoDonVi.")
            ]
        )
    }

    private typealias Column = (name: String, units: [Int])

    /// The nodes below the root with the units of each; nil where they are one, or too many.
    private func nodes(_ units: [Int]) -> [Column]? {
        let roster = scene.roster
        let listed = Set(units)
        var columns: [Column] = []
        for child in roster.children[scene.root] where scene.units.contains(child) {
            let own = roster.subtree(child).filter(listed.contains)
            if !own.isEmpty {
                columns.append((scene.shortName(of: child), own))
            }
        }
        return (2...OverviewMap.widest).contains(columns.count) ? columns : nil
    }

    private func kinds(_ units: [Int]) -> [Column] {
        UnitGroups(scene, words, of: units).groups.map { ($0.title, $0.units) }
    }
}
