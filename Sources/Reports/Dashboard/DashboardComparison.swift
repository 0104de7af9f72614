internal import Judgement
internal import Model
internal import Plans

/// The indicators beside those of the year before, or why there is nothing to compare with.
struct DashboardComparison {
    private let words: Words
    private let judgement: Judgement
    private let lines: [BasisLine]

    init(_ frame: ReportFrame) {
        words = frame.words
        judgement = frame.judgement
        lines = BasisLine.previous(judgement)
    }

    func write(to page: inout HTMLText) {
        page.section("cung-ky", words("So với cùng kỳ"), note: note) { page in
            let shares = lines.filter {
                ($0.own.denominator ?? 0) > 0 && ($0.other.denominator ?? 0) > 0
                    && $0.change != .zero
            }
            if !shares.isEmpty {
                page.element("ul", [.class("trend")]) { page in
                    page.line()
                    for line in shares { write(line, &page) }
                }
                page.line()
            }
            if !lines.isEmpty { table.write(to: &page) }
        }
    }

    private var note: String {
        guard let previous = judgement.previous else {
            return words("Chỉ báo cáo năm có số liệu cùng kỳ.")
        }
        let head =
            words("So với \(words.inSentence(previous.window)): \(words.previous(previous))")
        guard previous.gap == nil else { return head + words(", không so sánh.") }
        let changes = BasisWords(judgement: judgement, words: words).changes(lines)
        let units = BasisWords(judgement: judgement, words: words).comparison.map { $0 + ". " }
            .joined()
        return words(
            "\(head). \(units)Số chỉ tiêu \(changes). "
                + "Hình vẽ các tỷ lệ có thay đổi, từ 0 đến 100%: vòng rỗng là cùng kỳ, chấm đặc là kỳ này."
        )
    }

    /// From the ring of the year before to the dot of this one.
    private func write(_ line: BasisLine, _ page: inout HTMLText) {
        let now = place(line.own)
        let before = place(line.other)
        let label =
            words(
                "\(line.indicator.id): cùng kỳ \(words.figure(line.other, of: line.indicator)), "
                    + "kỳ này \(words.figure(line.own, of: line.indicator))"
            )
        page.element("li") { page in
            page.element("span", [.class("id")], line.indicator.id)
            page.element(
                "svg",
                [
                    .class("change"), .init("width", "100%"), .init("height", "16"),
                    .init("role", "img"), .init("aria-label", label),
                ]
            ) { page in
                rule("rule", "0", "100%", &page)
                rule("move", before, now, &page)
                dot("before", before, &page)
                dot("now", now, &page)
            }
            page.element("span", [.class("number")], line.changeText(words))
        }
        page.line()
    }

    private func rule(
        _ look: StaticString,
        _ from: String,
        _ to: String,
        _ page: inout HTMLText
    ) {
        page.void(
            "line",
            [
                .init("class", "\(look)"), .init("x1", from), .init("x2", to),
                .init("y1", "8"), .init("y2", "8"),
            ]
        )
    }

    private func dot(_ look: StaticString, _ x: String, _ page: inout HTMLText) {
        page.void(
            "circle",
            [
                .init("class", "\(look)"), .init("cx", x), .init("cy", "8"), .init("r", "4.5"),
            ]
        )
    }

    private func place(_ node: NodeResult) -> String {
        DashboardLook.length(node.numerator ?? 0, of: node.denominator ?? 0)
    }

    private var table: DashboardTable {
        DashboardTable(
            words: words,
            caption: words("so với cùng kỳ"),
            columns: [
                .init(words("Mã")), .init(words("Chỉ tiêu")),
                .init(words("Kỳ này"), isNumber: true),
                .init(words("Cùng kỳ"), isNumber: true), .init(words("Tăng/giảm"), isNumber: true),
            ],
            rows: lines.map { line in
                [
                    line.indicator.id, line.indicator.name,
                    words.figure(line.own, of: line.indicator),
                    words.figure(line.other, of: line.indicator), line.changeText(words),
                ]
            }
        )
    }
}
