/// The words of findings about what stands over the rows of a table.
extension ReadingMessages {
    static func sectionTime(_ title: String) -> (String, String) {
        (
            "Đề mục phía trên ghi \"\(title)\", khác với kỳ của dòng hoặc của tệp: không rõ dòng này "
                + "thuộc kỳ nào.",
            "Ghi kỳ ở từng dòng (cột Kỳ báo cáo hoặc Năm), hoặc nộp số liệu của kỳ ấy thành tệp riêng."
        )
    }

    static func unitBelow(_ title: String) -> (String, String) {
        (
            "Dòng để trống đơn vị dưới dòng \"\(title)\", trong bảng có ghi đơn vị ở các dòng khác: "
                + "không rõ là của đơn vị nào.",
            "Ghi mã hoặc tên đơn vị ở từng dòng."
        )
    }

    static func largeMeasure(_ column: String, _ measure: String) -> (String, String) {
        (
            "Phía trên bảng ghi đơn vị tính là \"\(measure)\" nên cột \"\(column)\" không được đọc: "
                + "số không được tự nhân lên.",
            "Ghi đủ số ở cột này (2 nghìn thì ghi 2000), bỏ đơn vị tính \"\(measure)\", rồi gửi lại "
                + "tệp."
        )
    }

    /// What the lines over a table are called: those over the first one stand at the head of the
    /// file.
    static func titles(isHead: Bool) -> String { isHead ? "Phần đầu tệp" : "Phần trên bảng này" }
}
