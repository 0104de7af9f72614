/// How the files are read: the reports are the same whatever it is.
package struct ReadingOptions: Sendable {
    /// How many things are done at once.
    package var jobs = 2
    /// What is done with the readings of earlier nights.
    package var keptReadings = KeptReadings.usedAndAdded
    /// How Spark is started, where it reads the files; nil where this machine does.
    package var spark: SparkOptions?

    package init() {}
}
