internal import Judgement
internal import Model
internal import Plans

/// `submission-up.csv`: the root's results as form `indicator_result`, for the office above.
package enum SubmissionUpCSV {
    private static let header = [
        "Mã đơn vị", "Kỳ báo cáo", "Mã chỉ tiêu", "Tử số", "Mẫu số", "Giá trị", "Kết quả",
    ]

    package static func render(_ frame: ReportFrame) -> String {
        let judgement = frame.judgement
        let scene = judgement.scene
        var csv = CSVText(header: header)
        for result in judgement.indicators {
            guard let node = result.nodes.first(where: { $0.node == scene.root }) else { continue }
            csv.append([
                scene.roster.units[scene.root].id, scene.window.id,
                scene.plan.indicators[result.indicator].id,
                node.numerator.map { String($0) } ?? "",
                node.denominator.map { String($0) } ?? "",
                node.value.map(decimal) ?? "", node.status.label,
            ])
        }
        return csv.text
    }

    /// A number that reads back as itself: three digits behind a comma could be thousands, so a
    /// fourth stands behind them.
    static func decimal(_ quantity: Quantity) -> String {
        let parts = quantity.rounded(decimals: 6).split(separator: ".")
        guard parts.count == 2 else { return quantity.rounded(decimals: 6) }
        return parts[0] + "," + parts[1] + (parts[1].count == 3 ? "0" : "")
    }
}
