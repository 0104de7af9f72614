internal import CSync
package import Glibc

/// An open file or folder that closes itself.
///
/// It exists because files handed in by others must be opened without following links, without
/// waiting for a pipe, and must be asked again after reading: Foundation does none of it.
package struct Descriptor: ~Copyable, Sendable {
    /// The number that the system gave.
    package let number: Int32
    /// The path for messages.
    package let path: String
    /// Whether failures are failures of the output (exit 73).
    package let isOutput: Bool

    private init(number: Int32, path: String, isOutput: Bool) {
        self.number = number
        self.path = path
        self.isOutput = isOutput
    }

    deinit { close(number) }

    /// A file for reading, not following a link in its last part and never waiting for a pipe.
    package init(reading path: String) throws(FileError) {
        try self.init(reading: Array(path.utf8), in: AT_FDCWD, path: path)
    }

    /// The same for a name of any bytes in an open folder; `path` is for messages.
    package init(reading name: [UInt8], in folder: Int32, path: String) throws(FileError) {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let name = name.map { CChar(bitPattern: $0) } + [0]
        let number = retrying { openat(folder, name, flags) }
        guard number >= 0 else { throw FileError(.open, path) }
        self.init(number: number, path: path, isOutput: false)
    }

    /// A folder; links are followed, because the operator chose its path.
    package init(folder path: String) throws(FileError) {
        let number = retrying { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard number >= 0 else { throw FileError(.open, path) }
        self.init(number: number, path: path, isOutput: false)
    }

    /// A folder in an open folder, not following a link; `path` is for messages.
    package init(folder name: [UInt8], in folder: Int32, path: String) throws(FileError) {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let name = name.map { CChar(bitPattern: $0) } + [0]
        let number = retrying { openat(folder, name, flags) }
        guard number >= 0 else { throw FileError(.open, path) }
        self.init(number: number, path: path, isOutput: false)
    }

    /// A new file with mode 0640; a file that is there already is an error.
    package init(creating path: String, isOutput: Bool = false) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let number = retrying { open(path, flags, 0o640) }
        // The mode of `open` is cut by the umask.
        guard number >= 0, fchmod(number, 0o640) == 0 else {
            let error = FileError(.create, path, isOutput: isOutput)
            if number >= 0 { close(number) }
            throw error
        }
        self.init(number: number, path: path, isOutput: isOutput)
    }

    /// A new file without a name in a folder, which is gone once it is closed; for its owner only.
    package init(unnamedIn folder: String) throws(FileError) {
        let number = retrying { open(folder, tonghop_unnamed | O_RDWR | O_CLOEXEC, 0o600) }
        guard number >= 0 else { throw FileError(.create, folder) }
        self.init(number: number, path: folder, isOutput: false)
    }

    /// A file that is read and written, made with mode 0640 where it is missing.
    package init(updating path: String) throws(FileError) {
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
        let number = retrying { open(path, flags, 0o640) }
        guard number >= 0 else {
            let reason = errno
            throw FileError(access(path, F_OK) == 0 ? .write : .create, path, errno: reason)
        }
        // Whatever the umask; a file of another owner keeps the mode that its owner gave it.
        _ = fchmod(number, 0o640)
        self.init(number: number, path: path, isOutput: false)
    }

    /// Size, times and kind of the open file.
    package func status() throws(FileError) -> stat {
        var result = stat()
        guard fstat(number, &result) == 0 else { throw failure(.read) }
        return result
    }

    /// Reads the next bytes over the beginning of a buffer and gives their number; 0 at the end.
    package func fill(_ buffer: inout [UInt8]) throws(FileError) -> Int {
        let count = buffer.withUnsafeMutableBytes { pointer in
            retrying { Glibc.read(number, pointer.baseAddress, pointer.count) }
        }
        guard count >= 0 else { throw failure(.read) }
        return count
    }

    /// Writes all bytes, however many calls it takes.
    package func write(_ bytes: RawSpan) throws(FileError) {
        var offset = 0
        while offset < bytes.byteCount {
            let rest = bytes.extracting(offset..<bytes.byteCount)
            let count = rest.withUnsafeBytes { pointer in
                retrying { Glibc.write(number, pointer.baseAddress, pointer.count) }
            }
            guard count > 0 else { throw failure(.write) }
            offset += count
        }
    }

    /// Writes all bytes at a place of the file, whatever others write elsewhere.
    package func write(_ bytes: RawSpan, at place: Int) throws(FileError) {
        var offset = 0
        while offset < bytes.byteCount {
            let rest = bytes.extracting(offset..<bytes.byteCount)
            let count = rest.withUnsafeBytes { pointer in
                retrying { pwrite(number, pointer.baseAddress, pointer.count, place + offset) }
            }
            guard count > 0 else { throw failure(.write) }
            offset += count
        }
    }

    /// Fills a buffer from a place of the file; where that ends before it is full, reading has
    /// failed.
    package func read(
        _ buffer: UnsafeMutableRawBufferPointer,
        at place: Int
    ) throws(FileError) {
        var offset = 0
        while offset < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[offset...])
            let count = retrying { pread(number, rest.baseAddress, rest.count, place + offset) }
            guard count > 0 else {
                throw FileError(.read, path, errno: count == 0 ? EIO : errno)
            }
            offset += count
        }
    }

    /// Waits until the disk holds what was written.
    package func sync() throws(FileError) {
        guard retrying({ Int(fsync(number)) }) == 0 else { throw failure(.sync) }
    }

    /// Waits until the disk holds all that was written to the file system of the file.
    ///
    /// No error is missed that came up since the file was opened.
    package func syncFileSystem() throws(FileError) {
        guard retrying({ Int(syncfs(number)) }) == 0 else { throw failure(.sync) }
    }

    /// Has the disk begin with bytes of a large file, and waits for nothing; whether it can is seen
    /// when ``sync()`` waits for them.
    package func beginWriting(from start: Int64, count: Int64) {
        _ = sync_file_range(number, Int(start), Int(count), tonghop_begin_writing)
    }

    /// Locks the file until it is closed; false where another process has it.
    package func lock() throws(FileError) -> Bool {
        if retrying({ flock(number, LOCK_EX | LOCK_NB) }) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw failure(.lock) }
        return false
    }

    /// The error of the call that has just failed.
    package func failure(_ operation: FileError.Operation) -> FileError {
        FileError(operation, path, isOutput: isOutput)
    }
}

/// Repeats a call that a signal has interrupted.
package func retrying<Count: SignedInteger>(_ call: () -> Count) -> Count {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
