internal import Judgement
internal import Model
internal import Plans

/// Units against indicators: a picture that is a table, each cell with a letter and a colour.
struct DashboardUnits {
    private let words: Words
    /// One line: a unit, or a node with its shares.
    private struct Line {
        var name: String
        var cells: [Cell]
        var met: Int
        var applied: Int
    }

    private enum Cell {
        case empty
        case status(Status, letters: String)
        case share(part: Int, whole: Int)
    }

    private let scene: Scene
    private let lines: [IndicatorLine]
    private let groups: [UnitGroups.Group]
    private let results: [[Int: UnitResult]]
    private let units: Int

    /// More units than this are seen by the nodes above them; a page of ten thousand helps nobody.
    private static let listed = 300

    init(_ frame: ReportFrame) {
        words = frame.words
        scene = frame.judgement.scene
        lines = IndicatorLine.lines(frame.judgement, words).filter { !$0.indicator.isTotal }
        let listed = DashboardRoster.listed(scene)
        units = listed.count
        groups = UnitGroups(scene, words, of: listed).groups
        results = lines.map { line in
            Dictionary(
                line.result.units.map { ($0.unit, $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    func write(to page: inout HTMLText) {
        guard !lines.isEmpty else { return }
        let isWhole = units <= DashboardUnits.listed
        let note =
            isWhole
            ? words(
                "Mỗi ô là một đơn vị với một chỉ tiêu; số là tỷ lệ (%) đơn vị đạt của nhóm, của cấp dưới."
            )
            : words(
                "\(words.counted(units, "đơn vị")): trang này chỉ tổng hợp theo nhóm và theo "
                    + "cấp dưới (tỷ lệ % đơn vị đạt); từng đơn vị xem PL2_TheoDonVi của tệp Excel."
            )
        page.section("don-vi", words("Từng đơn vị"), note: note) { page in
            if isWhole { legend(&page) }
            let frame: [HTMLText.Attribute] = [
                .class("frame"), .init("tabindex", "0"), .init("role", "region"),
                .init("aria-label", words("kết quả từng đơn vị theo từng chỉ tiêu")),
            ]
            page.element("div", frame) { page in
                page.element("table", [.class("map")]) { page in
                    page.element(
                        "caption",
                        [.class("unseen")],
                        words("Kết quả từng đơn vị theo từng chỉ tiêu")
                    )
                    head(&page)
                    for group in groups { write(group, isWhole: isWhole, &page) }
                    if !isWhole { nodes(&page) }
                }
            }
            page.line()
            explanation(&page)
        }
    }

    private func legend(_ page: inout HTMLText) {
        page.element("ul", [.class("legend")]) { page in
            for status in Status.allCases where status != .notApplicable {
                page.element("li") { page in
                    page.element(
                        "span",
                        [.init("class", "cell \(DashboardLook.look(status))")],
                        words.letters(status)
                    )
                    page.add(" \(words.term(status.label))")
                }
                page.line()
            }
            page.element("li") { page in
                page.element(
                    "span",
                    [.class("cell unmet")],
                    words.letters(.unmet, isRequested: true)
                )
                page.add(words(" Đề nghị quan tâm"))
            }
        }
        page.line()
    }

    private func head(_ page: inout HTMLText) {
        page.element("thead") { page in
            page.element("tr") { page in
                page.element("th", [.init("scope", "col")], words("Đơn vị"))
                page.element("th", [.init("scope", "col"), .class("number")], words("Đạt"))
                for line in lines {
                    page.element("th", [.init("scope", "col"), .class("turned")]) { page in
                        page.element("span", line.indicator.id)
                    }
                }
            }
        }
        page.line()
    }

    private func write(_ group: UnitGroups.Group, isWhole: Bool, _ page: inout HTMLText) {
        page.element("tbody") { page in
            page.line()
            row(total(group), isNode: true, &page)
            guard isWhole else { return }
            for unit in group.units {
                row(line(unit), isNode: false, &page)
            }
        }
        page.line()
    }

    /// The nodes right below the root that have units of their own.
    private func nodes(_ page: inout HTMLText) {
        let below = scene.roster.children[scene.root].filter { node in
            scene.units.contains(node) && !scene.isLeaf(node)
        }
        guard !below.isEmpty else { return }
        page.element("tbody") { page in
            page.line()
            for node in below.prefix(DashboardUnits.listed) {
                row(shares(node), isNode: false, &page)
            }
        }
        page.line()
    }

    private func row(_ line: Line, isNode: Bool, _ page: inout HTMLText) {
        page.element("tr", isNode ? [.class("node")] : []) { page in
            page.element("th", [.init("scope", "row")], line.name)
            page.element(
                "td",
                [.class("number")],
                line.applied == 0
                    ? "–" : "\(words.whole(line.met))/\(words.whole(line.applied))"
            )
            for cell in line.cells {
                switch cell {
                case .empty: page.element("td", "")
                case .status(let status, let letters):
                    page.element("td", [.init("class", "\(DashboardLook.look(status))")], letters)
                case .share(let part, let whole):
                    page.element("td", DashboardUnits.percent(part, of: whole))
                }
            }
        }
        page.line()
    }

    /// A share in whole per cent; 100 and 0 are said of all and of none only.
    private static func percent(_ part: Int, of whole: Int) -> String {
        guard part > 0, part < whole else { return part > 0 ? "100" : "0" }
        return String(min(99, max(1, (200 * part + whole) / (2 * whole))))
    }

    // MARK: - Figures

    private func line(_ unit: Int) -> Line {
        let isRequested = scene.roster.units[unit].isRequested
        var line = Line(name: scene.name(of: unit), cells: [], met: 0, applied: 0)
        for (indicator, units) in zip(lines, results) {
            guard let result = units[unit] else {
                let share = DashboardRoster.share(unit, indicator, scene)
                line.cells.append(share.map { .share(part: $0.part, whole: $0.whole) } ?? .empty)
                line.met += share?.part ?? 0
                line.applied += share?.whole ?? 0
                continue
            }
            line.cells.append(
                .status(
                    result.status,
                    letters: words.letters(result.status, isRequested: isRequested)
                )
            )
            if result.status != .exempt { line.applied += 1 }
            if indicator.counts(result) { line.met += 1 }
        }
        return line
    }

    private func total(_ group: UnitGroups.Group) -> Line {
        var total = Line(name: group.title, cells: [], met: 0, applied: 0)
        for (indicator, units) in zip(lines, results) {
            let bound = group.units.compactMap { units[$0] }.filter { $0.status != .exempt }
            var (met, whole) = (bound.count { indicator.counts($0) }, bound.count)
            for share in group.units.compactMap({
                DashboardRoster.share($0, indicator, scene)
            }) {
                met += share.part
                whole += share.whole
            }
            total.cells.append(whole == 0 ? .empty : .share(part: met, whole: whole))
            total.met += met
            total.applied += whole
        }
        return total
    }

    private func shares(_ node: Int) -> Line {
        var line = Line(name: scene.name(of: node), cells: [], met: 0, applied: 0)
        for indicator in lines {
            guard let own = indicator.result.nodes.first(where: { $0.node == node }),
                let part = own.numerator, let whole = own.denominator, whole > 0
            else {
                line.cells.append(.empty)
                continue
            }
            line.cells.append(.share(part: part, whole: whole))
            line.met += part
            line.applied += whole
        }
        return line
    }

    private func explanation(_ page: inout HTMLText) {
        page.element("details") { page in
            page.element("summary", words("Tên các chỉ tiêu"))
            page.element("dl", [.class("names")]) { page in
                for line in lines {
                    page.element("div") { page in
                        page.element("dt", line.indicator.id)
                        page.element("dd", line.indicator.name)
                    }
                    page.line()
                }
            }
        }
        page.line()
    }
}
