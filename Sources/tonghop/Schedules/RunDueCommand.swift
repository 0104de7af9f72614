import ArgumentParser
import Logging
import Model
import Pipeline
import Schedules

/// `tonghop schedule run-due`: does what has fallen due since it last looked.
struct RunDueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run-due",
        abstract: "Chạy mọi việc đã đến giờ từ lần gọi trước, kể cả các đêm bỏ lỡ.",
        discussion: """
            Mỗi lượt chạy đúng một lần, lần lượt theo giờ, số liệu tính đến đúng giờ của lượt (--as-of); giờ \
            nhận tệp vẫn là giờ thật. Lần gọi đầu tiên không chạy gì, chỉ ghi mốc. Một việc không thành không \
            cản các việc sau.

            Không in gì khi không có việc cho người; cron chỉ gửi thư khi có. Hai lần gọi cùng lúc: lần sau \
            kết thúc ngay với mã 75.

            Mã kết thúc là của việc nặng nhất: 0 xong; 2 xong nhưng --fail-on được thỏa; 64 sai lệnh; 65 lịch, \
            kế hoạch không hợp lệ hoặc không được công bố; 66 thiếu đầu vào; 70 lỗi của chương trình; 73 không \
            ghi được kết quả; 74 lỗi đọc, ghi; 75 có lần chạy khác, lượt ấy để lần gọi sau.
            """
    )

    @OptionGroup var place: SchedulePlace
    @Option(help: .now)
    var now: TypedInstant?
    @Flag(help: "Ghi mọi sự kiện vào nhật ký (standard error).")
    var verbose = false
    @Option(help: .logFormat)
    var logFormat = LogFormat.text
    @Flag(help: "Không chạy gì: coi mọi lượt đến bây giờ là đã xong.")
    var skipMissed = false

    /// After how many seconds a run that goes on is worth a word.
    private static let patience: Int64 = 3600

    func run() async throws {
        HeapGrowth.makeRare()
        // The summary tells people of failures; machines read the log.
        let level: Logger.Level = verbose ? .info : logFormat == .json ? .warning : .error
        let logger = Console.logger(from: level, format: logFormat)
        let clock = Console.clock(now?.instant)
        do {
            let schedules = try place.read(findsPlans: false)
            let lock = try take(at: clock, logger)
            if skipMissed {
                try skip(schedules, at: clock)
                return
            }
            var runner = DueRunner(
                place: place,
                now: now?.instant,
                logger: logger,
                showsProgress: verbose
            )
            var failure: PipelineError?
            do throws(PipelineError) { try await runner.execute(schedules) } catch {
                failure = error
            }
            for line in runner.lines { Console.print(line) }
            _ = consume lock
            if let failure { throw failure }
            if runner.status != .done { throw ExitCode(runner.status) }
        } catch let error as PipelineError {
            throw Console.fail(error)
        }
    }

    /// Takes the lock of the schedules.
    ///
    /// That another call is at work is no news for cron to mail, until it has been so for an hour;
    /// on a terminal somebody wants to know at once.
    private func take(at clock: Instant, _ logger: Logger) throws -> RunLock {
        do throws(LockError) {
            return try RunLock(
                stateDirectory: place.stateDirectory,
                named: "schedules.lock",
                since: clock
            )
        } catch {
            guard case .held(let holder, _) = error else { throw PipelineError(error) }
            logger.info("locked", metadata: ["by": "\(holder?.process ?? 0)"])
            let since = holder.flatMap { Instant(iso: $0.since) } ?? clock
            let isNews = clock.seconds - since.seconds >= RunDueCommand.patience
            guard isNews || verbose || Console.isTerminal else { throw ExitCode(.locked) }
            throw PipelineError(error)
        }
    }

    /// Takes everything up to now for done.
    private func skip(_ schedules: [Schedule], at clock: Instant) throws(PipelineError) {
        let file = DueLogFile(stateDirectory: place.stateDirectory)
        var log = DueLog()
        for schedule in schedules { log.entries[schedule.id] = DueLog.Entry(done: clock) }
        log.checked = clock
        try file.write(log)
        Console.print("Đã bỏ qua mọi lượt đến \(clock.iso); các lượt sau đó chạy như thường.")
    }
}
