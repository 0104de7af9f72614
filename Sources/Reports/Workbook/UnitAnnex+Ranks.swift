internal import Judgement
internal import Model

/// How units compare, and what explains a row as a whole.
extension UnitAnnex {
    /// How many indicators a unit has met, of how many that bind it.
    func score(_ unit: Int) -> (met: Int, applied: Int) {
        let met = zip(lines, results).count { line, units in
            units[unit].map { isIn($0, line.indicator) } ?? false
        }
        return (met, results.count { $0[unit].map { $0.status != .exempt } ?? false })
    }

    /// The rank of each unit among those of its kind, by the share of its indicators that it has
    /// met; of equal shares the same rank.
    ///
    /// Who is asked and not told to has none, nor who is bound by nothing.
    var ranks: [Int: Int] {
        var ranks: [Int: Int] = [:]
        for group in groups.groups {
            let scores = group.units.filter { !scene.roster.units[$0].isRequested }
                .map { ($0, score($0)) }.filter { $0.1.applied > 0 }
                .sorted { $0.1.met * $1.1.applied > $1.1.met * $0.1.applied }
            var rank = 1
            for (index, (unit, own)) in scores.enumerated() {
                let (_, before) = scores[max(index - 1, 0)]
                if before.met * own.applied > own.met * before.applied { rank = index + 1 }
                ranks[unit] = rank
            }
        }
        return ranks
    }

    /// What explains a unit's row as a whole: that it was closed or founded, and the decisions
    /// about it.
    func note(_ unit: Int) -> String {
        var texts: [String] = []
        var decisions: [String] = []
        for reason in results.compactMap({ $0[unit]?.reason }) {
            switch reason {
            case .closed, .notYet:
                let text = words.text(reason)
                if !texts.contains(text) { texts.append(text) }
            case .waived(let number, _, _), .overridden(let number, _, _),
                .extended(let number, _):
                if !decisions.contains(number) { decisions.append(number) }
            default: break
            }
        }
        if !decisions.isEmpty {
            texts.append(words("Quyết định số \(decisions.joined(separator: ", "))"))
        }
        return texts.joined(separator: ". ")
    }

    var rankNote: String {
        words(
            "Xếp thứ: theo tỷ lệ chỉ tiêu đạt trên chỉ tiêu áp dụng, trong các đơn vị cùng loại; bằng nhau thì cùng thứ hạng. Không xếp đơn vị được đề nghị."
        )
    }
}
