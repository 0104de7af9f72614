internal import Intake
import Model
internal import Plans
internal import Rollup

/// Counts the contest by unit.
struct ContestCounter {
    let scene: Scene
    let records: RecordSet

    func results() -> [ContestResult] {
        guard let form = scene.plan.forms.forms.firstIndex(where: \.isContest) else { return [] }
        let inWindow = Set(scene.plan.editions(in: scene.window).map(\.id))
        let editions = scene.plan.contests.indices
            .filter { inWindow.contains(scene.plan.contests[$0].id) }
        guard !editions.isEmpty else { return [] }
        let coverage = Coverage(records: records, window: scene.window.span)
        return editions.map { count($0, form, coverage) }
    }

    private func count(_ edition: Int, _ form: Int, _ coverage: Coverage) -> ContestResult {
        var places = [Int](repeating: -1, count: scene.roster.units.count)
        for (place, unit) in scene.subtree.enumerated() { places[unit] = place }
        let tally = EntryTally(edition, of: scene.subtree, places, columns(of: form))
        let batches = records.forms[form]
        let middle = batches.count / 2
        let (front, back) = concurrently(
            { tally.adding(batches[..<middle]) },
            { tally.adding(batches[middle...]) }
        )
        var units = front.merged(with: back)
        for suspect in records.suspectedCopies
        where suspect.edition == edition && places[suspect.unit] >= 0 {
            units[places[suspect.unit]].suspected += 1
        }
        for place in units.indices {
            units[place].isCovered =
                units[place].entries > 0 || coverage.covers(form, units[place].unit)
        }
        let existed = Set(scene.units)
        units.removeAll { $0.entries == 0 && !existed.contains($0.unit) }
        let minimum = scene.plan.contests[edition].joiningEntries
        var result = ContestResult(
            edition: edition,
            units: units,
            unitsJoined: units.count { $0.valid >= minimum }
        )
        for unit in units where scene.takesPart(unit) {
            guard let staff = scene.roster.units[unit.unit].staff, staff > 0 else { continue }
            result.staff += staff
            result.staffedEntries += unit.entries
        }
        return result
    }

    private func columns(of form: Int) -> EntryTally.Columns {
        let definition = scene.plan.forms.forms[form]
        let (kind, prelim) = (definition.index(of: "kind"), definition.index(of: "prelim"))
        let prize = definition.index(of: "prize")
        return EntryTally.Columns(
            kind: kind,
            isPress: isCode("press", of: kind, definition),
            prelim: prelim,
            isPassed: isCode("pass", of: prelim, definition),
            sentUp: definition.index(of: "sent_up"),
            finalScore: definition.index(of: "final_score"),
            prize: prize,
            prizes: prize.map { definition.fields[$0].values.map(\.code) } ?? []
        )
    }

    /// For each code that a column can hold whether it is the one of a name.
    private func isCode(_ name: String, of field: Int?, _ form: Form) -> [Bool] {
        var isCode = [Bool](repeating: false, count: Int(RecordBatch.blankCode) + 1)
        guard let field else { return isCode }
        for (code, value) in form.fields[field].values.enumerated().prefix(isCode.count - 1) {
            isCode[code] = value.code == name
        }
        return isCode
    }
}
