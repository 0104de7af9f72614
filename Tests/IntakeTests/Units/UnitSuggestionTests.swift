import Intake
import Model
import Testing

@Suite("Which unit was probably meant")
struct UnitSuggestionTests {
    @Test(
        arguments: [
            ("Phuong Ha Dinh", "TX-HADINH"), ("P. Ha Dinh", "TX-HADINH"), ("Ha Dinh", "TX-HADINH"),
            ("Phường Hạ Đìng", "TX-HADINH"), ("Phường Hạ Đinh, Quận Thanh Xuân", "TX-HADINH"),
            ("TH Khuong Mau", "TX-T2"), ("343", "00343"), ("Phường Sa Pà", nil), ("xyz", nil),
            ("Phường Khương Chung", "TX-KT"), ("", nil),
        ] as [(String, String?)]
    )
    func theNearestNameIsSuggested(text: String, id: String?) {
        #expect(District.names.suggestion(for: text, within: nil)?.id == id)
    }

    @Test func ofEquallyNearUnitsTheOneInScopeIsMeant() {
        let names = District.names
        #expect(names.suggestion(for: "Quang Trungg", within: nil) == nil)
        for (scope, id) in [("TX", "TX-QT"), ("CM", "CM-QT")] {
            let found = names.suggestion(
                for: "Quang Trungg",
                within: District.roster.index(of: scope)
            )
            #expect(found?.id == id)
        }
    }

    @Test func aSuggestionHasNameAndID() {
        #expect(District.names.suggestion(for: "Ha Dinh") == "Phường Hạ Đình")
        #expect(District.names.suggestion(for: "Ha Dinh", within: nil)?.name == "Phường Hạ Đình")
    }
}
