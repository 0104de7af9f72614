import ArgumentParser
import LedgerStore
import Logging
import Model
import Pipeline
import Schedules

/// Does what has fallen due: each time once, in order, the next one whatever became of the one
/// before.
struct DueRunner {
    let place: SchedulePlace
    /// The clock as it was typed; nil for the machine's.
    let now: Instant?
    let logger: Logger
    let showsProgress: Bool

    /// What is to be said, for people; empty on a quiet night.
    private(set) var lines: [String] = []
    private(set) var status = ExitStatus.done
    private var log = DueLog()
    private var calendar = ScheduleCalendar()
    /// State directories whose lock another run holds.
    private var locked: Set<String> = []
    /// Errors that have been told: what is wrong with a plan is so for every schedule and night.
    private var told: Set<String> = []
    /// When it was looked before this time.
    private var checked: Instant?

    init(place: SchedulePlace, now: Instant?, logger: Logger, showsProgress: Bool) {
        self.place = place
        self.now = now
        self.logger = logger
        self.showsProgress = showsProgress
    }

    private var clock: Instant { Console.clock(now) }
    private var file: DueLogFile { DueLogFile(stateDirectory: place.stateDirectory) }

    /// A schedule at a time, while it is being done.
    private struct Job {
        var due: DueTimes.Due
        var command: RunCommand
        /// The texts of its runs.
        var lines: [String] = []
        /// The errors that had been told before it.
        let told: Set<String>
        var isLocked = false
        /// Whether an earlier call began it and was killed.
        var isResuming: Bool
        /// Whether one of its runs came to an end.
        var hasRun = false
    }

    /// Does everything; the caller holds the lock of the schedules.
    mutating func execute(_ schedules: [Schedule]) async throws(PipelineError) {
        let start = clock
        log = try file.read() ?? DueLog()
        checked = log.checked
        tellOfClock(schedules, at: start)
        let times = DueTimes(schedules, &log, at: start)
        for (schedule, since) in times.tooMany {
            status = ExitStatus.worse(status, .invalid)
            lines += [
                "Lịch \(schedule.id): bỏ lỡ hơn \(DueTimes.most) lượt từ \(since.slashed), chưa chạy lượt nào.",
                "  Đồng hồ máy có thể đã sai. Nếu các lượt ấy không cần nữa: tonghop schedule run-due --skip-missed",
            ]
        }
        log.checked = start
        try file.write(log)
        var waiting: Set<String> = []
        for due in times.due where !waiting.contains(due.schedule.id) {
            if try await !perform(due) { waiting.insert(due.schedule.id) }
        }
    }

    /// Does one time of a schedule; false where it has to wait for a lock.
    private mutating func perform(_ due: DueTimes.Due) async throws(PipelineError) -> Bool {
        let id = due.schedule.id
        let command = try ScheduledCommand.command(of: due.schedule, at: place)
        var job = Job(
            due: due,
            command: command,
            told: told,
            isResuming: log.entries[id]?.begun == due.at
        )
        var judged: [String] = []
        if let condition = due.schedule.condition {
            let turns = answer(condition, &job, &judged)
            if !turns.isEmpty {
                try begin(due)
                for turn in turns {
                    let isDone = await run(&job, turn)
                    if !isDone { judged.removeAll { $0 == turn.plan } }
                    if job.isLocked { return try wait(job) }
                }
            }
        } else {
            try begin(due)
            _ = await run(&job, nil)
            if job.isLocked { return try wait(job) }
        }
        log.entries[id]?.done = due.at
        log.entries[id]?.begun = nil
        for plan in judged { log.entries[id]?.judged[plan] = due.at }
        try file.write(log)
        logger.info(
            "done",
            metadata: ["schedule": "\(id)", "due": "\(due.at.iso)", "lines": "\(job.lines.count)"]
        )
        tell(job)
        return true
    }

