internal import Judgement
internal import Model
internal import Plans

/// The days before which mended files are asked for.
struct CorrectionDates {
    /// How many working days a unit has where no deadline of the plan lies ahead.
    ///
    /// Neither plan nor contract sets this term; five days is the reading taken here. Saturdays and
    /// Sundays are no working days; of holidays the program has no table.
    private static let workingDays = 5

    /// For each unit with a deadline ahead, the day after the next one's last day (`trước ngày`).
    private let deadlines: [Int: Day]
    private let standard: Day

    init(_ judgement: Judgement) {
        let today = judgement.scene.asOf.day
        var deadlines: [Int: Day] = [:]
        for deadline in judgement.deadlines {
            for standing in deadline.units
            where standing.status != .notRequired && standing.status != .closed {
                let last = standing.lastDay ?? deadline.lastDay
                // What is asked for today cannot be in by today.
                guard last > today else { continue }
                let day = last.adding(1)
                deadlines[standing.unit] = min(deadlines[standing.unit] ?? day, day)
            }
        }
        self.deadlines = deadlines
        var day = today
        var left = CorrectionDates.workingDays
        while left > 0 {
            day = day.adding(1)
            if !CorrectionDates.isWeekend(day) { left -= 1 }
        }
        standard = day
    }

    /// The day after the last day of a unit's next deadline, else five working days after the as-of
    /// day.
    func day(for unit: Int) -> Day { deadlines[unit] ?? standard }

    /// Day 0 is 01/01/1970, a Thursday.
    private static func isWeekend(_ day: Day) -> Bool {
        let fromMonday = ((Int(day.number) + 3) % 7 + 7) % 7
        return fromMonday >= 5
    }
}
