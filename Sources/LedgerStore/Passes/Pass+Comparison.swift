extension Pass {
    /// Takes in what was seen, beside what was known; both are sorted by path bytes.
    ///
    /// What is gone from below a folder that could not be listed is left as it was.
    mutating func compare(
        _ seen: [ObservedFile],
        with known: [KnownFiles.File],
        unlisted: [String]
    ) throws {
        var (next, index) = (0, 0)
        while next < seen.count || index < known.count {
            switch Pass.order(seen, next, known, index) {
            case .onlySeen:
                try appeared(seen[next])
                next += 1
            case .onlyKnown:
                let path = known[index].path
                if !unlisted.contains(where: { path.utf8.starts(with: ($0 + "/").utf8) }) {
                    try disappeared(path)
                }
                index += 1
            case .both:
                try stayed(seen[next], known: known[index])
                next += 1
                index += 1
            }
        }
    }

    private enum Order { case onlySeen, onlyKnown, both }

    /// Which of two lists sorted by path bytes is ahead.
    ///
    /// Bytes and not `==`: two names that differ only in their Unicode form are two files.
    private static func order(
        _ seen: [ObservedFile],
        _ next: Int,
        _ known: [KnownFiles.File],
        _ index: Int
    ) -> Order {
        guard next < seen.count else { return .onlyKnown }
        guard index < known.count else { return .onlySeen }
        let (path, old) = (seen[next].path.utf8, known[index].path.utf8)
        if path.elementsEqual(old) { return .both }
        return path.lexicographicallyPrecedes(old) ? .onlySeen : .onlyKnown
    }
}
