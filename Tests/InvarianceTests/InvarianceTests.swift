import Foundation
import Model
import TestSupport
import Testing

/// However a table is written, its figures stay the same, or the file is refused with a finding.
///
/// `INVARIANCE=full` tries every transform on every file and prints what became of them.
@Suite struct InvarianceTests {
    static let isFull = ProcessInfo.processInfo.environment["INVARIANCE"] == "full"

    /// The files that a transform is tried on: some of each form, others for each transform.
    private func samples(_ office: Office, _ transforms: [Transform], perForm: Int) -> [Sample] {
        let name = transforms.map(\.name).joined()
        var random = SplitMix64(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        let usable = office.samples.filter { $0.sheet != nil }
        if Self.isFull { return usable }
        let forms = Dictionary(grouping: usable) { $0.expected.form ?? -1 }
        return forms.keys.sorted().flatMap { form in
            let samples = forms[form] ?? []
            return samples.filter { !$0.parts.isEmpty }
                + samples.filter(\.parts.isEmpty).shuffled(using: &random).prefix(perForm)
        }
    }

    private func check(_ transforms: [Transform], perForm: Int) {
        var tally: [String: Int] = [:]
        for office in Office.all {
            for sample in samples(office, transforms, perForm: perForm) {
                let trial = Trial(office: office, sample: sample, transforms: transforms)
                let seed = sample.path.utf8.reduce(11) { $0 &* 31 &+ UInt64($1) }
                guard let files = trial.files(seed: seed) else {
                    tally["does not apply", default: 0] += 1
                    continue
                }
                let outcome = trial.outcome(files)
                let (kind, fault) = judge(outcome, transforms)
                tally[kind, default: 0] += 1
                if let fault { report(fault, trial, files) }
            }
        }
        if Self.isFull {
            let counts = tally.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            print(
                transforms.map(\.name).joined(separator: " + "),
                "|",
                counts.joined(separator: ", ")
            )
        }
        #expect(!Office.all.isEmpty)
    }

    /// What to call an outcome, and why it is a fault, if it is.
    private func judge(_ outcome: Outcome, _ transforms: [Transform]) -> (String, fault: String?) {
        let mustBeRead = transforms.allSatisfy { $0.expectation == .mustBeRead }
        switch outcome {
        case .same: return ("same", nil)
        case .noisy(let code):
            let isAllowed = transforms.contains(where: \.addsRows) && !mustBeRead
            return ("same, rows rejected (\(code))", isAllowed ? nil : "a row is rejected: \(code)")
        case .refused(let code):
            return ("refused (\(code))", mustBeRead ? "refused: \(code)" : nil)
        case .rowsRefused(let code):
            return ("rows refused (\(code))", mustBeRead ? "rows refused: \(code)" : nil)
        case .different(let difference): return ("DIFFERENT", difference)
        }
    }

    private func report(_ fault: String, _ trial: Trial, _ files: [[UInt8]]) {
        let names = trial.transforms.map(\.name).joined(separator: " + ")
        let text = String(decoding: files[0].prefix(600), as: UTF8.self)
        let message = "\(names): \(trial.office.name)/\(trial.sample.path): \(fault)\n\(text)"
        Issue.record(Comment(rawValue: message))
    }

    @Test func tablesPutTogetherInOneFileReadAsTheyDoApart() {
        for office in Office.all {
            for sample in office.samples where !sample.parts.isEmpty {
                let apart = sample.parts.flatMap(\.expected.records)
                #expect(sample.expected.records == apart, "\(sample.path)")
            }
        }
    }

    @Test(arguments: Transform.all)
    func aTableWrittenOtherwiseReadsTheSame(transform: Transform) {
        check([transform], perForm: 1)
    }

    /// Layouts, a dialect and an encoding together, drawn by seed.
    @Test(arguments: 0..<(isFull ? 400 : 40))
    func aTableWrittenOtherwiseInManyWaysAtOnceReadsTheSame(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let layouts = Transform.all.filter { $0.layout != nil }
        var chosen: [Transform] = []
        for _ in 0..<2 { chosen += [layouts.randomElement(using: &random)].compactMap(\.self) }
        if chosen[0].name == chosen[1].name { chosen.removeLast() }
        if let last = chosen.first(where: \.standsAlone) { chosen = [last] }
        for list in [Transform.writings, Transform.writings, Transform.encodings] {
            chosen += [list.randomElement(using: &random)].compactMap(\.self)
        }
        check(chosen, perForm: 1)
    }
}
