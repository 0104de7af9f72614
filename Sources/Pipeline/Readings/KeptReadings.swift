/// What a run does with the readings that the ledger keeps.
package enum KeptReadings: Sendable {
    /// Every file is read.
    case ignored
    /// What is kept is not read again.
    case used
    /// What is read is kept as well.
    case usedAndAdded
}
