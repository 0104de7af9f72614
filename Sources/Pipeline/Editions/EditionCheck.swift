import Disk
import LedgerStore

/// Checks an edition on the disk against what the ledger knows of it.
struct EditionCheck {
    let output: String

    /// What an edition on the disk has to say.
    struct Answer {
        var faults: [LedgerFault] = []
        /// The audit trail's last line before the run, as its manifest has it.
        var head: AuditHead?
    }

    /// Reads every file of an edition again; nil where the whole edition is gone, which is the
    /// operator's right.
    func answer(of run: RunRecord, _ seal: EditionSeal) throws(PipelineError) -> Answer? {
        let folder = output + "/" + run.output
        guard Folder.isFolder(folder) else { return nil }
        return try PipelineError.writing { () throws(FileError) in
            var found = try EditionFile.all(in: folder)
            let index = found.firstIndex { $0.name == Manifest.name }
            let manifest = index.map { found.remove(at: $0) }
            guard manifest?.sha256 == seal.manifest,
                let bytes = try? PlanInput.read(folder + "/" + Manifest.name),
                let written = Manifest.written(in: bytes)
            else { return try withoutManifest(run, seal, found, isGone: manifest == nil) }
            var answer = Answer(
                faults: EditionCheck.differences(found, written.files).map {
                    .edition(output: run.output, file: $0.file, kind: $0.kind)
                },
                head: written.head
            )
            if !written.isOf(run) {
                answer.faults.append(
                    .run(output: run.output, detail: "khác với \(Manifest.name) của báo cáo")
                )
            }
            return answer
        }
    }

    private func withoutManifest(
        _ run: RunRecord,
        _ seal: EditionSeal,
        _ found: [EditionFile],
        isGone: Bool
    ) throws(FileError) -> Answer {
        var answer = Answer()
        answer.faults.append(
            .edition(
                output: run.output,
                file: Manifest.name,
                kind: isGone ? .missing : .altered
            )
        )
        if try EditionSeal.digest(of: found) != seal.filesDigest {
            answer.faults.append(.edition(output: run.output, file: "*", kind: .altered))
        }
        return answer
    }

    /// The names in which two lists differ, by path bytes.
    private static func differences(
        _ found: [EditionFile],
        _ written: [EditionFile]
    ) -> [(file: String, kind: LedgerFault.EditionFault)] {
        var rest = Dictionary(found.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var differences: [(file: String, kind: LedgerFault.EditionFault)] = []
        for file in written {
            switch rest.removeValue(forKey: file.name) {
            case nil: differences.append((file.name, .missing))
            case file?: break
            default: differences.append((file.name, .altered))
            }
        }
        differences += rest.keys.map { ($0, .added) }
        return differences.sorted {
            $0.file.utf8.lexicographicallyPrecedes($1.file.utf8)
        }
    }
}
