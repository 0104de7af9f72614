import Disk
import Glibc

/// A program that is given a text on its standard input: mail, chat, whatever the office has.
///
/// It gets this program's environment as it is, no shell, no output, and so many seconds.
package struct Hook: Sendable {
    private let words: [String]
    private let seconds: Int
    /// A folder in which this program may write.
    private let scratch: String

    /// A program with its words, which has so many seconds; `scratch` is a folder for its input.
    package init(words: [String], scratch: String, seconds: Int = 60) {
        self.words = words
        self.scratch = scratch
        self.seconds = seconds
    }

    /// Runs it; gives why it failed, in words for the log, or nil.
    package func run(with text: String) -> String? {
        guard let input = file(holding: text) else {
            return "không ghi được tệp tạm trong \(scratch): \(FileError.reason(errno))"
        }
        defer { close(input) }
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard nowhere >= 0 else { return "không mở được /dev/null: \(FileError.reason(errno))" }
        defer { close(nowhere) }
        switch ChildProcess.start(words, input: input, output: nowhere) {
        case .failure(let failure): return "không chạy được: \(FileError.reason(failure.errno))"
        case .success(let process): return wait(for: process)
        }
    }

    private func wait(for process: ChildProcess) -> String? {
        for _ in 0..<seconds * 50 {
            if let ending = process.ending() { return ending.failure }
            usleep(20_000)
        }
        process.end()
        return "quá \(seconds) giây, đã dừng"
    }

    /// An open file without a name: unlike a pipe it does not have to be read for the writer to go
    /// on.
    private func file(holding text: String) -> Int32? {
        let path = scratch + "/.notify-\(getpid())"
        unlink(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(descriptor)
                errno = code
                return nil
            }
            rest = rest.dropFirst(count)
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }
}
