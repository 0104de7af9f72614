import LedgerStore

/// A version that counts no more, which still says when a key was first received.
struct PastVersion {
    let path: String
    let version: FileVersion.Earlier
    /// Whether its file was taken away, and not replaced.
    let isWithdrawn: Bool

    var key: ReadingKey { ReadingKey(sha256: version.sha256, path: path) }

    /// The versions that effective ones replaced, and behind them those that were withdrawn.
    static func all(of versions: [FileVersion], withdrawn: [FileVersion]) -> [PastVersion] {
        versions.flatMap { version in
            version.replaced.map {
                PastVersion(path: version.path, version: $0, isWithdrawn: false)
            }
        }
            + withdrawn.map {
                PastVersion(path: $0.path, version: $0.past, isWithdrawn: true)
            }
    }
}
