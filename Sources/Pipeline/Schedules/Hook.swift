import Glibc

/// A program that is given a text on its standard input: mail, chat, whatever the office has.
///
/// It gets this program's environment as it is, no shell, no output, and so many seconds.
package struct Hook: Sendable {
    private let words: [String]
    private let seconds: Int
    /// A folder in which this program may write.
    private let scratch: String

    package init(words: [String], scratch: String, seconds: Int = 60) {
        self.words = words
        self.scratch = scratch
        self.seconds = seconds
    }

    /// Runs it; gives why it failed, in words for the log, or nil.
    package func run(with text: String) -> String? {
        guard let input = file(holding: text) else {
            return "không ghi được tệp tạm: lỗi \(errno)"
        }
        defer { close(input) }
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
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        // A group of its own, so that all that it started can be ended; and signals as a program
        // expects them, though this one ignores some.
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
        guard failure == 0 else { return "không chạy được: lỗi \(failure)" }
        return wait(for: process)
    }

    private func wait(for process: pid_t) -> String? {
        var status: Int32 = 0
        for _ in 0..<seconds * 50 {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return Hook.failure(status) }
            if ended < 0, errno != EINTR { return "không chờ được: lỗi \(errno)" }
            usleep(20_000)
        }
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        return "quá \(seconds) giây, đã dừng"
    }

    private static func failure(_ status: Int32) -> String? {
        let signal = status & 0x7F
        if signal != 0 { return "bị dừng bởi tín hiệu \(signal)" }
        let code = status >> 8 & 0xFF
        return code == 0 ? nil : "mã kết thúc \(code)"
    }

    /// An open file without a name: unlike a pipe it does not have to be read for the writer to go on.
    private func file(holding text: String) -> Int32? {
        let path = scratch + "/.notify-\(getpid())"
        unlink(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                close(descriptor)
                return nil
            }
            rest = rest.dropFirst(count)
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }
}
