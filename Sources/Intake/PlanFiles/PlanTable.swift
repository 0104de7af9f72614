internal import Model
internal import Plans

/// One of the plan's own tables (`units.csv` …): strict, since it decides what every figure means.
struct PlanTable {
    /// A row by column name, with its line.
    struct Row {
        let line: Int
        let cells: [String: String]

        /// A cell's text without blanks at its ends; nil where it is blank.
        subscript(column: String) -> String? {
            guard let text = cells[column]?.trimmedBlanks, !text.isEmpty else { return nil }
            return text
        }

        /// The members of a `|`-separated cell.
        func list(_ column: String) -> [String] {
            (self[column] ?? "").split(separator: "|").map { String($0).trimmedBlanks }
                .filter { !$0.isEmpty }
        }
    }

    let file: String
    private(set) var rows: [Row] = []
    private(set) var mistakes: [Mistake] = []
    private var columns: [String: Int] = [:]
    /// What no known column has: it must not be lost without a word.
    private(set) var strays: StrayColumns

    /// Reads a table.
    ///
    /// Columns are given by their own name, with other headers for each; those in `required` must
    /// be there.
    init(
        _ bytes: [UInt8],
        file: String,
        columns known: [(name: String, aliases: [String])],
        required: [String]
    ) {
        self.file = file
        strays = StrayColumns(known: known.map(\.name))
        var decoder = TextDecoder()
        let text = decoder.push(bytes) + decoder.finish()
        if decoder.fault != nil {
            note(1, 1, "không xác định được bảng mã của tệp", allowed: "CSV UTF-8")
            return
        }
        if let fault = text.firstUTF8Fault {
            let line = text[..<fault.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
            note(line, 1, "tệp không phải là văn bản UTF-8", allowed: "CSV UTF-8")
            return
        }
        var cutter = BlockCutter(dialect: Dialect.sniff(text))
        let blocks = cutter.push(text) + cutter.finish()
        var header: [String]?
        for block in blocks {
            for fault in block.faults where fault.setsAside {
                note(fault.line, fault.column, fault.wording.message, allowed: fault.wording.fix)
            }
            for row in block.rows.indices where !block.rows[row].isSetAside {
                if block.isBlank(row: row) { continue }
                let cells = (0..<Int(block.rows[row].cellCount)).map {
                    block.text(row: row, column: $0)
                }
                if header == nil {
                    header = cells
                    readHeader(cells, block.line(of: row), known, required)
                } else {
                    var named: [String: String] = [:]
                    for (name, column) in columns where column < cells.count {
                        named[name] = PlanTable.unneutralised(cells[column])
                    }
                    rows.append(Row(line: block.line(of: row), cells: named))
                    noteCellOutside(cells, block.line(of: row))
                }
            }
        }
        if header == nil { note(1, 1, "tệp trống", allowed: required.joined(separator: ", ")) }
    }

    private mutating func readHeader(
        _ cells: [String],
        _ line: Int,
        _ known: [(name: String, aliases: [String])],
        _ required: [String]
    ) {
        strays.begin(cells, line)
        for (index, cell) in cells.enumerated() {
            guard let name = PlanTable.column(headed: cell, among: known) else { continue }
            strays.know(index, as: name)
            guard let other = columns[name] else {
                columns[name] = index
                continue
            }
            let first = cells[other].trimmedBlanks
            if Fold.key(first) == Fold.key(cell) {
                note(line, index + 1, "cột bị lặp lại", found: cell)
            } else {
                note(
                    line,
                    index + 1,
                    "hai cột cùng là một cột của mẫu",
                    found: "\(first), \(cell.trimmedBlanks)",
                    allowed: "chỉ để một cột: \(name)"
                )
            }
        }
        // A heading that was recognised cannot have been meant to be the missing one.
        let unknown = strays.unknownHeadings
        for name in required where columns[name] == nil {
            note(
                line,
                1,
                "thiếu cột bắt buộc",
                found: unknown.isEmpty
                    ? nil : Privacy.withoutContacts(unknown.joined(separator: ", ")),
                allowed: name,
                nearest: Suggestion.nearest(to: name, among: unknown)
            )
        }
    }

    /// The column that a heading is of: by its own name or another one, else by what stands before
    /// a note that only explains, as in submissions.
    private static func column(
        headed heading: String,
        among known: [(name: String, aliases: [String])]
    ) -> String? {
        func named(_ heading: String) -> String? {
            let key = Fold.key(heading)
            return known.first { column in
                ([column.name] + column.aliases).contains { Fold.key($0) == key }
            }?.name
        }
        return named(heading) ?? HeadingNote.before(in: heading).flatMap(named)
    }

    /// A filled cell behind the last column: mostly a comma without quotation marks, which has
    /// pushed all that follows into columns of another meaning.
    private mutating func noteCellOutside(_ cells: [String], _ line: Int) {
        // Where the header is none at all, that is said once.
        guard !columns.isEmpty, let column = strays.take(cells) else { return }
        note(
            line,
            column + 1,
            "ô nằm ngoài các cột của dòng tiêu đề",
            found: Privacy.withoutContacts(cells[column].trimmedBlanks),
            allowed: "\(strays.headings.count) cột; ô có dấu phân cách thì đặt trong dấu nháy kép"
        )
    }

    /// Notes each column that may have been meant to be one of `narrowing` which is missing: what
    /// was meant for one unit or year would hold for all.
    mutating func noteStrays(insteadOf narrowing: [String]) {
        let missing = narrowing.filter { columns[$0] == nil }
        guard !missing.isEmpty, !columns.isEmpty else { return }
        for column in strays.columns where strays.mayBe(oneOf: missing, column) {
            note(
                strays.line,
                column + 1,
                "cột không có trong mẫu, mà cột giới hạn phạm vi của quyết định thì thiếu",
                found: strays.headings[column].trimmedBlanks,
                allowed: missing.joined(separator: ", "),
                nearest: strays.nearest(to: column, among: missing)
            )
        }
    }

    /// What is said of the columns that are not read, where nothing stops the run.
    var findings: [Finding] { strays.findings(of: file) }

    /// Whether the header has a column.
    func has(_ name: String) -> Bool { columns[name] != nil }

    /// The 1-based column of a name, for the place of a mistake.
    func column(_ name: String) -> Int { (columns[name] ?? 0) + 1 }

    mutating func note(
        _ line: Int,
        _ column: Int,
        _ message: String,
        found: String? = nil,
        allowed: String? = nil,
        nearest: String? = nil
    ) {
        mistakes.append(
            Mistake(
                file: file,
                line: line,
                column: column,
                message: message,
                found: found,
                allowed: allowed,
                nearest: nearest
            )
        )
    }

    /// Notes what is wrong with one cell of a row.
    mutating func note(
        _ row: Row,
        _ column: String,
        _ message: String,
        allowed: String? = nil,
        nearest: String? = nil
    ) {
        note(
            row.line,
            self.column(column),
            message,
            found: row[column] ?? "",
            allowed: allowed,
            nearest: nearest
        )
    }

    /// Notes that a required cell is blank; a column that is not there is said once, of the header.
    mutating func noteEmpty(_ row: Row, _ column: String) {
        guard columns[column] != nil else { return }
        note(row, column, "ô bắt buộc để trống", allowed: column)
    }

    /// The day in a cell; notes a mistake where there is something else.
    mutating func day(_ row: Row, _ column: String) -> Day? {
        guard let text = row[column] else { return nil }
        if case .value(let day) = CellDate.parse(Array(text.utf8).span) { return day }
        note(row, column, "không phải là ngày", allowed: "dd/mm/yyyy hoặc yyyy-mm-dd")
        return nil
    }

    mutating func int(_ row: Row, _ column: String) -> Int? {
        guard let text = row[column] else { return nil }
        if case .value(let number) = CellNumber.parseInt(Array(text.utf8).span), number >= 0 {
            return Int(number)
        }
        note(row, column, "không phải là số", allowed: "số nguyên không âm")
        return nil
    }

    mutating func yesNo(_ row: Row, _ column: String) -> Bool? {
        guard let text = row[column] else { return nil }
        switch CellYesNo.parse(Array(text.utf8).span) {
        case .yes: return true
        case .no: return false
        case .blank, .notApplicable: return nil
        case .bad:
            note(row, column, "không phải là Có hoặc Không", allowed: "Có, Không")
            return nil
        }
    }

    /// What stood in a cell before tonghop put a `'` before it on output (CONTRACT §11.28).
    static func unneutralised(_ text: String) -> String {
        guard text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@\t\r".contains(second)
        else { return text }
        return String(text.dropFirst())
    }
}
