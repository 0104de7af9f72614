import Model
import Reports
import Testing

struct PrivacyTests {
    @Test(arguments: [
        ("Nguyễn Văn A", "N.V.A."), ("đỗ thị  bình", "Đ.T.B."), ("Y Ngông Niê Kđăm", "Y.N.N.K."),
        ("", ""),
    ])
    func namesBecomeInitials(name: String, masked: String) {
        #expect(Privacy.initials(name) == masked)
    }

    @Test(arguments: [
        ("gọi 0912 345 678 nhé", "gọi (đã ẩn) nhé"), ("0912.345.678", "(đã ẩn)"),
        ("+84912345678", "+(đã ẩn)"), ("CCCD 001099123456.", "CCCD (đã ẩn)."),
        ("thư a.b@hanoi.gov.vn", "thư (đã ẩn)"), ("ngày 05/01/2025, 1.234.567.890 đồng", nil),
        ("2024-12-10/TX-T-12/bao-cao.csv", nil), ("nhiều", nil),
        ("0912  345 678 và 12 345 678", nil), ("0912345678. Cảm ơn", "(đã ẩn). Cảm ơn"),
        ("dòng 1 tệp bai-0123456789", "dòng 1 tệp bai-(đã ẩn)"), ("0912 345 678 ", "(đã ẩn) "),
    ])
    func contactsAreTakenOut(text: String, masked: String?) {
        #expect(Privacy.withoutContacts(text) == masked ?? text)
    }
}
