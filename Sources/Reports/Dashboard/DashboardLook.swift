internal import Judgement
internal import Model

/// How a status looks on the dashboard: a class of the style sheet and a sign that is told from the
/// others by its shape alone.
enum DashboardLook {
    static func look(_ status: Status) -> StaticString { look(CellStatus(status)) }

    static func look(_ status: SubmissionStatus) -> StaticString { look(CellStatus(status)) }

    private static func look(_ status: CellStatus) -> StaticString {
        switch status {
        case .met: "met"
        case .late: "late"
        case .pending: "pending"
        case .unmet: "unmet"
        case .noData: "nodata"
        case .exempt: "exempt"
        case .notApplicable: "none"
        }
    }

    /// A word with its sign before it.
    static func chip(_ status: Status, _ word: String, to page: inout HTMLText) {
        let status = CellStatus(status)
        page.element("span", [.init("class", "chip \(look(status))")]) { page in
            let hidden: [HTMLText.Attribute] = [
                .class("sign"), .init("viewBox", "0 0 12 12"), .init("aria-hidden", "true"),
            ]
            page.element("svg", hidden) { page in sign(status, to: &page) }
            page.add(word)
        }
    }

    /// A disc, a half disc, a ring, a triangle, an empty square or a dash.
    private static func sign(_ status: CellStatus, to page: inout HTMLText) {
        switch status {
        case .met:
            page.void("circle", [.init("cx", "6"), .init("cy", "6"), .init("r", "5")])
        case .late:
            page.void(
                "circle",
                [.class("line"), .init("cx", "6"), .init("cy", "6"), .init("r", "4.5")]
            )
            page.void("path", [.init("d", "M6 1.5a4.5 4.5 0 0 1 0 9z")])
        case .pending:
            page.void(
                "circle",
                [.class("line"), .init("cx", "6"), .init("cy", "6"), .init("r", "4.5")]
            )
        case .unmet:
            page.void("path", [.init("d", "M6 1l5.5 10h-11z")])
        case .noData:
            page.void(
                "rect",
                [
                    .class("line"), .init("x", "1.5"), .init("y", "1.5"), .init("width", "9"),
                    .init("height", "9"),
                ]
            )
        case .exempt, .notApplicable:
            page.void(
                "rect",
                [.init("x", "1"), .init("y", "5"), .init("width", "10"), .init("height", "2")]
            )
        }
    }

    /// A part of a whole as a length: `96.6%`; never more than the whole.
    static func length(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0%" }
        return (Percent(min(part, whole), of: whole)?.digits ?? "0.0") + "%"
    }
}
