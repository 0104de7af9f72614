import Foundation
import Judgement
import Model
import Plans
import TestSupport
import Testing

/// The same for whole reports: every indicator of every unit and node.
@Suite struct WholePlanTests {
    /// One line for each unit and node under each indicator.
    private func figures(_ scenario: Scenario, _ files: [Scenario.File]) throws -> [String] {
        let plan = try scenario.readPlan()
        let year = plan.stage.upperBound - 1
        let judgement = try Scenario.with(scenario, files: files)
            .judge(window: "\(year)", asOf: "\(year + 1)-01-05T02:00:00")
        return judgement.indicators.flatMap { indicator -> [String] in
            let id = plan.indicators[indicator.indicator].id
            return indicator.units.map {
                let value = $0.value.map { "\($0)" } ?? "-"
                return "\(id) unit \($0.unit): \(value) \($0.status)"
            }
                + indicator.nodes.map {
                    let share = "\($0.numerator ?? -1)/\($0.denominator ?? -1)"
                    let value = $0.value.map { "\($0)" } ?? "-"
                    return "\(id) node \($0.node): \(share) \(value) \($0.status) \($0.missing)"
                }
        }
    }

    private func expectSame(_ now: [String], _ was: [String], _ what: String) {
        guard now != was else { return }
        let first = zip(was, now).first { $0 != $1 }
        Issue.record("\(what)\n- \(first?.0 ?? "")\n+ \(first?.1 ?? "")")
    }

    @Test(arguments: 0..<(InvarianceTests.isFull ? 4 : 1))
    func aPlanWhoseFilesAreWrittenOtherwiseHasTheSameFigures(seed: Int) throws {
        // What must be read, file by file: everything else may take a file out of the figures.
        let layouts = Transform.all.filter { transform in
            guard case .mustBeRead = transform.expectation else { return false }
            return transform.layout != nil && !transform.changesOrder
        }
        let encodings = Transform.encodings.filter { transform in
            guard case .mustBeRead = transform.expectation else { return false }
            return true
        }
        for office in Office.all {
            var random = SplitMix64(seed: UInt64(seed))
            let samples = Dictionary(
                uniqueKeysWithValues: office.samples.map { ($0.path, $0) }
            )
            var changed: [Scenario.File] = []
            for file in office.scenario.files {
                let chosen = [layouts, Transform.writings, encodings].compactMap {
                    $0.randomElement(using: &random)
                }
                guard let sample = samples[file.path],
                    let files = Trial(office: office, sample: sample, transforms: chosen)
                        .files(seed: random.next())
                else {
                    changed.append(file)
                    continue
                }
                for (part, bytes) in files.enumerated() {
                    let path = part == 0 ? file.path : file.path.dropLast(4) + " (\(part)).csv"
                    changed.append(Scenario.File(path, bytes: bytes))
                }
            }
            let was = try figures(office.scenario, office.scenario.files)
            expectSame(try figures(office.scenario, changed), was, "\(office.name), seed \(seed)")
        }
    }

    @Test func aRefusedFileCountsAsIfItHadNotBeenHandedIn() throws {
        for office in Office.all {
            var without: [Scenario.File] = []
            var refused: [Scenario.File] = []
            let all = office.scenario.files.enumerated()
            for (index, file) in all where InvarianceTests.isFull || index % 5 < 2 {
                let text = String(validating: file.bytes, as: UTF8.self)
                guard index % 5 == 0, let bytes = text.flatMap(FontEncoding.lossy) else {
                    without.append(file)
                    refused.append(file)
                    continue
                }
                refused.append(Scenario.File(file.path, bytes: bytes))
            }
            let was = try figures(office.scenario, without)
            expectSame(try figures(office.scenario, refused), was, office.name)
        }
    }
}
