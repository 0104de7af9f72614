import Model
import Pipeline
import Schedules

/// When schedules will act, as far as plans and decisions tell today.
struct ComingTimes {
    let place: SchedulePlace
    let start: Instant
    let count: Int
    private var calendar = ScheduleCalendar()

    init(place: SchedulePlace, start: Instant, count: Int) {
        self.place = place
        self.start = start
        self.count = count
    }

    /// The next times of a schedule, each as a line.
    mutating func lines(of schedule: Schedule) throws(PipelineError) -> [(Instant, String)] {
        let command = try ScheduledCommand.command(of: schedule, at: place)
        func line(_ time: Instant, _ more: String) -> (Instant, String) {
            (time, "\(time.iso)  \(schedule.id)  \(schedule.name)\(more)")
        }
        guard let condition = schedule.condition else {
            return schedule.cron.occurrences(after: start, through: horizon(400), limit: count)
                .map { line($0, "") }
        }
        let options = command.options(at: start)
        var lines: [(Instant, String)] = []
        // What was settled until now is taken for settled; the log may know of open turns.
        var log = DueLog()
        log.entries[schedule.id] = DueLog.Entry(done: start)
        var last = start
        let plans = try calendar.plans(options)
        var found = 0
        while found < count, let time = schedule.cron.next(after: last), time <= horizon(2) {
            let before = lines.count
            for plan in plans {
                let turns = try calendar.turns(
                    of: condition,
                    for: plan,
                    options,
                    after: log.lastDay(of: schedule, plan: plan),
                    at: time
                )
                lines += turns.map { turn in
                    line(time, "  \(plan), kỳ \(turn.occasion.period.id): \(turn.occasion.text)")
                }
            }
            if lines.count > before { found += 1 }
            log.entries[schedule.id]?.done = time
            last = time
        }
        return lines
    }

    private func horizon(_ years: Int64) -> Instant {
        Instant(seconds: start.seconds &+ years &* 366 &* 86_400)
    }
}
