/// Why a cron expression is none, with the place in it.
package struct CronFailure: Error, Hashable, Sendable {
    /// Bytes before the wrong part.
    package var offset: Int
    package var message: String
    package var found: String
    /// What would be right.
    package var allowed: String
}
