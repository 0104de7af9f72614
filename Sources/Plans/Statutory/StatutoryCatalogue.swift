internal import Model

/// All statutory forms that the program knows.
struct StatutoryCatalogue {
    private(set) var forms: [StatutoryForm] = []

    /// Reads the circulars; what is wrong with one is a mistake at its place.
    init(_ mistakes: inout [Mistake]) {
        let circulars = [("tt-02-2023-bnv.yaml", PackageResources.tt_02_2023_bnv_yaml)]
        for (file, bytes) in circulars {
            guard let root = PlanReader.rootNode(bytes, file, &mistakes) else { continue }
            read(root, &mistakes)
        }
    }

    /// One circular.
    init(circular bytes: [UInt8], file: String, _ mistakes: inout [Mistake]) {
        if let root = PlanReader.rootNode(bytes, file, &mistakes) { read(root, &mistakes) }
    }

    /// The ids, each once.
    var ids: [String] { Array(Set(forms.map(\.id))).sorted() }

    private mutating func read(_ root: PlanNode, _ mistakes: inout [Mistake]) {
        let keys = ["circular", "valid_from", "valid_to", "received", "forms"]
        let parts = root.fields(keys, &mistakes)
        guard let from = day(parts["valid_from"], &mistakes), let circular = parts["circular"]?.text
        else {
            mistakes.append(
                root.mistake("thiếu khóa bắt buộc", found: "", allowed: "circular, valid_from")
            )
            return
        }
        let to = day(parts["valid_to"], &mistakes)
        for entry in parts["forms"]?.entries(&mistakes) ?? [] {
            let fields = entry.value.fields(
                [
                    "number", "title", "unit_line", "has_units", "register", "only", "reason",
                    "columns", "rows",
                ],
                &mistakes
            )
            forms.append(
                StatutoryForm(
                    id: entry.name,
                    number: fields["number"]?.text ?? entry.name,
                    circular: circular,
                    received: parts["received"]?.text ?? "",
                    validFrom: from,
                    validTo: to,
                    title: fields["title"]?.strings(&mistakes) ?? [],
                    unitLine: fields["unit_line"]?.text,
                    hasUnits: fields["has_units"]?.bool(&mistakes) ?? false,
                    register: fields["register"]?.text.map {
                        $0 == "movements" ? .movements : .form($0)
                    },
                    only: conditions(fields["only"], &mistakes),
                    reason: fields["reason"]?.text,
                    columns: columns(fields["columns"], &mistakes),
                    rows: rows(fields["rows"], &mistakes)
                )
            )
        }
    }

    private func day(_ node: PlanNode?, _ mistakes: inout [Mistake]) -> Day? {
        guard let node, let text = node.text, !text.isEmpty else { return nil }
        if let day = Day(iso: text[...]) { return day }
        mistakes.append(node.mistake("ngày không đúng", found: text, allowed: "năm-tháng-ngày"))
        return nil
    }

    private func columns(
        _ node: PlanNode?,
        _ mistakes: inout [Mistake]
    ) -> [StatutoryForm.Column] {
        var columns: [StatutoryForm.Column] = []
        for entry in node?.list(&mistakes) ?? [] {
            let fields = entry.fields(
                ["code", "shown", "name", "group", "sum", "where"],
                &mistakes
            )
            let code = fields["code"]?.text ?? ""
            columns.append(
                StatutoryForm.Column(
                    code: code,
                    shown: fields["shown"]?.text ?? code,
                    name: fields["name"]?.text ?? "",
                    group: fields["group"]?.text,
                    sum: fields["sum"]?.strings(&mistakes) ?? [],
                    conditions: conditions(fields["where"], &mistakes)
                )
            )
        }
        let codes = columns.map(\.code)
        for term in columns.flatMap(\.sum) where !codes.contains(term) {
            if let node {
                mistakes.append(
                    node.mistake(
                        "cột cộng không có trong biểu",
                        found: term,
                        allowed: codes.joined(separator: ", ")
                    )
                )
            }
        }
        return columns
    }

    private func rows(_ node: PlanNode?, _ mistakes: inout [Mistake]) -> [StatutoryForm.Row] {
        var rows: [StatutoryForm.Row] = []
        for entry in node?.list(&mistakes) ?? [] {
            let fields = entry.fields(
                ["code", "name", "unit", "indent", "total", "division", "where", "reason"],
                &mistakes
            )
            rows.append(
                StatutoryForm.Row(
                    code: fields["code"]?.text,
                    name: fields["name"]?.text ?? "",
                    unit: fields["unit"]?.text,
                    indent: fields["indent"]?.int(0...5, &mistakes) ?? 0,
                    isTotal: fields["total"]?.bool(&mistakes) ?? false,
                    division: fields["division"]?.text,
                    conditions: conditions(fields["where"], &mistakes),
                    reason: fields["reason"]?.text
                )
            )
        }
        return rows
    }

    /// `{field: [values]}` or `{field: {begins: [values]}}`.
    private func conditions(
        _ node: PlanNode?,
        _ mistakes: inout [Mistake]
    ) -> [StatutoryForm.Condition] {
        var conditions: [StatutoryForm.Condition] = []
        for entry in node?.entries(&mistakes) ?? [] {
            let begins =
                entry.value.isMapping ? entry.value.fields(["begins"], &mistakes)["begins"] : nil
            conditions.append(
                StatutoryForm.Condition(
                    field: entry.name,
                    values: (begins ?? entry.value).strings(&mistakes),
                    begins: begins != nil
                )
            )
        }
        return conditions
    }
}

extension PlanDraft {
    /// `statutory`: the forms that a year's report has, every version of each.
    mutating func readStatutory(_ node: PlanNode?) -> [StatutoryForm] {
        guard let node else { return [] }
        let catalogue = StatutoryCatalogue(&mistakes)
        var forms: [StatutoryForm] = []
        for entry in node.list(&mistakes) {
            guard let id = entry.string(&mistakes) else { continue }
            guard catalogue.ids.contains(id) else {
                mistakes.append(
                    entry.mistake(
                        "không có biểu thống kê này",
                        found: id,
                        allowed: catalogue.ids.joined(separator: ", "),
                        nearest: Suggestion.nearest(to: id, among: catalogue.ids)
                    )
                )
                continue
            }
            guard !forms.contains(where: { $0.id == id }) else {
                mistakes.append(entry.mistake("biểu thống kê bị lặp lại", found: id))
                continue
            }
            forms += catalogue.forms.filter { $0.id == id }
        }
        return forms
    }
}
