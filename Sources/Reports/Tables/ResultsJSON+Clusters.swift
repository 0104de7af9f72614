internal import Judgement
internal import Model

extension ResultsJSON {
    /// `clusters`: the indicators by emulation cluster; nothing where the report has none.
    static func clusters(_ judgement: Judgement, _ json: inout JSONText) {
        let scene = judgement.scene
        guard !scene.clusters.isEmpty else { return }
        let lines = ClusterLines(judgement)
        json.array("clusters") { json in
            for line in lines.lines {
                json.lineBreak()
                json.object { json in
                    json.add("id", line.cluster.id)
                    json.add("name", line.cluster.name)
                    json.array("members") { json in
                        for unit in line.cluster.members { json.add(scene.roster.units[unit].id) }
                    }
                    json.add("reported", line.reported)
                    json.add("required", line.required)
                    json.array("indicators") { json in
                        for (id, figure) in line.figures { self.figure(id, figure, scene, &json) }
                    }
                }
            }
        }
    }

    private static func figure(
        _ id: String,
        _ figure: ClusterFigure,
        _ scene: Scene,
        _ json: inout JSONText
    ) {
        json.lineBreak()
        json.object { json in
            json.add("id", id)
            json.add("numerator", figure.numerator)
            json.add("denominator", figure.denominator)
            json.add("percent", ClusterLines.percent(figure))
            json.add("value", literal: number(figure.value))
            json.add("status", figure.status?.rawValue)
            json.array("missing") { json in
                for unit in figure.missing { json.add(scene.roster.units[unit].id) }
            }
        }
    }
}
