internal import Judgement
internal import Model
internal import Plans

/// `submission-up.csv`: the root's results as form `indicator_result`, for the office above.
///
/// The last four columns are what the office above needs to come to the figures that it would have
/// counted itself: units that may still meet a share, how many nodes met it, and the terms of a
/// total where its value alone does not add up.
package enum SubmissionUpCSV {
    private static let header = [
        "Mã đơn vị", "Kỳ báo cáo", "Mã chỉ tiêu", "Tử số", "Mẫu số", "Giá trị", "Kết quả",
        "Số đơn vị chưa đến hạn", "Số cấp dưới đạt", "Số cấp dưới", "Số hạng",
    ]

    /// The rows as CSV, one for each indicator that the office above can add up.
    package static func render(_ frame: ReportFrame) -> String {
        let judgement = frame.judgement
        let scene = judgement.scene
        var csv = CSVText(header: header)
        for result in judgement.indicators {
            guard let node = result.nodes.first(where: { $0.node == scene.root }) else { continue }
            let indicator = scene.plan.indicators[result.indicator]
            csv.append([
                scene.roster.units[scene.root].id, scene.window.id,
                indicator.id,
                text(node.numerator), text(node.denominator),
                node.value.map(decimal) ?? "", node.status.label,
                text(node.pending), text(node.nodesMet), text(node.nodes),
                terms(node, indicator, scene),
            ])
        }
        return csv.text
    }

    private static func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }

    /// The terms of a total; blank where value and result say as much.
    private static func terms(_ node: NodeResult, _ indicator: Indicator, _ scene: Scene) -> String
    {
        guard let portions = node.portions else { return "" }
        let isPlainSum =
            indicator.recurrence(in: scene.window) == nil && indicator.requirements.count == 1
            && indicator.requirements[0].measure.isSum(scene.plan.measures)
        let told = HandedTerms.portions(
            value: node.value.flatMap { $0.isExact(decimals: 6) ? $0 : nil },
            status: node.status,
            isPlainSum: isPlainSum,
            hasDue: indicator.due != nil
        )
        return told == portions ? "" : HandedTerms.text(portions)
    }

    /// A number that reads back as itself: three digits behind a comma could be thousands, so a
    /// fourth stands behind them.
    static func decimal(_ quantity: Quantity) -> String {
        let parts = quantity.rounded(decimals: 6).split(separator: ".")
        guard parts.count == 2 else { return quantity.rounded(decimals: 6) }
        return parts[0] + "," + parts[1] + (parts[1].count == 3 ? "0" : "")
    }
}
