package import Disk
package import Model

/// The lock of a state directory could not be taken.
package enum LockError: Error, Hashable, Sendable {
    /// Another run holds it; nil where it has not yet said who it is.
    case held(by: RunLock.Holder?, path: String)
    case file(FileError)

    /// The exit status with which the command ends.
    package var exitStatus: ExitStatus {
        switch self {
        case .held: .locked
        case .file(let error): error.exitStatus
        }
    }

    /// Who holds the lock since when, in Vietnamese.
    package var message: String {
        switch self {
        case .held(let holder?, let path):
            "Một lần chạy khác đang giữ khoá “\(path)”: tiến trình \(holder.process) trên máy "
                + "\(holder.host), từ \(holder.since.replacing("T", with: " ")). Hãy chạy lại sau."
        case .held(nil, let path):
            "Một lần chạy khác đang giữ khoá “\(path)”. Hãy chạy lại sau."
        case .file(let error): error.message
        }
    }

    /// Runs work on the lock file whose failure is a failure to lock.
    static func wrapping<Value: ~Copyable>(
        _ work: () throws(FileError) -> Value
    ) throws(LockError) -> Value {
        do {
            return try work()
        } catch {
            throw .file(error)
        }
    }
}
