import ArgumentParser
import Model

extension ExitStatus {
    /// From the one that can wait longest to the one that an operator has to look at first.
    private static let bySeverity: [ExitStatus] = [
        .done, .conditionHolds, .locked, .usage, .missing, .invalid, .unwritable, .failed,
        .unexpected, .unavailable,
    ]

    /// Which of two an operator has to look at first.
    static func worse(_ a: ExitStatus, _ b: ExitStatus) -> ExitStatus {
        let order = bySeverity
        return (order.firstIndex(of: a) ?? order.count) < (order.firstIndex(of: b) ?? order.count)
            ? b : a
    }
}

extension ExitCode {
    /// Ends the command with a status of CONTRACT §9.
    init(_ status: ExitStatus) { self.init(status.rawValue) }
}
