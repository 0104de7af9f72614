internal import Model

/// Rows of no known form, as they are handed back: `Cột 1`, `Cột 2`, `Tệp nguồn`, `Dòng`, `Mã lỗi`
/// over the headings and rows of the files that they came from.
extension HeaderFinder {
    /// The row of such headings, where a file begins with it; nil where it does not.
    ///
    /// Nobody has said yet under which headings the rows below belong: none of them is looked at as
    /// a header (CONTRACT §2).
    static func unmendedReturn(_ block: Block) -> Int? {
        guard let row = block.rows.indices.prefix(depth).first(where: { !block.isBlank(row: $0) }),
            !block.rows[row].isSetAside
        else { return nil }
        var columns = 0
        for column in 0..<Int(block.rows[row].cellCount) {
            let key = Fold.key(block.text(row: row, column: column))
            if key == Fold.key("Cột \(column + 1)") {
                columns += 1
            } else {
                let isOurs = key.isEmpty || provenance.contains(key)
                guard columns > 0, isOurs else { return nil }
            }
        }
        return columns > 0 ? row : nil
    }

    private static let provenance = Set(["Tệp nguồn", "Dòng", "Mã lỗi"].map(Fold.key))
}
