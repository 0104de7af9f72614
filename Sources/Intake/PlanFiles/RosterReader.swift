package import Model
package import Plans

/// Reads `units.csv`, and lists every fault of the roster at once (CONTRACT §2).
package enum RosterReader {
    /// The rows' serial numbers: the units' order where the table has no column of its own for it
    /// (domain.md 2.1).
    private static let serial = "STT"

    private static let columns: [(name: String, aliases: [String])] = [
        ("Mã đơn vị", ["Mã ĐV", "Mã định danh", "Mã", "Ma don vi", "Mã số đơn vị", "id"]),
        (
            "Tên đơn vị",
            [
                "Đơn vị", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị", "Tên tập thể",
                "Địa phương, đơn vị", "name",
            ]
        ),
        ("Tên viết tắt", ["Tên gọi tắt"]),
        ("Tên khác", ["Bí danh", "Tên cũ"]),
        ("Loại đơn vị", ["Phân loại đơn vị", "Loại hình", "Khối cơ quan"]),
        ("Cấp", ["Cấp hành chính", "Cấp đơn vị"]),
        (
            "Mã đơn vị cấp trên",
            ["Mã ĐV cấp trên", "Đơn vị cấp trên", "Đơn vị chủ quản", "Trực thuộc"]
        ),
        ("Đơn vị nhận báo cáo", ["Nơi nhận báo cáo", "Báo cáo về"]),
        ("Nhóm đơn vị", ["Nhóm chỉ tiêu", "Nhóm"]),
        ("Cụm/khối thi đua", ["Cụm thi đua", "Khối thi đua", "Cụm, khối"]),
        (
            "Hiệu lực từ ngày",
            ["Có hiệu lực từ", "Có hiệu lực từ ngày", "Từ ngày", "Ngày thành lập"]
        ),
        ("Hiệu lực đến ngày", ["Đến ngày", "Ngày giải thể"]),
        ("Có trang TTĐT", ["Trang thông tin điện tử"]),
        ("Số CBCCVC", ["Số CBCCVC, NLĐ", "Tổng số CBCCVC", "Biên chế", "Quân số"]),
        ("Hình thức giao", ["Giao/Đề nghị"]),
        ("Thứ tự", ["TT hiển thị"]),
        (serial, []),
        ("Người đứng đầu", ["Họ tên người đứng đầu", "Thủ trưởng đơn vị", "Lãnh đạo"]),
        ("Chức vụ", []),
        ("Email", []),
    ]

    /// All lines of a roster, a renamed unit more than once, or everything that is wrong with it.
    package enum Outcome: Sendable {
        case entries([Unit])
        case mistakes([Mistake])
    }

    /// Reads the roster of a plan.
    ///
    /// `groups` are those that the plan has; nil where the plan is not known.
    package static func read(
        _ bytes: [UInt8],
        file: String = "units.csv",
        groups: [String]? = nil
    ) -> Outcome {
        var findings: [Finding] = []
        return read(bytes, file: file, groups: groups, findings: &findings)
    }

    /// Reads a roster, and notes the columns that it does not know.
    package static func read(
        _ bytes: [UInt8],
        file: String = "units.csv",
        groups: [String]? = nil,
        findings: inout [Finding]
    ) -> Outcome {
        var table = PlanTable(
            bytes,
            file: file,
            columns: columns,
            required: ["Mã đơn vị", "Tên đơn vị", "Loại đơn vị"]
        )
        var units: [Unit] = []
        for row in table.rows {
            if let unit = unit(row, &table) { units.append(unit) }
            if let groups { checkGroups(row, groups, &table) }
        }
        takeSerials(of: table, into: &units)
        checkTree(units, &table)
        findings += table.findings
        return table.mistakes.isEmpty
            ? .entries(units) : .mistakes(table.mistakes.sorted(by: Mistake.inReadingOrder))
    }

    /// Takes the serial numbers as the units' order where nothing else says it.
    ///
    /// Numbers that begin anew in each part of the list, or are none, number the rows for the
    /// reader: then the order of the file stands.
    private static func takeSerials(of table: PlanTable, into units: inout [Unit]) {
        guard table.has(serial), !table.has("Thứ tự") else { return }
        var numbers: [Int: Int] = [:]
        var owners: [Int: String] = [:]
        for row in table.rows {
            guard let text = row[serial], let id = row["Mã đơn vị"] else { continue }
            guard case .value(let number) = CellNumber.parseInt(Array(text.utf8).span),
                number >= 0, owners[Int(number), default: id] == id
            else { return }
            owners[Int(number)] = id
            numbers[row.line] = Int(number)
        }
        for index in units.indices { units[index].order = numbers[units[index].line] }
    }

    /// A group that the plan does not have takes the unit out of every denominator.
    private static func checkGroups(
        _ row: PlanTable.Row,
        _ groups: [String],
        _ table: inout PlanTable
    ) {
        for group in row.list("Nhóm đơn vị") where !groups.contains(group) {
            table.note(
                row.line,
                table.column("Nhóm đơn vị"),
                "kế hoạch không có nhóm đơn vị này",
                found: group,
                allowed: groups.isEmpty ? "(chưa khai nhóm nào)" : groups.joined(separator: ", "),
                nearest: Suggestion.nearest(to: group, among: groups)
            )
        }
    }

    /// The unit of a row; nil where it has no id.
    private static func unit(_ row: PlanTable.Row, _ table: inout PlanTable) -> Unit? {
        for column in ["Mã đơn vị", "Tên đơn vị", "Loại đơn vị"] where row[column] == nil {
            table.noteEmpty(row, column)
        }
        guard let id = row["Mã đơn vị"] else { return nil }
        checkID(id, row, &table)
        let kind = kind(row, &table)
        // With a fault it still is somebody's parent, and has other faults.
        var unit = Unit(id: id, name: row["Tên đơn vị"] ?? "", kind: kind ?? .khac, line: row.line)
        unit.shortName = row["Tên viết tắt"]
        unit.aliases = row.list("Tên khác")
        unit.level = row["Cấp"]
        unit.parent = row["Mã đơn vị cấp trên"]
        unit.reportsTo = row.list("Đơn vị nhận báo cáo")
        unit.groups = row.list("Nhóm đơn vị")
        unit.clusters = row.list("Cụm/khối thi đua")
        unit.validFrom = table.day(row, "Hiệu lực từ ngày")
        unit.validTo = table.day(row, "Hiệu lực đến ngày")
        unit.hasWebsite = table.yesNo(row, "Có trang TTĐT")
        unit.staff = table.int(row, "Số CBCCVC")
        unit.order = table.int(row, "Thứ tự")
        unit.head = row["Người đứng đầu"]
        unit.headTitle = row["Chức vụ"]
        unit.email = row["Email"]
        unit.isRequested = isRequested(row, &table)
        checkValidity(of: unit, row, &table)
        return unit
    }

    /// An id that is part of a path, of a list or of a line must not end it.
    private static func checkID(_ id: String, _ row: PlanTable.Row, _ table: inout PlanTable) {
        let isHidden = id.unicodeScalars.contains {
            [.control, .format].contains($0.properties.generalCategory)
        }
        if isHidden || id.contains(where: { "/\\|".contains($0) || $0.isNewline })
            || id.hasPrefix(".")
        {
            table.note(
                row,
                "Mã đơn vị",
                "mã đơn vị có ký tự không dùng được",
                allowed: "chữ, số, - và _"
            )
        }
    }

    private static func kind(_ row: PlanTable.Row, _ table: inout PlanTable) -> UnitKind? {
        guard let text = row["Loại đơn vị"] else { return nil }
        if let kind = UnitKind(text: text) { return kind }
        let codes = UnitKind.allCases.map(\.rawValue)
        table.note(
            row,
            "Loại đơn vị",
            "không có loại đơn vị này",
            allowed: codes.joined(separator: ", "),
            nearest: Suggestion.nearest(
                to: text,
                among: codes + UnitKind.allCases.flatMap(\.labels)
            )
        )
        return nil
    }

    /// Whether the work was asked of the unit and not assigned to it.
    private static func isRequested(_ row: PlanTable.Row, _ table: inout PlanTable) -> Bool {
        guard let assignment = row["Hình thức giao"] else { return false }
        switch Fold.bare(assignment) {
        case "giao": return false
        case "de nghi": return true
        default:
            table.note(
                row,
                "Hình thức giao",
                "không có hình thức này",
                allowed: "giao, đề nghị"
            )
            return false
        }
    }

    private static func checkValidity(
        of unit: Unit,
        _ row: PlanTable.Row,
        _ table: inout PlanTable
    ) {
        guard let from = unit.validFrom, let to = unit.validTo, to <= from else { return }
        table.note(
            row,
            "Hiệu lực đến ngày",
            "hiệu lực hết trước khi bắt đầu",
            allowed: "sau ngày \(from.slashed)"
        )
    }

    /// Duplicate ids, unknown parents, cycles, overlapping validity.
    private static func checkTree(_ units: [Unit], _ table: inout PlanTable) {
        let byID = Dictionary(grouping: units, by: \.id)
        var known = KnownUnits(Set(byID.keys))
        for (id, entries) in byID where entries.count > 1 {
            for (entry, other) in overlaps(entries) {
                table.note(
                    entry.line,
                    table.column("Mã đơn vị"),
                    entry.validFrom == other.validFrom && entry.validTo == other.validTo
                        ? "mã đơn vị bị lặp lại" : "thời gian hiệu lực chồng lên nhau",
                    found: "\(id) (dòng \(other.line))",
                    allowed: "mỗi mã một dòng, hoặc các khoảng hiệu lực rời nhau"
                )
            }
        }
        for unit in units {
            if let parent = unit.parent, byID[parent] == nil {
                table.note(
                    unit.line,
                    table.column("Mã đơn vị cấp trên"),
                    "không có đơn vị cấp trên này trong danh mục",
                    found: parent,
                    nearest: known.nearest(to: parent, in: table)
                )
            }
            for target in unit.reportsTo where byID[target] == nil {
                table.note(
                    unit.line,
                    table.column("Đơn vị nhận báo cáo"),
                    "không có đơn vị nhận báo cáo này trong danh mục",
                    found: target,
                    nearest: known.nearest(to: target, in: table)
                )
            }
        }
        let circular = UnitCycles(byID).lines
        for unit in units where circular.contains(unit.line) {
            table.note(
                unit.line,
                table.column("Mã đơn vị cấp trên"),
                "đơn vị nằm dưới chính nó",
                found: unit.id
            )
        }
    }

    /// The lines of one unit that overlap in time, each with the one that began before it and lasts
    /// longest; the later line of the file first.
    private static func overlaps(_ lines: [Unit]) -> [(Unit, Unit)] {
        let sorted = lines.sorted { a, b in
            (a.validFrom?.number ?? .min, a.line) < (b.validFrom?.number ?? .min, b.line)
        }
        var longest = sorted[0]
        var found: [(Unit, Unit)] = []
        func note(_ a: Unit, _ b: Unit) { found.append(a.line < b.line ? (b, a) : (a, b)) }
        for line in sorted.dropFirst() {
            if let end = longest.validTo {
                if line.validFrom.map({ $0 < end }) ?? true { note(line, longest) }
                if line.validTo.map({ $0 > end }) ?? true { longest = line }
            } else {
                note(line, longest)
            }
        }
        return found
    }
}
