import ArgumentParser
import Model
import Pipeline

/// The options of commands that ask the ledger about what has been run.
struct QuestionOptions: ParsableArguments {
    @Option(help: "Mã kế hoạch.")
    var plan: String
    @Option(help: "Kỳ báo cáo: 2024, 2024-Q3, …; mặc định là kỳ được công bố gần nhất.")
    var window: String?
    @Option(help: "Xem lại từ sổ nhận: tính những gì đã nhận đến thời điểm này.")
    var asOf: TypedInstant?
    @Option(help: "Xem lại từ sổ nhận: tính những gì sổ nhận đã biết đến thời điểm này.")
    var knownAt: TypedInstant?
    @Option(help: "Xem lại từ sổ nhận với đồng hồ đặt ở thời điểm này.")
    var now: TypedInstant?
    @Option(help: .input)
    var input = "input"
    @Option(help: "Thư mục kết quả của các lần chạy.")
    var output = "output"
    @Option(help: .state)
    var state: String?
    @Flag(help: "Không in họ tên và nội dung có thể có họ tên.")
    var anonymise = false

    /// Where that was published.
    var places: RunPlaces { RunPlaces(input: input, output: output, state: state) }

    /// What is asked.
    var question: Question {
        var question = Question(plan: plan, clock: Console.clock(nil))
        question.window = window
        question.asOf = asOf?.instant
        question.knownAt = knownAt?.instant
        question.now = now?.instant
        question.places = places
        question.hidesReasons = anonymise
        question.jobs = OpenFiles.makeRoom(for: JobsOption.standard)
        return question
    }
}
