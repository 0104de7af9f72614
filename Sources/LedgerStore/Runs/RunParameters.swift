package import Model

/// What a run was asked for beside its window and times, and what it did that later runs go by.
///
/// The ledger keeps a text by name, the audit trail a `name=value` a line; the names and what the
/// texts mean are known here only. What another version of the program wrote stays as it is: a run
/// that is recorded again keeps it, or its line of the audit trail would no longer hold.
package struct RunParameters: Hashable, Sendable {
    private var texts: [String: String] = [:]

    private enum Name: String {
        case unit
        case anonymise
        case language = "lang"
        case yearEnd = "year-end"
        case splitBy = "split-by"
        case acceptedAnomaly = "accept-anomaly"
        case schedule
        case again
        case knownAt = "known-at"
        case seenBy = "seen-by"
        case latest
        case refused
    }

    package init() {}

    // MARK: - What was asked for

    /// The unit whose sub-tree the run was limited to.
    package var unit: String? {
        get { self[.unit] }
        set { self[.unit] = newValue }
    }

    /// Whether names were masked.
    package var isAnonymised: Bool {
        get { flag(.anonymise) }
        set { setFlag(.anonymise, newValue) }
    }

    /// The code of the language of the reports; nil for that of the office.
    package var language: String? {
        get { self[.language] }
        set { self[.language] = newValue }
    }

    /// Whether the report of the year was asked for.
    package var hasYearEnd: Bool {
        get { flag(.yearEnd) }
        set { setFlag(.yearEnd, newValue) }
    }

    /// The level of the chain each of whose nodes got a workbook of its own.
    package var splitBy: String? {
        get { self[.splitBy] }
        set { self[.splitBy] = newValue }
    }

    /// Why what a guard refused was published all the same.
    package var acceptedAnomaly: String? {
        get { self[.acceptedAnomaly] }
        set { self[.acceptedAnomaly] = newValue }
    }

    /// The schedule and the time that the run was made for, as one text.
    package var schedule: String? {
        get { self[.schedule] }
        set { self[.schedule] = newValue }
    }

    /// The id of the run that this one made again.
    package var again: String? {
        get { self[.again] }
        set { self[.again] = newValue }
    }

    /// The time by which the ledger was asked, where that was before the run's own clock.
    package var knownAt: Instant? {
        get { self[.knownAt].flatMap { Instant(iso: $0) } }
        set { self[.knownAt] = newValue?.iso }
    }

    /// The time that nothing in the ledger was taken to be later than.
    ///
    /// Only runs of versions of the program that did not know which clocks were wrong have it.
    package var seenBy: Instant? {
        get { self[.seenBy].flatMap { Instant(iso: $0) } }
        set { self[.seenBy] = newValue?.iso }
    }

    /// Whether the run made an edition of the whole plan as it was known then, with all its names.
    package var isWhole: Bool {
        [.unit, .anonymise, .again, .knownAt].allSatisfy { self[$0] == nil }
    }

    /// Whether the board works from the run's edition and a decision may freeze it: it is whole and
    /// in the language of the office.
    package var isOrdinary: Bool { isWhole && language == nil }

    // MARK: - What it did

    /// Whether the run was to let `latest` point to its edition.
    package var movesLatest: Bool {
        get { flag(.latest) }
        set { setFlag(.latest, newValue) }
    }

    /// Whether a guard held its edition back.
    package var isRefused: Bool {
        get { flag(.refused) }
        set { setFlag(.refused, newValue) }
    }

    // MARK: - The text of each

    private subscript(name: Name) -> String? {
        get { texts[name.rawValue] }
        set { texts[name.rawValue] = newValue }
    }

    private func flag(_ name: Name) -> Bool { self[name] != nil }

    private mutating func setFlag(_ name: Name, _ isSet: Bool) {
        self[name] = isSet ? "yes" : nil
    }
}

/// Decisions that make an edition final: their number may come again in other years, so their date
/// tells them apart.
extension RunParameters {
    private static let frozen = "freeze:"
    private static let held = "freeze-held:"

    private static func key(_ decision: Decision) -> String {
        decision.number + "@" + decision.date.iso
    }

    /// The id of the run whose edition this run made final by a decision; nil where it did not
    /// carry the decision out.
    package func run(madeFinalBy decision: Decision) -> String? {
        texts[RunParameters.frozen + RunParameters.key(decision)]
    }

    /// Notes that this run carried out a decision, of two alike the first.
    package mutating func note(_ run: String, madeFinalBy decision: Decision) {
        let name = RunParameters.frozen + RunParameters.key(decision)
        if texts[name] == nil { texts[name] = run }
    }

    /// Whether warnings kept the run from carrying out a decision.
    package func isHeld(_ decision: Decision) -> Bool {
        texts[RunParameters.held + RunParameters.key(decision)] != nil
    }

    /// Notes that warnings kept this run from carrying out a decision.
    package mutating func noteHeld(_ decision: Decision) {
        texts[RunParameters.held + RunParameters.key(decision)] = "yes"
    }

    /// The ids of the runs whose editions this run made final, with the days of the decisions, by
    /// the decisions' numbers.
    package var madeFinal: [(run: String, decidedOn: Day)] {
        stored.compactMap { name, run in
            guard name.hasPrefix(RunParameters.frozen),
                let mark = name.lastIndex(of: "@"),
                let day = Day(iso: String(name[name.index(after: mark)...]))
            else { return nil }
            return (run, day)
        }
    }

    /// What the names of the parameters that make an edition final are like in the ledger.
    static let madeFinalPattern = frozen + "*"
}

/// As the ledger and the audit trail have them.
extension RunParameters {
    /// The column `name` of the ledger for ``schedule``.
    static let scheduleName = Name.schedule.rawValue

    /// What a row of the ledger holds.
    mutating func add(storedName name: String, value: String) { texts[name] = value }

    /// The rows of the ledger, sorted by the bytes of their names.
    var stored: [(name: String, value: String)] {
        texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { (name: $0.key, value: $0.value) }
    }

    /// What a line of the audit trail holds, a `name=value` a line.
    package init(auditText text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { texts[parts[0]] = parts[1] }
        }
    }

    /// The same for a line of the audit trail.
    var auditText: String {
        stored.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
    }
}
