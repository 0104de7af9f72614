internal import Judgement
internal import Model
internal import Plans

/// The figures of each emulation cluster, the same for results.json, the workbook and the summary.
struct ClusterLines {
    struct Line {
        let cluster: ClusterBook.Cluster
        /// Of the members that must hand in the main report, those that did.
        var reported = 0
        var required = 0
        /// The figures by indicator, in the order of the plan.
        var figures: [(id: String, figure: ClusterFigure)] = []

        /// The shares that bind any member.
        var shares: [ClusterFigure] {
            figures.map(\.figure).filter { ($0.denominator ?? 0) > 0 }
        }
        var met: Int { shares.count { $0.status == .met } }
    }

    let lines: [Line]

    init(_ judgement: Judgement) {
        let scene = judgement.scene
        var lines = scene.clusters.map { Line(cluster: $0) }
        for index in lines.indices {
            let within = scene.units(of: lines[index].cluster)
            for submission in judgement.submissions where within.contains(submission.unit) {
                switch submission.status {
                case .onTime, .late:
                    lines[index].reported += 1
                    lines[index].required += 1
                case .missing, .pending: lines[index].required += 1
                case .notRequired, .closed: break
                }
            }
        }
        for result in judgement.indicators {
            let id = scene.plan.indicators[result.indicator].id
            for figure in result.clusters { lines[figure.cluster].figures.append((id, figure)) }
        }
        self.lines = lines
    }

    /// The share as officials write it, without the sign.
    static func percent(_ figure: ClusterFigure) -> String? {
        guard let numerator = figure.numerator, let denominator = figure.denominator else {
            return nil
        }
        return Percent(numerator, of: denominator)?.text
    }
}
