internal import Judgement
internal import Model
internal import Plans

/// `PL6_KhenThuong`: who was commended, by form of commendation and by subject.
struct CommendationAnnex {
    let frame: ReportFrame
    private var words: Words { frame.words }

    private var scene: Scene { frame.judgement.scene }
    private var board: BoardResult { frame.judgement.board }

    /// Forms that have columns of their own; the others share some.
    private static let mostForms = 6

    /// Some forms of commendation under one heading.
    private struct Heading {
        var text: String
        var forms: Set<AwardForm>
    }

    var sheet: Sheet {
        var units: [Int: CommendedFigures] = [:]
        for (unit, figures) in zip(scene.subtree, board.units) {
            units[unit] =
                frame.anonymise ? figures.commended.withPublicFormNames : figures.commended
        }
        let listed = scene.subtree.filter { (units[$0]?.all.total ?? 0) > 0 }
        let headings = headings(listed.compactMap { units[$0] })
        let columns = columns(headings)
        let rows = UnitGroups(scene, words, of: listed).rows(
            columns: columns.count,
            summed: Set(2..<(columns.count - 1)),
            name: { scene.name(of: $0) },
            row: { row(units[$0] ?? CommendedFigures(), headings) }
        )
        var sheet = frame.annex(
            "PL6_KhenThuong",
            number: "VI",
            title: words("TỔNG HỢP KHEN THƯỞNG"),
            columns: columns,
            rows: listed.isEmpty ? [] : rows
        )
        sheet.emptyText = words("Chưa có khen thưởng trong kỳ.")
        sheet.unitLine = words("Đơn vị tính: lượt khen")
        sheet.frozenColumns = 2
        sheet.notes = board.nodes.filter { $0.figures.commended.all.total > 0 }.map { node in
            let name = scene.name(of: node.node)
            return "\(name): \(words.direct(node.figures.commended).lowercasedFirst)"
        }
        return sheet
    }

    private func columns(_ headings: [Heading]) -> [SheetColumn] {
        var columns = [SheetColumn.ordinal(words), SheetColumn(words("Đơn vị"), width: 34)]
        for heading in headings.map(\.text) + [words("Cộng")] {
            for subject in [words("Tập thể"), words("Hộ gia đình"), words("Cá nhân")] {
                columns.append(SheetColumn(subject, group: heading, width: 7, kind: .integer))
            }
        }
        return columns + [
            SheetColumn(
                words("Người trực tiếp"),
                group: words("Trong số cá nhân"),
                width: 8,
                kind: .integer
            ),
            SheetColumn(
                words("Không ghi nhóm"),
                group: words("Trong số cá nhân"),
                width: 8,
                kind: .integer
            ),
            SheetColumn(words("Tỷ lệ người trực tiếp (%)"), width: 11, kind: .percent),
        ]
    }

    private func row(_ own: CommendedFigures, _ headings: [Heading]) -> [SheetCell] {
        let parts = headings.map { heading in
            heading.forms.reduce(into: AwardFigures()) { $0.add(own.forms[$1] ?? AwardFigures()) }
        }
        let bySubject = (parts + [own.all]).flatMap {
            [$0.collectives, $0.households, $0.individuals]
        }
        return (bySubject + [own.direct, own.unclassed]).map { .integer($0) }
            + [.percent(own.direct, of: own.classed)]
    }

    /// The most frequent forms, each with its level, and the others together.
    private func headings(_ units: [CommendedFigures]) -> [Heading] {
        var all = CommendedFigures()
        for unit in units { all.add(unit) }
        let ordered = all.forms.sorted { a, b in
            let (left, right) = (a.value.total, b.value.total)
            let (name, other) = (heading(a.key), heading(b.key))
            return left != right ? left > right : name.utf8.lexicographicallyPrecedes(other.utf8)
        }.map(\.key)
        let isLong = ordered.count > CommendationAnnex.mostForms
        let own = isLong ? CommendationAnnex.mostForms - 1 : ordered.count
        var headings = ordered.prefix(own).map { Heading(text: heading($0), forms: [$0]) }
        if isLong {
            let others = Set(ordered.dropFirst(own))
            headings.append(Heading(text: words("Hình thức khác"), forms: others))
        }
        return headings
    }

    /// `Giấy khen (Quận)`.
    private func heading(_ form: AwardForm) -> String {
        let name =
            form.name.isEmpty
            ? words("Không ghi hình thức") : PlainText.line(form.name, longest: 60)
        guard let level = form.level else { return name }
        let called = frame.levelName(level) ?? levels[level].map(words.term) ?? level
        return "\(name) (\(called))"
    }

    /// The labels of the form's levels by their codes.
    private var levels: [String: String] {
        let forms = scene.plan.forms
        guard let form = forms.index(of: "commendation").map({ forms.forms[$0] }),
            let field = form.index(of: "level")
        else { return [:] }
        let labels = form.fields[field].values.map { ($0.code, $0.printed) }
        return Dictionary(labels, uniquingKeysWith: { first, _ in first })
    }
}
