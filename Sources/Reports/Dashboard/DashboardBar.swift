internal import Judgement
internal import Model
internal import Plans

/// Bars of the dashboard, drawn in shares of their width so that they fit any screen.
enum DashboardBar {
    /// A bar with a mark where its target stands.
    ///
    /// `fill` and `target` are lengths such as `96.6%`; without a fill only the empty track is drawn.
    static func bar(
        _ look: StaticString,
        fill: String?,
        target: String?,
        label: String,
        to page: inout Markup
    ) {
        picture(label, to: &page) { page in
            page.void("rect", [.class("track"), .init("width", "100%"), .init("height", "100%")])
            if let fill {
                page.void(
                    "rect",
                    [
                        .init("class", "\(look)"), .init("width", fill), .init("height", "100%"),
                    ]
                )
            }
            if let target {
                page.void(
                    "line",
                    [
                        .class("target"), .init("x1", target), .init("x2", target),
                        .init("y1", "0"), .init("y2", "100%"),
                    ]
                )
            }
        }
    }

    /// Parts of a whole one after another; the words beside the bar say the same.
    static func stack(
        _ parts: [(look: StaticString, count: Int)],
        of whole: Int,
        label: String?,
        to page: inout Markup
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
        to page: inout Markup,
        _ content: (inout Markup) -> Void
    ) {
        let role: [Markup.Attribute] =
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
    /// The figure as a length; nil for no data.
    let fill: String?
    /// The target as a length; nil where it is no lower bound.
    let target: String?

    init(_ line: IndicatorLine, minimum: Int) {
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
            fill = line.node.value == nil ? nil : "0%"
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

    private static func length(_ part: Quantity, of whole: Quantity) -> String {
        guard part > .zero, let percent = Percent(part, of: whole) else { return "0%" }
        let tenths = min(percent.tenths, 1000)
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
