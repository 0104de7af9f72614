internal import Judgement
internal import Model
internal import Plans

/// The workbook `report.xlsx` as data: annexes in the order of the papers (domain.md 6.5).
package enum WorkbookLayout {
    /// Form id and field codes whose texts the annexes print; intake keeps no others.
    package static let reportedFields: [String: Set<String>] = [
        "exemplar": [
            "name", "position", "workplace", "field", "movement", "decision_number", "summary",
            "post_link", "note",
        ],
        "document": ["number", "summary"],
    ]

    /// The workbook for a frame, all of its sheets as data.
    package static func content(_ frame: ReportFrame) -> WorkbookContent {
        let scene = frame.judgement.scene
        let sources = SourceRows(frame)
        let units = UnitAnnex(frame, sources)
        let makers: [@Sendable () -> [Sheet]] = [
            { [OverviewSheet(frame: frame).sheet, IndicatorAnnex(frame: frame).sheet] },
            { BasisAnnex(frame: frame).sheets }, { [units.statusSheet] }, { [units.figureSheet] },
            { RankingAnnex(frame: frame).sheets }, { ClusterAnnex(frame: frame).sheets },
            { [ExemplarAnnex(frame: frame).sheet] }, { ProcessAnnex(frame: frame).sheets },
            { ContestAnnex(frame: frame).sheets }, { PrizeAnnex(frame: frame).sheets },
            { [CommendationAnnex(frame: frame).sheet] }, { [ReminderAnnex(frame: frame).sheet] },
            { DocumentAnnex(frame: frame).sheets }, { [ActivityAnnex(frame: frame).sheet] },
            { StatutorySheets(frame: frame).sheets },
            { [FindingSheet(frame: frame).sheet] },
            { [SourceSheet(frame: frame, sources: sources).sheet] },
            { [ParticularsSheet(frame: frame).sheet] },
        ]
        let parts = concurrentMap(makers) { $0() }
        return WorkbookContent(
            title: "\(scene.plan.title) - \(frame.words.name(scene.window))",
            office: frame.letterhead.office,
            created: scene.asOf,
            words: frame.words,
            sheets: parts.flatMap { $0 }
        )
    }
}
