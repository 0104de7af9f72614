import Intake
import Model
import Testing

@Suite("Periods in cells")
struct CellPeriodTests {
    @Test(arguments: [
        ("Năm 2024", "2024"), ("2024", "2024"), ("năm 2024.", "2024"), ("Cả năm 2024", "2024"),
        ("Báo cáo năm 2024", "2024"), ("NĂM 2024", "2024"), ("２０２４", "2024"),
        ("6 tháng đầu năm 2024", "2024-H1"), ("06 tháng đầu năm 2024", "2024-H1"),
        ("Báo cáo 6 tháng đầu năm 2024", "2024-H1"), ("6 tháng cuối năm 2024", "2024-H2"),
        ("06 tháng cuối năm 2024", "2024-H2"), ("9 tháng 2024", "2024-9M"),
        ("9 tháng đầu năm 2024", "2024-9M"), ("Quý I/2024", "2024-Q1"),
        ("Quý 1 năm 2024", "2024-Q1"), ("Q1/2024", "2024-Q1"), ("quý III-2024", "2024-Q3"),
        ("Quí IV/2024", "2024-Q4"), ("QII/2024", "2024-Q2"), ("Q.IV/2024", "2024-Q4"),
        ("Quý 02/2024", "2024-Q2"), ("Tháng 11/2023", "2023-11"), ("T11/2023", "2023-11"),
        ("T5/2023", "2023-05"), ("11/2023", "2023-11"), ("tháng 5 năm 2024", "2024-05"),
        ("Giai đoạn 2023-2025", "2023..2025"), ("2023 – 2025", "2023..2025"),
        ("2023-2025", "2023..2025"), ("từ năm 2023 đến năm 2025", "2023..2025"),
        ("Năm học 2023-2024", "2024"), ("NH 2023-2024", "2024"), ("Năm\u{200B} 2024", "2024"),
    ])
    func periodsAreReadAsOfficesWriteThem(text: String, id: String) {
        #expect(CellPeriod.parse(text)?.id == id)
    }

    @Test(arguments: [
        "", "24", "năm", "06 tháng cuối năm", "9 tháng", "Quý V/2024", "Quý 5/2024", "T13/2023",
        "Tháng 13/2024", "T0/2023", "13/2024", "05/04/2024", "năm ngoái", "2025-2023",
        "NH 2023-2025", "Năm học 2024", "2024 2024", "Phường 3 2024", "3 tháng 2024",
        "năm 2024 và 2025", "1889", "Báo cáo", "Tổng kết năm 2024",
    ])
    func anythingElseIsNone(text: String) {
        #expect(CellPeriod.parse(text) == nil)
    }
}
