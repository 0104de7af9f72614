internal import Judgement
internal import Model

/// A comparison for machines: every figure that changed with all its causes.
package enum ComparisonJSON {
    /// The whole comparison as one JSON object.
    package static func render(_ comparison: FigureComparison) -> String {
        let report = comparison.report
        let words = CauseWords(comparison: comparison)
        var json = JSONText()
        json.object { json in
            json.add("schema", 1)
            json.add("plan", report.plan)
            json.add("window", report.window.id)
            json.add("root", report.root)
            side("before", comparison.before, &json)
            side("after", comparison.after, &json)
            json.array("notes") { json in for note in comparison.notes { json.add(note) } }
            json.array("causes") { json in
                for (index, cause) in comparison.causes.enumerated() {
                    json.lineBreak()
                    json.object { json in
                        json.add("id", index + 1)
                        json.add("kind", cause.kind.rawValue)
                        json.add("text", words.title(cause))
                        if case .submissions(let changes) = cause.subject {
                            json.array("files") { json in
                                for change in changes {
                                    json.add(Privacy.withoutContacts(change.path))
                                }
                            }
                        }
                        if case .decision(let change) = cause.subject {
                            json.add("decision", change.number)
                        }
                    }
                }
            }
            json.add("unchanged", comparison.unchanged)
            json.array("changes") { json in
                for change in comparison.changes { self.change(change, &json) }
            }
        }
        return json.text + "\n"
    }

    private static func side(
        _ key: String,
        _ side: FigureComparison.Side,
        _ json: inout JSONText
    ) {
        json.object(key) { json in
            json.add("run", side.run)
            json.add("as_of", side.asOf.iso)
            json.add("known_at", side.knownAt.iso)
            json.add("version", side.version)
        }
    }

    private static func change(_ change: FigureChange, _ json: inout JSONText) {
        json.lineBreak()
        json.object { json in
            switch change.subject {
            case .node(let indicator, let node):
                json.add("indicator", indicator)
                json.add("node", node)
            case .unit(let indicator, let unit):
                json.add("indicator", indicator)
                json.add("unit", unit)
            case .measure(let measure, let unit):
                json.add("measure", measure)
                json.add("unit", unit)
            case .standing(let unit): json.add("unit", unit)
            case .contest(let id): json.add("contest", id)
            case .files: json.add("submissions", true)
            }
            json.add("figure", change.part.rawValue)
            values(change.before, change.after, &json)
            let isSum = change.before.difference(to: change.after) != nil
            json.array("causes") { json in
                for contribution in change.contributions {
                    json.object { json in
                        json.add("cause", contribution.cause + 1)
                        values(contribution.before, contribution.after, &json, isSum)
                    }
                }
            }
        }
    }

    /// `isPart` is for a part of a change from one number to another: there no data on the way
    /// counts as 0, so that the parts add up.
    private static func values(
        _ before: FigureValue,
        _ after: FigureValue,
        _ json: inout JSONText,
        _ isPart: Bool = false
    ) {
        value("before", before, &json)
        value("after", after, &json)
        let difference =
            isPart
            ? before.orNought.difference(to: after.orNought) : before.difference(to: after)
        if let difference {
            json.add("difference", literal: ResultsJSON.number(difference))
        }
    }

    /// A key is left out where the report has no such figure; null is no data.
    private static func value(_ key: String, _ value: FigureValue, _ json: inout JSONText) {
        switch value {
        case .absent: break
        case .noData: json.add(key, literal: nil)
        case .number(let number): json.add(key, literal: ResultsJSON.number(number))
        case .code(let code): json.add(key, code)
        }
    }
}

extension FigureValue {
    /// The number, or 0 where there is none.
    fileprivate var orNought: FigureValue {
        if case .number = self { self } else { .number(Quantity(0)) }
    }
}
