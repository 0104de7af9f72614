import Disk
import Glibc
import LedgerStore
package import Model

/// The lock of a state directory: one run at a time.
///
/// The kernel gives it back when the process ends, however it ends; the text in the file only says
/// who holds it.
package struct RunLock: ~Copyable {
    private let file: Descriptor

    /// Takes the lock of a state directory, making the directory where it is missing.
    ///
    /// `name` is the file's: whoever looks for what has fallen due has a lock of its own, so that
    /// runs by hand go on beside it.
    ///
    /// Never waits for a run that works: one that finds the lock taken ends at once
    /// (CONTRACT §11.22).
    package init(
        stateDirectory: String,
        named name: String = "lock",
        since clock: Instant
    ) throws(LockError) {
        let path = stateDirectory + "/" + name
        let file = try LockError.wrapping { () throws(FileError) in
            try Folder.make(stateDirectory)
            return try Descriptor(updating: path)
        }
        var attempt = 0
        while try !LockError.wrapping({ () throws(FileError) in try file.lock() }) {
            if let holder = RunLock.holder(in: file) { throw .held(by: holder, path: path) }
            // A run that has just taken the lock may not have signed it yet, and the one whose name
            // stands there may have ended meanwhile: neither is who the operator must look for.
            attempt += 1
            guard attempt < RunLock.patience else { throw .held(by: nil, path: path) }
            usleep(10_000)
        }
        try LockError.wrapping { () throws(FileError) in try RunLock.sign(file, since: clock) }
        self.file = file
    }

    private static func sign(
        _ file: borrowing Descriptor,
        since clock: Instant
    ) throws(FileError) {
        let holder = Holder(process: Int(getpid()), host: Machine.host, since: clock.iso)
        guard ftruncate(file.number, 0) == 0 else { throw file.failure(.write) }
        // Whoever asked for the holder before has read on in the file.
        try file.write(Array(holder.text.utf8).span.bytes, at: 0)
    }

    /// Who holds a lock that is taken; nil where nobody who is alive has signed it.
    private static func holder(in file: borrowing Descriptor) -> Holder? {
        var buffer = [UInt8](repeating: 0, count: 1024)
        guard lseek(file.number, 0, SEEK_SET) == 0, let count = try? file.fill(&buffer),
            let holder = Holder(text: String(decoding: buffer.prefix(count), as: UTF8.self)),
            holder.host != Machine.host || holder.isAlive
        else { return nil }
        return holder
    }

    /// How often the name of the holder is looked for, a hundredth of a second apart.
    private static let patience = 100

    /// Who holds a lock.
    package struct Holder: Hashable, Sendable {
        /// The number of the process.
        package var process: Int
        /// The name of the machine.
        package var host: String
        /// The clock of the run when it took the lock: `2023-12-12T23:30:00`.
        package var since: String

        /// Whether a process of this machine has the number.
        var isAlive: Bool {
            guard let number = pid_t(exactly: process), number > 0 else { return false }
            return kill(number, 0) == 0 || errno == EPERM
        }

        var text: String { "pid \(process)\nhost \(host)\nsince \(since)\n" }

        init(process: Int, host: String, since: String) {
            self.process = process
            self.host = host
            self.since = since
        }

        /// Reads what ``text`` writes; nil where it has not been written whole.
        init?(text: String) {
            guard text.hasSuffix("\n") else { return nil }
            var values: [Substring: String] = [:]
            for line in text.split(separator: "\n") {
                guard let blank = line.firstIndex(of: " ") else { continue }
                values[line[..<blank]] = String(line[line.index(after: blank)...])
            }
            guard let process = values["pid"].flatMap({ Int($0) }), let host = values["host"],
                let since = values["since"]
            else { return nil }
            self.init(process: process, host: host, since: since)
        }
    }
}
