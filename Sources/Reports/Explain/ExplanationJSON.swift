internal import Intake
package import Judgement
internal import Model
internal import Plans
internal import Rollup

/// `tonghop explain --format json`: the whole of an explanation for machines, or of its part about
/// one unit; nothing is cut.
package enum ExplanationJSON {
    /// Renders an explanation; `focus` is the unit or node that alone is shown.
    package static func render(
        _ explanation: Explanation,
        focus: Int? = nil,
        anonymise: Bool
    ) -> String {
        let scene = explanation.judgement.scene
        let indicator = scene.plan.indicators[explanation.indicator]
        let writer = Writer(
            explanation: explanation,
            focus: focus,
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
            if let focus { json.add("only", scene.roster.units[focus].id) }
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
                writer.nodes(&json)
            }
            json.array("units") { json in
                for unit in writer.units { writer.unit(unit, &json) }
            }
        }
        return json.text + "\n"
    }

    private struct Writer {
        let explanation: Explanation
        /// The unit or node that alone is shown.
        let focus: Int?
        let words: RecordWords

        private var scene: Scene { explanation.judgement.scene }
        private var part: ExplanationPart? {
            focus.map { ExplanationPart(of: $0, in: explanation) }
        }

        /// How much of a node is shown.
        private enum Extent {
            /// Its result alone.
            case result
            /// What one unit gives to it.
            case share(of: Int)
            case whole
        }

        /// The units that are shown.
        var units: [UnitExplanation] {
            switch part {
            case nil: explanation.units
            case .unit(let unit): [unit]
            case .node(let node):
                explanation.units.filter {
                    scene.roster.isWithin($0.result.unit, node.result.node)
                }
            case .handed, .share, .nothing: []
            }
        }

        /// The nodes that are shown: with a unit alone, its root's result stays.
        func nodes(_ json: inout JSONText) {
            for node in explanation.nodes {
                if let extent = extent(of: node) { self.node(node, extent, &json) }
            }
        }

        private func extent(of node: NodeExplanation) -> Extent? {
            guard let focus else { return .whole }
            switch part {
            case .node(let own) where own.result.node == node.result.node: return .whole
            case .share(let own) where own.result.node == node.result.node:
                return .share(of: focus)
            default: return node.result.node == scene.root ? .result : nil
            }
        }

        private func id(_ unit: Int) -> String { scene.roster.units[unit].id }

        private func node(_ node: NodeExplanation, _ extent: Extent, _ json: inout JSONText) {
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
                    for share in node.handed where isShown(share) { handed(share, &json) }
                }
                json.array("unreported") { json in
                    for node in node.result.unreported { json.add(id(node)) }
                }
                switch extent {
                case .result: break
                case .share(let unit):
                    if let figure = node.figure { self.figure(figure, share: unit, &json) }
                case .whole:
                    if let figure = node.figure { self.figure(figure, &json) }
                    leavings(node.leavings, &json)
                }
            }
        }

        /// Of what nodes handed over, a unit within one of them is shown that one alone.
        private func isShown(_ share: HandedShare) -> Bool {
            guard case .handed(let node)? = part else { return true }
            return share.node == node
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

        private func figure(
            _ figure: FigureExplanation,
            share: Int? = nil,
            _ json: inout JSONText
        ) {
            json.array("requirements") { json in
                for calculation in figure.calculations {
                    self.calculation(calculation, share: share, &json)
                }
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
            share: Int? = nil,
            _ json: inout JSONText
        ) {
            json.object { json in
                if let unit { json.add("unit", id(unit)) }
                json.add("measure", MeasureWords(plan: scene.plan).short(calculation.expression))
                json.add("value", literal: ResultsJSON.number(calculation.value))
                json.add("in_time", literal: ResultsJSON.number(calculation.inTime))
                steps(calculation.step, share, &json)
            }
        }

        /// What a value was made from; of records and units only those of `share`, where it is
        /// given.
        private func steps(
            _ step: Calculation.Step,
            _ share: Int?,
            _ json: inout JSONText
        ) {
            switch step {
            case .number: break
            case .named(let index, let inner):
                json.add("name", scene.plan.measures[index].id)
                json.array("of") { json in calculation(inner, share: share, &json) }
            case .choice(let choices, let taken):
                json.add("taken", taken)
                json.array("choices") { json in
                    for choice in choices { calculation(choice, share: share, &json) }
                }
            case .arithmetic(let operation, let left, let right):
                json.add("operation", operation.rawValue)
                json.array("of") { json in
                    calculation(left, share: share, &json)
                    calculation(right, share: share, &json)
                }
            case .units(let shares):
                json.array("units") { json in
                    for other in shares where isShown(other, share, among: shares) {
                        calculation(other.calculation, unit: other.unit, &json)
                    }
                }
            case .joined(let own, let handed):
                json.array("of") { json in calculation(own, share: share, &json) }
                json.array("handed_over") { json in
                    for term in handed where share == nil {
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
                    for trace in tally.records where share == nil || trace.unit == share {
                        record(trace, tally, &json)
                    }
                }
            }
        }

        private func isShown(
            _ other: Calculation.UnitShare,
            _ share: Int?,
            among shares: [Calculation.UnitShare]
        ) -> Bool {
            share.map { shares.count == 1 || other.members.contains($0) } ?? true
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
