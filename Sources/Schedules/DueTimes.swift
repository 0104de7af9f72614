package import Model

/// What has fallen due and was not done (CONTRACT §11.29).
package struct DueTimes: Sendable {
    /// A schedule at one of its times.
    package struct Due: Hashable, Sendable {
        /// The schedule that is due.
        package var schedule: Schedule
        /// The time at which it fell due.
        package var at: Instant
    }

    /// In the order in which they are to be done: by time, of one time as the schedules stand.
    package let due: [Due]
    /// Schedules of which more was missed than can be meant, with how much.
    package let tooMany: [(schedule: Schedule, since: Instant)]

    /// More missed times than this are a clock that was wrong, not an outage: over a year of
    /// nights.
    package static let most = 1000

    /// Looks up to a time; brings in schedules that the log does not know, none of whose times are
    /// missed, and lets go those that are gone.
    ///
    /// Before the first time that a schedule is seen nothing of it is due.
    package init(_ schedules: [Schedule], _ log: inout DueLog, at now: Instant) {
        let ids = Set(schedules.map(\.id))
        log.entries = log.entries.filter { ids.contains($0.key) }
        var found: [(due: Due, index: Int)] = []
        var tooMany: [(Schedule, Instant)] = []
        for (index, schedule) in schedules.enumerated() {
            guard let entry = log.entries[schedule.id] else {
                log.entries[schedule.id] = DueLog.Entry(done: now)
                continue
            }
            // What was being done when the program was killed comes first, whatever cron says
            // today.
            let open = entry.begun.flatMap { $0 > entry.done && $0 <= now ? $0 : nil }
            let start = max(open ?? entry.done, entry.done)
            var times: [Instant] = []
            if schedule.catchUp {
                times = schedule.cron.occurrences(
                    after: start,
                    through: now,
                    limit: DueTimes.most + 1
                )
                // Of a schedule that is asked about nothing is done, not even what was begun.
                if times.count > DueTimes.most {
                    tooMany.append((schedule, entry.done))
                    continue
                }
                if let open { times.insert(open, at: 0) }
            } else if let time = schedule.cron.last(after: start, through: now) ?? open {
                // An older one that was killed gives way to the newest, as any missed one does.
                times = [time]
            }
            found += times.map { (Due(schedule: schedule, at: $0), index) }
        }
        due = found.sorted { ($0.due.at, $0.index) < ($1.due.at, $1.index) }.map(\.due)
        self.tooMany = tooMany
    }
}
