import Foundation

/// Where a path leads once every link on the way is followed.
enum RealPath {
    /// The path without links, of what is there or is yet to be made.
    ///
    /// Foundation leaves a path as it is where its end is not there, links at its beginning
    /// included.
    static func of(_ path: String) -> String {
        let parts = absolute(path).split(separator: "/")
        for count in stride(from: parts.count, through: 1, by: -1) {
            guard let real = realpath("/" + parts.prefix(count).joined(separator: "/"), nil) else {
                continue
            }
            defer { free(real) }
            let rest = parts.dropFirst(count).map { "/" + $0 }.joined()
            return String(cString: real) + rest
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The path from the root on, links and all.
    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
