@testable import Judgement
import Testing

@Suite("Which names of forms of commendation an anonymised edition shows")
struct AwardNameTests {
    @Test(arguments: [
        ("Giấy khen", "Giấy khen"), ("GIẤY  KHEN", "GIẤY KHEN"),
        ("Bằng khen của Chủ tịch UBND Thành phố", "Bằng khen của Chủ tịch UBND Thành phố"),
        ("Bằng khen (UBND tỉnh)", "Bằng khen (UBND tỉnh)"),
        ("Danh hiệu Người tốt, việc tốt cấp quận", "Danh hiệu Người tốt, việc tốt cấp quận"),
        ("Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Nhất"),
        ("Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở"), ("LĐTT", "LĐTT"),
        ("Công dân Thủ đô ưu tú", "Công dân Thủ đô ưu tú"),
        ("Giấy khen cho bà Nguyễn Thị Mẫu", "Giấy khen"),
        ("Giấy khen của Chủ tịch UBND quận Mẫu", "Giấy khen của Chủ tịch UBND quận"),
        ("Giấy khen của ông Nguyễn Văn Mẫu", "Giấy khen"),
        ("Bằng khen, Trần Văn Mẫu", "Bằng khen"),
    ])
    func knownWordsAreShownAsFarAsTheyGo(text: String, shown: String) {
        #expect(AwardName.known(in: text) == shown)
    }

    @Test(arguments: ["", "Nguyễn Văn Mẫu", "Danh hiệu Nguyễn Văn Mẫu", "quận", "Giấy", "khen"])
    func otherTextsAreHidden(text: String) {
        #expect(AwardName.known(in: text) == nil)
    }

    @Test func hiddenAndBlankNamesStayApart() {
        var figures = CommendedFigures()
        var one = AwardFigures()
        one.individuals = 1
        for name in ["Giấy khen", "", "Nguyễn Văn Mẫu", "Trần Thị Mẫu"] {
            figures.forms[AwardForm(name: name, level: "district")] = one
        }
        let shown = figures.withPublicFormNames
        #expect(shown.all == figures.all)
        #expect(
            shown.forms.mapValues(\.total) == [
                AwardForm(name: "Giấy khen", level: "district"): 1,
                AwardForm(name: "", level: "district"): 1,
                AwardForm(name: "(đã ẩn)", level: "district"): 2,
            ]
        )
    }
}
