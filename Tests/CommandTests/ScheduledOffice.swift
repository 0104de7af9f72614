import Foundation
import LedgerStore
import Model
import TestSupport

/// A small plan with schedules of its own, and the nights on which they are asked for.
///
/// All data is synthetic.
struct ScheduledOffice {
    let plan: SmallPlan

    var folder: TemporaryDirectory { plan.folder }

    init(_ schedules: [String: String]) throws {
        plan = try SmallPlan()
        for (name, text) in schedules { try folder.write("schedules/" + name, text) }
    }

    static let nightly = "id: nightly\ncron: \"0 2 * * *\"\ncommand: run --window 2024\n"

    /// Runs `schedule run-due` at a time.
    @discardableResult
    func due(
        _ now: String,
        _ more: [String] = [],
        environment: [String: String] = [:]
    ) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            ["schedule", "run-due", "--now", now] + more,
            in: folder.path,
            environment: environment
        )
    }

    /// A run as the ledger knows it.
    struct Night: Equatable, CustomStringConvertible {
        /// `nightly@2025-01-05T02:00:00`; nil for a run by hand.
        var schedule: String?
        var window: String
        var asOf: String
        var description: String { "\(schedule ?? "-") \(window) \(asOf)" }
    }

    /// The runs that were published, in the order in which they were begun.
    func nights(plan: String = "mau") throws -> [Night] {
        try Ledger(reading: folder.path + "/output/.tonghop").runs(plan: plan, outcome: .published)
            .map { run in
                Night(
                    schedule: run.parameters.schedule,
                    window: run.window,
                    asOf: run.asOf.iso
                )
            }
    }
}
