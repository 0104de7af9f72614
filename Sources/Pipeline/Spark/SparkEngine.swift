import Disk
import Model
import Plans

/// Has the files of a run read in the tasks of Apache Spark.
struct SparkEngine: Sendable {
    let options: SparkOptions
    /// The directory of the ledger, below which the job has its folder.
    let stateDirectory: String

    /// The seconds that Spark has for putting its things away when the run is ended.
    private static let patience = 10

    /// Files above this are read here, block by block on all cores: one file is one task, so that
    /// Spark would read it on one core and have to pass it on in one piece.
    private static let largest: Int64 = 64 << 20

    /// The files asked for, none of them twice.
    ///
    /// - Throws: ``PipelineError/failed(_:message:)`` where Spark did not do it,
    ///   ``PipelineError/unexpected(_:)`` where what came back is not what was sent out.
    func partial(
        of requests: [FileIntake.Request],
        for assessment: Assessment,
        _ digest: ContextDigest,
        jobs: Int
    ) async throws(PipelineError) -> Partial {
        let sent = requests.filter { $0.size <= SparkEngine.largest }
        var files = try await returned(sent, for: assessment, digest, jobs: jobs)
        let stage = MapStage(context: assessment.context, digest: digest.text, jobs: jobs)
        let large = requests.filter { $0.size > SparkEngine.largest }
        files += try await stage.partial(of: large).files
        return Partial(context: digest.text, files: files)
    }

    /// What Spark has read.
    private func returned(
        _ requests: [FileIntake.Request],
        for assessment: Assessment,
        _ digest: ContextDigest,
        jobs: Int
    ) async throws(PipelineError) -> [PartialFile] {
        guard !requests.isEmpty else { return [] }
        let job = try PipelineError.writing { () throws(FileError) in
            let plan = assessment.inputs.files.plan.id
            let job = try SparkJob(stateDirectory: stateDirectory, plan: plan)
            try job.write(requests, for: assessment)
            return job
        }
        let log = job.log
        if let failure = try await run(job) {
            throw .failed(
                .failed,
                message:
                    "Apache Spark không đọc được các tệp: \(failure); chưa công bố gì. Xem \(log)."
            )
        }
        let returned = SparkReturn(
            requests: requests,
            context: assessment.context,
            digest: digest.text,
            jobs: jobs
        )
        let files: [PartialFile]
        do throws(SparkFault) {
            files = try await returned.files(in: job.merged)
        } catch {
            throw .unexpected(
                "Kết quả từ Apache Spark không khớp với các tệp đã giao: \(error.message); chưa công bố gì. "
                    + "Xem \(log)."
            )
        }
        // Its folder has been read to the end.
        _ = consume job
        return files
    }

    /// Runs the job to its end; gives why it failed, or nil.
    ///
    /// A request to end this program ends the job first, and then the program as it would have
    /// without.
    private func run(_ job: borrowing SparkJob) async throws(PipelineError) -> String? {
        let words = job.words(options)
        EndingSignals.note()
        let start = try PipelineError.writing { () throws(FileError) in
            let nothing = try Descriptor(reading: "/dev/null")
            let log = try job.newLog()
            let start = ChildProcess.start(words, input: nothing.number, output: log.number)
            // Open until they have been handed on.
            _ = consume nothing
            _ = consume log
            return start
        }
        let process: ChildProcess
        switch start {
        case .success(let started): process = started
        case .failure(let failure):
            EndingSignals.obey()
            throw .unavailable(
                "Không chạy được \(options.submit): \(FileError.reason(failure.errno))."
            )
        }
        while EndingSignals.noted == nil {
            if let ending = process.ending() {
                EndingSignals.obey()
                guard EndingSignals.noted == nil else { break }
                return ending.failure
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        process.end(patience: SparkEngine.patience)
        try? Publication.remove(job.folder)
        EndingSignals.obey()
        EndingSignals.repeatNoted()
    }
}
