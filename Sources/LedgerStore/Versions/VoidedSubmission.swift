package import Model

/// A decision of the board that a submission does not count (`Loại bài nộp`, CONTRACT §11.19).
package struct VoidedSubmission: Equatable, Sendable {
    /// The path below `submissions/`, or the SHA-256 of the bytes.
    package var target: String
    /// The last moment of the decision's day.
    ///
    /// A decision about a path means the version that lay there then, so that a corrected file
    /// handed in afterwards counts.
    package var decidedAt: Instant

    /// The unit that the decision names; nil where it means whichever handed the file in.
    package let unit: String?

    /// Whether a file at a path may be that unit's.
    private let isOwn: @Sendable (_ path: String) -> Bool

    /// A target as `decisions.csv` has it: a path below `submissions/` or a SHA-256.
    ///
    /// A file that is not of the unit which the decision names stays as it is, whatever its path or
    /// bytes.
    package init(
        target: String,
        decidedAt: Instant,
        unit: String? = nil,
        isOwn: @escaping @Sendable (_ path: String) -> Bool = { _ in true }
    ) {
        self.target = target
        self.decidedAt = decidedAt
        self.unit = unit
        self.isOwn = isOwn
    }

    /// Equal ones mean the same by one roster.
    package static func == (a: VoidedSubmission, b: VoidedSubmission) -> Bool {
        a.target == b.target && a.decidedAt == b.decidedAt && a.unit == b.unit
    }

    /// The versions of one path, the first seen first, that the decision means: those with the
    /// digest, or of the path the one that lay there when the decision was taken, else the first.
    package func ids(among versions: [FileVersion]) -> Set<Int64> {
        guard let path = versions.first?.path else { return [] }
        var ids: Set<Int64> = []
        if target.utf8.count == 64 {
            let digest = target.lowercased()
            ids.formUnion(versions.filter { $0.sha256 == digest }.map(\.id))
        }
        if VoidedSubmission.names(target, path) {
            let then = versions.last { $0.firstSeen <= decidedAt }
            if let id = (then ?? versions.first)?.id { ids.insert(id) }
        }
        return ids.isEmpty || isOwn(path) ? ids : []
    }

    /// Whether officials mean a path by a text: with or without `submissions/` in front, with
    /// either slash, in any Unicode form.
    package static func names(_ target: String, _ path: String) -> Bool {
        var parts = target.split { $0 == "/" || $0 == "\\" }
        while let first = parts.first, first == "." || first == "submissions" {
            if parts.joined(separator: "/") == path { return true }
            parts.removeFirst()
        }
        return parts.joined(separator: "/") == path
    }
}
