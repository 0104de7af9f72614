internal import Foundation
internal import Synchronization

/// How many threads share work in this process.
///
/// The one thing here that is set and not passed: what comes out is the same with any number of
/// them, so the stages that only compute need not hand it down to one another. A command sets it
/// once, before anything is computed.
package enum Workers {
    private static let most = Atomic(ProcessInfo.processInfo.activeProcessorCount)

    /// As many as there are cores, unless somebody asked for fewer or more.
    package static var count: Int { most.load(ordering: .relaxed) }

    /// Lets so many threads, at least one, share a piece of work: what `--jobs` asks for.
    package static func limit(to jobs: Int) { most.store(max(jobs, 1), ordering: .relaxed) }
}
