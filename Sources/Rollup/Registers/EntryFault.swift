/// Why a contest entry is not valid.
package enum EntryFault: UInt8, Hashable, Sendable {
    case none
    case declaredInvalid, titleMissing, authorMissing, late, early, outsideEditions, tooLong
    case duplicate
}
