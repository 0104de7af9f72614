internal import Judgement
internal import Model
internal import Plans

/// The steps of exemplars as officials write about them.
enum StepWords {
    static func name(_ step: ExemplarStep) -> String {
        switch step {
        case .introduced: "Được giới thiệu"
        case .reviewed: "Đã bình xét"
        case .recognised: "Được công nhận"
        case .published: "Đã tuyên truyền"
        case .proposed: "Đề nghị khen thưởng"
        case .commended: "Đã khen thưởng"
        }
    }

    /// By when a step has to be done: `trước ngày 10/01/2025`, `30 ngày sau khi được công nhận`.
    static func due(_ rule: StepRule?, _ step: ExemplarStep, inYear year: Int) -> String {
        guard let rule else { return "" }
        var parts: [String] = []
        if let due = rule.due { parts.append(due.text(inYear: year)) }
        if let days = rule.days, let from = step.from {
            parts.append("trong \(ReportNumbers.prose(days)) ngày từ bước “\(name(from))”")
        }
        return parts.joined(separator: "; ")
    }

    /// How the window's reviews stand with the rules.
    static func reviews(_ figures: ReviewFigures) -> String {
        let unchecked = figures.held - figures.checked
        var text =
            "Bình xét: \(ReportNumbers.counted(figures.held, "lượt")); đối chiếu được với quy định về số "
            + "người họp, tỷ lệ đồng ý, hình thức: \(ReportNumbers.prose(figures.checked)); trái quy "
            + "định: \(ReportNumbers.prose(figures.contrary))"
        if unchecked > 0 {
            text += "; thiếu số liệu để đối chiếu: \(ReportNumbers.prose(unchecked))"
        }
        return text + "."
    }

    /// The days from recognition to publication.
    static func posting(_ figures: PostingFigures, limit: Int?) -> String {
        guard let median = figures.median, let greatest = figures.greatest else {
            return "Từ công nhận đến đăng bài: chưa có điển hình nào ghi đủ hai ngày"
                + rest(figures) + "."
        }
        var text =
            "Từ công nhận đến đăng bài (\(ReportNumbers.counted(figures.days.count, "điển hình"))): "
            + "trung vị \(ReportNumbers.quantity(median)) ngày, lâu nhất "
            + "\(ReportNumbers.whole(greatest)) ngày"
        if let limit {
            let within = ReportNumbers.ratio(
                figures.count(within: limit),
                of: figures.days.count,
                "điển hình"
            )
            text += "; trong \(ReportNumbers.prose(limit)) ngày: \(within)"
        }
        return text + rest(figures) + "."
    }

    private static func rest(_ figures: PostingFigures) -> String {
        var text = ""
        if figures.unposted > 0 {
            text += "; đã công nhận, chưa đăng: \(ReportNumbers.prose(figures.unposted))"
        }
        if figures.reversed > 0 {
            text +=
                "; đăng trước khi công nhận, không tính: \(ReportNumbers.prose(figures.reversed))"
        }
        return text
    }

    /// The direct workers among the persons commended.
    static func direct(_ figures: CommendedFigures) -> String {
        var text =
            "Khen thưởng: \(ReportNumbers.prose(figures.collectives)) tập thể, "
            + "\(ReportNumbers.prose(figures.households)) hộ gia đình, "
            + "\(ReportNumbers.prose(figures.individuals)) cá nhân"
        if figures.classed > 0 {
            let ratio = ReportNumbers.ratio(figures.direct, of: figures.classed, "cá nhân")
            text += "; người trực tiếp: " + ratio
        }
        if figures.unclassed > 0 {
            text +=
                "; \(ReportNumbers.counted(figures.unclassed, "cá nhân")) không ghi nhóm đối tượng, "
                + "không tính vào tỷ lệ"
        }
        return text + "."
    }
}
