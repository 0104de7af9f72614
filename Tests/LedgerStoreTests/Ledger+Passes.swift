import FoundationEssentials
import LedgerStore
import Model
import TestSupport

extension Ledger {
    /// A file whose bytes are kept among the originals, as a pass would have seen it.
    func observed(
        _ path: String,
        _ content: String,
        modified: String = "2024-01-01T08:00:00"
    ) throws -> ObservedFile {
        let bytes = Array(content.utf8)
        let sha256 = try originals.keep(bytes)
        let instant = try instant(modified)
        let stamp = FileStamp(
            size: Int64(bytes.count),
            modified: instant.unix * 1_000_000_000,
            changed: instant.unix * 1_000_000_000,
            inode: 7
        )
        return ObservedFile(path: path, stamp: stamp, sha256: sha256)
    }

    /// Records a drop folder that holds these texts.
    @discardableResult
    func pass(
        _ clock: String,
        _ contents: KeyValuePairs<String, String>,
        area: Area = .submissions,
        modified: String = "2024-01-01T08:00:00",
        nominal: String? = nil
    ) throws -> RecordSummary {
        let files = try contents.map { try observed($0.key, $0.value, modified: modified) }
        return try record(
            plan: "p",
            area: area,
            files: files,
            clock: try instant(clock),
            nominal: try nominal.map(instant)
        )
    }

    /// `path=content` of the versions that count.
    func counting(
        asOf: String,
        knownAt: String = "9999-01-01",
        area: Area = .submissions,
        voids: [VoidedSubmission] = [],
        upTo state: LedgerState? = nil,
        reach: PlanReach = .standing
    ) throws -> [String] {
        try versions(
            plan: "p",
            area: area,
            asOf: try instant(asOf),
            knownAt: try instant(knownAt),
            voids: voids,
            upTo: state,
            reach: reach
        ).map { try $0.path + "=" + text(of: $0.sha256) }
    }

    func text(of sha256: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: try original(sha256)))
        return String(decoding: data, as: UTF8.self)
    }
}
