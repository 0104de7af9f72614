internal import Intake
internal import Judgement
internal import Model
internal import Rollup

/// What each unit has to mend: errors and warnings of the files that it handed in, by file.
///
/// A finding belongs to the unit in whose folder the file lies, because that unit can mend the
/// file; else to the unit that the finding names, else to the one in the file's name. What a unit
/// sent that was closed since is for the one that its duties fell to.
struct Corrections {
    /// One file of a unit with what has to be mended.
    struct File {
        /// Below `submissions/`; empty for what several files together came to.
        var path: String
        var receivedOn: Day?
        var findings: [Finding]
    }

    private var units: [Int: [File]] = [:]

    init(_ judgement: Judgement) {
        let roster = judgement.scene.roster
        let findings = judgement.findings.filter { $0.severity != .notice }
        guard !findings.isEmpty else { return }
        // Few of thousands of files have something to mend.
        let mended = Set(findings.map { PathKey($0.file) })
        var sources: [PathKey: SourceFile] = [:]
        for file in judgement.records.collection.files where mended.contains(PathKey(file.path)) {
            sources[PathKey(file.path)] = file
        }
        var places: [PathKey: FilePlace] = [:]
        func place(_ path: String) -> FilePlace {
            let key = PathKey(path)
            if let known = places[key] { return known }
            let place =
                sources[key]?.held.place
                ?? FilePlace(path: path, context: judgement.records.context)
            places[key] = place
            return place
        }
        // Findings come in reading order, so those of one file follow each other.
        for finding in findings {
            let place = place(finding.file)
            let named = finding.unit.flatMap { roster.index(of: $0) }
            guard let unit = place.submitter ?? named ?? place.namedUnit else { continue }
            var files = units.removeValue(forKey: unit) ?? []
            if files.last.map({ PathKey($0.path) }) != PathKey(finding.file) {
                files.append(
                    File(
                        path: finding.file,
                        receivedOn: sources[PathKey(finding.file)]?.receivedAt.day,
                        findings: []
                    )
                )
            }
            files[files.count - 1].findings.append(finding)
            units[unit] = files
        }
        let scene = judgement.scene
        let bearers = scene.bearers(of: scene.subtree.filter { units[$0] != nil })
        for (unit, bearer) in bearers.sorted(by: { $0.key < $1.key }) {
            guard case .other(let other, _, _) = bearer,
                let files = units.removeValue(forKey: unit)
            else { continue }
            units[other, default: []] += files
        }
    }

    /// The files that a unit has to look at again, by path; nil where there are none.
    func files(of unit: Int) -> [File]? { units[unit] }
}
