internal import Judgement
internal import Model

/// A contest as officials write about it.
enum ContestWords {
    /// Prizes from the first to the last, by the codes of the form.
    static let prizes: [(code: String, name: String)] = [
        ("special", "Đặc biệt"), ("first", "Nhất"), ("second", "Nhì"), ("third", "Ba"),
        ("consolation", "Khuyến khích"), ("side", "Giải phụ"),
    ]

    /// Entries for each 100 staff; nil where the staff is not known.
    static func perHundred(_ entries: Int, staff: Int?) -> Quantity? {
        guard let staff, staff > 0 else { return nil }
        return Quantity(Int128(entries) * 100, over: Int128(staff))
    }

    /// Kinds, rounds, prizes, repeated and suspected entries of an edition in one sentence each.
    static func particulars(_ result: ContestResult) -> String {
        let total = result.total
        let counted = ReportNumbers.counted
        var sentences = [
            "Bài viết \(ReportNumbers.prose(total.articles)), tác phẩm báo chí "
                + "\(ReportNumbers.prose(total.press)); bài của nhóm tác giả "
                + ReportNumbers.prose(total.grouped),
            "Đạt sơ khảo \(ReportNumbers.prose(total.passed)), gửi cấp trên "
                + "\(ReportNumbers.prose(total.sentUp)), vào chung khảo "
                + ReportNumbers.prose(total.finalists),
        ]
        let won = prizes.compactMap { prize in
            total.prizes[prize.code].map { "\(prize.name) \(ReportNumbers.prose($0))" }
        }
        sentences.append(won.isEmpty ? "Chưa có giải" : "Giải: " + won.joined(separator: ", "))
        sentences.append(
            "Trùng tên bài và tác giả, không hợp lệ: \(counted(total.duplicates, "bài")); nghi trùng, "
                + "vẫn tính, cần đối chiếu: \(counted(total.suspected, "bài"))"
        )
        if let rate = perHundred(result.staffedEntries, staff: result.staff) {
            sentences.append(
                "Bình quân \(ReportNumbers.quantity(ReportNumbers.shown(rate))) bài trên 100 CBCCVC, "
                    + "tính ở các đơn vị có số CBCCVC trong danh mục"
            )
        }
        return sentences.joined(separator: ". ") + "."
    }
}
