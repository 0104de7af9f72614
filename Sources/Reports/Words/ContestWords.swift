internal import Judgement
internal import Model
internal import Plans

/// A contest as officials write about it.
extension Words {
    /// Prizes from the first to the last, by the codes of the form.
    static let prizes: [(code: String, name: Phrase)] = [
        ("special", "Đặc biệt"), ("first", "Nhất"), ("second", "Nhì"), ("third", "Ba"),
        ("consolation", "Khuyến khích"), ("side", "Giải phụ"),
    ]

    /// What an edition of the contest is called: as the plan names it, else by its year.
    func title(of edition: ContestEdition, in plan: Plan) -> String {
        let title = plan.title(of: edition)
        guard edition.name == nil else { return title }
        return title.hasSuffix(")")
            ? self("Cuộc thi năm \(edition.year) (\(edition.id))")
            : self("Cuộc thi năm \(edition.year)")
    }

    /// Entries for each 100 staff; nil where the staff is not known.
    static func perHundred(_ entries: Int, staff: Int?) -> Quantity? {
        guard let staff, staff > 0 else { return nil }
        return Quantity(Int128(entries) * 100, over: Int128(staff))
    }

    /// What is said of an edition of which no unit has sent a list.
    var noEntries: String { self("chưa nhận được danh sách bài dự thi nào, chưa có số liệu") }

    /// Kinds, rounds, prizes, repeated and suspected entries of an edition in one sentence each.
    func particulars(_ result: ContestResult) -> String {
        let total = result.total
        var sentences = [
            self(
                "Bài viết \(prose(total.articles)), tác phẩm báo chí "
                    + "\(prose(total.press)); bài của nhóm tác giả "
                    + "\(prose(total.grouped))"
            ),
            self(
                "Đạt sơ khảo \(prose(total.passed)), gửi cấp trên "
                    + "\(prose(total.sentUp)), vào chung khảo "
                    + "\(prose(total.finalists))"
            ),
        ]
        let won = Words.prizes.compactMap { prize in
            total.prizes[prize.code].map { "\(self(prize.name)) \(prose($0))" }
        }
        sentences.append(
            won.isEmpty ? self("Chưa có giải") : self("Giải: \(won.joined(separator: ", "))")
        )
        sentences.append(
            self(
                "Trùng tên bài và tác giả, không hợp lệ: \(counted(total.duplicates, "bài")); nghi trùng, "
                    + "vẫn tính, cần đối chiếu: \(counted(total.suspected, "bài"))"
            )
        )
        if let rate = Words.perHundred(result.staffedEntries, staff: result.staff) {
            sentences.append(
                self(
                    "Bình quân \(quantity(rate, decimals: Precision.decimals(showing: rate))) bài trên 100 CBCCVC, "
                        + "tính ở các đơn vị có số CBCCVC trong danh mục"
                )
            )
        }
        return sentences.joined(separator: ". ") + "."
    }
}
