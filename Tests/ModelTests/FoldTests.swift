import Model
import Testing

@Suite("Folding and suggestions (CONTRACT §3)")
struct FoldTests {
    @Test(arguments: [
        ("Phường Hạ Đình", "Phu\u{31B}o\u{31B}\u{300}ng Ha\u{323} Đi\u{300}nh"),
        ("Phường Hạ Đình", "PHƯỜNG HẠ ĐÌNH"), ("hòa", "hoà"), ("Thúy", "Thuý"), ("khỏe", "khoẻ"),
        ("Thủy lợi", "Thuỷ lợi"), ("Hà  Nội", " hà\u{A0}nội "), ("Số ký hiệu", "Số, ký hiệu"),
        ("Uỷ ban", "Ủy ban"), ("ậ", "a\u{323}\u{302}"), ("ậ", "a\u{302}\u{323}"),
        ("ế", "e\u{302}\u{301}"), ("ợ", "o\u{31B}\u{323}"), ("Số QĐ", "số qđ"),
        ("MTTQ – Hội", "mttq - hội"), ("Đối tượng", "đối tượng"),
        ("Mã\u{200B} đơn vị", "Mã đơn vị"), ("\u{202A}Mã\u{202C}", "Mã"), ("Ma\u{2066}i", "Mai"),
        ("Ｐhường　３", "Phường 3"), ("Cư M’gar", "Cư Mʼgar"), ("Cư M'gar", "Cư M’gar"),
    ])
    func theSameWordsFoldAlike(a: String, b: String) {
        #expect(Fold.key(a) == Fold.key(b))
    }

    // Ð (eth) is what some key maps give for Đ.
    @Test func ethIsReadAsD() {
        #expect(Fold.key("Ðống Ða") == Fold.key("Đống Đa"))
        #expect(Fold.key("Ɖống Ɖa") == Fold.key("Đống Đa"))
    }

    @Test(arguments: [
        ("Sa Pa", "Sa Pả"), ("Hà Nam", "Ha Nam"), ("Đa", "Da"), ("mua", "mưa"), ("lan", "lân"),
        ("Phường 1", "Phường 11"), ("hòa", "hỏa"), ("cá nhân", "cả nhân"), ("a b", "ab"),
    ])
    func otherWordsStayApart(a: String, b: String) {
        #expect(Fold.key(a) != Fold.key(b))
    }

    @Test func bareHasNoAccents() {
        #expect(Fold.bare("Phường Hạ Đình") == "phuong ha dinh")
        #expect(Fold.bare("ĐỀ NGHỊ") == "de nghi")
        #expect(Fold.bare("Thu\u{31B}\u{301}") == "thu")
    }

    @Test func foldingTwiceChangesNothing() {
        for text in ["Ủy ban", "hoà giải", "A – B", "Số QĐ 12/QĐ-UBND"] {
            #expect(Fold.bare(Fold.bare(text)) == Fold.bare(text))
        }
    }

    @Test(arguments: [
        ("indicatrs", "indicators"), ("PHUOG", "PHUONG"), ("Phuong", "PHUONG"), ("grops", "groups"),
    ])
    func theNearestNameIsSuggested(text: String, expected: String) {
        let names = ["indicators", "groups", "PHUONG", "measures"]
        #expect(Suggestion.nearest(to: text, among: names) == expected)
    }

    @Test func nothingFarOrAmbiguousIsSuggested() {
        #expect(Suggestion.nearest(to: "xyz", among: ["indicators", "groups"]) == nil)
        #expect(Suggestion.nearest(to: "bat", among: ["cat", "rat"]) == nil)
        #expect(Suggestion.nearest(to: "bat", among: []) == nil)
    }

    @Test func swappedLettersAreOneEdit() {
        let a = Suggestion.Spelling("indicators")
        #expect(a.distance(to: Suggestion.Spelling("indictaors"), atMost: 1) == 1)
        #expect(a.distance(to: Suggestion.Spelling("Indicatórs"), atMost: 0) == 0)
        #expect(a.distance(to: Suggestion.Spelling("indikadors"), atMost: 1) == nil)
        #expect(a.distance(to: Suggestion.Spelling(""), atMost: 99) == 10)
    }
}
