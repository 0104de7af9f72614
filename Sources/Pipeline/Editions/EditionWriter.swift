import Disk
import Judgement
import LedgerStore
import Model
import Plans
import Reports
import Workbooks

/// Writes the files of an edition but for its manifest.
struct EditionWriter {
    private let edition: Edition
    private let standing: EditionStanding

    init(_ edition: Edition, _ standing: EditionStanding) {
        self.edition = edition
        self.standing = standing
    }

    private var judgement: Judgement { edition.judgement }
    private var options: RunOptions { edition.frame.options }

    /// Writes texts and workbooks; gives what the manifest says of their sources, and every file,
    /// sorted by name.
    func write(
        to publication: borrowing Publication
    ) async throws(PipelineError) -> (Manifest.Inputs, [EditionFile]) {
        let frames = reportFrames
        let books = frames.map { frame in
            (
                name: frames.count > 1
                    ? "report-\(frame.address?.id ?? "").xlsx" : "report.xlsx", frame: frame
            )
        }
        let named = books + parts(of: frames[0], besides: frames)
        var placed: [(frame: ReportFrame, path: String)] = []
        for (name, frame) in named {
            let path = try PipelineError.writing { () throws(FileError) in
                try publication.path(for: name)
            }
            placed.append((frame, path))
        }
        // The workbooks take longer than all texts together, so both are written at once; the first
        // is laid out on all cores before.
        let first = WorkbookLayout.content(placed[0].frame)
        async let written = EditionWriter.write(placed, first)
        var files: [EditionFile] = []
        var failure: PipelineError?
        do throws(FileError) {
            files = try write(frames[0], to: publication)
            files += try writeYearEnd(frames, to: publication)
        } catch {
            failure = PipelineError(error)
        }
        let inputs = Manifest.Inputs(judgement)
        let bookFailure = await written
        if let failure = failure ?? bookFailure { throw failure }
        files += try PipelineError.writing { () throws(FileError) in
            var books: [EditionFile] = []
            for (name, _) in named { books.append(try publication.file(name)) }
            return books
        }
        files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return (inputs, files)
    }

    /// Writes what is text.
    private func write(
        _ main: ReportFrame,
        to publication: borrowing Publication
    ) throws(FileError) -> [EditionFile] {
        var files = [
            try publication.write("results.json", utf8(ResultsJSON.render(main))),
            try publication.write("summary.txt", utf8(SummaryText.render(main))),
            try publication.write(DashboardHTML.name, utf8(DashboardHTML.render(main))),
        ]
        files.append(
            try publication.write("findings.csv") { (put) throws(FileError) in
                try FindingsCSV.render(
                    judgement.findings,
                    plan: edition.plan,
                    anonymise: options.reports.isAnonymised
                ) { (piece) throws(FileError) in try put(piece) }
            }
        )
        // Rejected rows hold names as they were read: an anonymised edition leaves them out.
        if !options.reports.isAnonymised {
            for table in RejectedCSV.tables(main) {
                files.append(
                    try publication.write("rejected/\(table.name).csv") {
                        (put) throws(FileError) in
                        try table.render { (piece) throws(FileError) in try put(piece) }
                    }
                )
            }
        }
        try UnitNotes.render(main, edition.templates) { (letters) throws(FileError) in
            files += try publication.write(
                letters.map { (name: "reminders/\($0.name).txt", text: $0.content) }
            )
        }
        files.append(
            try publication.write("submission-up.csv", utf8(SubmissionUpCSV.render(main)))
        )
        return files
    }

    /// Writes the report of the year or stage, one for each addressee, where it is asked for or
    /// due.
    ///
    /// Once a year is over every edition of it holds its report: a later night moves `latest` and
    /// would otherwise take from it the report that the office has signed.
    private func writeYearEnd(
        _ frames: [ReportFrame],
        to publication: borrowing Publication
    ) throws(FileError) -> [EditionFile] {
        let window = judgement.scene.window
        let isDue =
            switch window.period {
            case .years: true
            case .year: judgement.scene.asOf.day > window.span.to
            default: false
            }
        guard options.reports.hasYearEnd || isDue else { return [] }
        var files: [EditionFile] = []
        for frame in frames {
            let name = frames.count > 1 ? "report-\(frame.address?.id ?? "").txt" : "report.txt"
            files.append(
                try publication.write(
                    name,
                    utf8(YearEndReport.render(frame, edition.templates))
                )
            )
        }
        return files
    }

    /// Writes the workbooks, one for each addressee and part, on all cores, with the content that
    /// the first of them has; gives the error that the first of them met, if one did.
    private static func write(
        _ books: [(frame: ReportFrame, path: String)],
        _ first: WorkbookContent
    ) async -> PipelineError? {
        concurrentMap(Array(books.enumerated())) { index, book -> PipelineError? in
            let path = book.path
            let content = index == 0 ? first : WorkbookLayout.content(book.frame)
            do throws(PipelineError) {
                try PipelineError.layingOut(path) { () throws(WorkbookError) in
                    try WorkbookRenderer.write(content, to: path)
                }
                return nil
            } catch {
                return error
            }
        }
        .compactMap(\.self).first
    }

    /// One frame for each addressee; one without an address where the plan names none.
    private var reportFrames: [ReportFrame] {
        let addresses = judgement.scene.plan.reports
        return (addresses.isEmpty ? [nil] : addresses.map(Optional.some)).map { address in
            ReportFrame(
                judgement: judgement,
                programVersion: Program.version,
                address: address,
                edition: standing,
                anonymise: options.reports.isAnonymised,
                planVersion: version(of: "plan.yaml"),
                rosterVersion: version(of: "units.csv"),
                language: options.reports.language
            )
        }
    }

    /// The reports of the nodes of a level, each under its own office, with the names of their
    /// files.
    private func parts(
        of whole: ReportFrame,
        besides frames: [ReportFrame]
    ) -> [(name: String, frame: ReportFrame)] {
        guard let level = edition.splitLevel else { return [] }
        let taken = Set(frames.compactMap { $0.address?.id })
        let nodes = judgement.nodes(ofLevel: level)
        let stems = FileName.safe(nodes.map { judgement.scene.roster.units[$0].id })
        return concurrentMap(Array(zip(nodes, stems))) { node, stem in
            var frame = whole
            frame.judgement = judgement.part(of: node)
            frame.address = nil
            return ("report-\(taken.contains(stem) ? "unit-" : "")\(stem).xlsx", frame)
        }
    }

    /// The beginning of a file's SHA-256, which names its version.
    private func version(of name: String) -> String? {
        edition.planFiles.first { $0.path == name }.map { String($0.sha256.prefix(12)) }
    }

    private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
}
