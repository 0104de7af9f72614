package import Judgement
package import Model
internal import Plans

/// Something that units still have to do by a last day, with those who have not done it.
package struct OpenDuty: Hashable, Sendable {
    /// `Báo cáo năm`, or `TX-20: 100% đơn vị tham gia`.
    package var name: String
    /// The last day that is in time.
    package var lastDay: Day
    /// The names of the units in roster order.
    package var units: [String]

    /// Everything that will fall due within a year, the nearest first.
    package static func all(_ judgement: Judgement) -> [OpenDuty] {
        let scene = judgement.scene
        let names = Dictionary(
            scene.plan.indicators.map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        var duties: [OpenDuty] = []
        for reminder in Reminders.coming(judgement, within: 366, .vietnamese) {
            for duty in reminder.duties {
                let unit = scene.name(of: duty.formerly ?? reminder.unit)
                guard let lastDay = duty.lastDay else { continue }
                let name =
                    duty.isDeadline
                    ? duty.subject : duty.subject + (names[duty.subject].map { ": " + $0 } ?? "")
                if let index = duties.firstIndex(where: { $0.name == name && $0.lastDay == lastDay }
                ) {
                    duties[index].units.append(unit)
                } else {
                    duties.append(OpenDuty(name: name, lastDay: lastDay, units: [unit]))
                }
            }
        }
        // A stable order: of one day as the plan and the roster have them.
        return duties.enumerated().sorted {
            ($0.element.lastDay, $0.offset) < ($1.element.lastDay, $1.offset)
        }.map(\.element)
    }
}