    /// Leaves a time for the next call; one that came to nothing is as if it had not been begun.
    ///
    /// What its runs had to say is told now: the next call knows of their editions, and no more of
    /// what was news.
    private mutating func wait(_ job: Job) throws(PipelineError) -> Bool {
        if job.hasRun {
            tell(job)
            return false
        }
        told = job.told
        if !job.isResuming {
            log.entries[job.due.schedule.id]?.begun = nil
            try file.write(log)
        }
        return false
    }

    private mutating func begin(_ due: DueTimes.Due) throws(PipelineError) {
        guard log.entries[due.schedule.id]?.begun != due.at else { return }
        log.entries[due.schedule.id]?.begun = due.at
        try file.write(log)
    }

    /// The plans for which the condition holds now; those that could be asked are noted as judged.
    private mutating func answer(
        _ condition: ScheduleCondition,
        _ job: inout Job,
        _ judged: inout [String]
    ) -> [ScheduleCalendar.Turn] {
        let options = job.command.options(at: clock)
        var turns: [ScheduleCalendar.Turn] = []
        let plans: [String]
        do throws(PipelineError) { plans = try calendar.plans(options) } catch {
            fail(&job, error, turn: nil)
            return []
        }
        // One that cannot be asked, or whose run fails, is asked again from the same day on.
        if let entry = log.entries[job.due.schedule.id] {
            for plan in plans where entry.judged[plan] == nil {
                log.entries[job.due.schedule.id]?.judged[plan] = entry.done
            }
        }
        for plan in plans {
            do throws(PipelineError) {
                turns += try calendar.turns(
                    of: condition,
                    for: plan,
                    options,
                    after: log.lastDay(of: job.due.schedule, plan: plan),
                    at: job.due.at
                )
                judged.append(plan)
            } catch {
                fail(&job, error, turn: nil)
            }
        }
        return turns
    }

    /// Runs the command, for one plan and the period that its condition names; false where it
    /// failed.
    private mutating func run(_ job: inout Job, _ turn: ScheduleCalendar.Turn?) async -> Bool {
        var options = job.command.options(at: clock)
        guard !locked.contains(options.places.stateDirectory) else {
            job.isLocked = true
            return false
        }
        options.isMachineClock = now == nil
        options.scope.asOf = options.scope.asOf ?? job.due.at
        options.schedule = ScheduledRun(id: job.due.schedule.id, at: job.due.at)
        options.isResuming = job.isResuming
        if let turn {
            options.scope.plans = [turn.plan]
            options.scope.window = options.scope.window ?? turn.occasion.period.id
            options.tellsDuties = job.due.schedule.condition?.event == .deadline
        }
        do throws(PipelineError) {
            let observer = Console.observer(logger, showsProgress: showsProgress)
            let outcomes = try await Run(options: options, observer: observer).execute()
            job.hasRun = true
            for outcome in outcomes { job.lines += lines(of: outcome, options, job, turn) }
            if outcomes.contains(where: { !$0.refusals.isEmpty }) {
                status = ExitStatus.worse(status, .invalid)
            } else if job.command.holds(outcomes) {
                status = ExitStatus.worse(status, .conditionHolds)
            }
            return true
        } catch {
            if case .locked = error {
                locked.insert(options.places.stateDirectory)
                job.isLocked = true
                status = ExitStatus.worse(status, .locked)
                tellOfLock(job, error)
            } else {
                job.hasRun = true
                fail(&job, error, turn: turn)
            }
            return false
        }
    }

    private func lines(
        of outcome: RunOutcome,
        _ options: RunOptions,
        _ job: Job,
        _ turn: ScheduleCalendar.Turn?
    ) -> [String] {
        guard let turn, let event = job.due.schedule.condition?.event else {
            return Notice(outcome, options, near: .none).lines
        }
        guard case .ended(let length) = event else {
            let isDeadline = event == .deadline
            return Notice(
                outcome,
                options,
                near: isDeadline ? .days([turn.occasion.day]) : .none,
                tellsResult: !isDeadline
            ).lines
        }
        let notice = Notice(outcome, options, near: .none, tellsResult: true)
        let isFinal = length == .year || length == .stage
        return notice.lines + (isFinal ? FreezeAdvice(turn, outcome, options).lines : [])
    }

