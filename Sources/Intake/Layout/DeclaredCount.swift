internal import Model

/// How many rows a total in words says that a list has: `Tổng cộng: 02 người`, `Tổng số bài: 7`.
package struct DeclaredCount: Hashable, Sendable {
    package let number: Int64
    /// Whom it counts, where its words name one subject: in a list of several it may count those
    /// alone.
    package let subject: Subject?

    /// The count of a label; nil where it says anything but one number and what is listed.
    ///
    /// A number alone may be the sum of a column that nobody reads, or number a section.
    init?(_ label: String) {
        guard let words = RowKind.wordsBehindCount(Fold.key(label)) else { return nil }
        let figures = words.filter { $0.allSatisfy(CellBytes.isDigit) }
        let names = words.filter { !$0.allSatisfy(CellBytes.isDigit) }
        guard figures.count == 1, figures[0].count <= 9,
            names.contains(where: { $0 != DeclaredCount.countWord }),
            names.allSatisfy({ DeclaredCount.listed.contains($0) || $0 == DeclaredCount.countWord })
        else { return nil }
        number = figures[0].reduce(0) { $0 * 10 + Int64($1 & 0xF) }
        let named = Set(
            DeclaredCount.subjects.filter { names.contains($0.word) }.map(\.subject)
        )
        subject = named.count == 1 ? named.first : nil
    }

    private static let countWord = Fold.key("số")

    /// The words for what is listed a row each.
    private static let listed: Set<[UInt8]> = Set(
        """
        người cá nhân tập thể hộ gia đình đồng chí điển hình tiên tiến gương trường hợp đề nghị hồ sơ bài viết dự thi
        tác phẩm tin văn bản và
        """
        .split { $0 == " " || $0 == "\n" }.map { Fold.key(String($0)) }
    )

    /// The words that name a subject, by the one that no other name has.
    private static let subjects: [(word: [UInt8], subject: Subject)] = [
        (Fold.key("người"), .individual), (Fold.key("nhân"), .individual),
        (Fold.key("chí"), .individual), (Fold.key("thể"), .collective),
        (Fold.key("hộ"), .household),
    ]
}
