import Intake
import TestSupport

/// What became of one file that was written otherwise.
enum Outcome: Equatable {
    case same
    /// The same records, and rows rejected that hold none.
    case noisy(String)
    case refused(String)
    /// Rows with cells that are not understood are refused, the others the same.
    case rowsRefused(String)
    case different(String)
}

/// One file under some transforms.
struct Trial {
    let office: Office
    let sample: Sample
    let transforms: [Transform]

    /// The files as they are written, or nil where a transform does not apply.
    func files(seed: UInt64) -> [[UInt8]]? {
        var random = SplitMix64(seed: seed)
        guard var sheet = sample.sheet else { return nil }
        var writing = Writing()
        var encode: @Sendable (String) -> [UInt8]? = { Array($0.utf8) }
        for transform in transforms {
            if let layout = transform.layout {
                guard sample.isPlain, layout(&sheet, office, &random) else { return nil }
            }
            transform.writing?(&writing)
            if let encoding = transform.encoding { encode = encoding }
        }
        var files: [[UInt8]] = []
        for part in sheet.files {
            guard let bytes = encode(writing.text(part)) else { return nil }
            files.append(bytes)
        }
        return files
    }

    /// Compares what the program reads now with what it read before.
    func outcome(_ files: [[UInt8]]) -> Outcome {
        let readings = files.map {
            ReadingSummary(SampleReader.read($0, at: sample.path, context: office.context))
        }
        let (was, now) = (sample.expected, ReadingSummary(joining: readings))
        guard now.isAccepted else {
            guard readings.allSatisfy({ $0.isAccepted || $0.records.isEmpty }),
                !now.errors.isEmpty
            else { return .different("refused without a word, or in part") }
            return .refused(now.errors[0])
        }
        let isFolded = transforms.contains(where: \.changesTexts)
        var (old, new) = isFolded ? (was.folded, now.folded) : (was.records, now.records)
        if transforms.contains(where: \.changesOrder) {
            old.sort()
            new.sort()
        }
        if was.form != now.form { return .different("form \(was.form ?? -1) → \(now.form ?? -1)") }
        guard old == new else {
            let first = zip(old, new).first { $0 != $1 }
            if transforms.contains(where: \.changesCells), isSubset(new, of: old),
                now.rejected.count - was.rejected.count == old.count - new.count
            {
                return .rowsRefused(now.rejected.first ?? "")
            }
            // Nothing counted and every row reported is a refusal too.
            if new.isEmpty, now.rejected.count >= old.count {
                return .refused(now.rejected.first ?? "")
            }
            let (was, now) = first.map { Trial.around($0, $1) } ?? ("", "")
            return .different("\(old.count) → \(new.count) records\n- \(was)\n+ \(now)")
        }
        if was.placement != now.placement || was.mentionsOthers != now.mentionsOthers {
            let isWider =
                now.placement.periods.isSuperset(of: was.placement.periods)
                && now.placement.days.isSuperset(of: was.placement.days)
                && (now.mentionsOthers || !was.mentionsOthers)
            return isWider && now.rejected.count > was.rejected.count
                ? .noisy("rejected rows widen what is covered")
                : .different("covers other windows or units")
        }
        guard was.rejected.count == now.rejected.count else {
            return .noisy(now.rejected.first ?? "fewer rows rejected")
        }
        return .same
    }

    private func isSubset(_ part: [String], of whole: [String]) -> Bool {
        var rest = Dictionary(whole.map { ($0, 1) }, uniquingKeysWith: +)
        return part.allSatisfy { text in
            guard let count = rest[text], count > 0 else { return false }
            rest[text] = count - 1
            return true
        }
    }

    /// Two texts from a little before their first difference on.
    private static func around(_ a: String, _ b: String) -> (String, String) {
        let common = zip(a, b).prefix { $0 == $1 }.count
        let start = max(0, common - 40)
        return (String(a.dropFirst(start).prefix(160)), String(b.dropFirst(start).prefix(160)))
    }
}
