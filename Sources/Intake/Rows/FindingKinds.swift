internal import Model

/// The kinds of the findings of a block: most of its findings are of one of few, which they then
/// share.
struct FindingKinds {
    private var places = DigestMemo()
    private var kinds: [FindingKind] = []

    /// The kind of findings that say something of a column of the block's file.
    ///
    /// `unit` and `column` are indexes in the roster and the header.
    mutating func kind(
        _ code: FindingCode,
        _ severity: Severity,
        unit: Int?,
        column: Int?,
        _ wording: (message: String, fix: String),
        make: () -> FindingKind
    ) -> FindingKind {
        var hasher = DigestHasher()
        hasher.add(Int64(unit ?? -1))
        hasher.add(Int64(column ?? -1))
        hasher.add(wording.message.utf8.span)
        hasher.add(wording.fix.utf8.span)
        let digest = hasher.finish()
        if let place = places[digest] {
            let known = kinds[place]
            // Two codes that say the same are rare enough to have kinds of their own.
            return known.code == code && known.severity == severity ? known : make()
        }
        let kind = make()
        places.insert(kinds.count, for: digest)
        kinds.append(kind)
        return kind
    }
}
