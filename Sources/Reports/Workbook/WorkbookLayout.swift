internal import Judgement
internal import Model
internal import Plans

/// The workbook `report.xlsx` as data: annexes in the order of the papers (domain.md 6.5).
package enum WorkbookLayout {
    /// Form id and field codes whose texts the annexes print; intake keeps no others.
    package static let reportedFields: [String: Set<String>] = [
        "exemplar": [
            "name", "position", "workplace", "field", "movement", "decision_number", "summary",
            "post_link",
        ]
    ]

    package static func content(_ frame: ReportFrame) -> WorkbookContent {
        let scene = frame.judgement.scene
        let units = UnitAnnex(frame)
        let sheets =
            [
                IndicatorAnnex(frame: frame).sheet
            ] + BasisAnnex(frame: frame).sheets
            + [ChartAnnex(frame: frame).sheet, units.statusSheet, units.figureSheet]
            + RankingAnnex(frame: frame).sheets + ClusterAnnex(frame: frame).sheets
            + [ExemplarAnnex(frame: frame).sheet]
            + ProcessAnnex(frame: frame).sheets.prefix(1) + ContestAnnex(frame: frame).sheets
            + ProcessAnnex(frame: frame).sheets.dropFirst()
            + [ReminderAnnex(frame: frame).sheet] + StatutorySheets(frame: frame).sheets
            + [
                FindingSheet(frame: frame).sheet,
                SourceSheet(frame: frame).sheet, ParticularsSheet(frame: frame).sheet,
            ]
        return WorkbookContent(
            title: "\(scene.plan.title) - \(scene.window.name)",
            office: frame.letterhead.office,
            created: scene.asOf,
            sheets: sheets
        )
    }
}
