import Intake
import Model
import Testing

@Suite("Units in the names of files (domain.md 4.4)")
struct FileNameTests {
    @Test(arguments: [
        ("BC_TX-HADINH_2023", "TX-HADINH"), ("tx-hadinh", "TX-HADINH"),
        ("TX TX-HADINH báo cáo mới", "TX-HADINH"), ("BC 00343 (1) - Copy", "00343"),
        ("BC phường Hạ Đình (1)", "TX-HADINH"), ("Phường Hạ Đình 05.2024", "TX-HADINH"),
        ("Phường Hạ Đình 6 tháng đầu năm 2024", "TX-HADINH"), ("Phường 3 (2)", "CM-P3"),
        ("Phường 3 2024-05-01", "CM-P3"), ("BC P. Hạ Đình (1) - Copy", "TX-HADINH"),
        ("BC_P_HạĐình_2023(1) - Copy", "TX-HADINH"), ("BáoCáo_PhườngHạĐình", "TX-HADINH"),
        ("Phường Thanh Xuân Bắc - Quận Thanh Xuân", "TX-TXB"),
        ("Quận Thanh Xuân - Phường Hạ Đình - quý I năm 2024 final", "TX-HADINH"),
        ("BC THCS Nhân Chính 2024", "TX-T1"), ("Phường 03 T11.2023", "CM-P3"),
        ("Tổng hợp khen thưởng quận Thanh Xuân", "TX"), ("bao cao thi dua_P. Hạ Đình", "TX-HADINH"),
        ("Báo cáo kết quả 6 tháng đầu năm 2024 - phường Hạ Đình (chốt)", "TX-HADINH"),
    ])
    func theUnitIsFound(name: String, id: String) {
        #expect(District.names.unit(inFileName: name).map { District.units[$0].id } == id)
    }

    @Test(arguments: [
        "BC_P_NhanChinh_2023(1) - Copy", "BC 2023", "BC (1)", "Hạ Đình 2023",
        "MTTQ phường Hạ Đình", "Công an phường Hạ Đình 2023", "Phường Hạ Đình và phường Nhân Chính",
        "Phường Thanh Xuân Trung", "BC xã Phú Nghĩa", "", "TX-HADINH TX-QT",
        "TX-HADINH phường Nhân Chính", "phường", "BC 3",
        "BC P.3",
        "Phường Hạ Đình Tây", "Phường Hạ Đình Nam 2024", "Phường Hạ Đình Bình",
        "Thị xã Đống Đa", "Phường Hạ Đình 4", "BC Phường Hạ Đình 4 năm 2024",
    ])
    func nothingIsGuessed(name: String) {
        #expect(District.names.unit(inFileName: name) == nil)
    }

    @Test(
        arguments: [
            ("BC_P_NhanChinh_2023(1) - Copy", "00343"), ("BC_P_HaDinh", "TX-HADINH"),
            ("bc phuong ha dinh", "TX-HADINH"), ("BC HaDinh Q.ThanhXuan", "TX-HADINH"),
            ("THCSNhanChinh", "TX-T1"), ("NhanChinh", nil), ("BC_P_SaPa", nil), ("BC 2023", nil),
            ("xa phu nghia", nil), ("", nil),
        ] as [(String, String?)]
    )
    func aNameWithoutAccentsIsOnlySuggested(name: String, id: String?) {
        #expect(District.names.suggestion(inFileName: name)?.id == id)
    }
}
