import Disk
import Glibc
import Model

/// Reads files of a plan into partial results as a run of the plan would read them.
package struct MapTask: Sendable {
    private let stage: MapStage
    private let submissions: SubmissionFolder

    /// Prepares to read for the plan, window and root in the options.
    ///
    /// - Throws: ``PipelineError`` for a plan that is missing or invalid, a unit or window that is
    ///   none.
    package init(_ options: RunOptions, plan: String) throws(PipelineError) {
        Workers.limit(to: options.reading.jobs)
        let input = PlanInput(root: options.places.input)
        let assessment = try Assessment(
            of: try CheckedPlan(plan, in: input),
            RunFrame(options: options)
        )
        stage = MapStage(
            context: assessment.context,
            digest: try assessment.digest().text,
            jobs: options.reading.jobs,
            source: .list
        )
        submissions = SubmissionFolder(plan: plan, of: input)
    }

    /// The files that lines name, as one result; gives its bytes and what was counted.
    package func bytes(
        of lines: [String]
    ) async throws(PipelineError) -> (bytes: [UInt8], summary: PartialSummary) {
        let partial = try await stage.partial(of: try requests(lines))
        return (try PipelineError.writing(partial.bytes), PartialSummary(of: partial))
    }

    /// The files that lines name, as one line of text for each key.
    package func text(of lines: [String]) async throws(PipelineError) -> [String] {
        let partials = try await stage.partials(of: try requests(lines))
        return try PipelineError.writing { () throws(FileError) in
            var text: [String] = []
            for (key, partial) in partials { text.append(try PartialLine.text(key, partial)) }
            return text
        }
    }

    /// What lines ask for, each once.
    ///
    /// A line is the path of a file; or the SHA-256 of a version, its path below `submissions/` and
    /// where its bytes lie, with tabs between them.
    private func requests(_ lines: [String]) throws(PipelineError) -> [FileIntake.Request] {
        var requests: [FileIntake.Request] = []
        var known: Set<ReadingKey> = []
        for line in lines {
            let parts = line.split(
                separator: "\t",
                maxSplits: 2,
                omittingEmptySubsequences: false
            ).map(String.init)
            guard parts.count != 2 else {
                throw .usage(
                    "Mỗi dòng là đường dẫn của một tệp, hoặc SHA-256, đường dẫn dưới submissions/ và nơi có "
                        + "nội dung, cách nhau bằng dấu tab: \(line)"
                )
            }
            let request =
                parts.count == 3
                ? try request(parts[1], parts[0], parts[2])
                : try request(submissions.place(of: line), nil, line)
            if known.insert(ReadingKey(sha256: request.sha256, path: request.path)).inserted {
                requests.append(request)
            }
        }
        return requests
    }

    private func request(
        _ path: String,
        _ sha256: String?,
        _ original: String
    ) throws(PipelineError) -> FileIntake.Request {
        try PipelineError.writing { () throws(FileError) in
            let size = Int64(try Descriptor(reading: original).status().st_size)
            return FileIntake.Request(
                path: path,
                sha256: try digest(sha256, original),
                original: original,
                size: size
            )
        }
    }

    private func digest(
        _ sha256: String?,
        _ original: String
    ) throws(FileError) -> String {
        if let sha256 { return sha256 }
        return try SHA256.digest(ofFile: original)
    }
}
