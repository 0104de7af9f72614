import ArgumentParser
import Foundation
import Pipeline

/// `tonghop reduce`: merges what `tonghop map` wrote.
struct ReduceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reduce",
        abstract: "Gộp các kết quả từng phần do map hoặc reduce ghi.",
        discussion: """
            Gộp theo thứ tự nào, chia nhóm thế nào cũng ra đúng một kết quả, từng byte. Không gộp: kết quả của \
            kế hoạch, danh mục, kỳ hoặc chương trình khác nhau; hai kết quả khác nhau của cùng một bản của \
            một tệp; kết quả bị hỏng, bị cắt.

            Không nêu tệp nào thì đọc ở đầu vào chuẩn. Với --text, đầu vào là các dòng của map --text; mỗi \
            mã ở đầu dòng được gộp thành một dòng.

            Mã kết thúc: 0 xong; 64 sai lệnh; 65 kết quả không gộp được; 66 không có tệp; 73 không ghi được \
            kết quả; 74 lỗi đọc, ghi.
            """
    )

    @Argument(help: "Các tệp kết quả từng phần; không nêu thì đọc ở đầu vào chuẩn.")
    var files: [String] = []
    @OptionGroup var target: PartialTarget

    func run() throws {
        do {
            var bytes: [UInt8] = []
            for file in files { bytes += try WholeFile.read(file) }
            if files.isEmpty { bytes = Array(FileHandle.standardInput.readDataToEndOfFile()) }
            if target.text {
                let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
                bytes = []
                try target.write(try ReduceTask.text(of: lines))
            } else {
                let (merged, summary) = try ReduceTask.bytes(of: bytes)
                try target.write(merged, summary)
            }
        } catch let error as PipelineError {
            throw Console.fail(error)
        }
    }
}
