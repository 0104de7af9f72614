import Intake
import Model
import Testing

@Suite("Names beside their ids or behind serial numbers")
struct CodedNameTests {
    @Test(arguments: [
        ("Phường Hạ Đình (TX-HADINH)", "TX-HADINH"), ("P. Hạ Đình (tx-hadinh)", "TX-HADINH"),
        ("TX-HADINH - Phường Hạ Đình", "TX-HADINH"), ("TX-HADINH: P. Hạ Đình", "TX-HADINH"),
        ("TX-HADINH – Phường Hạ Đình, Quận Thanh Xuân", "TX-HADINH"),
        ("TX-HADINH-Phường Hạ Đình", "TX-HADINH"), ("Phường Hạ Đình - TX-HADINH", "TX-HADINH"),
        ("00343 - Phường Nhân Chính", "00343"), ("00343: Nhân Chính", "00343"),
        ("1. Phường Hạ Đình", "TX-HADINH"), ("1) Phường Hạ Đình", "TX-HADINH"),
        ("12.Phường Hạ Đình", "TX-HADINH"), ("02. P. Hạ Đình - Q. Thanh Xuân", "TX-HADINH"),
        ("3. TX-HADINH - Phường Hạ Đình", "TX-HADINH"), ("1. Phường 3", "CM-P3"),
        ("3) Phường Nhân Chính (00343)", "00343"), ("Xã Phú Nghĩa (HN-PN)", "HN-PN"),
        ("CM-PN-CU - Xã Phú Nghĩa", "CM-PN-CU"), ("TX - Quận Thanh Xuân", "TX"),
    ])
    func theUnitIsFound(text: String, id: String) {
        #expect(District.ids(text) == [id])
    }

    @Test(arguments: [
        "Phường Hạ Đình (TX-QT)", "TX-QT - Phường Hạ Đình", "TX-QT: Phường Hạ Đình",
        "Phường Hạ Đình - TX-QT", "TX - Phường Hạ Đình", "Phường Hạ Đình (TX)",
        "TX-X - Phường Hạ Đình", "TX-HADINH - Phường Ha Dinh", "TX-HADINH Phường Hạ Đình",
        "TX-HADINH - Công an phường Hạ Đình", "1 Phường Hạ Đình",
        "1.2 Phường Hạ Đình", "1234. Phường Hạ Đình", "1. 3", "1.00343", "1. 00343",
        "I. Phường Hạ Đình", "1. Phường Ha Dinh", "1. Phường", "1. Công an phường Hạ Đình",
        "1. 2. Phường Hạ Đình", "1. TX-QT - Phường Hạ Đình", "00343. Phường Hạ Đình",
        "TX-HADINH - Phường Hạ Đình - TX-QT",
    ])
    func aNameBesideAnotherCodeIsNobodys(text: String) {
        #expect(District.ids(text).isEmpty)
    }

    @Test func aSerialNumberThatIsAnIdHasToBeTheUnitsOwn() {
        let names = UnitNames(
            roster: Roster(units: [
                Unit(id: "1", name: "Phường Hạ Đình", kind: .phuong),
                Unit(id: "2", name: "Phường Nhân Chính", kind: .phuong),
                Unit(id: "P2", name: "Phường Kim Giang", kind: .phuong),
            ])
        )
        #expect(names.match("1. Phường Hạ Đình") == .unit(0))
        #expect(names.match("2. Phường Hạ Đình") == .unknown)
        #expect(names.match("3. Phường Hạ Đình") == .unit(0))
        #expect(names.match("Phường Kim Giang (P2)") == .unit(2))
        #expect(names.match("P2: Phường Kim Giang") == .unit(2))
        #expect(names.match("P2 - Phường Hạ Đình") == .unknown)
        #expect(names.match("Phường Hạ Đình (P2)") == .unknown)
    }
}
