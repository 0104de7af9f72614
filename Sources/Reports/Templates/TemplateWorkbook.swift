internal import Judgement
package import Model
internal import Plans

/// The template as a workbook: the form, how to fill it in, and the lists to choose from.
package enum TemplateWorkbook {
    /// Blank rows of a register; rules reach further than borders.
    private static let registerRows = 200
    private static let entryRows = 2000

    /// The workbook as data; `created` is the time that its properties name.
    package static func content(_ template: FormTemplate, created: Instant) -> WorkbookContent {
        let lists = TemplateLists(template)
        let form = formSheet(template, lists)
        return WorkbookContent(
            title: template.form.name,
            office: template.scene.roster.units[template.scene.root].name,
            created: created,
            sheets: [form, TemplateGuide(template: template, sheetName: form.name).sheet]
                + [lists.sheet].compactMap(\.self)
        )
    }

    private static func formSheet(_ template: FormTemplate, _ lists: TemplateLists) -> Sheet {
        let scene = template.scene
        var subtitle = "Kế hoạch: \(scene.plan.title)"
        if template.isForUnit {
            subtitle = "\(scene.roster.units[scene.root].name). " + subtitle
        }
        return Sheet(
            name: SheetName.safe(template.form.name),
            tabColour: .blue,
            titles: [template.form.name.uppercased()],
            subtitle: subtitle,
            columns: template.columns.map { column(template, $0, lists) },
            numbersColumns: false,
            rows: rows(template),
            frozenColumns: template.unit == nil ? 1 : 2,
            entryRows: entryRows
        )
    }

    // MARK: - Rows

    private static func rows(_ template: FormTemplate) -> [SheetRow] {
        let columns = template.columns
        if template.form.isPeriodicReport {
            let rows = template.reportingUnits.map { unit in
                let unit = template.scene.roster.units[unit]
                return SheetRow(columns.map { cell(template.filled($0, unit: unit)) })
            }
            if !rows.isEmpty { return rows }
        }
        // A row that only says whose it is would be handed in as a row with its columns empty: what
        // is known appears once something is filled in.
        let known = columns.map { template.filled($0, unit: template.unit) }
        let open = ranges(known.indices.filter { known[$0].isEmpty })
        let row = SheetRow(
            known.map { text in
                text.isEmpty || open.isEmpty
                    ? SheetCell.empty : SheetCell(.derived(text, onceFilled: open))
            }
        )
        return [SheetRow](repeating: row, count: registerRows)
    }

    private static func cell(_ text: String) -> SheetCell {
        text.isEmpty ? .empty : .text(text)
    }

    private static func ranges(_ columns: [Int]) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for column in columns {
            if let last = ranges.last, last.upperBound + 1 == column {
                ranges[ranges.count - 1] = last.lowerBound...column
            } else {
                ranges.append(column...column)
            }
        }
        return ranges
    }

    // MARK: - Columns

    private static func column(
        _ template: FormTemplate,
        _ column: FormTemplate.Column,
        _ lists: TemplateLists
    ) -> SheetColumn {
        guard case .field(let index) = column else {
            let entry = SheetEntry(
                format: .text,
                prompt: SheetEntry.Hint(
                    title: template.heading(column),
                    text: "Để tiện theo dõi; đơn vị được nhận biết bằng mã."
                ),
                complaint: SheetEntry.Hint(title: "", text: "")
            )
            return SheetColumn(template.heading(column), width: 30, entry: entry)
        }
        let field = template.form.fields[index]
        let words = TemplateWords(template: template)
        let isRequired = words.isRequired(index)
        let (format, rule) = rule(template, index, lists)
        let entry = SheetEntry(
            format: format,
            rule: rule,
            prompt: SheetEntry.Hint(
                title: field.header,
                text: [
                    isRequired ? "Bắt buộc." : nil, words.instruction(index), words.remark(index),
                ]
                .compactMap(\.self).joined(separator: " ")
            ),
            complaint: SheetEntry.Hint(
                title: "Cần ghi lại",
                text: "\(field.header): \(words.instruction(index))"
            ),
            isRequired: isRequired
        )
        let isDate = field.type == .date
        return SheetColumn(
            field.header + (isRequired ? " (*)" : ""),
            width: index == template.form.unitField ? codeWidth(template) : width(field),
            kind: isDate ? .date : field.type.isNumber ? .integer : .text,
            entry: entry
        )
    }

    private static func rule(
        _ template: FormTemplate,
        _ index: Int,
        _ lists: TemplateLists
    ) -> (SheetEntry.Format, SheetEntry.Rule?) {
        let field = template.form.fields[index]
        if let list = lists.rule(of: index) { return (.text, list) }
        return switch field.type {
        case .int: (.whole, .whole(atLeast: 0))
        case .decimal: (.decimal, .decimal(atLeast: 0))
        case .date: (.date, .dates(template.dates(field)))
        case .text, .url, .period, .enum, .yesNo:
            (.text, .length(atMost: TemplateWords.longestText))
        }
    }

    private static func width(_ field: Field) -> Double {
        switch field.type {
        case .int, .decimal: 10
        case .date: 12
        case .yesNo: 10
        case .period, .enum: 17
        case .url: 28
        case .text: field.isKey || field.isRequired ? 30 : 24
        }
    }

    /// Codes are mostly capitals, which are wider than the digits that widths are counted in.
    private static func codeWidth(_ template: FormTemplate) -> Double {
        let longest = template.units.map(\.id.count).max() ?? 0
        return min(40, max(15, Double(longest) * 1.45 + 2))
    }
}
