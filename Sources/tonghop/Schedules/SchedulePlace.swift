import ArgumentParser
import Pipeline
import Schedules

/// Where the schedules lie, and what their commands read and write unless they say so themselves.
struct SchedulePlace: ParsableArguments {
    @Option(help: "Thư mục chứa các tệp lịch (*.yaml).")
    var schedules = "schedules"
    @Option(help: "Thư mục chứa các kế hoạch, khi lệnh trong lịch không nêu.")
    var input = "input"
    @Option(help: "Thư mục kết quả, khi lệnh trong lịch không nêu.")
    var output = "output"
    @Option(
        help:
            "Thư mục sổ nhận và tệp ghi các lượt đã chạy; mặc định là .tonghop trong thư mục kết quả."
    )
    var state: String?

    /// The directory in which it is kept what has been done.
    var stateDirectory: String { RunPlaces(output: output, state: state).stateDirectory }

    /// All schedules, checked with their commands.
    ///
    /// Whoever writes schedules wants to know of a plan that is not there. A night does not look
    /// for them (`findsPlans` false): one that was moved away ends the schedule that names it, not
    /// all of them.
    func read(findsPlans: Bool = true) throws(PipelineError) -> [Schedule] {
        try ScheduleFolder(path: schedules).schedules {
            ScheduledCommand.check($0, at: self, findsPlans: findsPlans)
        }
    }
}
