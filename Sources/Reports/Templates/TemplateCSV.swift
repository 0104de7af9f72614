internal import Judgement
internal import Model
internal import Plans

/// The template as CSV: the headings and the rows that are known.
package enum TemplateCSV {
    /// The template as CSV, to be opened in a spreadsheet.
    package static func render(_ template: FormTemplate) -> String {
        let columns = template.columns
        var csv = CSVText(header: columns.map(template.heading))
        for unit in template.reportingUnits {
            let unit = template.scene.roster.units[unit]
            csv.append(columns.map { template.filled($0, unit: unit) })
        }
        // Of a register the first row shows what stands in every row.
        if !template.form.isPeriodicReport, let unit = template.unit {
            csv.append(columns.map { template.filled($0, unit: unit) })
        }
        return csv.text
    }
}
