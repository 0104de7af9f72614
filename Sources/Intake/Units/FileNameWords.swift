internal import Model

/// The words of a file's name that are not a unit's.
enum FileNameWords {
    /// A name with `NhanChinh` parted into `Nhan Chinh` and `THCSHaDinh` into `THCS Ha Dinh`.
    static func parted(_ name: String) -> String {
        let letters = Array(name)
        var output = ""
        for (index, letter) in letters.enumerated() {
            if index > 0, letter.isUppercase {
                let follows = index + 1 < letters.count && letters[index + 1].isLowercase
                if letters[index - 1].isLowercase || (letters[index - 1].isUppercase && follows) {
                    output.append(" ")
                }
            }
            output.append(letter)
        }
        return output
    }

    /// Whether a folded word is a number or one that reports are named with, accents aside.
    static func isCommon(_ word: [UInt8]) -> Bool {
        word.contains(where: CellBytes.isDigit) && word.count <= 10
            || common.contains(Fold.bareKey(word))
    }

    private static let common: Set<[UInt8]> = Set(
        """
        báo cáo bc kết quả kq số liệu sl biểu mẫu bm phụ lục pl danh sách ds tổng hợp gửi nộp của \
        đơn vị ubnd ủy ban nhân dân cuộc thi viết bài dự thi điển hình tiên tiến đhtt gương người \
        tốt việc tốt ntvt khen thưởng thi đua tđkt đề nghị kế hoạch kh văn bản ban hành họp bình \
        xét giao ước hoạt động phong trào tin bài chuyên mục tuyên truyền năm quý tháng kỳ đợt lần \
        ngày đầu cuối giai đoạn copy final bản sao sửa chốt mới chính thức hoàn thiện bổ sung \
        theo về và tại từ đến v q t rev new ok \
        i ii iii iv
        """
        .split(separator: " ").map { Fold.bareKey(Fold.key(String($0))) }
    )
}
