import Intake
import Model

/// Reads files into partial results: what a run begins with, on this machine or on others.
struct MapStage: Sendable {
    let context: ReadingContext
    /// The name of the context; see ``ContextDigest``.
    let digest: String
    /// How many files or blocks are read at once.
    let jobs: Int
    /// Where the files lie.
    var source = FileIntake.Source.originals

    /// The files asked for, none of them twice, as one result.
    func partial(
        of requests: [FileIntake.Request],
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws(PipelineError) -> Partial {
        Partial(context: digest, files: try await files(requests, progress))
    }

    /// The files asked for, none of them twice, as one result for each key of ``PartialLine``,
    /// sorted by key.
    func partials(
        of requests: [FileIntake.Request]
    ) async throws(PipelineError) -> [(key: String, partial: Partial)] {
        Dictionary(grouping: try await files(requests) { _ in }) { file in
            file.reading(context).map { PartialLine.key(of: $0, in: context.roster) }
                ?? PartialLine.mixed
        }.map { ($0, Partial(context: digest, files: $1)) }.sorted { $0.key < $1.key }
    }

    private func files(
        _ requests: [FileIntake.Request],
        _ progress: @Sendable (Int) -> Void
    ) async throws(PipelineError) -> [PartialFile] {
        let readings = try await FileIntake(context: context, jobs: jobs, from: source)
            .read(requests, progress: progress)
        return zip(requests, readings).map { PartialFile($1, sha256: $0.sha256) }
    }
}
