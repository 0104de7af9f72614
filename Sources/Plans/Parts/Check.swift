package import Model

/// A contradiction to look for between what was declared and what was counted.
package struct Check: Hashable, Sendable {
    package var id: String
    package var when: CheckCondition
    package var expect: CheckCondition
    package var severity: Severity
    package var message: String
}
