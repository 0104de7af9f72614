internal import Judgement
internal import Model
internal import Plans

/// `statutory` of `results.json`: the forms of the year with every figure that is known.
enum StatutoryJSON {
    static func write(_ frame: ReportFrame, _ json: inout JSONText) {
        let results = frame.judgement.statutory
        guard !frame.judgement.scene.plan.statutory.isEmpty else { return }
        json.array("statutory") { json in
            for result in results {
                json.lineBreak()
                json.object { json in
                    json.add("id", result.form.id)
                    json.add("number", result.form.number)
                    json.add("circular", result.form.circular)
                    json.array("rows") { json in
                        for (row, figures) in zip(result.form.rows, result.figures) {
                            guard let code = row.code else { continue }
                            json.lineBreak()
                            json.object { json in
                                json.add("code", code)
                                for (column, figure) in zip(result.form.columns, figures) {
                                    json.add(column.code, literal: figure.map(String.init))
                                }
                            }
                        }
                    }
                    json.array("blank") { json in
                        for remark in result.remarks {
                            json.add(
                                Words.vietnamese.text(remark, hidesTexts: frame.anonymise)
                            )
                        }
                    }
                }
            }
        }
    }
}
