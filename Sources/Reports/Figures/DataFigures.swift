internal import Intake
internal import Judgement
internal import Model
internal import Rollup

/// What was read and what was noticed, counted once for all renderers.
struct DataFigures {
    /// One code of findings and how often it came up.
    struct CodeCount {
        var code: FindingCode
        var severity: Severity
        /// What only looks like it and was counted all the same is told apart.
        var isSuspicion: Bool
        var count: Int
        var title: String
    }

    private(set) var files = 0
    private(set) var accepted = 0
    /// Files that others handed in and that are about units of the report only in part.
    private(set) var partial = 0
    /// Files and folders that were not taken in at all: no file above stands for them.
    private(set) var untaken = 0
    /// Rows of data, good and rejected (CONTRACT §11.21).
    private(set) var rows = 0
    private(set) var records = 0
    /// Rows of files that could not be decoded: they are in the originals alone.
    private(set) var rowsInOriginals = 0
    private(set) var lines = LineCounts()
    /// Errors first, then warnings and notices; within them the most frequent first.
    private(set) var codes: [CodeCount] = []

    init(_ judgement: Judgement, _ words: Words) {
        let sources = judgement.records.collection.files
        var rejectedPaths: Set<String> = []
        for index in judgement.sources {
            let held = sources[index].held
            files += 1
            if held.isAccepted { accepted += 1 } else { rejectedPaths.insert(held.path) }
            let share = judgement.share(of: index)
            if share.rows != held.rows || share.records != held.records { partial += 1 }
            rows += share.rows
            records += share.records
            if !held.isAccepted, !held.hasRejected { rowsInOriginals += held.rows }
            lines += held.lines
        }
        struct Key: Hashable {
            var code: FindingCode
            var severity: Severity
            var isSuspicion: Bool
        }
        var counts: [Key: Int] = [:]
        for finding in judgement.findings {
            let key = Key(
                code: finding.code,
                severity: finding.severity,
                isSuspicion: finding.isSuspicion
            )
            counts[key, default: 0] += 1
            if finding.code.isOfUntaken, !rejectedPaths.contains(finding.file) { untaken += 1 }
        }
        codes = counts.map {
            CodeCount(
                code: $0.key.code,
                severity: $0.key.severity,
                isSuspicion: $0.key.isSuspicion,
                count: $0.value,
                title: words.title($0.key.code, isSuspicion: $0.key.isSuspicion)
            )
        }
        .sorted { a, b in
            if a.severity != b.severity { return a.severity.rank < b.severity.rank }
            if a.count != b.count { return a.count > b.count }
            if a.code != b.code { return a.code.rawValue < b.code.rawValue }
            return !a.isSuspicion && b.isSuspicion
        }
    }

    var filesRejected: Int { files - accepted }

    var rowsRejected: Int { rows - records }

    func findings(_ severity: Severity) -> Int {
        codes.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
    }
}

extension Severity {
    /// 0 for what needs attention first.
    var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .notice: 2
        }
    }
}
