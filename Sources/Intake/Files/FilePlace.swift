package import Model
internal import Plans

/// What a file's path below `submissions/` says about it (CONTRACT §2).
package struct FilePlace: Hashable, Sendable {
    /// The path below `submissions/`.
    package let path: String
    /// The unit whose folder the file lies in: it may report for itself and for units below it.
    package let submitter: Int?
    /// The period of a folder named like a window.
    package let period: Period?
    /// The unit that the file's own name names.
    package let namedUnit: Int?

    /// A place whose path was looked at before.
    init(path: String, submitter: Int?, period: Period?, namedUnit: Int?) {
        self.path = path
        self.submitter = submitter
        self.period = period
        self.namedUnit = namedUnit
    }

    /// Makes out a path by the roster and the calendar of the context.
    package init(path: String, context: ReadingContext) {
        self.path = path
        let folder = context.tables.folders.meaning(
            of: FilePlace.folder(of: path),
            in: context.names
        )
        submitter = folder.submitter
        period = folder.period
        guard submitter == nil else {
            namedUnit = nil
            return
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        namedUnit = context.names.unit(inFileName: stem)
    }

    /// The path without the name of the file.
    private static func folder(of path: String) -> Substring {
        let slash = UInt8(ascii: "/")
        let utf8 = path.utf8
        guard let end = utf8.lastIndex(of: slash) else { return "" }
        // Between plain letters a slash is a character of its own; elsewhere it may be a part of
        // one.
        let behind = utf8[end...].dropFirst().first ?? slash
        let before = utf8[..<end].last ?? slash
        guard behind < 0x80, before < 0x80, behind != slash else {
            return path.split(separator: "/").dropLast().joined(separator: "/")[...]
        }
        return path[..<end]
    }
}
