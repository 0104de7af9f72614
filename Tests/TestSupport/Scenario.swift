package import Intake
package import Judgement
package import Model
package import Plans
package import Rollup

/// A report in memory: a plan, a roster and some files as text, judged without touching a disk.
///
///     let scenario = Scenario(plan: yaml, units: csv, files: [.init("2024-12-01/W1/bc.csv", text)])
///     let judgement = try scenario.judge(window: "2024", asOf: "2025-01-05")
package struct Scenario: Sendable {
    /// One file of the drop folder; received on the day that is stamped on its path.
    package struct File: Sendable {
        package var path: String
        package var bytes: [UInt8]
        /// The time of its receipt as a test writes it; nil for the day that is stamped on its
        /// path.
        package var received: String?

        package init(_ path: String, _ text: String, received: String? = nil) {
            self.init(path, bytes: Array(text.utf8), received: received)
        }

        package init(_ path: String, bytes: [UInt8], received: String? = nil) {
            self.path = path
            self.bytes = bytes
            self.received = received
        }

        func receivedAt() throws -> Instant {
            if let received { return try instant(received) }
            guard let day = StampedDay.day(in: path) else { throw NoDay(path: path) }
            return Instant(startOf: day)
        }
    }

    /// What stands in the way of a scenario: mistakes in its plan or tables.
    package struct Refused: Error, CustomStringConvertible {
        package let mistakes: [Mistake]
        package var description: String { mistakes.map(\.text).joined(separator: "\n") }
    }

    /// A file that has no time of receipt and no day in its path either.
    package struct NoDay: Error {
        let path: String
    }

    /// A text that is to be a window and is none.
    package struct NotAWindow: Error {
        let text: String
    }

    package var plan: String
    package var units: String
    package var changes = ""
    package var clusters = ""
    package var decisions = ""
    package var movements: [Movement] = []
    /// What was noticed before any file was read.
    package var notices: [Finding] = []
    package var files: [File] = []
    /// The text fields that are kept beside those that measures look at, by form.
    package var keeping: [String: Set<String>] = [:]
    /// Versions that later ones replaced.
    package var replaced: [File] = []
    /// Where what tells records from each other goes; nil holds it.
    package var shelf: (any IdentityShelf)?

    package init(plan: String, units: String, files: [File] = []) {
        self.plan = plan
        self.units = units
        self.files = files
    }

    /// The parsed plan.
    package func readPlan() throws -> Plan {
        switch PlanReader.read(Array(plan.utf8)) {
        case .plan(let plan): return plan
        case .mistakes(let mistakes): throw Refused(mistakes: mistakes)
        }
    }

    /// Judges the files for a window as of a time.
    package func judge(window: String, asOf: String, root: String? = nil) throws -> Judgement {
        let parts = try collect(window: window, root: root)
        return try judge(parts.collection, window: window, asOf: asOf, root: root)
    }

    /// Judges a collection that was put together elsewhere, from this scenario's plan and roster.
    package func judge(
        _ collection: CollectedFiles,
        window: String,
        asOf: String,
        root: String? = nil
    ) throws -> Judgement {
        let frame = try frame(window, root: root)
        let records = RecordSet(
            collection: collection,
            context: frame.context,
            asOf: try instant(asOf)
        )
        guard let index = frame.roster.index(of: root ?? frame.plan.root) else {
            throw Refused(mistakes: [])
        }
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        let ids = Set(frame.roster.units.map(\.id))
        let decisions =
            decisions.isEmpty
            ? []
            : PlanFilesReader.decisions(
                Array(decisions.utf8),
                roster: ids,
                nodes: Set(frame.lines.compactMap(\.parent)),
                plan: frame.plan,
                mistakes: &mistakes,
                findings: &findings
            )
        let clusters =
            clusters.isEmpty
            ? []
            : PlanFilesReader.clusters(
                Array(clusters.utf8),
                roster: ids,
                mistakes: &mistakes,
                findings: &findings
            )
        guard mistakes.isEmpty else { throw Refused(mistakes: mistakes) }
        let scene = Scene(
            plan: frame.plan,
            roster: frame.roster,
            changes: frame.context.changes,
            clusters: clusters,
            movements: movements,
            decisions: decisions,
            window: frame.window,
            asOf: try instant(asOf),
            root: index,
            lines: frame.lines
        )
        return Judgement.judge(records, scene, notices: notices)
    }

    /// The records of the files, resolved and not judged.
    package func records(
        window: String,
        asOf: String,
        root: String? = nil
    ) throws -> RecordSet {
        let parts = try collect(window: window, root: root)
        return RecordSet(
            collection: parts.collection,
            context: parts.context,
            asOf: try instant(asOf)
        )
    }

    /// Reads the files.
    package func collect(
        window: String,
        root: String? = nil
    ) throws -> (collection: CollectedFiles, context: ReadingContext) {
        let context = try frame(window, root: root).context
        let sources = try files.map { try source($0, context) }
        return (
            CollectedFiles(files: sources, replaced: try replaced.map { try source($0, context) }),
            context
        )
    }

    private func source(_ file: File, _ context: ReadingContext) throws -> SourceFile {
        let receivedAt = try file.receivedAt()
        var reader = FileReader(
            place: FilePlace(path: file.path, context: context),
            context: context
        )
        for block in reader.push(file.bytes) {
            reader.add(reader.interpreter.read(block), shelf: shelf)
        }
        for block in reader.finish() {
            reader.add(reader.interpreter.read(block), shelf: shelf)
        }
        return SourceFile(
            reading: reader.settled(),
            receivedAt: receivedAt,
            firstSeen: receivedAt,
            modified: 0,
            sha256: "",
            size: file.bytes.count
        )
    }

    private func frame(
        _ windowID: String,
        root: String? = nil
    ) throws -> (
        plan: Plan, window: Window, lines: [Unit], roster: Roster, context: ReadingContext
    ) {
        let plan = try readPlan()
        guard let period = Period(id: windowID) else { throw NotAWindow(text: windowID) }
        let window = plan.calendar.window(period)
        let entries: [Unit]
        switch RosterReader.read(Array(units.utf8)) {
        case .entries(let read): entries = read
        case .mistakes(let mistakes): throw Refused(mistakes: mistakes)
        }
        let roster = Roster(lines: entries, of: root ?? plan.root, in: window.span)
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        let changes =
            changes.isEmpty
            ? ChangeLog()
            : PlanFilesReader.changes(
                Array(changes.utf8),
                units: entries,
                mistakes: &mistakes,
                findings: &findings
            )
        guard mistakes.isEmpty else { throw Refused(mistakes: mistakes) }
        let context = ReadingContext(
            plan: plan,
            roster: roster,
            changes: changes,
            lines: entries,
            reported: keeping
        )
        return (plan, window, entries, roster, context)
    }
}

extension Judgement {
    /// The result of one unit under one indicator, by ids.
    package func unit(_ unit: String, _ indicator: String) -> UnitResult? {
        result(indicator)?.units.first { scene.roster.units[$0.unit].id == unit }
    }

    /// The result of one node under one indicator, by ids.
    package func node(_ node: String, _ indicator: String) -> NodeResult? {
        result(indicator)?.nodes.first { scene.roster.units[$0.node].id == node }
    }

    private func result(_ indicator: String) -> IndicatorResult? {
        indicators.first { scene.plan.indicators[$0.indicator].id == indicator }
    }

    /// The ids of a node's missing units.
    package func missing(_ node: String, _ indicator: String) -> [String] {
        self.node(node, indicator)?.missing.map { scene.roster.units[$0].id } ?? []
    }

    /// The codes of all findings, in order.
    package var codes: [String] { findings.map(\.code.rawValue) }
}
