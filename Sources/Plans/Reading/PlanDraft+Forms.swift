internal import Model

extension PlanDraft {
    /// The built-in forms with the plan's own additions.
    mutating func readForms(_ node: PlanNode?) -> FormCatalogue {
        var catalogue = FormCatalogue(forms: [])
        var ownMistakes: [Mistake] = []
        if let root = PlanReader.rootNode(
            PackageResources.forms_yaml,
            "forms.yaml",
            &ownMistakes
        ) {
            for entry in root.entries(&ownMistakes) {
                add(entry.name, entry.value, entry.key, to: &catalogue)
            }
        }
        mistakes += ownMistakes
        places.headings = []
        guard let node else { return catalogue }
        for entry in node.entries(&mistakes) {
            add(entry.name, entry.value, entry.key, to: &catalogue)
        }
        return catalogue
    }

    /// Adds a form, or what the plan says of one that is there.
    private mutating func add(
        _ id: String,
        _ node: PlanNode,
        _ key: PlanNode,
        to catalogue: inout FormCatalogue
    ) {
        let parts = node.fields(["name", "aliases", "fields"], &mistakes)
        let existing = catalogue.index(of: id)
        if existing == nil { checkNewForm(id, parts, key, among: catalogue) }
        var form =
            existing.map { catalogue.forms[$0] } ?? Form(id: id, name: id, fields: [])
        if let name = name(parts) { form.name = name }
        for entry in parts["fields"]?.entries(&mistakes) ?? [] {
            guard var field = field(entry.name, entry.value, in: form) else { continue }
            if let index = form.index(of: field.code) {
                // Files that offices filled in before still have the headings that it had.
                field.keepHeadings(of: form.fields[index])
                form.fields[index] = field
            } else {
                form.fields.append(field)
            }
        }
        if form.unitField == nil { form.fields.insert(PlanDraft.unitField, at: 0) }
        addAliases(parts["aliases"], to: &form)
        if form.fields.count(where: \.isDating) > 1 {
            mistakes.append(key.mistake("biểu chỉ có một cột tính ngày (dating)", found: id))
        }
        if let existing {
            catalogue.forms[existing] = form
        } else {
            catalogue.forms.append(form)
        }
    }

    /// The field by which every form names the unit, where the plan does not give it one.
    private static let unitField = Field(
        code: "unit",
        header: "Mã đơn vị",
        aliases: [],
        type: .text,
        isKey: true,
        isRequired: true,
        isDating: false,
        values: []
    )

    private mutating func checkNewForm(
        _ id: String,
        _ parts: [String: PlanNode],
        _ key: PlanNode,
        among catalogue: FormCatalogue
    ) {
        if !id.utf8.allSatisfy({ PlanDraft.isPlain($0) }) {
            mistakes.append(
                key.mistake("mã biểu có ký tự lạ", found: id, allowed: "chữ không dấu, số, - và _")
            )
        }
        if id == FormCatalogue.unknown {
            mistakes.append(
                key.mistake(
                    "mã này dành cho các tệp không nhận ra biểu",
                    found: id,
                    allowed: "một mã khác"
                )
            )
        }
        if parts["fields"] == nil {
            let known = catalogue.forms.map(\.id)
            mistakes.append(
                key.mistake(
                    "biểu mới phải có fields",
                    found: id,
                    allowed: "hoặc một biểu có sẵn: " + known.joined(separator: ", "),
                    nearest: Suggestion.nearest(to: id, among: known)
                )
            )
        }
    }

    /// Adds further headers of the form's own fields.
    private mutating func addAliases(_ node: PlanNode?, to form: inout Form) {
        for entry in node?.entries(&mistakes) ?? [] {
            guard let index = form.index(of: entry.name) else {
                let codes = form.fields.map(\.code)
                mistakes.append(
                    entry.key.mistake(
                        "biểu \(form.id) không có cột này",
                        found: entry.name,
                        allowed: codes.joined(separator: ", "),
                        nearest: Suggestion.nearest(to: entry.name, among: codes)
                    )
                )
                continue
            }
            let aliases = entry.value.filledStrings(&mistakes)
            for alias in aliases {
                checkHeader(alias, of: form.fields[index].code, in: form, entry.value)
            }
            note(headings: aliases, of: form.fields[index].code, in: form, entry.value)
            form.fields[index].aliases += aliases
        }
    }

