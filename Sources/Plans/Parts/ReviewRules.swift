/// The rules of a plan for reviews (`reviews:`): the general one, and those of single titles.
package struct ReviewRules: Hashable, Sendable {
    /// The rule of one title (danh hiệu, hình thức).
    package struct Title: Hashable, Sendable {
        /// The title or form of commendation.
        package var name: String
        /// The name, folded for comparison.
        package var key: [UInt8]
        /// The rule for reviews held about it.
        package var rule: ReviewRule
    }

    /// The rule for all reviews that no title's rule is for.
    package var general: ReviewRule
    /// The rules of single titles.
    package var titles: [Title]
}
