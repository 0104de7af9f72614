/// What is said about the columns of a table.
extension ReadingMessages {
    static func columnMissing(_ header: String, _ form: String) -> (String, String) {
        (
            "Thiếu cột bắt buộc \"\(header)\" của biểu \(form).",
            "Bổ sung cột \"\(header)\" rồi gửi lại tệp."
        )
    }

    static func resultMissing(_ headings: String) -> (String, String) {
        (
            "Bảng xếp dọc chỉ có số liệu ở cột \"\(headings)\", không có kết quả của kỳ báo cáo nên không được tính.",
            "Ghi số liệu vào cột \"Kết quả\" (hoặc \"Thực hiện\") rồi gửi lại tệp."
        )
    }

    /// `part` is the column that the heading is a part of, of which only one can be read.
    static func columnUnknown(
        _ header: String,
        _ form: String,
        part: String? = nil
    ) -> (String, String) {
        (
            "Cột \"\(header)\" không có trong biểu \(form) nên không được đọc.",
            part.map {
                "Là số liệu của kỳ báo cáo thì chỉ giữ cột này, đặt tên \"\($0)\", bỏ dòng tên phụ."
            }
                ?? "Nếu là số liệu cần tổng hợp, đổi tên cột theo biểu mẫu."
        )
    }

    static func columnOfSums(_ header: String, _ parts: [String]) -> (String, String) {
        let columns = parts.map { "\"\($0)\"" }.joined(separator: ", ")
        return (
            "Cột \"\(header)\" là số tổng của các cột \(columns): dùng để đối chiếu, không tính vào số liệu.",
            "Không cần sửa."
        )
    }

    static func sumMismatch(_ header: String, _ declared: String, _ computed: String) -> (
        String, String
    ) {
        (
            "Cột tổng \"\(header)\" ghi \(declared) nhưng các cột thành phần cộng lại là \(computed); "
                + "số liệu được tính theo các cột thành phần.",
            "Kiểm tra lại số tổng và các cột thành phần."
        )
    }

    static func columnDuplicate(_ header: String, _ other: String) -> (String, String) {
        (
            "Hai cột \"\(other)\" và \"\(header)\" cùng là một nội dung nên không biết lấy cột nào.",
            "Giữ lại một cột rồi gửi lại tệp."
        )
    }
}
