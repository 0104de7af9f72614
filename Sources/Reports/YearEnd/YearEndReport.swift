internal import Judgement
internal import Model
internal import Plans

/// `report.txt`: the report of a year or stage in the official structure (domain.md 6.4), at most
/// 100 columns.
///
/// What registers and reports say is filled in; the rest is left to the officer, marked
/// `[Bổ sung nội dung]`.
package enum YearEndReport {
    /// The widest line.
    package static let width = 100

    /// The text fields that the report prints, by form: those of the built-in forms, and `lessons`
    /// where a plan adds it to the units' reports (LS-19).
    package static let reportedFields: [String: Set<String>] = [
        "unit_report": ["difficulties", "proposals", "lessons"], "activity": ["content"],
    ]

    /// The report as text, worded by the plan's template or the program's own.
    package static func render(_ frame: ReportFrame, _ templates: TextTemplates) -> String {
        templates.render(
            .report,
            in: frame.words.language,
            ReportValues(frame).all,
            width: width
        )
    }
}
