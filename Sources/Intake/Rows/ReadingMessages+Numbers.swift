extension ReadingMessages {
    static func unreadPair(_ value: String) -> (String, String) {
        (
            "\"\(value)\" không tách được thành hai số nguyên.",
            "Ghi như \"9/10\", hoặc tách thành hai cột, mỗi cột một số."
        )
    }

    static func pairAsDate(_ value: String) -> (String, String) {
        (
            "\"\(value)\" có thể là hai số như \"9/10\" đã bị Excel đổi thành ngày.",
            "Tách thành hai cột, mỗi cột một số; hoặc định dạng cột là Text trong Excel rồi ghi lại "
                + "như \"9/10\"."
        )
    }

    /// A total in words says how many rows the list has, and it has not.
    static func countMismatch(_ declared: Int64, _ computed: Int64) -> (String, String) {
        (
            "Dòng tổng cộng không khớp: tệp ghi \(declared), danh sách có \(computed) dòng "
                + "(chênh lệch \((declared - computed).magnitude)).",
            "Kiểm tra lại các dòng của danh sách và dòng tổng cộng; số liệu được tính theo từng "
                + "dòng."
        )
    }
}
