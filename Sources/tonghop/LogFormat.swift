import ArgumentParser
import Logging
import Model
import Reports

/// How the log is written: one line an event.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    /// `level event key=value …`.
    case text
    /// One JSON object: `time` (of Viet Nam), `level`, `event` and its facts.
    case json

    /// An event as the log has it, without the end of the line; its facts are in order of their
    /// names.
    func line(of event: LogEvent) -> String {
        let facts = (event.metadata ?? [:]).map { ($0.key, "\($0.value)") }
        switch self {
        case .text:
            let words = facts.map { "\($0.0)=\($0.1)" }.sorted()
            return ([event.level.rawValue, event.message.description] + words)
                .joined(separator: " ")
        case .json:
            let head = [
                ("time", Console.clock(nil).iso + "+07:00"), ("level", event.level.rawValue),
                ("event", event.message.description),
            ]
            var line = JSONText()
            line.object { object in
                for (name, value) in head + facts.sorted(by: { $0.0 < $1.0 }) {
                    object.add(name, value)
                }
            }
            return line.text
        }
    }
}
