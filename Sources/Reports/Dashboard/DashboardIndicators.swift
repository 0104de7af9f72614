internal import Judgement
internal import Model
internal import Plans

/// The indicators as bars against their targets, to be narrowed to one result.
struct DashboardIndicators {
    private let words: Words
    private let scene: Scene
    private let lines: [IndicatorLine]

    init(_ frame: ReportFrame) {
        words = frame.words
        scene = frame.judgement.scene
        lines = IndicatorLine.lines(frame.judgement, words)
    }

    func write(to page: inout HTMLText) {
        page.section(
            "chi-tieu",
            words("Chỉ tiêu", as: "các"),
            note:
                words(
                    "Thanh là mức đã thực hiện, vạch đứng là mức được giao, phần tô đỏ là phần còn thiếu."
                )
        ) { page in
            guard !lines.isEmpty else {
                page.element("p", words.withoutIndicators(scene))
                return
            }
            filter(&page)
            page.element("ol", [.class("indicators")]) { page in
                page.line()
                for line in lines { write(line, &page) }
            }
            page.line()
            table.write(to: &page)
        }
    }

    /// Which results there are; a choice works without any script, by the style sheet alone.
    private func filter(_ page: inout HTMLText) {
        let statuses = Status.allCases.filter { status in
            lines.contains { $0.node.status == status }
        }
        guard statuses.count > 1 else { return }
        page.element("fieldset", [.class("filter")]) { page in
            page.element("legend", [.class("unseen")], words("Lọc theo kết quả"))
            choice("all", words("Tất cả (\(words.whole(lines.count)))"), isChosen: true, &page)
            for status in statuses {
                let count = lines.count { $0.node.status == status }
                choice(
                    DashboardLook.look(status),
                    "\(words.term(status.label)) (\(words.whole(count)))",
                    isChosen: false,
                    &page
                )
            }
        }
        page.line()
    }

    private func choice(
        _ look: StaticString,
        _ label: String,
        isChosen: Bool,
        _ page: inout HTMLText
    ) {
        page.element("label") { page in
            page.void(
                "input",
                [
                    .init("type", "radio"), .init("name", "ket-qua"), .init("value", "\(look)"),
                    .init("id", "loc-\(look)"),
                ] + (isChosen ? [.init("checked", "")] : [])
            )
            page.element("span", label)
        }
        page.line()
    }

    private func write(_ line: IndicatorLine, _ page: inout HTMLText) {
        let look = DashboardLook.look(line.node.status)
        let scale = DashboardScale(line, minimum: line.minimum)
        page.element("li", [.init("class", "row \(look)")]) { page in
            page.element("span", [.class("id")], line.indicator.id)
            page.element("span", [.class("name")], line.indicator.name)
            page.element("span", [.class("picture")]) { page in
                if let scale {
                    DashboardBar.bar(
                        look,
                        scale,
                        label: words("Giao \(line.assigned), thực hiện \(line.achieved)"),
                        to: &page
                    )
                }
            }
            page.element("span", [.class("number")]) { page in
                page.add(line.achieved)
                page.element("span", [.class("soft")], line.share ?? words("giao \(line.assigned)"))
            }
            DashboardLook.chip(line.node.status, line.word, to: &page)
        }
        page.line()
    }

    private var table: DashboardTable {
        DashboardTable(
            words: words,
            caption: words("kết quả thực hiện chỉ tiêu"),
            columns: [
                .init(words("Mã")), .init(words("Chỉ tiêu")), .init(words("Căn cứ")),
                .init(words("Đối tượng áp dụng")),
                .init(words("Giao"), isNumber: true), .init(words("Thực hiện"), isNumber: true),
                .init(words("Tỷ lệ"), isNumber: true), .init(words("Kết quả")),
            ],
            rows: lines.map { line in
                [
                    line.indicator.id, line.indicator.name, line.indicator.cite ?? "",
                    line.groupName, line.assigned, line.achieved, line.share ?? "", line.word,
                ]
            }
        )
    }
}
