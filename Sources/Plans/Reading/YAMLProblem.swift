/// What a document breaks at, in the words of those who write plans.
enum YAMLProblem {
    /// The problems that the parser knows, each by what it begins with.
    private static let known: [(problem: String, message: String)] = [
        (
            "mapping values are not allowed",
            "dấu hai chấm đặt sai chỗ; giá trị có dấu ấy phải để trong ngoặc kép"
        ),
        (
            "did not find expected key",
            "ở đây phải là một khóa; xem lại cách thụt dòng"
        ),
        ("did not find expected ',' or '}'", "thiếu dấu , hoặc }"),
        ("did not find expected ',' or ']'", "thiếu dấu , hoặc ]"),
        ("did not find expected '-' indicator", "ở đây phải là một mục bắt đầu bằng dấu -"),
        ("did not find expected node content", "thiếu giá trị"),
        ("did not find expected <document start>", "có chữ thừa sau khi kế hoạch đã hết"),
        ("could not find expected ':'", "thiếu dấu hai chấm sau khóa"),
        (
            "found undefined alias",
            "chữ bắt đầu bằng dấu * phải để trong ngoặc kép"
        ),
        (
            "found character that cannot start any token",
            "không bắt đầu được bằng ký tự này; để chữ trong ngoặc kép"
        ),
        ("found a tab character", "thụt dòng bằng dấu tab; chỉ dùng dấu cách"),
        ("found unexpected end of stream", "tệp hết khi dấu ngoặc chưa đóng"),
        ("found unknown escape character", "sau dấu \\ trong ngoặc kép không được có ký tự này"),
        ("found unexpected ':'", "dấu hai chấm ở đây không hợp lệ; đặt giá trị trong ngoặc kép"),
        ("block sequence entries are not allowed", "mục bắt đầu bằng dấu - không được đặt ở đây"),
        ("block mapping entries are not allowed", "khóa không được đặt ở đây"),
        ("control characters are not allowed", "có ký tự điều khiển không nhìn thấy được"),
    ]

    /// Says it; a problem of no known kind is only that the document breaks there.
    static func message(_ problem: String) -> String {
        let message = known.first { problem.hasPrefix($0.problem) }?.message
        return "tệp không đúng cú pháp YAML" + (message.map { ": " + $0 } ?? "")
    }
}
