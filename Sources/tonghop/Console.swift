import ArgumentParser
import Foundation
import Glibc
import Logging
import Model
import Pipeline
import Synchronization

/// The one place that prints: results to standard output, logs and errors to standard error.
enum Console {
    static func print(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    /// A whole text, which ends its own last line.
    static func show(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func complain(_ line: String) { write("tonghop: " + line + "\n", to: STDERR_FILENO) }

    /// Writes what can be written: an edition that is published is published, whoever has closed
    /// the pipe or filled the disk that the log goes to.
    static func write(_ text: String, to descriptor: Int32) {
        guard !deliver(Array(text.utf8), to: descriptor), errno != EPIPE else { return }
        if descriptor == STDOUT_FILENO { lost.store(true, ordering: .relaxed) }
    }

    private static let lost = Atomic(false)

    /// Whether a part of the result did not arrive, other than for want of a reader.
    static var hasLostOutput: Bool { lost.load(ordering: .relaxed) }

    /// Writes a result of which nothing may be missing; false where a part of it was not taken.
    static func deliver(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// A reader that goes away must not end the run.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Turns any error of the pipeline into its lines and exit status.
    static func fail(_ error: PipelineError) -> ExitCode {
        for line in error.lines { complain(line) }
        return ExitCode(error.exitStatus)
    }

    /// Says that a part of the result did not arrive; gives the exit status.
    static func failOfLostOutput() -> ExitCode {
        complain("Không ghi được hết kết quả ra đầu ra chuẩn.")
        return ExitCode(.failed)
    }

    /// The log: one line an event, on standard error, of what weighs at least so much.
    static func logger(from level: Logger.Level, format: LogFormat = .text) -> Logger {
        var logger = Logger(label: Program.name) { _ in EventLog(format: format) }
        logger.logLevel = level
        return logger
    }

    /// Tells a run's events to the log and, on a terminal, how far it is.
    static func observer(_ logger: Logger, showsProgress: Bool) -> RunObserver {
        RunObserver(
            event: { name, facts in
                logger.log(
                    level: name == RunObserver.clockWentBack ? .warning : .info,
                    "\(name)",
                    metadata: Dictionary(
                        facts.map { ($0.0, "\($0.1)") },
                        uniquingKeysWith: { first, _ in first }
                    )
                )
            },
            progress: { if showsProgress { Console.progress($0, $1) } }
        )
    }

    /// Shows how far reading is, on a terminal only.
    static func progress(_ done: Int, _ total: Int) {
        guard isTerminal else { return }
        let end = done == total ? "\n" : ""
        write("\rĐã đọc \(done)/\(total) tệp\(end)", to: STDERR_FILENO)
    }

    /// The clock of the machine, or what `--now` says.
    static func clock(_ now: Instant?) -> Instant {
        now ?? Instant(unix: Int64(Date().timeIntervalSince1970))
    }
}
