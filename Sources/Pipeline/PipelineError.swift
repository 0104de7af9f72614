import Disk
import LedgerStore
package import Model
package import Plans

/// Why a run cannot go on: thrown, few, each with an exit status of CONTRACT §9.
package enum PipelineError: Error, Sendable {
    /// The command's words are off.
    case usage(String)
    /// The plan or roster is invalid; every mistake is listed.
    case invalid(plan: String, mistakes: [Mistake])
    /// The schedules are wrong; every mistake is listed.
    case invalidSchedules(folder: String, mistakes: [Mistake])
    /// A guard of the plan refused publication; the run is kept but `latest` stays.
    case refused(plan: String, run: String, reasons: [String])
    /// What should be read is not there.
    case missing(String)
    /// Something that cannot happen has happened.
    case unexpected(String)
    /// The output cannot be written, or reading or writing failed.
    case failed(ExitStatus, message: String)
    /// Another run holds the lock.
    case locked(String)
    /// A program that the work was to be given to is not there.
    case unavailable(String)

    /// The exit status with which the command ends.
    package var exitStatus: ExitStatus {
        switch self {
        case .usage: .usage
        case .invalid, .invalidSchedules, .refused: .invalid
        case .missing: .missing
        case .unexpected: .unexpected
        case .failed(let status, _): status
        case .locked: .locked
        case .unavailable: .unavailable
        }
    }

    /// What the operator reads, one thing a line.
    package var lines: [String] {
        switch self {
        case .usage(let text), .missing(let text), .unexpected(let text), .locked(let text),
            .unavailable(let text):
            [text]
        case .failed(_, let message): [message]
        case .invalid(let plan, let mistakes):
            ["Kế hoạch \(plan) có \(mistakes.count) lỗi, chưa ghi gì:"] + mistakes.map(\.text)
        case .invalidSchedules(let folder, let mistakes):
            ["Lịch trong \(folder) có \(mistakes.count) lỗi, chưa chạy gì:"] + mistakes.map(\.text)
        case .refused(let plan, let run, let reasons):
            ["Kế hoạch \(plan): lần chạy \(run) không được công bố:"] + reasons
                + [PipelineError.afterRefusal]
        }
    }

    /// What is to be done about an edition that a guard held back.
    package static let afterRefusal =
        "Nếu số liệu như vậy là đúng, hãy chạy lại với --accept-anomaly \"lý do\"; nếu không, đêm sau tự công bố khi đã đủ."

    /// Runs work on the ledger whose failure ends the command.
    static func wrapping<Value: ~Copyable>(
        _ work: () throws(LedgerError) -> Value
    ) throws(PipelineError) -> Value {
        do {
            return try work()
        } catch {
            throw PipelineError(error)
        }
    }

    /// Runs work on files whose failure ends the command.
    static func writing<Value: ~Copyable>(
        _ work: () throws(FileError) -> Value
    ) throws(PipelineError) -> Value {
        do {
            return try work()
        } catch {
            throw PipelineError(error)
        }
    }

    /// Takes a lock whose being held ends the command.
    static func locking<Value: ~Copyable>(
        _ work: () throws(LockError) -> Value
    ) throws(PipelineError) -> Value {
        do {
            return try work()
        } catch {
            throw PipelineError(error)
        }
    }

    init(_ error: LedgerError) {
        self =
            error.exitStatus == .missing
            ? .missing(error.message) : .failed(error.exitStatus, message: error.message)
    }

    init(_ error: FileError) {
        self = .failed(error.exitStatus, message: error.message)
    }

    init(_ fault: PartialFault) {
        self = .failed(.invalid, message: fault.message)
    }

    /// A lock that is held is ``locked(_:)``, one whose file failed is ``failed(_:message:)``.
    package init(_ error: LockError) {
        self =
            error.exitStatus == .locked
            ? .locked(error.message) : .failed(error.exitStatus, message: error.message)
    }
}
