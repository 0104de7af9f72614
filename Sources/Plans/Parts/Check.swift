package import Model

/// A contradiction to look for between what was declared and what was counted.
package struct Check: Hashable, Sendable {
    /// The id that findings name it by.
    package var id: String
    /// For whom it is looked; others are passed over.
    package var when: CheckCondition
    /// What must hold for them; else there is a finding.
    package var expect: CheckCondition
    /// How much the finding weighs.
    package var severity: Severity
    /// What the finding says, in Vietnamese.
    package var message: String
}
