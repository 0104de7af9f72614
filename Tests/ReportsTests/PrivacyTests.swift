import Model
@testable import Reports
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

    @Test(arguments: [
        ("gọi 0912-345-678 nhé", "gọi (đã ẩn) nhé"), ("máy (024) 3854 1234", "máy (đã ẩn)"),
        ("0912\u{A0}345\u{A0}678", "(đã ẩn)"), ("0912\u{2009}345\u{202F}678", "(đã ẩn)"),
        ("(0912) 345 678", "(đã ẩn)"), ("+84-912-345-678", "+(đã ẩn)"),
        ("(+84) 912 345 678", "(đã ẩn)"), ("84 (0) 912 345 678", "(đã ẩn)"),
        ("+84 24 3854 1234.", "+(đã ẩn)."), ("024-38541234", "(đã ẩn)"),
        ("0912 – 345 – 678", "(đã ẩn)"), ("0912‑345‑678", "(đã ẩn)"),
        ("ĐT-0912-345-678", "ĐT-(đã ẩn)"), ("09 12 34 56 78", "(đã ẩn)"),
        ("0168 123 4567", "(đã ẩn)"), ("0912-11-2024", "(đã ẩn)"), ("(0912345678)", "((đã ẩn))"),
        ("CCCD 001 085 012 345", "CCCD (đã ẩn)"), ("001085 012345", "(đã ẩn)"),
        ("0010.8501.2345", "(đã ẩn)"), ("001-085-012-345", "(đã ẩn)"),
        ("CMND 123456789", "CMND (đã ẩn)"), ("0912/345/678", "(đã ẩn)"),
        ("0912,345,678", "(đã ẩn)"), ("0912_345_678", "(đã ẩn)"), ("0912·345·678", "(đã ẩn)"),
        ("０９１２３４５６７８", "(đã ẩn)"),
    ])
    func groupsOfDigitsAreOneNumber(text: String, masked: String) {
        #expect(Privacy.withoutContacts(text) == masked)
    }

    @Test(arguments: [
        ("CCCD 001085012345 0912345678", "CCCD (đã ẩn) (đã ẩn)"),
        ("0912345678 0987654321", "(đã ẩn) (đã ẩn)"),
        ("0912 345 678 0987 654 321", "(đã ẩn) (đã ẩn)"), ("05 0912345678", "05 (đã ẩn)"),
        ("2024 0912345678", "2024 (đã ẩn)"), ("0912345678 (2)", "(đã ẩn) (2)"),
        ("012345678 0912345678", "(đã ẩn) (đã ẩn)"), ("lúc 8.0912345678", "lúc 8.(đã ẩn)"),
        ("ngày 05-12-2024 0912-345-678", "ngày 05-12-2024 (đã ẩn)"),
        ("0912345678, 0987654321", "(đã ẩn), (đã ẩn)"),
        ("2024-12-10 0912 345 678", "2024-12-10 (đã ẩn)"),
        ("12 000 000 001 085 012 345", "12 000 000 (đã ẩn)"),
    ])
    func eachOfSeveralNumbersIsTakenOut(text: String, masked: String) {
        #expect(Privacy.withoutContacts(text) == masked)
    }

    @Test(arguments: [
        "từ 12/05/2024 đến 30/06/2024", "12-05-2024", "từ 05-01-2025 đến 06.02.2025",
        "05.01.2025 10 đơn vị", "lúc 08:30 05-01-2025", "lúc 09:08 05.12.2024 đủ 15",
        "tháng 03-2024 2025", "2024-05-12 2024-06-13", "123/QĐ-UBND ngày 01/02/2023, 99/KH-UBND",
        "1.500.000 và 2.500.000.000", "12 000 000 và 1 234 567 890", "1.234.567,50",
        "giai đoạn 2023-2025, 2020-2025", "biểu số 03 2023-2025", "điểm 8,75; 9,25; 0,3333333333",
        "0.3333333333", "33.333333333", "TX-P-01-0012345", "TX-P-012-3456789", "TX-P-012-0012345",
        "TX-P-01-00123456", "P01-0012345 và P02-0012346", "84.000.000.000 đồng", "20250105-0200-01",
        "dòng 12, 13, 14, 15, 16, 17, 18", "00 05 06", "1.024.385.412.000 đồng",
        "số 0123/2024/05", "012/2024/12345", "số 0125/0126/0127 QĐ", "012,345,678,901 đồng",
        "01/02/03/04/05", "84,500,000,000",
        "09/12/2024/345678",
        "0345/2023/0456, 1,234,567,890", "2024-12-10/TX-T-12/bao-cao-2024-2025.csv",
        "66,666666667%", "0,333333333",
        "SHA-256 0912345678f49545785089bf0dac01d8012345678912c0b9d44b8a1f6e5d4c3b",
    ])
    func whatIsNoContactStays(text: String) {
        #expect(Privacy.withoutContacts(text) == text)
    }

    /// What is gone from a line is gone before numbers are looked for; what is cut, afterwards.
    @Test(arguments: ["0912  345 678", "0912\n345\n678", "0912\u{200B}345\u{AD}678"])
    func whatNobodySeesHidesNoNumber(number: String) {
        #expect(PlainText.withoutContacts("gọi " + number) == "gọi (đã ẩn)")
        #expect(!PlainText.withoutContacts("gọi " + number, longest: 12).contains("0912"))
    }
}
