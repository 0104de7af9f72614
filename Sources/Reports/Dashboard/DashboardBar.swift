internal import Judgement
internal import Model
internal import Plans

/// Bars of the dashboard, drawn in shares of their width so that they fit any screen.
enum DashboardBar {
    /// A bar with a mark where its target stands.
    ///
    /// What is done has one colour whatever the result; what is missing is coloured where it is
    /// due.
    static func bar(
        _ look: StaticString,
        _ scale: DashboardScale,
        label: String,
        to page: inout HTMLText
    ) {
        picture(label, to: &page) { page in
            part("track", from: 0, to: 1000, &page)
            if let target = scale.target, target > scale.fill ?? 0 {
                part(look, from: scale.fill ?? 0, to: target, &page)
            }
            if let fill = scale.fill { part("done", from: 0, to: fill, &page) }
            if let target = scale.target {
                let place = length(target)
                page.void(
                    "line",
                    [
                        .class("target"), .init("x1", place), .init("x2", place),
                        .init("y1", "-2"), .init("y2", "12"),
                    ]
                )
            }
        }
    }

    private static func part(
        _ look: StaticString,
        from: Int,
        to end: Int,
        _ page: inout HTMLText
    ) {
        guard end > from else { return }
        page.void(
            "rect",
            [
                .init("class", "\(look)"), .init("x", length(from)),
                .init("width", length(end - from)), .init("height", "100%"),
            ]
        )
    }

    /// Thousandths of the width as a length: `96.6%`.
    private static func length(_ thousandths: Int) -> String {
        "\(thousandths / 10).\(thousandths % 10)%"
    }

    /// Parts of a whole one after another; the words beside the bar say the same.
    static func stack(
        _ parts: [(look: StaticString, count: Int)],
        of whole: Int,
        label: String?,
        to page: inout HTMLText
    ) {
        picture(label, to: &page) { page in
            page.void("rect", [.class("track"), .init("width", "100%"), .init("height", "100%")])
            var sum = 0
            for part in parts where part.count > 0 {
                let start = DashboardLook.length(sum, of: whole)
                sum += part.count
                page.void(
                    "rect",
                    [
                        .init("class", "\(part.look)"), .init("x", start),
                        .init("width", DashboardLook.length(part.count, of: whole)),
                        .init("height", "100%"),
                    ]
                )
            }
        }
    }

    private static func picture(
        _ label: String?,
        to page: inout HTMLText,
        _ content: (inout HTMLText) -> Void
    ) {
        let role: [HTMLText.Attribute] =
            label.map { [.init("role", "img"), .init("aria-label", $0)] }
            ?? [.init("aria-hidden", "true")]
        page.element(
            "svg",
            [.class("bar"), .init("width", "100%"), .init("height", "10")] + role,
            content
        )
    }
}

/// How far along its scale an indicator's figure and its target stand.
struct DashboardScale {
    /// The figure in thousandths of the scale; nil for no data.
    let fill: Int?
    /// The target likewise; nil where there is nothing to draw it against.
    let target: Int?

    /// Nil for a total that must hold in each of several periods: its figure counts those periods.
    init?(_ line: IndicatorLine, minimum: Int) {
        if line.indicator.isTotal, line.every != nil { return nil }
        if case .each(let target) = line.indicator.kind {
            let hundred = Quantity(100)
            let share = line.node.numerator.flatMap { part -> Quantity? in
                guard let whole = line.node.denominator, whole > 0 else { return nil }
                return Quantity(Int128(part) * 100, over: Int128(whole))
            }
            fill = share.map { DashboardScale.length($0, of: hundred) }
            self.target = DashboardScale.bound(target.rule, minimum: minimum)
                .map { DashboardScale.length($0, of: hundred) }
            return
        }
        let bound = DashboardScale.bound(line.indicator.requirements[0].rule, minimum: minimum)
        guard let longest = [line.node.value, bound].compactMap({ $0 }).max(), longest > .zero
        else {
            fill = nil
            target = nil
            return
        }
        fill = line.node.value.map { DashboardScale.length($0, of: longest) }
        target = bound.map { DashboardScale.length($0, of: longest) }
    }

    private static func bound(_ rule: Rule, minimum: Int) -> Quantity? {
        switch rule {
        case .compare(_, .number(let bound)): bound
        case .compare(_, .editionMinimum): Quantity(minimum)
        case .range(let low, _): low
        }
    }

    private static func length(_ part: Quantity, of whole: Quantity) -> Int {
        guard part > .zero, let percent = Percent(part, of: whole) else { return 0 }
        return min(percent.tenths, 1000)
    }
}
