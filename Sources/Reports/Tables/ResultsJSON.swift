internal import Intake
internal import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `results.json`: everything in the reports, for machines (CONTRACT §7).
package enum ResultsJSON {
    /// The report as one JSON object.
    package static func render(_ frame: ReportFrame) -> String {
        let judgement = frame.judgement
        let scene = judgement.scene
        var json = JSONText()
        json.object { json in
            json.add("schema", 1)
            json.add("plan", scene.plan.id)
            json.add("root", scene.roster.units[scene.root].id)
            json.object("window") { json in
                json.add("id", scene.window.id)
                json.add("from", scene.window.span.from.iso)
                json.add("to", scene.window.span.to.iso)
            }
            json.add("as_of", scene.asOf.iso)
            units(judgement, &json)
            measures(judgement, &json)
            json.array("indicators") { json in
                for result in judgement.indicators { indicator(result, scene, &json) }
            }
            bases(judgement, &json)
            previous(judgement, &json)
            years(judgement, &json)
            contests(judgement, &json)
            clusters(judgement, &json)
            BoardJSON.write(judgement, anonymise: frame.anonymise, &json)
            StatutoryJSON.write(frame, &json)
            counts(DataFigures(judgement, .vietnamese), &json)
        }
        return json.text + "\n"
    }

    private static func units(_ judgement: Judgement, _ json: inout JSONText) {
        let scene = judgement.scene
        let submissions = Dictionary(
            judgement.submissions.map { ($0.unit, $0.status) },
            uniquingKeysWith: { first, _ in first }
        )
        json.array("units") { json in
            for index in scene.units {
                let unit = scene.roster.units[index]
                json.lineBreak()
                json.object { json in
                    json.add("id", unit.id)
                    json.add("name", unit.name)
                    json.add("kind", unit.kind.rawValue)
                    json.add("parent", unit.parent)
                    json.add(
                        "submission",
                        (submissions[index] ?? SubmissionStatus.notRequired).rawValue
                    )
                }
            }
        }
    }

    private static func measures(_ judgement: Judgement, _ json: inout JSONText) {
        let scene = judgement.scene
        json.array("measures") { json in
            for (unit, values) in zip(scene.units, judgement.measures) {
                json.lineBreak()
                json.object { json in
                    json.add("unit", scene.roster.units[unit].id)
                    for (measure, value) in zip(scene.plan.measures, values) {
                        json.add(measure.id, literal: number(value))
                    }
                }
            }
        }
    }

    private static func indicator(
        _ result: IndicatorResult,
        _ scene: Scene,
        _ json: inout JSONText
    ) {
        let indicator = scene.plan.indicators[result.indicator]
        json.lineBreak()
        json.object { json in
            json.add("id", indicator.id)
            json.add("name", indicator.name)
            json.add("target", indicator.targetText)
            json.array("units") { json in
                for unit in result.units {
                    json.lineBreak()
                    json.object { json in
                        json.add("unit", scene.roster.units[unit.unit].id)
                        json.add("value", literal: number(unit.value))
                        json.add("status", unit.status.rawValue)
                        json.add("reason", unit.reason.map(Words.vietnamese.text))
                    }
                }
            }
            json.array("nodes") { json in
                for node in result.nodes { self.node(node, scene, &json) }
            }
        }
    }

    /// Adds what is said of a node's figure wherever it stands.
    static func add(_ node: NodeResult, _ scene: Scene, to json: inout JSONText) {
        json.add("node", scene.roster.units[node.node].id)
        json.add("numerator", node.numerator)
        json.add("denominator", node.denominator)
        json.add("percent", percent(node))
        json.add("value", literal: number(node.value))
        json.add("status", node.status.rawValue)
    }

    private static func node(_ node: NodeResult, _ scene: Scene, _ json: inout JSONText) {
        json.lineBreak()
        json.object { json in
            add(node, scene, to: &json)
            json.add("exceeded", node.exceeded)
            json.array("missing") { json in
                for unit in node.missing { json.add(scene.roster.units[unit].id) }
            }
            if let nodes = node.nodes {
                json.add("nodes_met", node.nodesMet ?? 0)
                json.add("nodes", nodes)
            }
            if let reason = node.reason { json.add("reason", Words.vietnamese.text(reason)) }
        }
    }

    private static func contests(_ judgement: Judgement, _ json: inout JSONText) {
        json.array("contests") { json in
            for result in judgement.contests {
                json.lineBreak()
                json.object { json in
                    json.add("id", judgement.scene.plan.contests[result.edition].id)
                    if result.total.isCovered {
                        json.add("entries", result.entries)
                        json.add("valid", result.valid)
                        json.add("invalid", result.entries - result.valid)
                        json.add("authors", result.authors)
                        json.add("units_joined", result.unitsJoined)
                    } else {
                        for name in ["entries", "valid", "invalid", "authors", "units_joined"] {
                            json.add(name, literal: nil)
                        }
                    }
                    ContestJSON.particulars(result, judgement.scene, &json)
                }
            }
        }
    }

    private static func counts(_ figures: DataFigures, _ json: inout JSONText) {
        json.object("submissions") { json in
            json.add("files", figures.files)
            json.add("accepted", figures.accepted)
            json.add("rejected", figures.filesRejected)
            json.add("rows", figures.rows)
            json.add("rows_rejected", figures.rowsRejected)
        }
        json.object("findings") { json in
            for severity in Severity.allCases {
                json.add(severity.rawValue, figures.findings(severity))
            }
        }
    }

    static func percent(_ node: NodeResult) -> String? {
        guard let numerator = node.numerator, let denominator = node.denominator else { return nil }
        return Percent(numerator, of: denominator)?.text
    }

    /// An integer, or the shortest decimal with at most six digits behind the point.
    static func number(_ quantity: Quantity?) -> String? { quantity?.rounded(decimals: 6) }
}
