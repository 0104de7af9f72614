import Foundation
import Model
import Pipeline
import Schedules

/// What is left to do with a year's or a stage's figures: to freeze them is for the board to
/// decide, so the program only says how.
struct FreezeAdvice {
    let lines: [String]

    /// The first line of decisions.csv (CONTRACT §2), in the order of the line that is advised.
    private static let heading =
        "Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực"

    init(_ turn: ScheduleCalendar.Turn, _ outcome: RunOutcome, _ options: RunOptions) {
        guard !turn.isFrozen else {
            lines = []
            return
        }
        let path = "\(options.places.input)/\(turn.plan)/decisions.csv"
        var lines = [
            "Số liệu kỳ \(turn.occasion.period.id) chưa chốt. Khi Hội đồng quyết định, thêm dòng này vào \(path):",
            "  <số quyết định>,<ngày, như 2025-01-15>,Chốt số liệu,,,\(turn.occasion.period.id),,<lý do>,",
        ]
        if !FileManager.default.fileExists(atPath: path) {
            lines.insert("  " + FreezeAdvice.heading, at: 1)
            lines[0] += " (chưa có tệp này: tạo tệp với dòng tiêu đề sau)"
        }
        if let warnings = outcome.findings[.warning], warnings > 0 {
            lines.append(
                "Còn \(warnings) cảnh báo phải sửa hoặc có quyết định Giải trình thì mới chốt được: "
                    + "\(outcome.folder)/findings.csv"
            )
        }
        self.lines = lines.map { "  " + $0 }
    }
}
