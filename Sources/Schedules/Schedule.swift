internal import Model

/// Something that the program does at its times: one entry of `schedules/*.yaml` (CONTRACT §10).
package struct Schedule: Hashable, Sendable {
    /// The id, by which what was done is remembered.
    package var id: String
    /// What it does, for people; the id where the file says nothing.
    package var name: String
    /// The times at which it falls due, on the clock of Viet Nam.
    package var cron: CronExpression
    /// The words of the command, the first one `run`.
    package var command: [String]
    /// Whether every missed time is made up for, or only the newest.
    package var catchUp: Bool
    /// On which of its days it acts; nil for all.
    package var condition: ScheduleCondition?
    /// The program that gets the summary on its standard input, and its words; empty for none.
    package var notify: [String]
    /// The file that it stands in, for messages.
    package var file: String

    /// The command as a person types it.
    package var commandText: String {
        command.map(ShellWord.quoted).joined(separator: " ")
    }
}
