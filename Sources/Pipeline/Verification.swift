import Disk
import Foundation
package import LedgerStore

/// What `ledger verify` found.
package struct Verification: Sendable {
    /// All that is wrong; empty where the ledger is whole.
    package var faults: [LedgerFault] = []
    /// What is worth knowing and no fault, in Vietnamese.
    package var notices: [String] = []
    /// Editions whose every byte was read again.
    package var editions = 0
    /// The last line of the audit trail.
    package var head: AuditHead?
}

extension Enquiry {
    /// Checks the ledger, the originals unless told otherwise, the audit trail and every edition.
    ///
    /// `noted` is a head of the audit trail that was kept elsewhere. Works beside a run and changes
    /// nothing; a run that ends meanwhile is not taken for a fault.
    package func verify(
        readsOriginals: Bool,
        noted: AuditHead?
    ) throws(PipelineError) -> Verification {
        var result = Verification()
        // Before the runs are asked for: each is in the ledger before its folder has its name.
        let folders = try editionFolders()
        let runs = try PipelineError.wrapping { () throws(LedgerError) in
            result.head = try ledger.auditHead()
            result.faults = try ledger.verify(readsOriginals: readsOriginals)
            return try ledger.runs()
        }
        if let noted { try compare(noted, "đã ghi ở nơi khác", &result) }
        let officials = Enquiry.officials(among: runs)
        for run in runs {
            switch run.outcome {
            case .failed: continue
            case .begun:
                result.notices.append(
                    "Lần chạy \(run.output) chưa kết thúc hoặc đã bị ngắt; lần chạy sau sẽ ghi rõ."
                )
            case .published, .unpublished:
                guard let seal = run.seal else {
                    result.notices.append(
                        "Lần chạy \(run.output) do phiên bản cũ ghi, không có mã kiểm tra."
                    )
                    continue
                }
                guard let answer = try EditionCheck(output: output).answer(of: run, seal) else {
                    if officials[run.output] != nil {
                        result.faults.append(.official(output: run.output))
                        continue
                    }
                    result.notices.append("Báo cáo \(run.output) không còn trong \(output).")
                    continue
                }
                result.editions += 1
                result.faults += answer.faults
                if let head = answer.head {
                    try compare(head, "ghi trong \(run.output)/\(Manifest.name)", &result)
                }
            }
        }
        let written = Set(runs.map(\.output))
        result.faults += folders.filter { !written.contains($0) }.map { .stray(output: $0) }
        result.faults += misledLinks(runs)
        return result
    }

    /// The folders of the ledger's plans that are named like a run, below the output directory,
    /// sorted.
    private func editionFolders() throws(PipelineError) -> [String] {
        let plans = try PipelineError.wrapping { () throws(LedgerError) in try ledger.plans() }
        func names(in folder: String) -> [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: output + "/" + folder)) ?? []
        }
        return plans.flatMap { plan in
            names(in: plan).flatMap { window in
                names(in: plan + "/" + window).filter { RunID($0) != nil }
                    .map { plan + "/" + window + "/" + $0 }
            }
        }.filter { Folder.isFolder(output + "/" + $0) }.sorted()
    }

    /// The windows whose `latest` does not lead to the last edition that it was moved to, where
    /// that edition is still there.
    private func misledLinks(_ runs: [RunRecord]) -> [LedgerFault] {
        var windows: [String] = []
        var moving: [String: [RunRecord]] = [:]
        for run in runs where run.parameters.movesLatest && run.outcome != .failed {
            let window = run.plan + "/" + run.window
            if moving[window] == nil { windows.append(window) }
            moving[window, default: []].append(run)
        }
        return windows.compactMap { window in
            let runs = moving[window] ?? []
            guard let last = runs.last(where: { $0.outcome == .published }),
                Folder.isFolder(output + "/" + last.output)
            else { return nil }
            let found = Latest.run(besides: output + "/" + last.output)
            // A run that is under way may have moved it and not said so yet.
            let isRight =
                found == last.id || runs.contains { $0.outcome == .begun && $0.id == found }
            return isRight
                ? nil
                : .latest(link: output + "/" + window + "/latest", found: found, expected: last.id)
        }
    }

    private func compare(
        _ head: AuditHead,
        _ place: String,
        _ result: inout Verification
    ) throws(PipelineError) {
        let holds = try PipelineError.wrapping { () throws(LedgerError) in try ledger.holds(head) }
        guard holds != true else { return }
        result.faults.append(
            .audit(
                line: head.number,
                detail: holds == nil ? "đã mất, dù có mã \(place)" : "khác với mã \(place)"
            )
        )
    }
}
