import Glibc
import LedgerStore

extension Program {
    /// What tells this build of the program from every other: its version and the SHA-256 of the
    /// running file.
    ///
    /// The version alone does not, because what is built between two versions may read files
    /// otherwise. The libraries of the language count by size and time: another Unicode in them may
    /// read text otherwise as well.
    static func identity() throws(LedgerError) -> String { try known.get() }

    /// Found out once: the file is large, and a run may have several plans.
    private static let known = Result { () throws(LedgerError) in try foundOut() }

    private static func foundOut() throws(LedgerError) -> String {
        // The link of the system, not the path: the file may have been replaced since the start.
        let executable = "/proc/self/exe"
        var hasher = try SHA256()
        let number = open(executable, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw .file(FileError(.open, executable)) }
        defer { close(number) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { pointer in
                retrying { read(number, pointer.baseAddress, pointer.count) }
            }
            guard count >= 0 else { throw .file(FileError(.read, executable)) }
            if count == 0 { break }
            hasher.update(buffer.span.extracting(first: count).bytes)
        }
        return try version + " " + hasher.finish() + libraries()
    }

    /// The language's shared libraries, each with its size and time.
    ///
    /// They are there from the start; others come when they are first needed, and which are needed
    /// differs from run to run.
    private static func libraries() throws(LedgerError) -> String {
        let maps = try LedgerError.wrapping { () throws(FileError) in
            try PlanInput.read("/proc/self/maps")
        }
        let paths = Set(
            maps.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
                guard let slash = line.firstIndex(of: UInt8(ascii: "/")) else { return nil }
                let path = String(decoding: line[slash...], as: UTF8.self)
                let name = path.split(separator: "/").last ?? ""
                let isOfLanguage = name.hasPrefix("libswift") || name.contains("Foundation")
                return isOfLanguage && name.contains(".so") ? path : nil
            }
        )
        var text = ""
        for path in paths.sorted() {
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            text += "\n\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        }
        return text
    }
}
