internal import Model

/// The columns of a plan's own table that none of the known ones is: which of them hold anything,
/// and what officials read about them.
struct StrayColumns {
    /// The cells of the header, as they are written.
    private(set) var headings: [String] = []
    /// The line of the header.
    private(set) var line = 1
    private var stray: Set<Int> = []
    private var filled: Set<Int> = []
    /// The names of columns that the header does not have.
    private var missing: [String]

    /// Headings of what is only there to be read by people, folded and without accents.
    private static let remarks = serials.union(["ghi chu", "trich yeu", "nguoi ky"])
    private static let serials: Set<String> = ["tt", "stt", "so tt", "so thu tu"]

    /// Nothing was meant to be a serial number: `SĐT` is no `STT`.
    init(known: [String]) {
        missing = known.filter { !StrayColumns.serials.contains(Fold.bare($0)) }
    }

    /// Takes the header.
    mutating func begin(_ headings: [String], _ line: Int) {
        self.headings = headings
        self.line = line
        stray = Set(
            headings.indices.filter { !StrayColumns.remarks.contains(Fold.bare(headings[$0])) }
        )
    }

    /// Notes that a column is a known one.
    mutating func know(_ column: Int, as name: String) {
        stray.remove(column)
        missing.removeAll { $0 == name }
    }

    /// The headings that are neither a known column's nor a remark's, in the order of the header.
    var unknownHeadings: [String] {
        stray.sorted().map { headings[$0].trimmedBlanks }.filter { !$0.isEmpty }
    }

    /// Takes a row; gives the first filled cell that stands behind the last column of the header.
    mutating func take(_ cells: [String]) -> Int? {
        if filled.count < stray.count {
            for column in stray where column < cells.count && !cells[column].trimmedBlanks.isEmpty {
                filled.insert(column)
            }
        }
        guard cells.count > headings.count else { return nil }
        return (headings.count..<cells.count).first { !cells[$0].trimmedBlanks.isEmpty }
    }

    /// The columns that hold something and are not read, in the order of the header.
    var columns: [Int] { filled.sorted() }

    /// The name that a heading was probably meant to be; nil where that is not plain.
    func nearest(to column: Int, among names: [String]) -> String? {
        let akin = akin(to: column, among: names)
        return akin.count == 1 ? akin[0] : nil
    }

    /// Whether a column may be one of some names: its heading is akin to one, or it has none.
    func mayBe(oneOf names: [String], _ column: Int) -> Bool {
        headings[column].trimmedBlanks.isEmpty || !akin(to: column, among: names).isEmpty
    }

    /// The names that a heading may have been meant to be.
    private func akin(to column: Int, among names: [String]) -> [String] {
        let heading = headings[column]
        let spelling = Suggestion.Spelling(heading)
        func near(_ limit: Int) -> [String] {
            names.filter { spelling.distance(to: Suggestion.Spelling($0), atMost: limit) != nil }
        }
        // Of two days, `từ` and `đến`, the wrong one would be worse than none.
        for limit in Set([1, spelling.tolerance]).sorted() {
            let near = near(limit)
            if !near.isEmpty { return near }
        }
        // `Đơn vị` for `Mã đơn vị`, `Năm áp dụng` for `Năm`.
        let written = Fold.bare(heading)
        guard !written.isEmpty else { return [] }
        return names.filter { name in
            let name = Fold.bare(name)
            return name.hasSuffix(" " + written) || written.hasPrefix(name + " ")
        }
    }

    /// A warning where a known column was probably meant, or nobody can say; a notice of what the
    /// office keeps there for itself.
    func findings(of file: String) -> [Finding] {
        columns.map { column in
            let written = headings[column].trimmedBlanks
            let heading = written.isEmpty ? "(cột \(column + 1), không có tên)" : written
            let fix =
                nearest(to: column, among: missing).map {
                    "Nếu đó là cột \"\($0)\" thì ghi đúng tên cột; không thì bỏ cột."
                }
                ?? "Nếu là nội dung cần dùng thì ghi đúng tên cột của mẫu; không thì bỏ cột, hoặc để "
                + "tên cột là Ghi chú."
            return Finding(
                .columnUnknown,
                severity: mayBe(oneOf: missing, column) ? .warning : .notice,
                file: file,
                row: line,
                column: heading,
                message: "Cột \"\(heading)\" không có trong mẫu của \(file) nên không được đọc.",
                fix: fix
            )
        }
    }
}
