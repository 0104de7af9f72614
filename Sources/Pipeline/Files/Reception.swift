import Disk
internal import Glibc
package import LedgerStore
package import Model

/// One pass over a folder of a plan: reads what has changed and records all of it.
package struct Reception: Sendable {
    /// The ledger that records it.
    package let ledger: Ledger
    /// The id of the plan whose folder it is.
    package let plan: String
    /// Which part of the plan's folder is taken in.
    package let area: Area
    /// The folder.
    package let root: String
    /// The size in bytes above which a file is not read.
    package let limit: Int64
    /// Whether files are read also where their stamps are those of the last pass.
    package let verifies: Bool
    /// How many files are taken in at once.
    package let jobs: Int

    package init(
        ledger: Ledger,
        plan: String,
        area: Area,
        root: String,
        limit: Int64 = StableRead.standardLimit,
        verifies: Bool = false,
        jobs: Int = 1
    ) {
        self.ledger = ledger
        self.plan = plan
        self.area = area
        self.root = root
        self.limit = limit
        self.verifies = verifies
        self.jobs = jobs
    }

    /// Lists, reads and records.
    ///
    /// A drop folder that is missing where files had been received is an error: a share that is not
    /// mounted must not withdraw everything. An empty folder does. Where nothing had been received
    /// the plan may be a new one: then it is a finding.
    ///
    /// `nominal` is the time that the run is made for, where it is earlier than its clock.
    /// `listed` is what a listing gave that was made already; `reader` reads new files on the way.
    package func receive(
        clock: Instant,
        nominal: Instant? = nil,
        listed: Listing? = nil,
        reader: ReceptionReader? = nil
    ) throws(LedgerError) -> Result {
        let listing = if let listed { listed } else { try list() }
        let known = try ledger.known(plan: plan, area: area)
        if listing.isMissing, known.files.contains(where: { $0.stamp != nil }) {
            throw .file(FileError(.open, root, errno: ENOENT))
        }
        var findings = listing.findings
        if listing.isMissing, area == .submissions {
            findings.append(FileFindings.noDropFolder())
        }
        var (files, places) = observed(listing.files, known.files)
        var pending = PendingOriginals(in: ledger.originals)
        for (place, outcome) in try read(places.map { listing.files[$0] }, reader, &pending) {
            switch outcome {
            case .kept(let file): files[places[place]] = file
            case .left(let finding): findings.append(finding)
            }
        }
        findings.sort(by: Finding.inReadingOrder)
        let summary = try ledger.record(
            plan: plan,
            area: area,
            files: files,
            unlisted: listing.unlisted,
            notices: findings,
            clock: clock,
            nominal: nominal,
            known: known,
            checksOriginals: false,
            placing: pending
        )
        return Result(summary: summary, findings: findings, ignored: listing.ignored)
    }

    /// The files as far as the ledger knows them, without a digest where it does not, and the
    /// places of those to be read.
    private func observed(
        _ listed: [Listing.File],
        _ known: [KnownFiles.File]
    ) -> ([ObservedFile], [Int]) {
        var files: [ObservedFile] = []
        files.reserveCapacity(listed.count)
        var places: [Int] = []
        var next = 0
        for (place, file) in listed.enumerated() {
            while next < known.count, known[next].path.precedesInBytes(file.path) { next += 1 }
            var observed = ObservedFile(path: file.path, stamp: file.stamp, sha256: nil)
            if file.isReadable {
                if !verifies, next < known.count, known[next].stamp == file.stamp,
                    known[next].path.utf8.elementsEqual(file.path.utf8)
                {
                    observed.sha256 = known[next].sha256
                } else {
                    places.append(place)
                }
            }
            files.append(observed)
        }
        return (files, places)
    }

    /// Takes in files: small ones several at once, then one large one after the other.
    private func read(
        _ files: [Listing.File],
        _ reader: ReceptionReader?,
        _ pending: inout PendingOriginals
    ) throws(LedgerError) -> [(place: Int, outcome: StableRead.Outcome)] {
        let stable = StableRead(root: root, originals: ledger.originals, limit: limit)
        let places = (
            small: files.indices.filter { files[$0].stamp.size <= FileIntake.largeFile },
            large: files.indices.filter { files[$0].stamp.size > FileIntake.largeFile }
        )
        let outcomes = try SmallFiles(stable: stable, jobs: jobs, reader: reader)
            .take(places.small.map { files[$0].path }, into: &pending)
        var all = Array(zip(places.small, outcomes))
        for place in places.large {
            let path = files[place].path
            let outcome =
                if let reader {
                    try reader.read(path, by: stable, into: &pending)
                } else {
                    try stable.read(path, into: &pending)
                }
            all.append((place, outcome))
        }
        all.sort { $0.0 < $1.0 }
        return all
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
        /// What the ledger recorded of it.
        package var summary: RecordSummary
        /// What is wrong with files that were not read.
        package var findings: [Finding]
        /// Files that are neither tables nor spreadsheets.
        package var ignored: Int
    }
}
