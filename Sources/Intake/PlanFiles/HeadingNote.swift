internal import Model

/// A note in brackets at the end of a heading of the plan's own tables: `Kế thừa chính (Có/Không)`.
///
/// What it says decides whether the column is still the one before it: `Mã đơn vị (cũ)` may be
/// another one.
enum HeadingNote {
    /// The heading before a note that only says how the column is filled in; nil where there is no
    /// such note.
    static func before(in heading: String) -> String? {
        let heading = heading.trimmedBlanks
        guard let open = heading.firstIndex(where: { $0 == "(" || $0 == "[" }),
            open != heading.startIndex,
            heading.hasSuffix(heading[open] == "(" ? ")" : "]")
        else { return nil }
        let note = heading[heading.index(after: open)...].dropLast()
        return explains(note) ? String(heading[..<open]) : nil
    }

    /// Whether a note says no more than how the cells are filled in: what kind of thing stands in
    /// them, how several are divided, which values there are.
    private static func explains(_ note: Substring) -> Bool {
        // `|` divides the members of a cell in all of these tables.
        if HeaderIndex.isNote(note) || note.contains("|") { return true }
        if notes.contains(Fold.key(String(note))) { return true }
        // `đề nghị` is a value, `Trưởng cụm, khối` is one in spite of its comma.
        let parts = note.replacing(" hoặc ", with: "/").split { "/;".contains($0) }
        let listed = parts.count > 1 ? parts : note.split(separator: ",")
        return listed.count > 1
            && listed.map { Fold.key(String($0)) }.allSatisfy { $0.isEmpty || values.contains($0) }
    }

    private static let notes: Set<[UInt8]> = Set(
        [
            "ngày", "năm", "số NQ/QĐ", "số nghị quyết, quyết định", "số, ngày văn bản",
            "không bắt buộc", "bắt buộc có", "bắt buộc phải có", "Có, Không", "giao, đề nghị",
        ].map(Fold.key)
    )

    /// The values that columns of these tables have.
    private static let values: Set<[UInt8]> = Set(
        (UnitKind.allCases.flatMap { [$0.rawValue] + $0.labels }
            + UnitChange.Kind.allCases.map(\.rawValue)
            + [
                "Có", "Không", "giao", "đề nghị", "Miễn", "Gia hạn", "Loại bài nộp", "Điều chỉnh",
                "Chốt số liệu", "Giải trình", "Trưởng cụm, khối", "Phó trưởng cụm, khối",
                "Thành viên", "Thường xuyên hàng năm", "Theo chuyên đề",
            ]).map(Fold.key)
    )
}
