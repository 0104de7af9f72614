package import Model

/// The reading of a file, held once, with what is asked of every file at hand: files are sorted and
/// passed about far more often than looked into.
///
/// Its records are stretches of batches that may hold those of other files as well.
package final class HeldReading: Sendable {
    /// What is asked of every file, held beside the rest.
    package let outline: FileOutline
    /// The path below `submissions/`, or the name that reports may show instead.
    package let path: String
    /// The records of a file that is accepted, in the order of its rows.
    package let stretches: [RecordStretch]
    let account: Account

    /// What was noticed: all of a reading but its records.
    enum Account: Sendable {
        /// Apart, for few files of a hundred thousand have one and each would have room for it.
        indirect case made(FileReading)
        case kept(KeptAccounts, Range<Int>)
        /// That of another, whose findings name the file otherwise.
        case renamed(HeldReading)

        /// Findings and rejected rows that are held one by one.
        var listed: Int {
            switch self {
            case .made(let reading): reading.findings.count + reading.rejected.count
            case .kept: 0
            case .renamed(let other): other.account.listed
            }
        }

        /// In how many parts the account is told, with so many findings and so many rejected rows
        /// in each.
        func partCount(of most: Int) -> Int {
            switch self {
            case .kept: return 1
            case .renamed(let other): return other.account.partCount(of: most)
            case .made(let reading):
                let longest = max(reading.findings.count, reading.rejected.count)
                return max(1, (longest + most - 1) / most)
            }
        }

        /// One of these parts: the first has all that is said of the file, the others have their
        /// share of the lists, which may have come to its end.
        func part(_ number: Int, of most: Int) -> Account {
            switch self {
            case .kept: return self
            case .renamed(let other): return other.account.part(number, of: most)
            case .made(let reading):
                var part = number == 0 ? reading : FileReading(place: reading.place)
                part.findings = Array(reading.findings.dropFirst(number * most).prefix(most))
                part.rejected = Array(reading.rejected.dropFirst(number * most).prefix(most))
                return .made(part)
            }
        }

        /// The account that was kept in parts.
        init(joining first: Account, _ rest: [Account]) {
            guard case .made(var reading) = first else {
                self = first
                return
            }
            for case .made(let part) in rest {
                reading.findings += part.findings
                reading.rejected += part.rejected
            }
            self = .made(reading)
        }
    }

    package convenience init(_ reading: FileReading) {
        var account = reading
        account.batches = []
        self.init(
            outline: FileOutline(reading),
            path: reading.place.path,
            stretches: reading.batches.map { RecordStretch($0) },
            account: .made(account)
        )
    }

    init(outline: FileOutline, path: String, stretches: [RecordStretch], account: Account) {
        self.outline = outline
        self.path = path
        self.stretches = stretches
        self.account = account
    }

    /// What the file's path says about it.
    package var place: FilePlace { outline.place }
    /// The index of the form in the catalogue; nil where its header is that of none.
    package var form: Int? { outline.form }
    /// Whether the file as a whole is counted.
    package var isAccepted: Bool { outline.isAccepted }
    /// Rows of data, good and rejected.
    package var rows: Int { outline.rows }
    /// Rows that count.
    package var records: Int { outline.records }
    /// How the file's physical lines divide.
    package var lines: LineCounts { outline.lines }
    /// Whether anything was noticed.
    package var hasFindings: Bool { outline.hasFindings }
    /// Whether a row was not counted.
    package var hasRejected: Bool { outline.hasRejected }

    /// Whether the file has so many records that its batches are left as they are: to copy millions
    /// of records would take as much room again.
    package var isRegister: Bool { records > ReadingPack.mostEntries }

    /// Whether nothing was noticed and no row was rejected.
    var isClean: Bool { !hasFindings && !hasRejected }

    /// Whether it holds findings and rejected rows just where its outline says that there are some.
    var isAsOutlined: Bool {
        guard case .made(let reading) = account else { return isClean }
        return reading.findings.isEmpty != hasFindings && reading.rejected.isEmpty != hasRejected
    }

    /// What it takes to hold the reading: its records, and what was noticed or rejected one by one.
    var entries: Int { records + account.listed }

    /// The same reading, whose records stand elsewhere.
    package func moved(to stretches: [RecordStretch]) -> HeldReading {
        moved(to: stretches, account: account)
    }

    func moved(to stretches: [RecordStretch], account: Account) -> HeldReading {
        HeldReading(outline: outline, path: path, stretches: stretches, account: account)
    }

    /// The same reading under the name that reports may show.
    package func renamed(_ name: String) -> HeldReading {
        HeldReading(outline: outline, path: name, stretches: stretches, account: .renamed(self))
    }

    /// All that the file was read as.
    ///
    /// - Complexity: What was kept is made out anew each time: it is for the few files that are
    ///   looked into.
    package var reading: FileReading {
        var reading = withoutRecords
        reading.batches = stretches.map(\.batch)
        return reading
    }

    /// Everything noticed, in the order of the rows; made out anew each time where it was kept.
    package var findings: [Finding] { hasFindings ? withoutRecords.findings : [] }

    private var withoutRecords: FileReading {
        switch account {
        case .made(let reading): return reading
        case .kept(let accounts, let range):
            // Of files of which something was noticed that was made out when the pack was taken up.
            return accounts.reading(range) ?? FileReading(outline)
        case .renamed(let other):
            var reading = other.withoutRecords
            for index in reading.findings.indices { reading.findings[index].file = path }
            return reading
        }
    }
}

/// What was noticed about files that were read on an earlier night, made out where somebody asks.
final class KeptAccounts: Sendable {
    /// Readings without records, as a ``StoredWriter`` writes them.
    let bytes: [UInt8]
    private let context: ReadingContext

    init(_ bytes: [UInt8], _ context: ReadingContext) {
        self.bytes = bytes
        self.context = context
    }

    /// Nil where the bytes are not what was written.
    func reading(_ range: Range<Int>) -> FileReading? {
        var reader = StoredReader(bytes, from: range.lowerBound)
        return try? reader.reading(context)
    }
}

extension FileReading {
    /// What an outline tells of a file about which nothing was noticed.
    fileprivate init(_ outline: FileOutline) {
        self.init(place: outline.place)
        form = outline.form
        encoding = outline.encoding
        rows = outline.rows
        lines = outline.lines
        physicalLines = outline.physicalLines
        placement.periods = Set(outline.periods)
        placement.days = Set(outline.days)
        mentionsOthers = outline.mentionsOthers
        headings = outline.headings
    }
}
