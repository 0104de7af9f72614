import Glibc

extension Descriptor {
    /// The names in an open folder as bytes, without `.` and `..`, sorted.
    ///
    /// Bytes, because a name need not be valid UTF-8 and the order must not depend on a language.
    package func names() throws(FileError) -> [[UInt8]] {
        // The stream closes its own descriptor; the copy would share the reading position.
        let copy = retrying { openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard copy >= 0 else { throw failure(.read) }
        guard let stream = fdopendir(copy) else {
            let error = failure(.read)
            close(copy)
            throw error
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            let name = UnsafeRawPointer(entry).advanced(by: offset)
            let length = strlen(name.assumingMemoryBound(to: CChar.self))
            names.append(Array(UnsafeRawBufferPointer(start: name, count: length)))
        }
        guard errno == 0 else { throw failure(.read) }
        names.removeAll { $0 == [46] || $0 == [46, 46] }
        names.sort { $0.lexicographicallyPrecedes($1) }
        return names
    }
}