    // MARK: - What is said

    /// Notes what ended a run, and by which words it is made up for by hand.
    private mutating func fail(
        _ job: inout Job,
        _ error: PipelineError,
        turn: ScheduleCalendar.Turn?
    ) {
        status = ExitStatus.worse(status, error.exitStatus)
        let plan = turn.map { $0.plan + ": " } ?? ""
        let isNew = told.insert(error.lines.joined(separator: "\n")).inserted
        // That a schedule could not ask a plan for its days is no news once the plan is known to be
        // wrong.
        guard isNew || turn != nil || job.due.schedule.condition == nil else { return }
        job.lines.append("\(plan)KHÔNG THÀNH (mã \(error.exitStatus.rawValue)):")
        job.lines += (isNew ? error.lines : ["lỗi như đã nêu ở trên."]).map { "  " + $0 }
        if job.due.schedule.condition == nil {
            job.lines.append(
                "  Làm lại sau khi sửa: tonghop \(ScheduledCommand.text(job.due.schedule, at: place))"
                    + (job.command.asOf == nil ? " --as-of \(job.due.at.iso)" : "")
            )
        } else {
            job.lines.append("  Lịch này sẽ làm lại vào lượt kế tiếp.")
        }
        logger.warning(
            "failed",
            metadata: [
                "schedule": "\(job.due.schedule.id)", "due": "\(job.due.at.iso)",
                "status": "\(error.exitStatus.rawValue)",
            ]
        )
    }

    /// Adds a job's text, and gives it to the program that wants to know.
    private mutating func tell(_ job: Job) {
        guard !job.lines.isEmpty else { return }
        let schedule = job.due.schedule
        let text =
            ["\(schedule.name) (\(schedule.id)), lượt \(job.due.at.slashed)"]
            + job.lines.map { "  " + $0 }
        lines += text
        guard !schedule.notify.isEmpty else { return }
        let hook = Hook(words: schedule.notify, scratch: place.stateDirectory)
        if let failure = hook.run(with: text.joined(separator: "\n") + "\n") {
            lines.append(
                "  Tin trên chưa được gửi: chương trình báo tin (notify) \(schedule.notify[0]) \(failure)."
            )
            logger.error(
                "notify",
                metadata: [
                    "schedule": "\(schedule.id)", "command": "\(schedule.notify[0])",
                    "failure": "\(failure)",
                ]
            )
        }
    }

    /// A run that holds the lock is no news until it has held up the work for an hour, and then
    /// once an hour.
    private mutating func tellOfLock(_ job: Job, _ error: PipelineError) {
        logger.info("locked", metadata: ["schedule": "\(job.due.schedule.id)"])
        let hours = (clock.seconds - job.due.at.seconds) / 3600
        let before = ((checked ?? job.due.at).seconds - job.due.at.seconds) / 3600
        guard hours > max(before, 0) else { return }
        lines.append(
            "\(job.due.schedule.name) (\(job.due.schedule.id)), lượt \(job.due.at.slashed), đã chờ \(hours) giờ:"
        )
        lines += error.lines.map { "  " + $0 }
    }

    /// Says, whenever something would have been due, that a clock that was ahead has counted it as
    /// done.
    private mutating func tellOfClock(_ schedules: [Schedule], at start: Instant) {
        guard let checked, checked < start else { return }
        for schedule in schedules {
            guard let done = log.entries[schedule.id]?.done, done > start,
                schedule.cron.next(after: checked).map({ $0 <= start }) ?? false
            else { continue }
            status = ExitStatus.worse(status, .invalid)
            lines += [
                "Lịch \(schedule.id): đã ghi là chạy đến \(done.slashed), sau giờ hiện tại, nên không chạy gì.",
                "  Đồng hồ máy đã có lúc đi trước. Để chạy tiếp từ bây giờ: tonghop schedule run-due --skip-missed",
            ]
        }
    }
}
