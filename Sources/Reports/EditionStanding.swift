package import Model

/// Which edition of a window's reports this is, and whether its figures are final (CONTRACT §2,
/// §11.19; domain.md 6.1).
package struct EditionStanding: Hashable, Sendable {
    /// From 1; each frozen edition gives the ones after it the next number.
    package var number: Int
    /// The decision that makes this very edition final.
    package var frozenBy: Decision?
    /// The decision that made the edition before it final, where `number` is above 1.
    package var follows: Decision?
    /// The decisions that would freeze the window but for open warnings.
    package var held: [Decision]
    /// The edition that the figures were frozen with, where it is another one.
    package var official: Official?

    /// An edition that a decision made final.
    package struct Official: Hashable, Sendable {
        /// The number that the edition was frozen with, from 1.
        package var number: Int
        /// The id of its run, which is the name of its folder.
        package var run: String
        /// The as-of time of the run.
        package var asOf: Instant

        package init(number: Int, run: String, asOf: Instant) {
            self.number = number
            self.run = run
            self.asOf = asOf
        }
    }

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
    func numberText(_ words: Words) -> String {
        let name = words("Phiên bản \(words.prose(number))")
        return number > 1
            ? words("\(name) (thay thế phiên bản \(words.prose(number - 1)))") : name
    }

    /// `số liệu tạm tính`, or that the figures are final and since when.
    func figuresText(_ words: Words) -> String {
        frozenBy.map { words("số liệu chính thức, đã chốt ngày \(words.day($0.date))") }
            ?? words("số liệu tạm tính")
    }

    /// What became of the decisions that freeze the window, a sentence each.
    ///
    /// `openWarnings` are those neither mended nor explained: they keep the figures from being
    /// frozen.
    func sentences(openWarnings: Int, _ words: Words) -> [String] {
        var sentences: [String] = []
        if let follows {
            sentences.append(
                words(
                    "Bản số liệu đã chốt ngày \(words.day(follows.date)) theo Quyết định số "
                        + "\(follows.number); lần chạy này tạo phiên bản "
                        + "\(words.prose(number)), giữ nguyên phiên bản trước."
                )
            )
        }
        // An edition that is final itself names no other one.
        if let official, frozenBy == nil {
            sentences.append(
                words(
                    "Bản chính thức: phiên bản \(words.prose(official.number)), lần chạy "
                        + "\(official.run), số liệu đến ngày \(words.day(official.asOf.day))."
                )
            )
        }
        for decision in held {
            sentences.append(
                words(
                    "Chưa chốt được số liệu theo Quyết định số \(decision.number) ngày "
                        + "\(words.day(decision.date)): còn "
                        + "\(words.counted(openWarnings, "cảnh báo")) chưa chỉnh lý, chưa giải "
                        + "trình (danh sách ở findings.csv và bảng DoiChieu, mức độ \"Cảnh báo\")."
                )
            )
        }
        return sentences
    }
}
