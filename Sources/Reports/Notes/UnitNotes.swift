internal import Judgement
internal import Model
internal import Plans

/// `reminders/<unit>.txt`: what a unit is asked to do, one letter for each unit that has something
/// to do (CONTRACT §6, domain.md 6.7).
///
/// A letter says what is overdue, what will be due within 14 days, and what has to be looked at
/// again in the files that were sent; what is due later it leaves alone.
package enum UnitNotes {
    /// The widest line.
    package static let width = 100

    /// A letter, with the name of its file without ending.
    package typealias Letter = (name: String, content: String)

    /// Letters that are made at a time: those of a country would take as much room as its records.
    private static let atOnce = 1_024

    /// The letters, in the order of the roster.
    package static func render(
        _ frame: ReportFrame,
        _ templates: TextTemplates = .shipped
    ) -> [Letter] {
        var letters: [Letter] = []
        render(frame, templates) { letters += $0 }
        return letters
    }

    /// Makes the letters in the order of the roster, and gives them away some at a time.
    package static func render<Failure>(
        _ frame: ReportFrame,
        _ templates: TextTemplates,
        put: (_ letters: [Letter]) throws(Failure) -> Void
    ) throws(Failure) {
        var frame = frame
        // Clerks read Vietnamese, whatever language the reports are in.
        frame.words = .vietnamese
        let scene = frame.judgement.scene
        let corrections = Corrections(frame.judgement)
        let reminders = frame.reminders
        let (overdue, upcoming) = (byUnit(reminders.reminders), byUnit(reminders.upcoming))
        let today = scene.asOf.day
        let units = scene.roster.subtree(scene.root).filter { unit in
            // Who no longer stands is urged to nothing, and has nobody who could mend a file.
            let candidate = scene.roster.units[unit]
            let isGone = candidate.validTo.map { $0 <= today } ?? false
            return !isGone && corrections.files(of: unit) != nil
                || candidate.exists(on: today) && (overdue[unit] != nil || upcoming[unit] != nil)
        }
        let dates = CorrectionDates(frame.judgement)
        let head = TextFields.values(
            frame,
            symbol: symbol(frame),
            recipients: ["Như trên", "Lưu: VT"]
        )
        let names = FileName.safe(units.map { scene.roster.units[$0].id })
        let series = TextSeries(
            templates,
            .reminder,
            in: .vietnamese,
            head: head,
            width: width
        )
        let written = frame
        let addressed = Array(zip(units, names))
        for start in stride(from: 0, to: addressed.count, by: atOnce) {
            let some = Array(addressed[start..<min(start + atOnce, addressed.count)])
            try put(
                concurrentMap(some) { unit, name in
                    let stands = scene.roster.units[unit].exists(on: today)
                    let values = letter(
                        written,
                        unit,
                        overdue: stands ? overdue[unit] ?? [] : [],
                        upcoming: stands ? upcoming[unit] ?? [] : [],
                        corrections.files(of: unit),
                        dates.day(for: unit)
                    )
                    return (name, series.render(values))
                }
            )
        }
    }

    /// The office's own sign, without the `BC` of its reports.
    private static func symbol(_ frame: ReportFrame) -> String {
        let symbol = frame.address?.symbol ?? ""
        return symbol.hasPrefix("BC-") ? String(symbol.dropFirst(3)) : symbol
    }

    private static func byUnit(_ reminders: [Reminders.Reminder]) -> [Int: [Reminders.Duty]] {
        Dictionary(reminders.map { ($0.unit, $0.duties) }, uniquingKeysWith: +)
    }

    private static func letter(
        _ frame: ReportFrame,
        _ unit: Int,
        overdue: [Reminders.Duty],
        upcoming: [Reminders.Duty],
        _ files: [Corrections.File]?,
        _ day: Day
    ) -> [String: TextValue] {
        let scene = frame.judgement.scene
        let today = scene.asOf.day
        // The office does not urge the body that it belongs to.
        let isAsked = scene.roster.units[unit].isAsked || unit == scene.root
        let parts = [!overdue.isEmpty, !upcoming.isEmpty, files != nil].count { $0 }
        var number = 0
        func numbered(_ values: [String: TextValue]) -> TextValue {
            number += 1
            var values = values
            values["number"] = .text(parts > 1 ? ReportNumbers.roman(number) : "")
            return .group(values)
        }
        var values: [String: TextValue] = [
            "unit": .text(scene.name(of: unit)),
            "is_asked": .flag(isAsked),
            "day": .text(day.slashed),
            "overdue": .group(nil),
            "upcoming": .group(nil),
            "correction": .group(nil),
            "has_overdue": .flag(!overdue.isEmpty),
            "only_upcoming": .flag(overdue.isEmpty && !upcoming.isEmpty),
            "only_correction": .flag(overdue.isEmpty && upcoming.isEmpty),
        ]
        if !overdue.isEmpty {
            values["overdue"] = numbered([
                "count": .text(Words.vietnamese.prose(overdue.count)),
                "table": .text(
                    DutySection(duties: overdue, asOf: today, isAsked: isAsked).overdueTable
                ),
            ])
        }
        if !upcoming.isEmpty {
            values["upcoming"] = numbered([
                "count": .text(Words.vietnamese.prose(upcoming.count)),
                "table": .text(
                    DutySection(duties: upcoming, asOf: today, isAsked: isAsked).upcomingTable
                ),
            ])
        }
        if let files {
            let section = CorrectionSection(frame: frame, files: files)
            values["correction"] = numbered([
                "found": .text(section.found), "table": .text(section.table),
            ])
        }
        return values
    }
}
