/// An addressee: the same figures under a letterhead and recipients of its own.
package struct ReportAddress: Hashable, Sendable {
    package var id: String
    package var parent: String?
    package var office: String?
    package var symbol: String?
    package var place: String?
    package var signer: String?
    package var recipients: [String]
}
