internal import Intake
package import Model
internal import Plans

/// The forms of which the last file that a unit sent was handed back whole, to be mended: nothing
/// of it counts, and yet the unit must not be told that it sent nothing (domain.md 6.1, `Yêu cầu
/// chỉnh lý`).
package struct HandedBack: Sendable {
    /// By unit of the roster.
    private var forms: [Int: Set<Int>] = [:]

    /// Looks at the files for a window: those that name it, or a time in it, and of those that name
    /// none what was received since it began.
    package init(_ records: RecordSet, for window: DateSpan) {
        let files = records.collection.files
        guard files.contains(where: \.isHandedBack) else { return }
        let calendar = records.context.plan.calendar
        // In the order of receipt: the last one says how a form stands.
        for file in files {
            let place = file.held.place
            guard let form = file.held.form, let unit = place.submitter ?? place.namedUnit,
                file.isAbout(window, calendar)
            else { continue }
            if file.isHandedBack {
                forms[unit, default: []].insert(form)
            } else {
                forms[unit]?.remove(form)
            }
        }
    }

    /// Whether the unit's last file of the form was handed back; form and unit by index.
    package func has(_ form: Int, of unit: Int) -> Bool { forms[unit]?.contains(form) ?? false }
}

extension SourceFile {
    /// Whether it has rows of data and none of them is a record.
    fileprivate var isHandedBack: Bool { held.rows > 0 && held.records == 0 }

    fileprivate func isAbout(_ window: DateSpan, _ calendar: ReportingCalendar) -> Bool {
        let outline = held.outline
        guard outline.periods.isEmpty, outline.days.isEmpty else {
            return Coverage.falls(self, window, calendar)
        }
        return held.place.period.map { Coverage.meets(calendar.span($0), window) }
            ?? (receivedAt.day >= window.from)
    }
}
