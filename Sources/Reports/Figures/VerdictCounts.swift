internal import Judgement

/// How many indicators of the report have which result, in the order of the legend.
struct VerdictCounts {
    struct Verdict {
        var word: String
        var status: Status
        var count: Int
    }

    let total: Int
    let verdicts: [Verdict]

    init(_ lines: [IndicatorLine]) {
        total = lines.count
        var verdicts: [Verdict] = []
        for status in Status.allCases {
            let own = lines.filter { $0.node.status == status }
            // A status may have words of its own for some: `Vượt chỉ tiêu`, `Đề nghị quan tâm`.
            for word in Set(own.map(\.word)).sorted() {
                verdicts.append(
                    Verdict(
                        word: word,
                        status: status,
                        count: own.count { $0.word == word }
                    )
                )
            }
        }
        self.verdicts = verdicts
    }

    /// Indicators reached or passed.
    var met: Int { verdicts.reduce(0) { $0 + ($1.status == .met ? $1.count : 0) } }
}
