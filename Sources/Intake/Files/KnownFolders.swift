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
    func meaning(of path: Substring, in roster: Roster) -> Meaning {
        if let meaning = known.withLock({ $0[path] }) { return meaning }
        let folders = path.split(separator: "/").map(String.init)
        let meaning = Meaning(
            submitter: folders.lazy.compactMap { roster.index(of: $0) }.first,
            period: folders.lazy.compactMap { Period(id: $0) }.first
        )
        known.withLock { known in
            if known.count >= KnownFolders.most { known.removeAll(keepingCapacity: true) }
            known[Substring(String(path))] = meaning
        }
        return meaning
    }
}
