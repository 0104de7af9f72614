/// An addressee: the same figures under a letterhead and recipients of its own.
package struct ReportAddress: Hashable, Sendable {
    /// The id that names its files: `report-<id>.xlsx`.
    package var id: String
    /// The office above it, first in the letterhead; nil for that of the roster.
    package var parent: String?
    /// Who sends the report; nil for the name of the root unit.
    package var office: String?
    /// What follows the number of the document (số, ký hiệu); nil for `BC` on reports.
    package var symbol: String?
    /// The place in front of the date (địa danh).
    package var place: String?
    /// Who signs, in capitals; nil for `THỦ TRƯỞNG ĐƠN VỊ`.
    package var signer: String?
    /// Who is named under `Nơi nhận`.
    package var recipients: [String]
}
