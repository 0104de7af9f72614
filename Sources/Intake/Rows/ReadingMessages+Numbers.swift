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
}
