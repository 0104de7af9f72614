internal import Judgement
internal import Model

/// What `contests` of `results.json` says of an edition beyond its totals.
enum ContestJSON {
    static func particulars(
        _ result: ContestResult,
        _ scene: Scene,
        _ json: inout JSONText
    ) {
        if result.total.isCovered {
            figures(result.total, &json)
        } else {
            noData(Self.particular, &json)
        }
        let rate =
            result.total.isCovered
            ? Words.perHundred(result.staffedEntries, staff: result.staff) : nil
        json.add("per_100_staff", literal: ResultsJSON.number(rate))
        json.array("units") { json in
            for unit in result.units.filter(scene.takesPart) {
                let own = scene.roster.units[unit.unit]
                json.lineBreak()
                json.object { json in
                    json.add("unit", own.id)
                    guard unit.isCovered else {
                        let names = ["entries", "valid", "authors"] + Self.particular
                        return noData(names + ["per_100_staff"], &json)
                    }
                    json.add("entries", unit.entries)
                    json.add("valid", unit.valid)
                    json.add("authors", unit.authors)
                    figures(unit, &json)
                    let rate = Words.perHundred(unit.entries, staff: own.staff)
                    json.add("per_100_staff", literal: ResultsJSON.number(rate))
                }
            }
        }
    }

    private static let particular = [
        "group_entries", "articles", "press", "duplicates", "suspected", "passed_preliminary",
        "sent_up", "in_final", "prizes",
    ]

    /// What stands for a unit that handed nothing in: blank is never 0 (CONTRACT §2).
    private static func noData(_ names: [String], _ json: inout JSONText) {
        for name in names { json.add(name, literal: nil) }
    }

    private static func figures(_ unit: ContestUnit, _ json: inout JSONText) {
        json.add("group_entries", unit.grouped)
        json.add("articles", unit.articles)
        json.add("press", unit.press)
        json.add("duplicates", unit.duplicates)
        json.add("suspected", unit.suspected)
        json.add("passed_preliminary", unit.passed)
        json.add("sent_up", unit.sentUp)
        json.add("in_final", unit.finalists)
        json.object("prizes") { json in
            for prize in Words.prizes { json.add(prize.code, unit.prizes[prize.code] ?? 0) }
        }
    }
}
