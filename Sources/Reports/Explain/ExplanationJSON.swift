internal import Intake
package import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `tonghop explain --format json`: the whole of an explanation for machines; nothing is cut.
package enum ExplanationJSON {
    package static func render(_ explanation: Explanation, anonymise: Bool) -> String {
        let scene = explanation.judgement.scene
        let indicator = scene.plan.indicators[explanation.indicator]
        let writer = Writer(
            explanation: explanation,
            words: RecordWords(
                judgement: explanation.judgement,
                spans: explanation.result.spans,
                anonymise: anonymise
            )
        )
        var json = JSONText()
        json.object { json in
            json.add("schema", 1)
            json.add("plan", scene.plan.id)
            json.add("indicator", indicator.id)
            json.add("name", indicator.name)
            json.add("rule", indicator.ruleText)
            json.add("target", indicator.targetText)
            json.add("as_of", scene.asOf.iso)
            json.object("window") { json in
                json.add("id", scene.window.id)
                json.add("from", scene.window.span.from.iso)
                json.add("to", scene.window.span.to.iso)
            }
            json.array("spans") { json in
                for span in explanation.result.spans {
                    json.object { json in
                        json.add("from", span.from.iso)
                        json.add("to", span.to.iso)
                    }
                }
            }
            json.add("last_day", explanation.result.lastDay?.iso)
            json.array("nodes") { json in
                for node in explanation.nodes { writer.node(node, &json) }
            }
            json.array("units") { json in
                for unit in explanation.units { writer.unit(unit, &json) }
            }
        }
        return json.text + "\n"
    }

    private struct Writer {
        let explanation: Explanation
        let words: RecordWords

        private var scene: Scene { explanation.judgement.scene }

        private func id(_ unit: Int) -> String { scene.roster.units[unit].id }

        func node(_ node: NodeExplanation, _ json: inout JSONText) {
            json.lineBreak()
            json.object { json in
                json.add("node", id(node.result.node))
                json.add("numerator", node.result.numerator)
                json.add("denominator", node.result.denominator)
                json.add("value", literal: ResultsJSON.number(node.result.value))
                json.add("status", node.result.status.rawValue)
                json.add("why", VerdictWords(explanation: explanation).node(node))
                json.array("adjusted") { json in
                    for adjustment in node.adjusted {
                        json.object { json in
                            json.add("unit", id(adjustment.unit))
                            json.add("own", literal: ResultsJSON.number(adjustment.own))
                            json.add("counted", literal: ResultsJSON.number(adjustment.counted))
                            json.add("decision", adjustment.decided?.decision.number)
                        }
                    }
                }
                json.array("handed_over") { json in
                    for share in node.handed { handed(share, &json) }
                }
                json.array("unreported") { json in
                    for node in node.result.unreported { json.add(id(node)) }
                }
                if let figure = node.figure { self.figure(figure, &json) }
                leavings(node.leavings, &json)
            }
        }

        private func handed(_ share: HandedShare, _ json: inout JSONText) {
            json.object { json in
                json.add("node", id(share.node))
                place(share.place, &json)
                json.add("numerator", share.row.numerator)
                json.add("denominator", share.row.denominator)
                json.add("value", literal: ResultsJSON.number(share.row.value))
                json.add("status", share.row.status?.rawValue)
                json.add("added", share.isAdded)
                json.add("decision", share.decided?.decision.number)
            }
        }

        private func place(_ place: RecordSet.RecordPlace, _ json: inout JSONText) {
            let records = explanation.judgement.records
            json.add("file", records.file(place).path)
            json.add("row", records.line(place))
        }

        func unit(_ unit: UnitExplanation, _ json: inout JSONText) {
            json.lineBreak()
            json.object { json in
                json.add("unit", id(unit.result.unit))
                json.add("value", literal: ResultsJSON.number(unit.result.value))
                json.add("status", unit.result.status.rawValue)
                json.add("why", VerdictWords(explanation: explanation).unit(unit))
                figure(unit.figure, &json)
                leavings(unit.leavings, &json)
            }
        }

        private func figure(_ figure: FigureExplanation, _ json: inout JSONText) {
            json.array("requirements") { json in
                for calculation in figure.calculations { self.calculation(calculation, &json) }
            }
            guard !figure.parts.isEmpty else { return }
            json.array("parts") { json in
                for part in figure.parts {
                    json.object { json in
                        json.add("period", part.window.id)
                        json.add("elapsed", part.isElapsed)
                        json.add("holds", part.holds)
                        let value = part.calculations.first?.value
                        json.add("value", literal: ResultsJSON.number(value))
                    }
                }
            }
        }

        private func calculation(
            _ calculation: Calculation,
            unit: Int? = nil,
            _ json: inout JSONText
        ) {
            json.object { json in
                if let unit { json.add("unit", id(unit)) }
                json.add("measure", MeasureWords(plan: scene.plan).short(calculation.expression))
                json.add("value", literal: ResultsJSON.number(calculation.value))
                json.add("in_time", literal: ResultsJSON.number(calculation.inTime))
                steps(calculation.step, &json)
            }
        }

        private func steps(_ step: Calculation.Step, _ json: inout JSONText) {
            switch step {
            case .number: break
            case .named(let index, let inner):
                json.add("name", scene.plan.measures[index].id)
                json.array("of") { json in calculation(inner, &json) }
            case .choice(let choices, let taken):
                json.add("taken", taken)
                json.array("choices") { json in
                    for choice in choices { calculation(choice, &json) }
                }
            case .arithmetic(let operation, let left, let right):
                json.add("operation", operation.rawValue)
                json.array("of") { json in
                    calculation(left, &json)
                    calculation(right, &json)
                }
            case .units(let shares):
                json.array("units") { json in
                    for share in shares {
                        calculation(share.calculation, unit: share.unit, &json)
                    }
                }
            case .joined(let own, let handed):
                json.array("of") { json in calculation(own, &json) }
                json.array("handed_over") { json in
                    for term in handed {
                        json.object { json in
                            json.add("node", id(term.node))
                            place(term.place, &json)
                            json.add("value", literal: ResultsJSON.number(term.value))
                            json.add("in_time", literal: ResultsJSON.number(term.inTime))
                        }
                    }
                }
            case .records(let tally):
                json.add("form", scene.plan.forms.forms[tally.form].id)
                json.array("records") { json in
                    for trace in tally.records { record(trace, tally, &json) }
                }
            }
        }

        private func record(_ trace: RecordTrace, _ tally: RecordTally, _ json: inout JSONText) {
            json.lineBreak()
            json.object { json in
                place(trace.place, &json)
                json.add("unit", id(trace.unit))
                json.add("day", trace.day?.iso)
                json.add("period", trace.period?.id)
                json.add("counted", literal: ResultsJSON.number(trace.contribution))
                if trace.isLate { json.add("late", true) }
                if case .leftOut(let omission) = trace.fate {
                    json.add("why_not", words.text(omission, of: trace, in: tally))
                }
            }
        }

        private func leavings(_ leavings: Leavings, _ json: inout JSONText) {
            let files = explanation.judgement.records.collection.files
            json.array("rejected") { json in
                for row in leavings.rows {
                    json.object { json in
                        json.add("file", files[row.file].path)
                        json.add("row", row.row.line)
                        json.add("code", row.row.code.rawValue)
                    }
                }
            }
            json.array("refused_files") { json in
                for file in leavings.refusedFiles { json.add(files[file].path) }
            }
            json.array("voided") { json in
                for file in leavings.voided {
                    json.object { json in
                        json.add("file", file.path)
                        json.add("decision", file.decision.number)
                    }
                }
            }
        }
    }
}
