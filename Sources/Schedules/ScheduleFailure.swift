/// Why a text of a schedule, such as its cron expression or its command, is none, with the place in
/// it.
package struct ScheduleFailure: Error, Hashable, Sendable {
    /// Bytes before the wrong part.
    package var offset: Int
    /// What is wrong, in Vietnamese.
    package var message: String
    /// What stands there.
    package var found: String
    /// What would be right.
    package var allowed: String
}
