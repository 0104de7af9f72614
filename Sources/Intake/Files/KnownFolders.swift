internal import Model
internal import Plans
internal import Synchronization

/// What the folders of files say of them, worked out once for all files of a folder.
///
/// Several threads may ask at once.
final class KnownFolders: Sendable {
    /// What a folder and those above it say.
    struct Meaning {
        /// The unit whose folder one of them is.
        var submitter: Int?
        /// The period of one that is named like a window.
        var period: Period?
    }

    /// More are forgotten again: a drop folder lists the files of a folder one after the other.
    private static let most = 4096

    private let known = Mutex<[Substring: Meaning]>([:])

    /// What a path of folders below `submissions/` says (CONTRACT §2).
    ///
    /// Ids are compared as in cells: letter case matters only where ids differ in nothing else.
    func meaning(of path: Substring, in names: UnitNames) -> Meaning {
        if let meaning = known.withLock({ $0[path] }) { return meaning }
        var meaning = Meaning()
        var name = path
        // Between plain letters a slash is a character of its own; elsewhere it may be a part of
        // one.
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
            path.utf8.allSatisfy({ $0 < 0x80 })
        {
            meaning = self.meaning(of: path[..<slash], in: names)
            name = path[path.utf8.index(after: slash)...]
        }
        for folder in name.split(separator: "/").map(String.init) {
            if meaning.submitter == nil {
                meaning.submitter = names.roster.index(of: folder) ?? names.unit(id: folder)
            }
            if meaning.period == nil { meaning.period = Period(id: folder) }
        }
        known.withLock { known in
            if known.count >= KnownFolders.most { known.removeAll(keepingCapacity: true) }
            known[Substring(String(path))] = meaning
        }
        return meaning
    }
}
