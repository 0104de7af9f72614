import Glibc
import LedgerStore

extension Program {
    /// What tells this build of the program from every other: its version, and place, size and times of
    /// the running file.
    ///
    /// The version alone does not, because what is built between two versions may read files
    /// otherwise. The libraries of the language count as well: another Unicode in them may read text
    /// otherwise. A copy of the same program counts as another one, which costs a night's reading and
    /// changes no figure.
    static func identity() throws(LedgerError) -> String { try known.get() }

    /// Found out once: a run may have several plans.
    private static let known = Result { () throws(LedgerError) in try foundOut() }

    private static func foundOut() throws(LedgerError) -> String {
        // The link of the system, not the path: the file may have been replaced since the start.
        let executable = "/proc/self/exe"
        var status = stat()
        guard stat(executable, &status) == 0 else { throw .file(FileError(.open, executable)) }
        return try version + " \(status.st_dev).\(status.st_ino) \(stamp(status))"
            + " \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)" + libraries()
    }

    private static func stamp(_ status: stat) -> String {
        "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
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
            text += "\n\(path) \(stamp(status))"
        }
        return text
    }
}
