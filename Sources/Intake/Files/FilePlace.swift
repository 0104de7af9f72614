package import Model
internal import Plans

/// What a file's path below `submissions/` says about it (CONTRACT §2).
package struct FilePlace: Hashable, Sendable {
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

    package init(path: String, context: ReadingContext) {
        self.path = path
        let components = path.split(separator: "/").map(String.init)
        let folders = components.dropLast()
        submitter = folders.lazy.compactMap { context.roster.index(of: $0) }.first
        period = folders.lazy.compactMap { Period(id: $0) }.first
        let name = components.last ?? path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        namedUnit = submitter == nil ? context.names.unit(inFileName: stem) : nil
    }
}
