internal import Intake
internal import Model
internal import Plans

/// Who was recognised as an exemplar by a district or above, by name and unit (TX-40).
struct Recognitions {
    /// The units whose exemplar of a name was recognised, by the digest of the folded name.
    private var units: [Digest: [Int32]] = [:]

    init(_ batches: [ResolvedBatch], _ form: Form) {
        guard let name = form.index(of: "name") else { return }
        let level = form.index(of: "level")
        let levels = level.map { form.fields[$0].values.map(\.code) } ?? []
        let status = form.index(of: "status")
        let statuses = status.map { form.fields[$0].values.map(\.code) } ?? []
        let decision = ["decision_number", "decided_on"].compactMap(form.index(of:))
        for resolved in batches {
            let batch = resolved.batch
            for record in 0..<batch.count where resolved.counts[record] {
                if let status, let code = batch.code(status, record),
                    ["emerging", "introduced", "rejected"].contains(statuses[code])
                {
                    continue
                }
                if let level, let code = batch.code(level, record) {
                    guard ["district", "city", "national"].contains(levels[code]) else { continue }
                } else {
                    // Without a level, a decision is what tells a recognition from a nomination.
                    guard decision.contains(where: { !batch.isBlank($0, record) }) else { continue }
                }
                let key = batch.foldedText(name, record)
                guard !key.isEmpty else { continue }
                let unit = batch.units[record]
                let digest = Digest(key)
                if units[digest]?.contains(unit) != true {
                    units[digest, default: []].append(unit)
                }
            }
        }
    }

    /// Whether somebody of a folded name was recognised in a unit, below it or above it.
    func include(_ name: [UInt8], _ unit: Int32, _ kinship: Kinship) -> Bool {
        units[Digest(name)]?.contains { kinship.isRelated(Int(unit), Int($0)) } ?? false
    }
}
