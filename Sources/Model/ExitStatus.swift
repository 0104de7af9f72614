/// How the program ends: the exit statuses of CONTRACT §9, by which scripts, cron and the service
/// manager know what became of a command.
///
/// Of a run: below 64 a complete and consistent edition was published; from 64 on the last edition
/// and `latest` are as they were.
package enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
    /// Done, also with indicators unmet and rows rejected: they are in the report.
    case done = 0
    /// Done, but what `--fail-on` names holds; `check` found rows or files to be rejected.
    case conditionHolds = 2
    /// The words of the command are off.
    case usage = 64
    /// Plan, roster or schedules are invalid, or a guard of the plan refused publication.
    case invalid = 65
    /// What should be read is not there.
    case missing = 66
    /// A program that the work was to be given to (`--engine`) is not there; added to CONTRACT §9.
    case unavailable = 69
    /// A fault of the program itself.
    case unexpected = 70
    /// The output cannot be written.
    case unwritable = 73
    /// Reading or writing failed, or what was read again is not what was written.
    case failed = 74
    /// Another run holds the lock; try later.
    case locked = 75
}
