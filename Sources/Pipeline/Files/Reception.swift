package import LedgerStore
package import Model

/// One pass over a folder of a plan: reads what has changed and records all of it.
package struct Reception: Sendable {
    /// The ledger that records it.
    package let ledger: Ledger
    package let plan: String
    package let area: Area
    /// The folder.
    package let root: String
    /// The size in bytes above which a file is not read.
    package let limit: Int64
    /// Whether files are read also where their stamps are those of the last pass.
    package let verifies: Bool

    package init(
        ledger: Ledger,
        plan: String,
        area: Area,
        root: String,
        limit: Int64 = StableRead.standardLimit,
        verifies: Bool = false
    ) {
        self.ledger = ledger
        self.plan = plan
        self.area = area
        self.root = root
        self.limit = limit
        self.verifies = verifies
    }

    /// Lists, reads and records.
    ///
    /// A drop folder that is missing where files had been received is an error: a share that is not
    /// mounted must not withdraw everything. An empty folder does.
    ///
    /// `listed` is what a listing gave that was made already; `reader` reads large files on the way.
    package func receive(
        clock: Instant,
        listed: Listing? = nil,
        reader: ReceptionReader? = nil
    ) throws(LedgerError) -> Result {
        let listing = if let listed { listed } else { try list() }
        let known = try ledger.sightings(plan: plan, area: area)
        if listing.isMissing, !known.isEmpty { throw .file(FileError(.open, root, errno: 2)) }
        var findings = listing.findings
        let stable = StableRead(root: root, originals: ledger.originals, limit: limit)
        var pending = PendingOriginals(in: ledger.originals)
        var files: [ObservedFile] = []
        files.reserveCapacity(listing.files.count)
        var next = 0
        for file in listing.files {
            while next < known.count,
                known[next].path.precedesInBytes(file.path)
            { next += 1 }
            if !file.isReadable {
                files.append(ObservedFile(path: file.path, stamp: file.stamp, sha256: nil))
            } else if !verifies, next < known.count, known[next].stamp == file.stamp,
                known[next].path.utf8.elementsEqual(file.path.utf8)
            {
                files.append(known[next])
            } else {
                switch try read(file, by: stable, reader, into: &pending) {
                case .kept(let observed): files.append(observed)
                case .left(let finding):
                    findings.append(finding)
                    files.append(ObservedFile(path: file.path, stamp: file.stamp, sha256: nil))
                }
            }
        }
        try pending.settle()
        findings.sort(by: Finding.inReadingOrder)
        let summary = try ledger.record(
            plan: plan,
            area: area,
            files: files,
            unlisted: listing.unlisted,
            notices: findings,
            clock: clock
        )
        return Result(summary: summary, findings: findings, ignored: listing.ignored)
    }

    private func read(
        _ file: Listing.File,
        by stable: StableRead,
        _ reader: ReceptionReader?,
        into pending: inout PendingOriginals
    ) throws(LedgerError) -> StableRead.Outcome {
        guard let reader, file.stamp.size > FileIntake.largeFile else {
            return try stable.read(file.path, into: &pending)
        }
        return try reader.read(file.path, by: stable, into: &pending)
    }

    private func list() throws(LedgerError) -> Listing {
        try LedgerError.wrapping { () throws(FileError) in
            switch area {
            case .submissions: try DropFolder(root: root, limit: limit).list()
            case .config: try PlanFolder(root: root).list()
            }
        }
    }

    /// What one pass found.
    package struct Result: Sendable {
        package var summary: RecordSummary
        /// What is wrong with files that were not read.
        package var findings: [Finding]
        /// Files that are neither tables nor spreadsheets.
        package var ignored: Int
    }
}
