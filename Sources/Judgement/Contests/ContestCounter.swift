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
        let definition = scene.plan.forms.forms[form]
        let kind = definition.index(of: "kind")
        let prelim = definition.index(of: "prelim")
        let sentUp = definition.index(of: "sent_up")
        let prize = definition.index(of: "prize")
        let finalScore = definition.index(of: "final_score")
        let isPress = isCode("press", of: kind, definition)
        let isPassed = isCode("pass", of: prelim, definition)
        var places = [Int](repeating: -1, count: scene.roster.units.count)
        var units = scene.subtree.map { ContestUnit(unit: $0) }
        for (place, unit) in scene.subtree.enumerated() { places[unit] = place }
        var authors = DistinctHashes(groups: units.count)
        for resolved in records.forms[form] {
            let held = resolved.held
            // Each column once, not for every entry.
            let (kinds, prelims) = (held.batch.codes(kind), held.batch.codes(prelim))
            let (sent, prizes) = (held.batch.codes(sentUp), held.batch.codes(prize))
            let (names, ends) = (held.batch.authors, held.batch.authorEnds.numbers)
            let owners = held.batch.units.numbers
            let isUnscored = finalScore.map { held.batch.columns[$0] == .absent } ?? true
            let (counts, faults, editions) = (resolved.counts, resolved.faults, resolved.editions)
            for record in counts.indices where counts[record] && Int(editions[record]) == edition {
                let place = places[Int(owners[record])]
                guard place >= 0 else { continue }
                units[place].entries += 1
                if let kinds, isPress[Int(kinds[record])] {
                    units[place].press += 1
                } else {
                    units[place].articles += 1
                }
                guard faults[record] == .none else {
                    if faults[record] == .duplicate { units[place].duplicates += 1 }
                    continue
                }
                units[place].valid += 1
                if !ends.isEmpty {
                    let start = record == 0 ? 0 : Int(ends[record - 1])
                    for name in start..<Int(ends[record]) { authors.add(names[name], to: place) }
                    if Int(ends[record]) - start > 1 { units[place].grouped += 1 }
                }
                if let prelims, isPassed[Int(prelims[record])] { units[place].passed += 1 }
                if let sent, sent[record] == 1 { units[place].sentUp += 1 }
                if let finalScore, !isUnscored, !held.batch.isBlank(finalScore, record) {
                    units[place].finalists += 1
                }
                if let prize, let prizes, prizes[record] != RecordBatch.blankCode {
                    let code = definition.fields[prize].values[Int(prizes[record])].code
                    units[place].prizes[code, default: 0] += 1
                }
            }
        }
        for (place, count) in authors.counts.enumerated() { units[place].authors = count }
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
