/// What is wrong with what Spark gave back: nothing of it is published.
enum SparkFault: Error, Hashable {
    /// Not the lines that `tonghop reduce` writes, or not all of them.
    case damaged
    /// Another version of the program read the files, or the same under another plan.
    case otherProgram
    case missing(path: String, count: Int)
    case repeated(path: String)
    case unasked(path: String)
    /// Not the version that was asked for, or not with the rows and sums that were counted at
    /// reading.
    case altered(path: String)

    /// What is wrong, in Vietnamese.
    var message: String {
        switch self {
        case .damaged: "kết quả bị hỏng hoặc bị cắt"
        case .otherProgram:
            "máy làm việc chạy chương trình tonghop khác; mọi máy phải dùng cùng một bản cài"
        case .missing(let path, let count): "thiếu \(count) tệp, trước hết là \"\(path)\""
        case .repeated(let path): "tệp \"\(path)\" được trả về hai lần"
        case .unasked(let path): "tệp \"\(path)\" không được giao mà vẫn trả về"
        case .altered(let path):
            "tệp \"\(path)\" không còn đủ số byte, số dòng và tổng đã đếm khi đọc"
        }
    }
}
