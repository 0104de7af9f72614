import Model
import Testing

@Suite("Loose comparison of titles and authors")
struct LooseTextTests {
    private func hash(_ text: String) -> UInt64 { LooseText.hash(Fold.key(text).span) }

    @Test(arguments: [
        ("Tấm gương sáng – Bà A", "tam guong sang, ba a"), ("Người tốt", "NGƯỜITỐT"),
        ("Bài số 5", "bài số5"), ("Tổ 12 A", "Tổ 12A"), ("Đường mới", "duong moi"),
    ])
    func carelessCopiesAreTheSame(a: String, b: String) {
        #expect(hash(a) == hash(b))
    }

    // Found with registers numbered file-row: 221-14 and 2211-4 were taken for copies.
    @Test(arguments: [
        ("Bài số 221-14", "Bài số 2211-4"), ("Năm 2023 2024", "Năm 20232024"),
        ("Người tốt", "Người tột cùng"), ("a", "b"),
    ])
    func otherTitlesStayApart(a: String, b: String) {
        #expect(hash(a) != hash(b))
    }

    @Test(arguments: ["", " – ", "“”"])
    func nothingHasNoHash(text: String) {
        #expect(hash(text) == 0)
    }
}
