internal import Judgement
internal import Model
internal import Plans

/// The figures on other trees and those of the year before (CONTRACT §2, §7).
extension ResultsJSON {
    /// `bases`: the tree of the report's own figures, and where there is one the tree of a later
    /// day with the figures on both.
    static func bases(_ judgement: Judgement, _ json: inout JSONText) {
        json.array("bases") { json in
            json.lineBreak()
            json.object { json in
                json.add("id", "as_was")
                json.add("name", BasisWords(judgement: judgement, words: .vietnamese).own)
                json.add("day", judgement.scene.lastDay.iso)
            }
            guard let restated = judgement.restated else { return }
            json.lineBreak()
            json.object { json in
                json.add("id", "as_is")
                json.add("name", Words.vietnamese.restated(restated.restatement.day))
                json.add("day", restated.restatement.day.iso)
                json.add("root", restated.scene.roster.units[restated.scene.root].id)
                fates(judgement, restated, &json)
                json.array("indicators") { json in
                    for (own, other) in zip(judgement.indicators, restated.indicators) {
                        beside(own, other, judgement.scene, restated.scene, &json)
                    }
                }
            }
        }
    }

    private static func fates(
        _ judgement: Judgement,
        _ restated: Restated,
        _ json: inout JSONText
    ) {
        let restatement = restated.restatement
        let roster = judgement.scene.roster
        json.array("changed") { json in
            for unit in judgement.scene.units where restatement.fates[unit] != .stands {
                json.lineBreak()
                json.object { json in
                    json.add("unit", roster.units[unit].id)
                    json.add("closed", restatement.closings[unit]?.iso)
                    let successor = restatement.successors[unit]
                    json.add("successor", successor == unit ? nil : roster.units[successor].id)
                    json.add("how", word(restatement.fates[unit]))
                    json.array("path") { json in
                        for step in restatement.paths[unit] { json.add(roster.units[step].id) }
                    }
                }
            }
        }
    }

    private static func word(_ fate: Restatement.Fate) -> String {
        switch fate {
        case .stands: "stands"
        case .merged: "whole"
        case .split: "main_successor"
        case .closed: "no_successor"
        }
    }

    private static func beside(
        _ own: IndicatorResult,
        _ other: IndicatorResult,
        _ scene: Scene,
        _ restated: Scene,
        _ json: inout JSONText
    ) {
        json.lineBreak()
        json.object { json in
            json.add("id", scene.plan.indicators[own.indicator].id)
            json.array("as_was") { json in
                for node in own.nodes { figure(node, scene, &json) }
            }
            json.array("as_is") { json in
                for node in other.nodes { figure(node, restated, &json) }
            }
            json.array("units") { json in
                for unit in other.units {
                    json.object { json in
                        json.add("unit", restated.roster.units[unit.unit].id)
                        json.add("value", literal: number(unit.value))
                        json.add("status", unit.status.rawValue)
                    }
                }
            }
        }
    }

    private static func figure(_ node: NodeResult, _ scene: Scene, _ json: inout JSONText) {
        json.object { json in add(node, scene, to: &json) }
    }

    /// `previous`: the year before a year's report, on the common tree, as far as this year's has
    /// come (`until`), and this year's figures on that tree (`current`), of which `change` is the
    /// difference; with the reason where there is nothing to compare with.
    static func previous(_ judgement: Judgement, _ json: inout JSONText) {
        guard let previous = judgement.previous else { return }
        json.object("previous") { json in
            json.object("window") { json in
                json.add("id", previous.window.id)
                json.add("from", previous.window.span.from.iso)
                json.add("to", previous.window.span.to.iso)
            }
            json.add("basis", Words.vietnamese.restated(previous.day))
            json.add("day", previous.day.iso)
            json.add("until", previous.until.iso)
            json.add("part", previous.isPart)
            json.add("reason", previous.gap == nil ? nil : Words.vietnamese.previous(previous))
            json.array("indicators") { json in
                guard let figures = previous.figures else { return }
                for line in BasisLine.previous(judgement) {
                    json.lineBreak()
                    json.object { json in
                        json.add("id", line.indicator.id)
                        json.add("node", figures.scene.roster.units[line.other.node].id)
                        json.add("numerator", line.other.numerator)
                        json.add("denominator", line.other.denominator)
                        json.add("percent", percent(line.other))
                        json.add("value", literal: number(line.other.value))
                        json.add("status", line.other.status.rawValue)
                        json.add("change", literal: number(line.change))
                        json.object("current") { json in
                            json.add("numerator", line.own.numerator)
                            json.add("denominator", line.own.denominator)
                            json.add("percent", percent(line.own))
                            json.add("value", literal: number(line.own.value))
                            json.add("status", line.own.status.rawValue)
                        }
                    }
                }
            }
        }
    }

    /// `years`: each year of a stage's report at its root, on the tree of its as-of day.
    ///
    /// Indicators of the whole stage are divided by no year.
    static func years(_ judgement: Judgement, _ json: inout JSONText) {
        guard !judgement.years.isEmpty else { return }
        json.array("years") { json in
            for year in judgement.years {
                json.lineBreak()
                json.object { json in
                    json.add("id", year.window.id)
                    json.add("from", year.window.span.from.iso)
                    json.add("to", year.window.span.to.iso)
                    json.array("indicators") { json in
                        guard let figures = year.figures else { return }
                        for result in figures.indicators
                        where !figures.scene.plan.indicators[result.indicator].isOfWholeStage {
                            guard
                                let node = result.nodes.first(where: {
                                    $0.node == figures.scene.root
                                })
                            else { continue }
                            json.lineBreak()
                            json.object { json in
                                json.add("id", figures.scene.plan.indicators[result.indicator].id)
                                json.add("numerator", node.numerator)
                                json.add("denominator", node.denominator)
                                json.add("percent", percent(node))
                                json.add("value", literal: number(node.value))
                                json.add("status", node.status.rawValue)
                            }
                        }
                    }
                }
            }
        }
    }
}
