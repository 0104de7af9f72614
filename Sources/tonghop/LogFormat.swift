import ArgumentParser
import Glibc
import Logging
import Model
import Reports

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
        Console.write(line + "\n", to: STDERR_FILENO)
    }
}

/// Writes an event as one JSON object on one line: `time` (of Viet Nam), `level`, `event` and its facts.
struct JSONLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = [
            ("time", Console.clock(nil).iso + "+07:00"), ("level", event.level.rawValue),
            ("event", event.message.description),
        ]
        fields += (event.metadata ?? [:]).map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
        var line = JSONText()
        line.object { object in
            for (name, value) in fields { object.add(name, value) }
        }
        Console.write(line.text + "\n", to: STDERR_FILENO)
    }
}

/// How the log is written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
