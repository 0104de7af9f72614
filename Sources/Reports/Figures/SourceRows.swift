internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// The files of a report in the order in which `NguonSoLieu` lists them, and where to look for a
/// unit's.
struct SourceRows {
    /// Indexes of the collection's files, by path.
    let order: [Int]
    /// For a unit, the row of the file that it handed in for the main deadline, else of its first
    /// one.
    private let rows: [Int: Int]

    init(_ frame: ReportFrame) {
        let judgement = frame.judgement
        let files = judgement.records.collection.files
        let paths = files.map(\.path)
        let listed = judgement.sources
        order = orderInBytes(listed.map { paths[$0] }).map { listed[$0] }
        var rows: [Int: Int] = [:]
        var places: [Int: Int] = [:]
        for (row, file) in order.enumerated() {
            places[file] = row
            let place = files[file].held.place
            if let unit = place.submitter ?? place.namedUnit, rows[unit] == nil { rows[unit] = row }
        }
        let plan = judgement.scene.plan
        if let main = plan.deadlines.firstIndex(where: \.isMain) ?? plan.deadlines.indices.first {
            let result = judgement.deadlines[main]
            for (unit, handed) in zip(result.units, result.files) {
                if let row = handed.lazy.compactMap({ places[$0] }).first { rows[unit.unit] = row }
            }
        }
        self.rows = rows
    }

    /// A link to the unit's file; nil where it sent none.
    func link(_ unit: Int) -> SheetLink? {
        rows[unit].map { SheetLink(sheet: SourceSheet.name, row: $0, column: 2) }
    }
}
