import Disk
import Glibc

/// Another program that this one has started, in a process group of its own: all that it starts can
/// be ended with it.
struct ChildProcess {
    private let number: pid_t

    /// Starts a program with this program's environment, no shell, and signals as programs expect
    /// them, though this one ignores some.
    ///
    /// `output` takes what it prints and complains of. The error number of the system is given
    /// where it cannot be started.
    static func start(
        _ words: [String],
        input: Int32,
        output: Int32
    ) -> Result<ChildProcess, StartFailure> {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_adddup2(&actions, output, descriptor)
        }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for number in [SIGPIPE, SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        let failure = posix_spawn(
            &process,
            words.first ?? "",
            &actions,
            &attributes,
            arguments,
            environ
        )
        guard failure == 0 else { return .failure(StartFailure(errno: failure)) }
        return .success(ChildProcess(number: process))
    }

    /// Why a program was not started.
    struct StartFailure: Error {
        let errno: Int32
    }

    /// How it has ended; nil while it runs.
    func ending() -> Ending? {
        var status: Int32 = 0
        let ended = waitpid(number, &status, WNOHANG)
        if ended == number { return Ending(status: status) }
        return ended < 0 && errno != EINTR ? .lost(errno: errno) : nil
    }

    /// Ends it and all that it started: asks, waits so many seconds for it to comply, and insists.
    func end(patience seconds: Int = 0) {
        if seconds > 0 {
            kill(-number, SIGTERM)
            for _ in 0..<seconds * 50 {
                if ending() != nil { break }
                usleep(20_000)
            }
        }
        kill(-number, SIGKILL)
        var status: Int32 = 0
        waitpid(number, &status, 0)
    }

    /// How a program has ended.
    enum Ending: Hashable {
        case exit(Int32)
        case signal(Int32)
        /// It cannot be found out.
        case lost(errno: Int32)

        fileprivate init(status: Int32) {
            let signal = status & 0x7F
            self = signal != 0 ? .signal(signal) : .exit(status >> 8 & 0xFF)
        }

        /// Why that is no success, in words for the log; nil where it is.
        var failure: String? {
            switch self {
            case .exit(0): nil
            case .exit(let code): "mã kết thúc \(code)"
            case .signal(let signal): "bị dừng bởi tín hiệu \(signal)"
            case .lost(let errno): "không chờ được: \(FileError.reason(errno))"
            }
        }
    }
}
