/// How many files a run read, and how many it knew from an earlier night.
package struct ReadingCounts: Hashable, Sendable {
    package var read = 0
    package var reused = 0
}
