internal import Intake
internal import Model
internal import Plans

/// An entry that may be a copy of another: it counts all the same (CONTRACT §11.3 judges only the
/// same title and authors).
package struct SuspectedCopy: Hashable, Sendable {
    /// Why it is suspected, the strongest ground first.
    package enum Ground: UInt8, Hashable, Sendable {
        /// Title and authors differ in nothing but accents, blanks, punctuation or the order of
        /// names.
        case sameWork
        /// The same title, and one author of several in common.
        case sharedAuthor
        /// The same title from another unit under other names.
        case sameTitle
        /// A title that so many works bear that it says nothing: told once for all of them.
        case commonTitle
    }

    /// Why it is suspected.
    package var ground: Ground
    /// The index of the edition in the plan; -1 for none.
    package var edition: Int
    /// The index of the unit in the roster.
    package var unit: Int
}

extension RecordSet {
    /// From so many different bylines on a title is one that everybody takes.
    private static let commonFrom = 6

    private struct Suspect {
        var contender: Contender
        /// The entry that it may be a copy of.
        var original: Contender
        var ground: SuspectedCopy.Ground
        /// For a common title: how many entries and units bear it.
        var entries = 0
        var units = 0
    }

    /// Reports valid entries that look like copies of others of their edition, among those whose
    /// title may have come in twice; none is judged.
    ///
    /// Entries are brought together by the hash of their loose title, so that time and memory grow
    /// with their number and not with its square, however many share a title.
    mutating func reportSuspectedCopies(_ form: Int, among repeated: [Int32]) {
        let bases = bases(form)
        let titles = RecordSet.titles(of: forms[form], among: repeated)
        let shared = SharedNumbers(
            DigestTable.inParts(of: titles.numbers.count) { titles.shared(in: $0) }
        )
        var suspects: [Suspect] = []
        shared.forEachGroup { numbers in
            let bearers = numbers.map { contender(form, Int($0), bases) }
                .sorted(by: Contender.precedes)
            suspects += self.suspects(form, among: bearers)
        }
        suspects.sort {
            $0.contender == $1.contender
                ? $0.ground.rawValue < $1.ground.rawValue
                : Contender.precedes($0.contender, $1.contender)
        }
        var kinds: [SuspectFinding: FindingKind] = [:]
        for suspect in suspects { report(form, suspect, &kinds) }
    }

    /// The valid ones of the entries whose loose title another may have as well.
    private static func titles(
        of entries: [ResolvedBatch],
        among repeated: [Int32]
    ) -> RepeatedRecords {
        RepeatedRecords(
            repeated,
            of: entries,
            { $0.identities.titles },
            { title, entries, entry in
                title != 0 && entries.isValid(entry)
                    ? editionTitle(title, entries.editions[entry]) : nil
            }
        )
    }

    /// A title is one of its own in each edition.
    private static func editionTitle(_ title: UInt64, _ edition: Int16) -> Digest {
        let edition = UInt64(truncatingIfNeeded: Int(edition) + 1)
        return Digest(high: title, low: (title >> 16) &+ edition &* 0x9E37_79B9_7F4A_7C15)
    }

