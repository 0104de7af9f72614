import ArgumentParser
import Foundation
import Glibc
import Logging
import Model
import Pipeline

/// The one place that prints: results to standard output, logs and errors to standard error.
enum Console {
    static func print(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    static func complain(_ line: String) {
        FileHandle.standardError.write(Data(("tonghop: " + line + "\n").utf8))
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Turns any error of the pipeline into its lines and exit status.
    static func fail(_ error: PipelineError) -> ExitCode {
        for line in error.lines { complain(line) }
        return ExitCode(error.exitCode)
    }

    /// The log: one line an event, on standard error.
    static func logger(isQuiet: Bool) -> Logger {
        var logger = Logger(label: Program.name) { _ in LineLog() }
        logger.logLevel = isQuiet ? .warning : .info
        return logger
    }

    /// Shows how far reading is, on a terminal only.
    static func progress(_ done: Int, _ total: Int) {
        guard isTerminal else { return }
        let end = done == total ? "\n" : ""
        FileHandle.standardError.write(Data("\rĐã đọc \(done)/\(total) tệp\(end)".utf8))
    }

    /// The clock of the machine, or what `--now` says.
    static func clock(_ now: Instant?) -> Instant {
        now ?? Instant(unix: Int64(Date().timeIntervalSince1970))
    }
}

/// Writes an event as `event key=value …` on one line.
struct LineLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
        let line = ([event.level.rawValue, event.message.description] + facts)
            .joined(separator: " ")
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

/// An instant as typed on the command line: `2025-01-05` is the end of that day.
struct TypedInstant: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        guard let instant = Instant(iso: argument) else { return nil }
        self.instant = instant
    }
}
