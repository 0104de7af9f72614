internal import Judgement
internal import Model
internal import Plans

/// `rankings` and `process` of `results.json`.
enum BoardJSON {
    static func write(_ judgement: Judgement, anonymise: Bool, _ json: inout JSONText) {
        json.array("rankings") { json in
            for result in judgement.rankings { ranking(result, judgement.scene, &json) }
        }
        json.object("process") { json in
            if let reviews = judgement.board.reviews {
                json.object("reviews") { json in
                    json.add("held", reviews.held)
                    json.add("checked", reviews.checked)
                    json.add("contrary", reviews.contrary)
                }
            }
            json.array("nodes") { json in
                for node in judgement.board.nodes {
                    self.node(node, judgement.scene, anonymise: anonymise, &json)
                }
            }
        }
    }

    private static func ranking(
        _ result: RankingResult,
        _ scene: Scene,
        _ json: inout JSONText
    ) {
        let ranking = scene.plan.rankings[result.ranking]
        json.lineBreak()
        json.object { json in
            json.add("id", ranking.id)
            json.add("name", ranking.name)
            json.add("measure", ranking.text)
            json.add("group", scene.plan.groups[ranking.group].id)
            json.add("best", ranking.best.rawValue)
            json.array("units") { json in
                for unit in result.units {
                    json.lineBreak()
                    json.object { json in
                        json.add("rank", unit.rank)
                        json.add("tied", unit.isTied)
                        json.add("unit", scene.roster.units[unit.unit].id)
                        json.add("value", literal: ResultsJSON.number(unit.value))
                    }
                }
            }
            json.array("unranked") { json in
                for unit in result.unranked {
                    json.object { json in
                        json.add("unit", scene.roster.units[unit.unit].id)
                        json.add("reason", Words.vietnamese.reason(unit.reason))
                    }
                }
            }
        }
    }

    private static func node(
        _ node: BoardNode,
        _ scene: Scene,
        anonymise: Bool,
        _ json: inout JSONText
    ) {
        let figures = node.figures
        json.lineBreak()
        json.object { json in
            json.add("node", scene.roster.units[node.node].id)
            json.add("exemplars", figures.exemplars)
            json.add("emerging", figures.emerging)
            json.add("rejected", figures.rejected)
            json.array("steps") { json in
                for step in ExemplarStep.allCases {
                    self.step(step, figures[step], scene.plan.steps[step] != nil, &json)
                }
            }
            json.object("posting") { json in
                posting(figures.posting, scene.plan.steps[.published]?.days, &json)
            }
            json.object("commended") { json in
                subjects(figures.commended.all, &json)
                json.add("direct", figures.commended.direct)
                json.add("class_unknown", figures.commended.unclassed)
                let percent = Words.vietnamese.percent(
                    figures.commended.direct,
                    of: figures.commended.classed
                )
                json.add("percent_direct", percent.map { String($0.dropLast()) })
                let commended =
                    anonymise ? figures.commended.withPublicFormNames : figures.commended
                json.array("forms") { json in
                    for (form, own) in commended.forms.sorted(by: precedes) {
                        json.object { json in
                            json.add("award", form.name.isEmpty ? nil : form.name)
                            json.add("level", form.level)
                            subjects(own, &json)
                        }
                    }
                }
            }
        }
    }

    private static func subjects(_ figures: AwardFigures, _ json: inout JSONText) {
        json.add("collectives", figures.collectives)
        json.add("households", figures.households)
        json.add("individuals", figures.individuals)
    }

    private static func precedes(
        _ a: (key: AwardForm, value: AwardFigures),
        _ b: (key: AwardForm, value: AwardFigures)
    ) -> Bool {
        let (left, right) = ([a.key.name, a.key.level ?? ""], [b.key.name, b.key.level ?? ""])
        return left.lexicographicallyPrecedes(right) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func step(
        _ step: ExemplarStep,
        _ figures: StepFigures,
        _ hasDue: Bool,
        _ json: inout JSONText
    ) {
        json.lineBreak()
        json.object { json in
            json.add("step", step.rawValue)
            json.add("standing", figures.standing)
            json.add("dated", figures.dated)
            json.add("undated", figures.undated)
            // Without a last day nothing is late and nothing in time.
            json.add("late", hasDue ? figures.late : nil)
            json.add("overdue", hasDue ? figures.overdue : nil)
            json.add("out_of_order", figures.disordered)
        }
    }

    private static func posting(
        _ posting: PostingFigures,
        _ limit: Int?,
        _ json: inout JSONText
    ) {
        json.add("exemplars", posting.days.count)
        json.add("median_days", literal: ResultsJSON.number(posting.median))
        json.add("max_days", posting.greatest)
        json.add("limit_days", limit)
        json.add("within_limit", limit.map { posting.count(within: $0) })
        json.add("before_recognition", posting.reversed)
        json.add("not_posted", posting.unposted)
    }
}
