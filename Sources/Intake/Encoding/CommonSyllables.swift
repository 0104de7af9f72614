/// The syllables beyond ASCII that names, headings and reports of offices are mostly made of.
///
/// Where two encodings both give possible syllables, the one that gives these is the right one.
enum CommonSyllables {
    /// Whether letters are such a syllable, in whatever case.
    static func contains(_ letters: [VietnameseLetter]) -> Bool {
        all.contains(letters.map { Key(shape: $0.shape, tone: $0.tone) })
    }

    private struct Key: Hashable {
        var shape: UInt16
        var tone: VietnameseLetter.Tone
    }

    private static let all = Set(
        """
        xã phường quận huyện thị trấn thành phố tỉnh trường tiểu học mầm đơn vị tên mã số tổng cấp
        trên tỷ tỉ lệ chú và của các được không có là đã một những với về người năm tháng ngày hội
        đồng ủy uỷ nhân dân đảng đoàn phòng công chức cán bộ đua thưởng hiệu kết quả báo cáo trào
        đạt chỉ tiêu thực hiện bài dự nộp chưa đủ đợt đề nghị quyết định nội địa điểm phụ nữ liên
        hiệp động chiến sĩ sỹ niên giáo dục đào tạo tế việt hà hồ chí đức nguyễn trần lê phạm hoàng
        huỳnh vũ võ đặng bùi đỗ ngô dương lý văn cơ sở vực nước xuất sắc tiên tiến tập thể cá giấy
        bằng tốt việc môi xây dựng quý kỳ đầu cuối thời sáng tối đường nhà tổ hoạt thông điện thoại
        họ ý kiến bình hòa hoà tân phú thạnh mỹ thuận lộc phước vĩnh đông tây bắc sơn thủy thuỷ hưng
        lập yên thượng hạ đình xuân ngũ đại thạch long lộ châu trì khánh thái bảo nghĩa lâm đà hải
        quảng giang cần thơ đắk lạng cường phong đổi mới gương điển hình cụm khối nguồn vốn đất đai
        kế hoạch hồ sơ lượng chất tự chủ quyền lợi tuyến cộng quân sự bí thư chính sách phát triển
        vận gồm còn lại sau trước trong ngoài từ đến tại để do ở nhiều ít lớn nhỏ đẹp mẹ bà ông
        cô thầy em cháu lớp giỏi khá thi đỗ điểm mô sản phẩm hàng hóa hoá ổn bền nghèo hộ gia đình
        hiến mở rộng ngõ xóm thôn làng bản ấp tổ khu vượt trợ giúp đỡ ủng tiền đồng triệu tỷ nghìn
        """.split(whereSeparator: \.isWhitespace).map { word in
            word.unicodeScalars.compactMap(VietnameseLetter.init).map {
                Key(shape: $0.shape, tone: $0.tone)
            }
        }
    )
}
