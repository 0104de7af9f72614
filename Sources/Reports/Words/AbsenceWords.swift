internal import Judgement
internal import Model
internal import Plans

extension Words {
    /// Why a report has no indicators: its office was there on no day of the window, or the plan
    /// has none.
    func withoutIndicators(_ scene: Scene) -> String {
        absence(scene) ?? self("Kế hoạch không có chỉ tiêu.")
    }

    /// That an office was there on no day of the window, and who carries it on, so that nothing of
    /// its plan applies; nil where it was there or the plan has no indicators.
    func absence(_ scene: Scene) -> String? {
        let root = scene.roster.units[scene.root]
        guard !scene.plan.indicators.isEmpty, !root.exists(within: scene.window.span) else {
            return nil
        }
        let all = counted(scene.plan.indicators.count, "chỉ tiêu")
        let name = scene.name(of: scene.root)
        if let closed = root.validTo, closed <= scene.window.span.from {
            let heir = scene.changes.heir(of: root.id, closed: closed).map { heir in
                scene.roster.index(of: heir.id).map(scene.name) ?? heir.id
            }
            let successor = heir.map { self(", đơn vị kế thừa: \($0)") } ?? ""
            return self(
                "\(name) kết thúc hoạt động từ ngày \(day(closed))\(successor); \(all) của kế hoạch không áp dụng trong kỳ này."
            )
        }
        return root.validFrom.map {
            self(
                "\(name) thành lập từ ngày \(day($0)), sau kỳ này; \(all) của kế hoạch không áp dụng."
            )
        }
    }
}
