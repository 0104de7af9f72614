/// How many files a run read, and how many it knew from an earlier night.
package struct ReadingCounts: Hashable, Sendable {
    /// Files that were read.
    package var read = 0
    /// Files that were known from an earlier night.
    package var reused = 0
}
