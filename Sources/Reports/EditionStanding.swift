package import Model

/// Which edition of a window's reports this is, and whether its figures are final (CONTRACT §2, §11.19;
/// domain.md 6.1).
package struct EditionStanding: Hashable, Sendable {
    /// From 1; each frozen edition gives the ones after it the next number.
    package var number: Int
    /// The decision that makes this very edition final.
    package var frozenBy: Decision?
    /// The decision that made the edition before it final, where `number` is above 1.
    package var follows: Decision?
    /// The decisions that would freeze the window but for open warnings.
    package var held: [Decision]

    package init(
        number: Int = 1,
        frozenBy: Decision? = nil,
        follows: Decision? = nil,
        held: [Decision] = []
    ) {
        self.number = number
        self.frozenBy = frozenBy
        self.follows = follows
        self.held = held
    }
}

extension EditionStanding {
    /// The edition and what it replaces: `Phiên bản 02 (thay thế phiên bản 01)`.
    var numberText: String {
        let name = "Phiên bản \(ReportNumbers.prose(number))"
        return number > 1
            ? "\(name) (thay thế phiên bản \(ReportNumbers.prose(number - 1)))" : name
    }

    /// `số liệu tạm tính`, or that the figures are final and since when.
    var figuresText: String {
        frozenBy.map { "số liệu chính thức, đã chốt ngày \($0.date.slashed)" }
            ?? "số liệu tạm tính"
    }

    /// What became of the decisions that freeze the window, a sentence each.
    ///
    /// `openWarnings` are those neither mended nor explained: they keep the figures from being frozen.
    func sentences(openWarnings: Int) -> [String] {
        var sentences: [String] = []
        if let follows {
            sentences.append(
                "Bản số liệu đã chốt ngày \(follows.date.slashed) theo Quyết định số "
                    + "\(follows.number); lần chạy này tạo phiên bản "
                    + "\(ReportNumbers.prose(number)), giữ nguyên phiên bản trước."
            )
        }
        for decision in held {
            sentences.append(
                "Chưa chốt được số liệu theo Quyết định số \(decision.number) ngày "
                    + "\(decision.date.slashed): còn "
                    + "\(ReportNumbers.counted(openWarnings, "cảnh báo")) chưa chỉnh lý, chưa giải "
                    + "trình (danh sách ở findings.csv và bảng DoiChieu, mức độ \"Cảnh báo\")."
            )
        }
        return sentences
    }
}
