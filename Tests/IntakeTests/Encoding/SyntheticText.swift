import TestSupport

/// Vietnamese text of any length: rows of a report made of unit names and sentences.
enum SyntheticText {
    static let units = """
        Phường Thượng Đình|Phường Hạ Đình|Phường Khương Trung|Phường Nhân Chính|Phường Kim Giang
        Quận Thanh Xuân|Quận Đống Đa|Quận Hoàn Kiếm|Thành phố Hà Nội|Thành phố Hồ Chí Minh
        Xã Mường Động|Xã Ea Wer|Xã Đắk Lắk|Xã Cư Jút|Xã Quới Thiện|Xã Vĩnh Xương|Xã Kỳ Anh
        Phường Thới An|Phường Cam Đường|Phường Hòa Thành|Phường Hoà Bình|Xã Thuỵ Hương
        Xã Bắc Tân Uyên|Xã Chiềng Sinh|Xã Lĩnh Toại|Xã Phù Mỹ|Xã Cổ Lũng|Xã Ngọc Lặc|Xã Tủa Chùa
        Trường THCS Nhân Chính|Trường Tiểu học Nguyễn Trãi|Trường Mầm non Ánh Sao|Xã Yên Trị
        Ủy ban Mặt trận Tổ quốc|Hội Liên hiệp Phụ nữ|Liên đoàn Lao động|Hội Cựu chiến binh
        Đoàn Thanh niên|Phòng Giáo dục và Đào tạo|Phòng Nội vụ|Công an quận|Xã Ứng Hòa|Xã Ô Lâm
        Xã Krông Pắc|Xã Kon Plông|Xã Chư Păh|Xã Đạ Tẻh|Thị trấn Quế|Thị xã Sơn Tây|Huyện Ba Vì
        """.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map(String.init)

    static let sentences = """
        Tham gia hưởng ứng phong trào thi đua yêu nước
        Chưa nộp báo cáo, hẹn ngày 15/11
        Đã nộp đủ hồ sơ đề nghị khen thưởng
        Không có bài dự thi trong kỳ này
        Gương người tốt, việc tốt trong công tác xóa đói giảm nghèo
        Cô giáo Nguyễn Thị Hằng nhiều năm liền đạt danh hiệu chiến sĩ thi đua cơ sở
        Tổ dân phố số 7 vận động quỹ vì người nghèo vượt chỉ tiêu được giao
        Bổ sung "đợt 2" theo công văn của Ban Thi đua - Khen thưởng
        Nghỉ phép: 3 đ/c; đi học: 2 đ/c
        Thực hiện tốt chủ trương, đường lối của Đảng, chính sách pháp luật của Nhà nước
        Ủng hộ đồng bào bị thiệt hại do bão lụt tại các tỉnh miền Trung
        Những nội dung tham gia sau đây đã được Ủy ban nhân dân phê duyệt
        Cựu chiến binh Trần Văn Khuê hiến đất mở rộng ngõ xóm
        Câu lạc bộ dưỡng sinh sinh hoạt đều đặn mỗi tuần hai buổi
        Mô hình sản xuất rau sạch cho thu nhập ổn định
        Giữ gìn vệ sinh môi trường, trồng thêm nhiều cây xanh
        """.split(separator: "\n").map(String.init)

    static let header = "Mã đơn vị,Tên đơn vị,Cấp trên,Tổng số,Tham gia,Tỷ lệ,Ghi chú\r\n"

    /// A table of some rows, with a header.
    static func table(rows: Int, _ random: inout SplitMix64) -> String {
        var text = header
        for row in 0..<rows {
            let unit = units.randomElement(using: &random) ?? ""
            let parent = units.randomElement(using: &random) ?? ""
            let note = sentences.randomElement(using: &random) ?? ""
            let sum = Int.random(in: 20...900, using: &random)
            let quoted = note.replacingQuotes
            text += "DV-\(1000 + row),\(unit),\(parent),\(sum),\(sum / 2),\"50,0\",\"\(quoted)\"\r\n"
        }
        return text
    }

    /// A few cells without a header.
    static func cells(_ count: Int, _ random: inout SplitMix64) -> String {
        (0..<count).map { _ in units.randomElement(using: &random) ?? "" }.joined(separator: ",")
    }
}

extension String {
    fileprivate var replacingQuotes: String { split(separator: "\"").joined(separator: "\"\"") }
}
