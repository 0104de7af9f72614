internal import Intake
package import Model

/// The forms of which the last file that a unit sent was handed back whole, to be mended: nothing of it
/// counts, and yet the unit must not be told that it sent nothing (domain.md 6.1, `Yêu cầu chỉnh lý`).
package struct HandedBack: Sendable {
    /// By unit of the roster.
    private var forms: [Int: Set<Int>] = [:]

    /// Looks at the files that were received from a day on: what was handed back before is none of what a
    /// report asks for.
    package init(_ records: RecordSet, since first: Day) {
        let files = records.collection.files
        guard files.contains(where: { $0.isHandedBack && $0.receivedAt.day >= first }) else {
            return
        }
        // In the order of receipt: the last one says how a form stands.
        for file in files {
            let place = file.held.place
            guard let form = file.held.form, let unit = place.submitter ?? place.namedUnit
            else { continue }
            if file.isHandedBack, file.receivedAt.day >= first {
                forms[unit, default: []].insert(form)
            } else {
                forms[unit]?.remove(form)
            }
        }
    }

    package func has(_ form: Int, of unit: Int) -> Bool { forms[unit]?.contains(form) ?? false }
}

extension SourceFile {
    /// Whether it has rows of data and none of them is a record.
    fileprivate var isHandedBack: Bool { held.rows > 0 && held.records == 0 }
}
