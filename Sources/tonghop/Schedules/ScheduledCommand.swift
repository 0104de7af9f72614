import ArgumentParser
import Model
import Pipeline
import Schedules

/// The command of a schedule: `run` and its options, understood as on the command line.
enum ScheduledCommand {
    /// Options that have no sense in a schedule, and why.
    private static let refused = [
        "--now": "đồng hồ là của máy; muốn thử thì đặt --now ở lệnh schedule",
        "--again": "chạy lại một lần cũ là việc làm một lần",
        "--known-at": "lịch luôn tính những gì sổ nhận đang biết",
        "--help": "", "--version": "", "-h": "",
    ]

    /// Reads the words behind the options of the place, which those of the command come after and
    /// so outdo.
    static func parse(_ words: [String], at place: SchedulePlace) throws -> RunCommand {
        var own = ["--input", place.input, "--output", place.output]
        if let state = place.state { own += ["--state", state] }
        return try RunCommand.parse(own + words.dropFirst())
    }

    /// The command of a schedule that was checked when it was read.
    ///
    /// - Throws: ``PipelineError/unexpected(_:)`` for one that cannot be read all the same.
    static func command(
        of schedule: Schedule,
        at place: SchedulePlace
    ) throws(PipelineError) -> RunCommand {
        do { return try parse(schedule.command, at: place) } catch {
            throw .unexpected("Không đọc được lệnh của lịch \(schedule.id).")
        }
    }

    /// The command of a schedule as a person types it, with what the place adds to it.
    static func text(_ schedule: Schedule, at place: SchedulePlace) -> String {
        var words = schedule.command
        for (name, value) in [
            ("--input", place.input == "input" ? nil : place.input),
            ("--output", place.output == "output" ? nil : place.output), ("--state", place.state),
        ] {
            guard let value, !words.contains(where: { $0 == name || $0.hasPrefix(name + "=") })
            else { continue }
            words += [name, value]
        }
        return words.map(ShellWord.quoted).joined(separator: " ")
    }

    /// What is wrong with a command; nil where it can be run.
    static func check(
        _ words: [String],
        at place: SchedulePlace,
        findsPlans: Bool
    ) -> ScheduleReader.CommandFailure? {
        let known = options
        for (index, word) in words.enumerated().dropFirst() where word.hasPrefix("-") {
            let name = String(word.prefix { $0 != "=" })
            if let reason = refused[name] {
                return ScheduleReader.CommandFailure(
                    word: index,
                    message: "tùy chọn này không dùng trong lịch"
                        + (reason.isEmpty ? "" : ": " + reason)
                )
            }
            guard known.contains(name) else {
                return ScheduleReader.CommandFailure(
                    word: index,
                    message: "run không có tùy chọn này",
                    allowed: known.filter { refused[$0] == nil }.joined(separator: ", "),
                    nearest: Suggestion.nearest(to: name, among: known)
                )
            }
        }
        if let option = RepeatedOption(in: words, of: RunCommand.self) {
            return ScheduleReader.CommandFailure(word: option.index, message: option.message)
        }
        do {
            let command = try parse(words, at: place)
            if let window = command.window, Period(id: window) == nil {
                return ScheduleReader.CommandFailure(
                    word: index(of: window, in: words),
                    message: "không phải là kỳ",
                    allowed: PipelineError.windows
                )
            }
            // Where the plans cannot be seen from here, each run says so itself.
            guard findsPlans, let plans = try? PlanInput(root: command.input).plans() else {
                return nil
            }
            for plan in command.plans where !plans.contains(plan) {
                return ScheduleReader.CommandFailure(
                    word: index(of: plan, in: words),
                    message: "không có kế hoạch này trong \(command.input)",
                    allowed: plans.joined(separator: ", "),
                    nearest: Suggestion.nearest(to: plan, among: plans)
                )
            }
            return nil
        } catch {
            let message = RunCommand.message(for: error)
            // The parser puts what it did not expect between quotes.
            let quoted = message.split(separator: "'").map(String.init)
            return ScheduleReader.CommandFailure(
                word: quoted.lazy.compactMap { index(of: $0, in: words) }.first,
                message: "run không nhận lệnh này: "
                    + UsageText.translated(mistake: String(message.prefix { $0 != "\n" }))
            )
        }
    }

    /// Every option of `run` as its own help has them.
    private static var options: [String] {
        var names: [String] = []
        for word in RunCommand.helpMessage(columns: 1000).split(whereSeparator: {
            " [],|<>".contains($0) || $0.isNewline
        })
        where word.hasPrefix("-") && word.utf8.count > 1 && !names.contains(String(word)) {
            names.append(String(word))
        }
        return names
    }

    private static func index(of value: String, in words: [String]) -> Int? {
        words.firstIndex { $0 == value || $0.hasSuffix("=" + value) }
    }
}