    /// A header that another field of the form has would never lead to this one; nor would the
    /// official one, `isMain`, that is another field's alias.
    private mutating func checkHeader(
        _ header: String,
        isMain: Bool = false,
        of code: String,
        in form: Form,
        _ node: PlanNode
    ) {
        let key = Fold.key(header)
        let other = form.fields.first { field in
            let taken = [field.code, field.header] + (isMain ? field.aliases : [])
            return field.code != code && taken.contains { Fold.key($0) == key }
        }
        guard let other else { return }
        mistakes.append(
            node.mistake(
                "tên cột này là của trường \(other.code)",
                found: header,
                allowed: "tên mà biểu \(form.id) chưa có"
            )
        )
    }

    /// Notes headings that the plan gives a field besides those that it has: what names the unit
    /// or the period of a row would no longer.
    private mutating func note(
        headings: [String],
        of code: String,
        in form: Form,
        _ node: PlanNode
    ) {
        let field = form.index(of: code).map { form.fields[$0] }
        let own = Set((field.map { [$0.header] + $0.aliases } ?? []).map(Fold.key))
        places.headings += headings.filter { !own.contains(Fold.key($0)) }.map {
            PlanPlaces.Heading(text: $0, form: form.id, field: code, place: node.mark)
        }
    }

    private mutating func field(_ code: String, _ node: PlanNode, in form: Form) -> Field? {
        let parts = node.fields(
            ["header", "type", "key", "required", "dating", "values", "aliases"],
            &mistakes
        )
        let header = required("header", parts, node)?.filled(&mistakes)
        let aliases = parts["aliases"]?.filledStrings(&mistakes) ?? []
        guard let header else { return nil }
        checkHeader(header, isMain: true, of: code, in: form, parts["header"] ?? node)
        for alias in aliases { checkHeader(alias, of: code, in: form, parts["aliases"] ?? node) }
        note(headings: [header], of: code, in: form, parts["header"] ?? node)
        note(headings: aliases, of: code, in: form, parts["aliases"] ?? node)
        let type = parts["type"]?.choice(FieldType.self, &mistakes) ?? .text
        let field = Field(
            code: code,
            header: header,
            aliases: aliases,
            type: type,
            isKey: parts["key"]?.bool(&mistakes) ?? false,
            isRequired: parts["required"]?.bool(&mistakes) ?? false,
            isDating: parts["dating"]?.bool(&mistakes) ?? false,
            values: parts["values"].map { values($0) } ?? []
        )
        if type == .enum, field.values.isEmpty {
            mistakes.append(node.mistake("cột kiểu enum phải có values", found: code))
        }
        if field.values.count > Field.mostValues {
            mistakes.append(
                node.mistake(
                    "cột kiểu enum có quá nhiều values",
                    found: "\(field.values.count)",
                    allowed: "nhiều nhất \(Field.mostValues)"
                )
            )
        }
        if field.isDating, type != .date {
            mistakes.append(node.mistake("cột tính ngày phải có kiểu date", found: type.rawValue))
        }
        return field
    }

    /// Either `{code: label}`, `{code: [labels]}` or `[code, code]`.
    private mutating func values(_ node: PlanNode) -> [EnumValue] {
        if !node.isMapping {
            return node.strings(&mistakes).map { EnumValue(code: $0, labels: [$0]) }
        }
        let entries = node.entries(&mistakes)
        let values = entries.map { entry in
            EnumValue(code: entry.name, labels: entry.value.strings(&mistakes))
        }
        checkValues(values, entries.map(\.value))
        return values
    }

    /// A word that two values of an enum have would never lead to the second.
    private mutating func checkValues(_ values: [EnumValue], _ nodes: [PlanNode]) {
        var owners: [[UInt8]: String] = [:]
        for value in values { owners[Fold.key(value.code)] = value.code }
        for (value, node) in zip(values, nodes) {
            for label in value.labels {
                let key = Fold.key(label)
                guard let owner = owners[key], owner != value.code else {
                    owners[key] = value.code
                    continue
                }
                mistakes.append(
                    node.mistake(
                        "giá trị này là của mã \(owner)",
                        found: label,
                        allowed: "từ mà mã khác chưa có"
                    )
                )
            }
        }
    }
}
