import Model

/// What a set of files was read as under one context: the unit that readers hand on and that
/// merges.
///
/// Partial results merge in any order and any grouping to the same one, and it has the same bytes.
struct Partial: Sendable {
    /// The name of all that the readings depend on besides the files; see ``ContextDigest``.
    let context: String
    /// By path bytes, then by version; each once.
    let files: [PartialFile]

    /// A result of files of which none is there twice.
    init(context: String, files: [PartialFile]) {
        self.context = context
        self.files = files.sorted(by: PartialFile.precedes)
    }

    /// Results merged into one; nil where there are none.
    ///
    /// A file that several of them have is there once, if they say the same of it.
    init?(merging partials: some Sequence<Partial>) throws(PartialFault) {
        var context: String?
        var all: [PartialFile] = []
        for partial in partials {
            guard context == nil || context == partial.context else { throw .otherContext }
            context = partial.context
            all += partial.files
        }
        guard let context else { return nil }
        all.sort(by: PartialFile.precedes)
        var files: [PartialFile] = []
        files.reserveCapacity(all.count)
        for file in all {
            guard let last = files.last, last.key == file.key else {
                files.append(file)
                continue
            }
            guard last.tally == file.tally, last.bytes == file.bytes else {
                throw .contradiction(path: file.key.path)
            }
        }
        self.context = context
        self.files = files
    }

    /// What was counted of all files when they were read.
    var tally: ReadingTally { files.reduce(into: ReadingTally()) { $0 += $1.tally } }
}
