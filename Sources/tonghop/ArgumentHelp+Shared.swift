import ArgumentParser

/// Options that several commands have.
extension ArgumentHelp {
    static let input: ArgumentHelp = "Thư mục chứa các kế hoạch."
    static let output: ArgumentHelp = "Thư mục kết quả."
    static let state: ArgumentHelp = "Thư mục sổ nhận; mặc định là .tonghop trong thư mục kết quả."
    static let now: ArgumentHelp = "Đặt đồng hồ, để kiểm thử."
    static let plans: ArgumentHelp = "Mã kế hoạch; không nêu là tất cả."
    static let logFormat: ArgumentHelp = "Dạng nhật ký: text hoặc json, mỗi sự kiện một dòng."
}
