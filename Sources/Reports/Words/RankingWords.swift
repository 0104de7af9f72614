internal import Judgement
internal import Model
internal import Plans

/// Rankings as officials write about them.
enum RankingWords {
    /// The rule by which places are given, ties among them.
    static func rule(_ ranking: Ranking) -> String {
        let order = ranking.best == .highest ? "cao đến thấp" : "thấp đến cao"
        return
            "Xếp theo số liệu từ \(order); bằng nhau thì đồng hạng, hạng sau cách đúng số đơn vị "
            + "đồng hạng; các đơn vị đồng hạng đứng theo thứ tự của danh mục đơn vị. Đơn vị chưa có số "
            + "liệu không xếp hạng."
    }

    static func rank(_ unit: RankedUnit) -> String {
        "\(unit.rank)" + (unit.isTied ? " (đồng hạng)" : "")
    }

    static func reason(_ reason: UnrankedUnit.Reason) -> String {
        switch reason {
        case .noData: "chưa có số liệu"
        case .closed(let day): "đã giải thể, sáp nhập từ ngày \(day.slashed)"
        }
    }
}
