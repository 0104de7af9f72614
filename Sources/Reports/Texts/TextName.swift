/// The texts that an office may word itself: each is a template of this name in `templates/` of the
/// plan's folder (`report.en` and so on for reports in English), or the one that comes with the
/// program.
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

    /// The texts that are written in a language; reminders go to clerks and are Vietnamese.
    static func written(in language: Language) -> [TextName] {
        language == .vietnamese ? allCases : allCases.filter { $0 != .reminder }
    }

    /// The name of its file without the ending: `report`, `report.en`.
    package func fileName(in language: Language) -> String {
        language == .vietnamese ? rawValue : rawValue + "." + language.rawValue
    }

    /// The path of the file below the plan's folder.
    package func path(in language: Language = .vietnamese) -> String {
        TextTemplates.folder + "/" + fileName(in: language) + TextTemplates.ending
    }

    /// The template that comes with the program.
    package func shipped(in language: Language = .vietnamese) -> [UInt8] {
        switch (self, language) {
        case (.report, .vietnamese): PackageResources.report_mustache
        case (.report, .english): PackageResources.report_en_mustache
        case (.reminder, _): PackageResources.reminder_mustache
        case (.letterhead, .vietnamese): PackageResources.letterhead_mustache
        case (.letterhead, .english): PackageResources.letterhead_en_mustache
        case (.signature, .vietnamese): PackageResources.signature_mustache
        case (.signature, .english): PackageResources.signature_en_mustache
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