    /// What is suspicious about entries that bear one title, in the order in which they came in.
    private func suspects(_ form: Int, among bearers: [Contender]) -> [Suspect] {
        var byBylines: [UInt64: Contender] = [:]
        var byAuthors: [UInt64: Contender] = [:]
        /// The first entry of all, and the first that came from a unit other than that one's.
        var firsts: [(unit: Int32, entry: Contender)] = []
        var units: Set<Int32> = []
        var suspects: [Suspect] = []
        for bearer in bearers {
            let batch = forms[form][bearer.batch].batch
            let unit = batch.units[bearer.record]
            let byline = batch.identities.byline(of: bearer.record)
            let names = batch.authors(of: bearer.record)
            if let original = byBylines[byline] {
                suspects.append(Suspect(contender: bearer, original: original, ground: .sameWork))
            } else if let original = names.lazy.compactMap({ byAuthors[$0] }).first {
                suspects.append(
                    Suspect(contender: bearer, original: original, ground: .sharedAuthor)
                )
            } else if let other = firsts.first(where: { $0.unit != unit }) {
                suspects.append(
                    Suspect(contender: bearer, original: other.entry, ground: .sameTitle)
                )
            }
            if byBylines[byline] == nil { byBylines[byline] = bearer }
            for name in names where byAuthors[name] == nil { byAuthors[name] = bearer }
            units.insert(unit)
            if firsts.count < 2, firsts.first?.unit != unit { firsts.append((unit, bearer)) }
        }
        guard byBylines.count >= RecordSet.commonFrom, units.count > 1 else { return suspects }
        suspects.removeAll { $0.ground == .sameTitle }
        suspects.append(
            Suspect(
                contender: bearers[0],
                original: bearers[0],
                ground: .commonTitle,
                entries: bearers.count,
                units: units.count
            )
        )
        return suspects
    }

    /// What decides the kind of a suspect's finding.
    private struct SuspectFinding: Hashable {
        var ground: SuspectedCopy.Ground
        var unit: Int32
        /// The files of both entries, by their numbers.
        var file: Int
        var originalFile: Int
        /// For a common title: how many entries and units bear it.
        var entries: Int
        var units: Int
    }

    private mutating func report(
        _ form: Int,
        _ suspect: Suspect,
        _ kinds: inout [SuspectFinding: FindingKind]
    ) {
        let (entry, original) = (suspect.contender, suspect.original)
        let resolved = forms[form][entry.batch]
        let unit = resolved.held.batch.units[entry.record]
        if suspect.ground != .commonTitle {
            suspectedCopies.append(
                SuspectedCopy(
                    ground: suspect.ground,
                    edition: Int(resolved.editions[entry.record]),
                    unit: Int(unit)
                )
            )
        }
        let resolvedOriginal = forms[form][original.batch]
        let about = SuspectFinding(
            ground: suspect.ground,
            unit: unit,
            file: resolved.file(of: entry.record),
            originalFile: resolvedOriginal.file(of: original.record),
            entries: suspect.entries,
            units: suspect.units
        )
        let kind = kinds[about] ?? kind(about, form)
        kinds[about] = kind
        findings.append(
            Finding(
                kind,
                row: Int(resolved.held.batch.lines[entry.record]),
                other: Int(resolvedOriginal.held.batch.lines[original.record])
            )
        )
    }

    private func kind(_ about: SuspectFinding, _ form: Int) -> FindingKind {
        let original = collection.files[about.originalFile].path
        let there: FindingWording = "dòng \(.otherLine) của tệp \"\(file: original)\""
        let wording: FindingWording =
            switch about.ground {
            case .sameWork:
                "Có thể là bài ở \(there): tên bài và tác giả chỉ khác dấu, khoảng trắng, dấu câu "
                    + "hoặc thứ tự tên; vẫn được tính."
            case .sharedAuthor:
                "Có thể là bài ở \(there): cùng tên bài, có chung tác giả; vẫn được tính."
            case .sameTitle:
                "Cùng tên bài với \(there) của đơn vị khác, tác giả khác; vẫn được tính."
            case .commonTitle:
                .plain(
                    "Tên bài này có ở \(about.entries) bài dự thi của \(about.units) đơn vị, "
                        + "nhiều tác giả khác nhau; không nêu từng bài."
                )
            }
        let definition = context.plan.forms.forms[form]
        let file = collection.files[about.file]
        let isStrong = about.ground == .sameWork || about.ground == .sharedAuthor
        return FindingKind(
            .duplicate,
            severity: isStrong ? .warning : .notice,
            unit: context.roster.units[Int(about.unit)].id,
            file: file.path,
            column: definition.index(of: "title").map {
                file.held.outline.heading(of: $0, in: definition)
            },
            wording: wording,
            fix: "Ban Tổ chức đối chiếu hai bài; nếu là một thì bỏ bài khai trùng.",
            isSuspicion: true
        )
    }
}
