import Glibc
package import Reports

/// Writes workbooks for Excel and LibreOffice.
package enum WorkbookRenderer {
    /// Writes a workbook to a path.
    ///
    /// The file is written beside it under a name of its own (mode 0640) and then renamed, so that
    /// a reader never sees half a workbook. It is read back first: a full disk is an error, never a
    /// broken workbook. The same content gives the same bytes.
    package static func write(
        _ content: WorkbookContent,
        to path: String
    ) throws(WorkbookError) {
        try write(content, to: path, maximumRows: Workbook.maximumRows)
    }

    static func write(
        _ content: WorkbookContent,
        to path: String,
        maximumRows: Int
    ) throws(WorkbookError) {
        let plans = try WorkbookPlan(content, maximumRows: maximumRows)
        let partial =
            path + "." + String(UInt64.random(in: 0...UInt64.max), radix: 16) + ".partial"
        // The library would print why it cannot create a file; and it would create it for everyone.
        let descriptor = open(
            partial,
            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
            0o640
        )
        guard descriptor >= 0 else { throw .fileSystem(path: partial, code: errno) }
        _ = Glibc.close(descriptor)
        do throws(WorkbookError) {
            let tables = try fill(content, plans, path: partial)
            let package = try WrittenPackage(path: partial)
            try replace(partial, try pieces(of: package, tables, path))
        } catch {
            _ = unlink(partial)
            throw error
        }
        guard rename(partial, path) == 0 else {
            let code = errno
            _ = unlink(partial)
            throw .fileSystem(path: path, code: code)
        }
    }

    /// The whole package; what keeps it from being whole as the operator knows it.
    private static func pieces(
        of package: WrittenPackage,
        _ tables: [Int: TableMarkup],
        _ path: String
    ) throws(WorkbookError) -> [[UInt8]] {
        do { return try package.completed(with: tables) } catch {
            switch error {
            // The library cuts short what its temporary files have no room for.
            case .damaged: throw .fileSystem(path: temporaryFolder, code: ENOSPC)
            case .tooLarge: throw .fileSystem(path: path, code: EFBIG)
            case .outOfMemory: throw .fileSystem(path: path, code: ENOMEM)
            }
        }
    }

    /// Writes other bytes into a file that is there.
    private static func replace(_ path: String, _ pieces: [[UInt8]]) throws(WorkbookError) {
        let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fileSystem(path: path, code: errno) }
        defer { _ = Glibc.close(descriptor) }
        for bytes in pieces {
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes { pointer in
                    Glibc.write(
                        descriptor,
                        pointer.baseAddress?.advanced(by: written),
                        pointer.count - written
                    )
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw .fileSystem(path: path, code: errno) }
                written += count
            }
        }
    }

    /// Where the library keeps the parts of a workbook until it packs them.
    private static var temporaryFolder: String {
        getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    }

    /// Writes the workbook but for the rows of its tables, and gives these by the numbers of their
    /// sheets.
    private static func fill(
        _ content: WorkbookContent,
        _ plans: WorkbookPlan,
        path: String
    ) throws(WorkbookError) -> [Int: TableMarkup] {
        var workbook = try Workbook(path: path, words: content.words)
        try workbook.setProperties(
            title: content.title,
            office: content.office,
            created: content.created
        )
        // All sheets first: formulas, links and charts name sheets that come later.
        for plan in plans.sheets {
            for name in plan.names { _ = try workbook.addSheet(name) }
        }
        var tables: [Int: TableMarkup] = [:]
        for plan in plans.sheets {
            if let overview = plan.sheet.overview {
                try OverviewWriter(plan: plan, overview: overview).write(to: &workbook)
                continue
            }
            for part in plan.names.indices {
                var writer = SheetWriter(plan: plan, part: part, plans: plans)
                try writer.write(to: &workbook)
                tables[writer.number] = writer.table
            }
        }
        try workbook.close()
        return tables
    }
}
