internal import Model

extension CSVFault {
    /// The severity that differs from that of the fault's code.
    var severity: Severity? {
        switch kind {
        case .quoteOdd, .quotePlain: .warning
        default: setsAside ? .error : nil
        }
    }

    /// What is the matter and what to do, in Vietnamese.
    var wording: (message: String, fix: String) {
        switch kind {
        case .quoteUnbalanced:
            (
                "Dấu ngoặc kép không khép đúng chỗ nên không biết ô kết thúc ở đâu.",
                "Mở tệp bằng Excel, kiểm tra dấu \" từ dòng này rồi lưu lại."
            )
        case .quoteStray:
            ("Có dấu ngoặc kép giữa ô; được giữ như một ký tự.", "Không cần sửa.")
        case .quoteOdd:
            (
                "Có dấu ngoặc kép lẻ hoặc thừa trong ô; được giữ như một ký tự.",
                "Kiểm tra dấu \" trong ô này."
            )
        case .quotePlain:
            (
                "Có dấu ngoặc kép chưa được nhân đôi trong ô; được giữ như một ký tự.",
                "Kiểm tra nội dung ô này."
            )
        case .blanksBehindQuote:
            ("Có khoảng trắng sau dấu ngoặc kép; đã bỏ qua.", "Không cần sửa.")
        case .tooManyColumns:
            ("Dòng có quá nhiều cột.", "Kiểm tra dấu phân cách của dòng này.")
        case .recordTooLong:
            ("Dòng dài quá mức cho phép.", "Kiểm tra dấu ngoặc kép hoặc rút gọn nội dung.")
        case .cellTooLong:
            ("Ô dài quá mức cho phép.", "Rút gọn nội dung của ô.")
        case .nul:
            ("Có ký tự điều khiển (NUL) trong dòng.", "Lưu lại tệp dưới dạng CSV UTF-8.")
        }
    }
}
