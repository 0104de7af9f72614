internal import Judgement
internal import Model
internal import Plans

/// One indicator's root figure beside that of the same indicator on another tree or of another
/// year.
struct BasisLine {
    let indicator: Indicator
    /// The report's own figure; beside the year before, on the tree that both years stand on.
    let own: NodeResult
    /// The figure beside it.
    let other: NodeResult
    /// Whether those whom the indicator binds are asked and not told.
    var isRequested = false

    /// The report's figures beside those of the same report on the tree of a later day.
    static func restated(_ judgement: Judgement) -> [BasisLine] {
        guard let restated = judgement.restated else { return [] }
        return lines(judgement, judgement.indicators, judgement.scene.root, restated)
    }

    /// The report's figures beside those of the year before, both on the same tree.
    static func previous(_ judgement: Judgement) -> [BasisLine] {
        guard let previous = judgement.previous, let before = previous.figures else { return [] }
        guard let current = previous.current else {
            return lines(judgement, judgement.indicators, judgement.scene.root, before)
        }
        return lines(judgement, current.indicators, current.scene.root, before)
    }

    /// Whether the report's figures are others on the tree on which it is compared with the year
    /// before.
    static func isRestated(_ judgement: Judgement) -> Bool {
        guard let current = judgement.previous?.current else { return false }
        return lines(judgement, judgement.indicators, judgement.scene.root, current)
            .contains { !$0.isSame }
    }

    private static func lines(
        _ judgement: Judgement,
        _ indicators: [IndicatorResult],
        _ root: Int,
        _ other: Restated
    ) -> [BasisLine] {
        zip(indicators, other.indicators).compactMap { own, beside in
            guard let here = own.nodes.first(where: { $0.node == root }),
                let there = beside.nodes.first(where: { $0.node == other.scene.root })
            else { return nil }
            return BasisLine(
                indicator: judgement.scene.plan.indicators[own.indicator],
                own: here,
                other: there,
                isRequested: own.isRequested(in: judgement.scene.roster)
            )
        }
    }

    /// Whether the two are the same figure with the same result.
    var isSame: Bool {
        own.numerator == other.numerator && own.denominator == other.denominator
            && own.value == other.value && own.status == other.status
    }

    /// How much more the report's own figure is: percentage points of a share, else the difference
    /// of the values; nil where one of them has no data.
    var change: Quantity? {
        guard let here = BasisLine.figure(own), let there = BasisLine.figure(other) else {
            return nil
        }
        return here.subtracting(there)
    }

    /// The change in words: `+3,4 điểm %`, `-2`, `0`; empty where it is not known.
    func changeText(_ words: Words) -> String {
        guard let change else { return "" }
        let isShare = own.denominator != nil && change != .zero
        let text =
            isShare ? words.tenths(change) : words.quantity(change, decimals: decimals)
        let sign = change > .zero && change.rounded(decimals: decimals) != "0" ? "+" : ""
        return sign + text + (isShare ? words(" điểm %") : "")
    }

    /// The decimals of the change: those of the two figures.
    var decimals: Int {
        guard own.denominator == nil else { return 1 }
        return [own.value, other.value].compactMap { $0.map(indicator.decimals) }.max() ?? 1
    }

    private static func figure(_ node: NodeResult) -> Quantity? {
        guard let numerator = node.numerator, let denominator = node.denominator else {
            return node.value
        }
        guard denominator > 0 else { return nil }
        return Quantity(Int128(numerator) * 100, over: Int128(denominator))
    }
}

extension Words {
    /// A figure as officials read it: `84/87 (96,6%)`, `12`; `…` for no data.
    func figure(_ node: NodeResult, of indicator: Indicator) -> String {
        guard let numerator = node.numerator, let denominator = node.denominator else {
            return value(node.value, of: indicator)
        }
        let share = percent(numerator, of: denominator, in: indicator).map { " (\($0))" } ?? ""
        return "\(whole(numerator))/\(whole(denominator))" + share
    }
}
