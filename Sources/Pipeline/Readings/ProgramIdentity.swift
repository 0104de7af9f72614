import Disk

extension Program {
    /// What tells this build of the program from every other: its version, and the build
    /// identifiers of the running file and of the language's shared libraries.
    ///
    /// The version alone does not, because what is built between two versions may read files
    /// otherwise; and another Unicode in the libraries may read text otherwise as well. A copy has
    /// the same identifiers, on another machine too.
    static func identity() throws(FileError) -> String { try known.get() }

    /// Found out once: a run may have several plans.
    private static let known = Result { () throws(FileError) in
        // The link of the system, not the path: the file may have been replaced since the start.
        var text = try version + " " + build(ofFile: "/proc/self/exe")
        for library in try libraries() { text += try "\n" + build(ofFile: library) }
        return text
    }

    /// The SHA-256 of the file serves where the linker made no identifier.
    private static func build(ofFile path: String) throws(FileError) -> String {
        if let identifier = BuildIdentifier(ofFile: path) { return identifier.description }
        return try SHA256.digest(ofFile: path)
    }

    /// The paths of the language's shared libraries, by name.
    ///
    /// They are there from the start; others come when they are first needed, and which are needed
    /// differs from run to run.
    private static func libraries() throws(FileError) -> [String] {
        let maps = try PlanInput.read("/proc/self/maps")
        let files = maps.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
            guard let slash = line.firstIndex(of: UInt8(ascii: "/")) else { return nil }
            return String(decoding: line[slash...], as: UTF8.self)
        }
        let libraries = Set(files).map { path in (path, path.split(separator: "/").last ?? "") }
        return libraries.filter { _, name in
            (name.hasPrefix("libswift") || name.contains("Foundation")) && name.contains(".so")
        }
        .sorted { $0.1 < $1.1 }
        .map(\.0)
    }
}
