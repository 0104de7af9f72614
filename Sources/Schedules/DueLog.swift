package import Model

/// What the schedules have done so far: kept in the state directory, a line for each fact.
///
/// Times only go forward: a clock that goes back makes nothing due again.
package struct DueLog: Hashable, Sendable {
    /// What is known of one schedule.
    package struct Entry: Hashable, Sendable {
        /// The newest time that was dealt with; nothing up to it is due any more.
        package var done: Instant
        /// The time that is being dealt with; where nobody is at it, it was killed.
        package var begun: Instant?
        /// For each plan the time at which its `when` was last answered and carried out.
        package var judged: [String: Instant] = [:]

        package init(done: Instant) { self.done = done }
    }

    /// By the id of the schedule.
    package var entries: [String: Entry] = [:]
    /// The clock when it was looked last for what is due.
    package var checked: Instant?

    /// A log of nothing done.
    package init() {}

    private static let head = "tonghop-schedules 1"
    private static let end = "end"

    /// The lines of the file.
    package var text: String {
        var lines = [DueLog.head]
        if let checked { lines.append("checked \(checked.iso)") }
        for (id, entry) in entries.sorted(by: { $0.key < $1.key }) {
            lines.append("done \(entry.done.iso) \(id)")
            if let begun = entry.begun { lines.append("begun \(begun.iso) \(id)") }
            for (plan, at) in entry.judged.sorted(by: { $0.key < $1.key }) {
                lines.append("judged \(at.iso) \(id) \(plan)")
            }
        }
        return (lines + [DueLog.end, ""]).joined(separator: "\n")
    }

    /// Reads what ``text`` writes; nil for anything else.
    package init?(text: String) {
        guard text.hasSuffix("\n" + DueLog.end + "\n") else { return nil }
        let lines = text.split(separator: "\n")
        guard lines.first == DueLog.head[...] else { return nil }
        for line in lines.dropFirst().dropLast() {
            let words = line.split(separator: " ", maxSplits: 3).map(String.init)
            guard words.count >= 2, let at = Instant(iso: words[1]) else { return nil }
            switch (words[0], words.count) {
            case ("checked", 2): checked = at
            case ("done", 3): entries[words[2], default: Entry(done: at)].done = at
            case ("begun", 3) where entries[words[2]] != nil: entries[words[2]]?.begun = at
            case ("judged", 4) where entries[words[2]] != nil:
                entries[words[2]]?.judged[words[3]] = at
            default: return nil
            }
        }
    }
}

extension DueLog {
    /// The last day on which it is settled for a plan whether a schedule acts.
    ///
    /// The day on which the schedule was first seen counts only where one of its times on that day
    /// had passed.
    package func lastDay(of schedule: Schedule, plan: String) -> Day {
        guard let entry = entries[schedule.id] else { return Day(number: .max) }
        let last = entry.judged[plan] ?? entry.done
        let start = Instant(seconds: Instant(startOf: last.day).seconds - 1)
        let isSettled = schedule.cron.next(after: start).map { $0 <= last } ?? true
        return isSettled ? last.day : last.day.adding(-1)
    }
}
