/// Why partial results are not taken, or not taken together.
enum PartialFault: Error, Hashable {
    /// Bytes that are not a partial result of this program, or not all of one.
    case damaged
    /// Results of another plan, roster, window or program.
    case otherContext
    /// One version of one file that was read as two things.
    case contradiction(path: String)

    /// What is wrong, in Vietnamese.
    var message: String {
        switch self {
        case .damaged:
            "Không phải kết quả từng phần do tonghop map ghi, hoặc đã bị hỏng, bị cắt."
        case .otherContext:
            "Các kết quả từng phần không gộp được với nhau: khác kế hoạch, danh mục, kỳ hoặc chương trình."
        case .contradiction(let path):
            "Hai kết quả từng phần nói khác nhau về cùng một bản của tệp \"\(path)\"."
        }
    }
}
