/// The rules of a plan for reviews (`reviews:`): the general one, and those of single titles.
package struct ReviewRules: Hashable, Sendable {
    /// The rule of one title (danh hiệu, hình thức).
    package struct Title: Hashable, Sendable {
        package var name: String
        /// The name, folded for comparison.
        package var key: [UInt8]
        package var rule: ReviewRule
    }

    package var general: ReviewRule
    package var titles: [Title]
}
