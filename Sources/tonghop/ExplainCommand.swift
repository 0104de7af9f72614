import ArgumentParser
import Judgement
import Model
import Pipeline
import Reports

/// `tonghop explain`: why a figure is what it is, down to file and line.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Giải thích một chỉ tiêu: số liệu, cách tính, từng đơn vị, tệp và dòng.",
        discussion: """
            Cho biết kết quả và vì sao, mẫu số gồm những ai, và dưới từng đơn vị là tệp:dòng của mỗi dòng \
            số liệu được tính, cùng mỗi dòng không được tính và lý do. Các số sau dấu cộng cộng lại đúng \
            bằng giá trị của đơn vị.

            Mặc định giải thích bản đang công bố (latest). Có --as-of, --known-at hoặc --now thì xem sổ \
            nhận từ thời điểm ấy. Danh sách dài được rút gọn, ghi rõ còn bao nhiêu; --unit cho xem đủ một \
            đơn vị.

            Mã kết thúc: 0 xong; 64 sai lệnh, không có chỉ tiêu, đơn vị hoặc kỳ ấy; 65 kế hoạch hoặc danh \
            mục không hợp lệ; 66 chưa chạy lần nào.
            """
    )

    @Argument(help: "Mã chỉ tiêu, ví dụ TX-20.")
    var indicator: String
    @OptionGroup var options: QuestionOptions
    @Option(help: "Chỉ xem đơn vị (hoặc cấp) này, đầy đủ.")
    var unit: String?
    @Option(help: "Dạng in ra: text (để đọc) hoặc json (cho máy, không rút gọn).")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() async throws {
        do {
            let answer = try await options.question.answer()
            let index = try answer.indicator(indicator)
            let focus = try unit.map { id throws(PipelineError) in try answer.unit(id) }
            let explanation = Explanation(index, of: answer.judgement, voided: answer.voided)
            switch format {
            case .json:
                Console.show(
                    ExplanationJSON.render(
                        explanation,
                        focus: focus,
                        anonymise: options.anonymise
                    )
                )
            case .text:
                Console.show(
                    ExplanationText.render(
                        explanation,
                        ExplanationText.Options(
                            focus: focus,
                            anonymise: options.anonymise,
                            source: answer.source
                        )
                    )
                )
            }
        } catch {
            throw Console.fail(error)
        }
    }
}
