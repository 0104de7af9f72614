internal import Foundation
internal import Judgement
internal import Model
internal import Plans

/// `dashboard.html`: the figures that a board looks at first, for a browser and a phone.
///
/// One file that loads nothing and runs nothing: its policy allows its own style sheet and no more.
package enum DashboardHTML {
    /// The file's name in an edition.
    package static let name = "dashboard.html"

    /// The page as HTML, which loads nothing from elsewhere.
    package static func render(_ frame: ReportFrame) -> String {
        let scene = frame.judgement.scene
        var page = HTMLText()
        page.add(literal: "<!DOCTYPE html>\n")
        page.element("html", [.init("lang", frame.words.language.rawValue)]) { page in
            page.line()
            page.element("head") { page in head(frame, &page) }
            page.line()
            page.element("body") { page in
                page.line()
                page.element(
                    "a",
                    [.class("skip"), .init("href", "#chi-tieu")],
                    frame.words("Đến phần chỉ tiêu")
                )
                page.line()
                DashboardHead(frame).write(to: &page)
                page.element("main") { page in
                    page.line()
                    DashboardIndicators(frame).write(to: &page)
                    page.element("div", [.class("pair")]) { page in
                        page.line()
                        DashboardSubmissions(frame).write(to: &page)
                        DashboardGroups(frame).write(to: &page)
                    }
                    page.line()
                    DashboardReminders(frame).write(to: &page)
                    DashboardComparison(frame).write(to: &page)
                    DashboardUnits(frame).write(to: &page)
                    DashboardFindings(frame).write(to: &page)
                }
                page.line()
                page.element("footer") { page in
                    page.element(
                        "p",
                        frame.words(
                            "Số liệu \(BasisWords(judgement: frame.judgement, words: frame.words).own). Kế hoạch: "
                                + "\(scene.plan.id). Số liệu đầy đủ: tệp Excel và results.json cùng thư mục."
                        )
                    )
                }
                page.line()
            }
            page.line()
        }
        page.line()
        let mayCombine = page.source.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
        return mayCombine ? page.source.precomposedStringWithCanonicalMapping : page.source
    }

    private static func head(_ frame: ReportFrame, _ page: inout HTMLText) {
        let scene = frame.judgement.scene
        page.line()
        page.void("meta", [.init("charset", "utf-8")])
        page.line()
        page.void(
            "meta",
            [
                .init("http-equiv", "Content-Security-Policy"),
                .init("content", DashboardStyle.policy),
            ]
        )
        page.line()
        page.void(
            "meta",
            [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")]
        )
        page.line()
        page.void("meta", [.init("name", "color-scheme"), .init("content", "light dark")])
        page.line()
        page.void("meta", [.init("name", "referrer"), .init("content", "no-referrer")])
        page.line()
        page.element("title", "\(scene.plan.title) - \(frame.words.name(scene.window))")
        page.line()
        page.element("style") { $0.add(literal: DashboardStyle.sheet) }
        page.line()
    }
}

extension HTMLText {
    /// A part of the page under a heading.
    mutating func section(
        _ id: StaticString,
        _ heading: String,
        note: String? = nil,
        _ content: (inout HTMLText) -> Void
    ) {
        let attributes: [Attribute] = [
            .init("id", "\(id)"), .init("aria-labelledby", "\(id)-h"),
        ]
        element("section", attributes) { page in
            page.line()
            page.element("h2", [.init("id", "\(id)-h")], heading)
            page.line()
            if let note {
                page.element("p", [.class("note")], note)
                page.line()
            }
            content(&page)
        }
        line()
    }
}
