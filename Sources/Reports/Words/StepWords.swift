internal import Judgement
internal import Model
internal import Plans

/// The steps of exemplars as officials write about them.
extension Words {
    func name(_ step: ExemplarStep) -> String {
        switch step {
        case .introduced: self("Được giới thiệu")
        case .reviewed: self("Đã bình xét")
        case .recognised: self("Được công nhận")
        case .published: self("Đã tuyên truyền")
        case .proposed: self("Đề nghị khen thưởng")
        case .commended: self("Đã khen thưởng")
        }
    }

    /// By when a step has to be done: `trước ngày 10/01/2025`, `30 ngày sau khi được công nhận`.
    func due(_ rule: StepRule?, _ step: ExemplarStep, inYear year: Int) -> String {
        guard let rule else { return "" }
        var parts: [String] = []
        if let due = rule.due { parts.append(self.due(due, inYear: year)) }
        if let days = rule.days, let from = step.from {
            parts.append(self("trong \(prose(days)) ngày từ bước “\(name(from))”"))
        }
        return parts.joined(separator: "; ")
    }

    /// How the window's reviews stand with the rules.
    func reviews(_ figures: ReviewFigures) -> String {
        let unchecked = figures.held - figures.checked
        var text =
            self(
                "Bình xét: \(counted(figures.held, "lượt")); đối chiếu được với quy định về số "
                    + "người họp, tỷ lệ đồng ý, hình thức: \(prose(figures.checked)); trái quy "
                    + "định: \(prose(figures.contrary))"
            )
        if unchecked > 0 {
            text += self("; thiếu số liệu để đối chiếu: \(prose(unchecked))")
        }
        return text + "."
    }

    /// The days from recognition to publication.
    func posting(_ figures: PostingFigures, limit: Int?) -> String {
        guard let median = figures.median, let greatest = figures.greatest else {
            return self("Từ công nhận đến đăng bài: chưa có điển hình nào ghi đủ hai ngày")
                + rest(figures) + "."
        }
        var text =
            self(
                "Từ công nhận đến đăng bài (\(counted(figures.days.count, "điển hình"))): "
                    + "trung vị \(quantity(median)) ngày, lâu nhất "
                    + "\(whole(greatest)) ngày"
            )
        if let limit {
            let within = ratio(
                figures.count(within: limit),
                of: figures.days.count,
                "điển hình"
            )
            text += self("; trong \(prose(limit)) ngày: \(within)")
        }
        return text + rest(figures) + "."
    }

    private func rest(_ figures: PostingFigures) -> String {
        var text = ""
        if figures.unposted > 0 {
            text += self("; đã công nhận, chưa đăng: \(prose(figures.unposted))")
        }
        if figures.reversed > 0 {
            text +=
                self("; đăng trước khi công nhận, không tính: \(prose(figures.reversed))")
        }
        return text
    }

    /// The direct workers among the persons commended.
    func direct(_ figures: CommendedFigures) -> String {
        let all = figures.all
        var text =
            self(
                "Khen thưởng: \(prose(all.collectives)) tập thể, "
                    + "\(prose(all.households)) hộ gia đình, "
                    + "\(prose(all.individuals)) cá nhân"
            )
        if figures.classed > 0 {
            let ratio = self.ratio(figures.direct, of: figures.classed, "cá nhân")
            text += self("; người trực tiếp: \(ratio)")
        }
        if figures.unclassed > 0 {
            text +=
                self(
                    "; \(counted(figures.unclassed, "cá nhân")) không ghi nhóm đối tượng, "
                        + "không tính vào tỷ lệ"
                )
        }
        return text + "."
    }
}
