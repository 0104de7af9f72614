/// By what a run comes to the readings of its files: the readings are the same whatever it is.
struct ReadingMeans {
    /// How many files are read at once.
    let jobs: Int
    let keptReadings: KeptReadings
    /// What reads the files, where this machine does not.
    var spark: SparkEngine?
    /// The kept readings, where they have been asked for already.
    var ahead: ReadAhead?
    /// What has read the new files while they were taken in.
    var received: ReceptionReader?
    /// Is told how many files are read, of all.
    var progress: @Sendable (Int, Int) -> Void = { _, _ in }
}
