/// The texts that an office may word itself: each is a template of this name in `templates/` of the
/// plan's folder, or the one that comes with the program.
package enum TextName: String, CaseIterable, Sendable {
    /// `report.txt`.
    case report
    /// `reminders/<unit>.txt`.
    case reminder
    /// The head of both.
    case letterhead
    /// The foot of both.
    case signature

    /// Whether it stands within others and none within it.
    var isPart: Bool { self == .letterhead || self == .signature }

    /// The path of the file below the plan's folder.
    package var path: String { TextTemplates.folder + "/" + rawValue + TextTemplates.ending }

    /// The template that comes with the program.
    package var shipped: [UInt8] {
        switch self {
        case .report: PackageResources.report_mustache
        case .reminder: PackageResources.reminder_mustache
        case .letterhead: PackageResources.letterhead_mustache
        case .signature: PackageResources.signature_mustache
        }
    }

    /// The values that it may name.
    package var fields: [TextField] {
        switch self {
        case .report: TextFields.marks + TextFields.head + ReportFields.all
        case .reminder: TextFields.marks + TextFields.head + ReminderFields.all
        case .letterhead, .signature: TextFields.marks + TextFields.head
        }
    }
}
