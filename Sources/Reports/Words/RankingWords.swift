internal import Judgement
internal import Model
internal import Plans

/// Rankings as officials write about them.
extension Words {
    /// The rule by which places are given, ties among them.
    func rule(_ ranking: Ranking) -> String {
        let order = ranking.best == .highest ? self("cao đến thấp") : self("thấp đến cao")
        return
            self(
                "Xếp theo số liệu từ \(order); bằng nhau thì đồng hạng, hạng sau cách đúng số đơn vị "
                    + "đồng hạng; các đơn vị đồng hạng đứng theo thứ tự của danh mục đơn vị. Đơn vị chưa có số "
                    + "liệu không xếp hạng."
            )
    }

    func rank(_ unit: RankedUnit) -> String {
        "\(unit.rank)" + (unit.isTied ? self(" (đồng hạng)") : "")
    }

    func reason(_ reason: UnrankedUnit.Reason) -> String {
        switch reason {
        case .noData: self("chưa có số liệu")
        case .closed(let since): self("đã giải thể, sáp nhập từ ngày \(day(since))")
        }
    }
}
