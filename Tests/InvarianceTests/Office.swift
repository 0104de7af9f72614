import Foundation
import Intake
import Model
import Plans
import TestSupport

/// A sample plan under `input/` with its files.
struct Office: Sendable, CustomStringConvertible {
    let name: String
    let scenario: Scenario
    let context: ReadingContext
    /// The files that are read at all, and before them some that were put together from them.
    let samples: [Sample]

    var description: String { name }

    /// All plans of the checkout.
    static let all: [Office] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: input.path)) ?? []
        return names.sorted().compactMap { try? Office(name: $0) }
    }()

    private static let input = testsFolder.deletingLastPathComponent()
        .appendingPathComponent("input")

    init?(name: String) throws {
        let folder = Office.input.appendingPathComponent(name)
        func text(_ file: String) -> String? {
            (try? Data(contentsOf: folder.appendingPathComponent(file)))
                .map { String(decoding: $0, as: UTF8.self) }
        }
        guard let plan = text("plan.yaml"), let units = text("units.csv") else { return nil }
        var scenario = Scenario(plan: plan, units: units)
        scenario.changes = text("changes.csv") ?? ""
        scenario.clusters = text("clusters.csv") ?? ""
        scenario.decisions = text("decisions.csv") ?? ""
        let submissions = folder.appendingPathComponent("submissions")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: submissions.path).sorted()
        for path in paths where ["csv", "txt", "tsv"].contains((path as NSString).pathExtension) {
            let bytes = try Data(contentsOf: submissions.appendingPathComponent(path))
            scenario.files.append(Scenario.File(path, bytes: Array(bytes)))
        }
        let read = try scenario.readPlan()
        let frame = Scenario.with(scenario, files: [])
        let base = try frame.collect(window: "\(read.stage.lowerBound)").context
        // With every text kept: what a report prints today says nothing of tomorrow's.
        let context = ReadingContext(
            plan: base.plan,
            roster: base.roster,
            changes: base.changes,
            reported: Dictionary(
                uniqueKeysWithValues: base.plan.forms.forms.map {
                    ($0.id, Set($0.fields.map(\.code)))
                }
            )
        )
        self.name = name
        self.scenario = scenario
        self.context = context
        let samples = scenario.files.compactMap {
            Sample(path: $0.path, bytes: $0.bytes, context: context)
        }
        let collected = CollectedSamples.make(from: samples, root: read.root, context: context)
        self.samples = collected + samples
    }
}

extension Scenario {
    /// The same plan with other files.
    static func with(_ scenario: Scenario, files: [Scenario.File]) -> Scenario {
        var changed = scenario
        changed.files = files
        return changed
    }
}
