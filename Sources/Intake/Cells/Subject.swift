/// Whom or what a count counts (đối tượng), by the codes of the forms' `subject` fields.
package enum Subject: String, Hashable, Sendable, CaseIterable {
    case collective
    case individual
    case household
}
