internal import Judgement
internal import Model
internal import Plans

/// The day before which mended files are asked for.
struct CorrectionDate {
    /// How many working days a unit has where no deadline of the plan lies ahead.
    ///
    /// Neither plan nor contract sets this term; five days is the reading taken here. Saturdays and
    /// Sundays are no working days; of holidays the program has no table.
    private static let workingDays = 5

    private let judgement: Judgement

    init(_ judgement: Judgement) { self.judgement = judgement }

    /// The day after the unit's next deadline's last day (`trước ngày`), else five working days after
    /// the as-of day.
    func day(for unit: Int) -> Day {
        let today = judgement.scene.asOf.day
        let ahead = judgement.deadlines.compactMap { deadline -> Day? in
            let standing = deadline.units.first { $0.unit == unit }
            guard let standing, ![.notRequired, .closed].contains(standing.status) else {
                return nil
            }
            let last = standing.lastDay ?? deadline.lastDay
            // What is asked for today cannot be in by today.
            return last > today ? last.adding(1) : nil
        }
        if let next = ahead.min() { return next }
        var day = today
        var left = CorrectionDate.workingDays
        while left > 0 {
            day = day.adding(1)
            if !CorrectionDate.isWeekend(day) { left -= 1 }
        }
        return day
    }

    /// Day 0 is 01/01/1970, a Thursday.
    private static func isWeekend(_ day: Day) -> Bool {
        let fromMonday = ((Int(day.number) + 3) % 7 + 7) % 7
        return fromMonday >= 5
    }
}
