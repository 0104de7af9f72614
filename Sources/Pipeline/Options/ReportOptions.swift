package import Reports

/// Which reports a run publishes, and in what form.
package struct ReportOptions: Sendable {
    /// Whether names are masked.
    package var isAnonymised = false
    /// The language of the reports; clerks and machines are always answered in Vietnamese.
    package var language = Language.vietnamese
    /// Whether the report of the year is written; that of a stage always is.
    package var hasYearEnd = false
    /// The level of the chain each of whose nodes gets a workbook of its own; nil for none.
    package var splitBy: String?
    /// Why a run that a guard refuses is published all the same.
    package var acceptedAnomaly: String?

    package init() {}
}
