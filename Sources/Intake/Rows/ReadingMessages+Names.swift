internal import Model

/// The words of findings about whom a row names, and about what it says of itself.
extension ReadingMessages {
    static func summaryForName(_ value: String, _ header: String) -> (String, String) {
        (
            "\"\(value)\" là số lượng hoặc lời dẫn danh sách, không phải là \"\(header)\".",
            "Mỗi người, mỗi tập thể, mỗi bài ghi một dòng với đúng tên; danh sách kèm theo cũng ghi vào "
                + "biểu này."
        )
    }

    static func severalNames(_ value: String) -> (String, String) {
        (
            "\"\(value)\" là tên của nhiều người nhưng dòng này chỉ được tính là một cá nhân.",
            "Mỗi người ghi một dòng rồi gửi lại tệp."
        )
    }

    static func otherSubject(_ value: String) -> (String, String) {
        (
            "\"\(value)\" là tên tập thể hoặc hộ gia đình, nhưng cột Đối tượng ghi cá nhân.",
            "Ghi đúng cột Đối tượng (Tập thể, Hộ gia đình), hoặc ghi tên người."
        )
    }

    static func withdrawn(_ mark: String) -> (String, String) {
        (
            "Dòng có ghi \"\(mark)\" nhưng vẫn được tính.",
            "Không còn đề nghị, không còn dự thi thì xóa cả dòng; là dòng đã sửa thì xóa dòng cũ; rồi bỏ "
                + "chữ \"\(mark)\" và gửi lại tệp."
        )
    }

    static func formulaText(_ value: String) -> (String, String) {
        (
            "Ô chứa công thức \(value) thay cho kết quả của công thức.",
            "Trong Excel tắt chế độ hiện công thức (Ctrl + `) hoặc dán lại bằng giá trị (Paste Values), "
                + "rồi xuất lại tệp."
        )
    }

    static func birthYear(_ value: String, _ day: Day?) -> (String, String) {
        (
            "\"\(value)\" không phải là năm sinh"
                + (day.map { "; có thể là ngày \($0.slashed) bị Excel đổi thành số." } ?? "."),
            "Ghi năm sinh bằng bốn chữ số, như 1970; không biết thì để trống."
        )
    }

    static func periodOfPlace(_ column: String, _ own: String, _ place: String, isFolder: Bool)
        -> (String, String)
    {
        (
            "Cột \"\(column)\" chỉ ghi kỳ \"\(own)\" nhưng "
                + (isFolder
                    ? "tệp nằm trong thư mục của kỳ \"\(place)\"; "
                    : "tên tệp ghi kỳ \"\(place)\"; ")
                + "số liệu được tính cho kỳ \"\(own)\", thay cho báo cáo trước của kỳ ấy nếu có.",
            "Chép từ tệp của kỳ trước thì sửa cột \"\(column)\" rồi gửi lại; đúng kỳ \"\(own)\" thì "
                + (isFolder ? "đặt tệp trong thư mục của kỳ ấy." : "đổi tên tệp.")
        )
    }
}
