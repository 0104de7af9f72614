internal import Model
internal import Plans

/// The headers that offices write, folded, and the fields that they stand for.
struct HeaderIndex: Sendable {
    private var fields: [[UInt8]: [(form: Int, field: Int)]] = [:]
    /// What names the unit in each form.
    private var unitNames: [Set<[UInt8]>] = []
    /// What names it in some form.
    private var anyUnitNames: Set<[UInt8]> = []
    private var ignored: Set<[UInt8]> = []
    /// What headings begin with: `số`, `ngày`, `tên`.
    private var firstWords: Set<[UInt8]> = []
    /// What names the period in forms that have no field for it and date their records otherwise.
    private var periods: Set<[UInt8]> = []
    /// For each form whether a period stands beside its dating field without being one of its
    /// fields.
    private var takesPeriod: [Bool] = []
    /// For each form, the fields that differ by their subject only.
    private var subjects: [[[UInt8]: SubjectFields]] = []
    /// For each form, the fields that hold whole numbers.
    private var wholeNumbers: [Set<Int>] = []
    /// What headings end in.
    private(set) var endings = HeaderEndings()
    /// What tells each form by its fields.
    private(set) var signs: [FormSigns] = []

    static let unitCodeHeaders = [
        "Mã đơn vị", "Mã ĐV", "Mã định danh", "Mã", "Ma don vi", "Mã số đơn vị",
    ]
    static let unitNameHeaders = [
        "Tên đơn vị", "Đơn vị", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị", "Địa phương, đơn vị",
        "Đơn vị báo cáo", "unit_name",
    ]
    /// What names the unit in one form and may name another office in any other (domain.md 2.4 to
    /// 2.6); a column of ``unitNameHeaders`` goes before it.
    private static let formUnitNameHeaders: [String: [String]] = [
        "unit_report": ["Tên tập thể"], "pledge": ["Tên tập thể"],
        "indicator_result": ["Tên tập thể"], "review": ["Cơ quan họp"],
        "document": ["Cơ quan ban hành"],
    ]
    /// What names the unit in any form that has no column of ``unitNameHeaders``.
    private static let otherUnitNameHeaders = [
        "Đơn vị gửi bài", "Đơn vị dự thi", "Đơn vị chủ trì", "Đơn vị giới thiệu",
    ]
    private static let generalUnitNames = Set(unitNameHeaders.map(Fold.key))
    static let periodHeaders = ["Kỳ báo cáo", "Kỳ", "Năm"]
    static let ignoredHeaders = ["STT", "TT", "Số TT", "Số thứ tự", "Tệp nguồn", "Dòng", "Mã lỗi"]

    init(forms: FormCatalogue) {
        for (formIndex, form) in forms.forms.enumerated() {
            for (fieldIndex, field) in form.fields.enumerated() {
                var headers = [field.header, field.code] + field.aliases
                if field.code == "unit" { headers += HeaderIndex.unitCodeHeaders }
                if fieldIndex == form.periodField { headers += HeaderIndex.periodHeaders }
                for key in Set(headers.map(Fold.key)) {
                    fields[key, default: []].append((formIndex, fieldIndex))
                }
            }
            let groups = SubjectFields.groups(of: form)
            subjects.append(groups)
            wholeNumbers.append(
                Set(form.fields.indices.filter { form.fields[$0].type == .int })
            )
            addSubjects(of: groups, form: formIndex)
            unitNames.append(
                HeaderIndex.generalUnitNames.union(
                    (HeaderIndex.otherUnitNameHeaders
                        + (HeaderIndex.formUnitNameHeaders[form.id] ?? [])).map(Fold.key)
                )
            )
            signs.append(FormSigns(form, first: signs.last?.fields.upperBound ?? 0))
            takesPeriod.append(form.periodField == nil && form.datingField != nil)
        }
        anyUnitNames = unitNames.reduce(into: []) { $0.formUnion($1) }
        ignored = Set(HeaderIndex.ignoredHeaders.map(Fold.key))
        periods = Set(["Kỳ báo cáo", "Năm"].map(Fold.key))
        let headings = [anyUnitNames, ignored, periods].reduce(into: Set(fields.keys)) {
            $0.formUnion($1)
        }
        firstWords = Set(headings.compactMap { $0.split(separator: 32).first.map(Array.init) })
        addShortSubjects(besides: headings)
        for key in fields.keys { endings.add(key) }
        for key in HeaderIndex.notes { endings.add(note: key) }
        for key in HeaderLabel.subjects.keys { endings.add(key) }
    }

    /// Adds the headings of fields that differ by their subject with the subject's short form: a
    /// heading of one row, `Số ĐHTT đã xây dựng - TT`, says what `TT` below `Số ĐHTT đã xây dựng`
    /// does (domain.md 2.3).
    ///
    /// Only where nothing else is called so: alone, `TT` is a serial number.
    private mutating func addShortSubjects(besides headings: Set<[UInt8]>) {
        for (heading, places) in fields {
            let counted = places.filter { place in
                subjects[place.form].values.contains { $0.fields.contains(place.field) }
            }
            guard !counted.isEmpty else { continue }
            for (short, subject) in HeaderLabel.subjects {
                let subject = Fold.key(subject)
                guard heading != subject, heading.firstRange(of: subject) != nil else { continue }
                let key = heading.replacing(subject, with: short)
                if !headings.contains(key) { fields[key] = counted }
            }
        }
    }

    /// Adds the headings that a group heading over the subjects makes: `Số được khen thưởng` over
    /// `Tập thể` and `Cá nhân` says what `Số tập thể được khen thưởng` does.
    private mutating func addSubjects(of groups: [[UInt8]: SubjectFields], form: Int) {
        for (group, subjects) in groups {
            for subject in Subject.allCases {
                guard let field = subjects[subject] else { continue }
                let key = group + [32] + SubjectFields.words(of: subject)
                let isKnown = fields[key]?.contains { $0.form == form } ?? false
                if !isKnown { fields[key, default: []].append((form, field)) }
            }
        }
    }

    /// Whether a heading names the unit in every form.
    static func isGeneralUnitName(_ header: String) -> Bool {
        generalUnitNames.contains(Fold.key(header))
    }

    /// Whether a heading is that of the rows' serial numbers.
    static func isSerial(_ header: String) -> Bool {
        serials.contains(Fold.key(header))
    }

    private static let serials = Set(["STT", "TT", "Số TT", "Số thứ tự"].map(Fold.key))

    /// The longest text in bytes that may be a header.
    static let longest = 400

    /// What a header means in each form that knows it.
    func meanings(_ header: String) -> [(form: Int, field: Int)] {
        // Folding drops signs, and a share or a difference is another thing than a count.
        guard header.utf8.count <= HeaderIndex.longest, !DifferenceSign.isIn(header) else {
            return []
        }
        let key = Fold.key(header)
        let own = fields[key] ?? []
        // "Số buổi tuyên truyền (buổi)": such a note explains. Any other may name something else:
        // "Số bài dự thi (năm trước)".
        guard let open = header.utf8.firstIndex(of: UInt8(ascii: "(")), open != header.startIndex
        else { return own }
        let found = (fields[Fold.key(String(header[..<open]))] ?? []).filter { place in
            !own.contains { $0.form == place.form }
        }
        if found.isEmpty { return own }
        if HeaderIndex.isNote(header[open...]) { return own.isEmpty ? found : own }
        let values = HeaderIndex.listed(header[open...])
        guard values.count > 1 else { return own }
        return own
            + found.filter { place in
                let codes = signs[place.form].codes[place.field]
                return values.allSatisfy { codes[$0] != nil }
            }
    }

    /// What a note lists, folded: `(Tập thể/Cá nhân/Hộ gia đình)` says what may stand in the
    /// column.
    private static func listed(_ note: Substring) -> [[UInt8]] {
        note.replacing(" hoặc ", with: "/").split(whereSeparator: { "/,;|".contains($0) })
            .map { Fold.key(String($0)) }.filter { !$0.isEmpty }
    }

    /// Whether a heading has a note that lists values, which a heading below might go on with.
    static func hasListNote(_ header: String) -> Bool {
        guard let open = header.utf8.firstIndex(of: UInt8(ascii: "(")) else { return false }
        return !isNote(header[open...]) && listed(header[open...]).count > 1
    }

    /// Whether what stands in parentheses only says how a cell is filled in or what it counts.
    static func isNote(_ text: Substring) -> Bool {
        let key = Fold.key(String(text))
        return notes.contains(key) || key.allSatisfy { (48...57).contains($0) || $0 == 32 }
    }

    /// Whether a heading has a note of nothing but numbers, which a number below it would go on
    /// with.
    static func hasNumberNote(_ header: String) -> Bool {
        guard let open = header.utf8.firstIndex(of: UInt8(ascii: "(")) else { return false }
        return Fold.key(String(header[open...])).allSatisfy { (48...57).contains($0) || $0 == 32 }
    }

    /// Whether a heading has a note that is the beginning of a longer one.
    static func hasOpenNote(_ header: String) -> Bool {
        guard let open = header.utf8.firstIndex(of: UInt8(ascii: "(")) else { return false }
        let key = Fold.key(String(header[open...]))
        return notes.contains { $0.count > key.count && $0.starts(with: key) }
    }

    private static let notes: Set<[UInt8]> = Set(
        [
            "", "bài", "tin, bài", "tin", "người", "lượt người", "lượt", "gương", "đơn vị", "buổi",
            "cuộc", "đợt", "hội nghị", "đồng", "vnđ", "văn bản", "phiếu", "từ", "điểm", "giải",
            "Có/Không", "Có hoặc Không", "x", "nếu có", "bắt buộc", "ghi rõ", "dd/mm/yyyy",
            "ngày/tháng/năm", "ngày, tháng, năm", "link", "đường link", "url", "người dự", "tên",
            "họ và tên", "mã", "số", "số lượng",
        ].map(Fold.key)
    )

    /// A heading without the group heading above it where that is not its own: the group's columns
    /// end somewhere, and nobody sees where.
    func withoutIdleGroup(_ label: HeaderLabel) -> HeaderLabel {
        let names = label.names
        guard names.count > 1, let last = names.last else { return label }
        let isIdle = names.dropLast().allSatisfy { !isKnown($0) }
        return isIdle && isKnown(last) ? label.withoutGroup : label
    }

    /// Whether a heading by itself says what its column holds.
    func isKnown(_ name: String) -> Bool {
        let key = Fold.key(name)
        return !meanings(name).isEmpty || anyUnitNames.contains(key) || ignored.contains(key)
            || periods.contains(key)
    }

    /// Whether a text begins like a heading: `Số bài bị loại`.
    func beginsLikeHeading(_ text: String) -> Bool {
        guard text.utf8.count <= HeaderIndex.longest else { return false }
        return Fold.key(text).split(separator: 32).first.map { firstWords.contains(Array($0)) }
            == true
    }

    /// The fields of a form that differ by their subject only.
    func subjects(of form: Int) -> Dictionary<[UInt8], SubjectFields>.Values {
        subjects[form].values
    }

    /// What a column means by the longest of its names that some form knows.
    func meanings(_ label: HeaderLabel) -> [(form: Int, field: Int)] {
        label.names.lazy.map(meanings).first { !$0.isEmpty } ?? []
    }

    /// How many fields of one form a column may stand for at most.
    func weight(of label: HeaderLabel) -> Int { HeaderIndex.weight(of: meanings(label)) }

    /// How many of the fields that a heading means are one form's at most; a form's stand together.
    static func weight(of meanings: [(form: Int, field: Int)]) -> Int {
        var (most, run, form) = (0, 0, -1)
        for meaning in meanings {
            run = meaning.form == form ? run + 1 : 1
            form = meaning.form
            most = max(most, run)
        }
        return most
    }

    func meaning(_ header: String, form: Int) -> ColumnMeaning {
        meaning(HeaderLabel(header), form: form)
    }

    /// What a column means; with `isWhole` by all of its headings together and not by some of them.
    func meaning(_ label: HeaderLabel, form: Int, isWhole: Bool = false) -> ColumnMeaning {
        let names = isWhole ? [label.text] : label.names
        for name in names {
            if let own = meanings(name).first(where: { $0.form == form }) {
                return .field(own.field)
            }
        }
        return besidesFields(label, names, form: form)
    }

    /// What a column under a single heading means, of which it is known what fields it names.
    func meaning(
        _ label: HeaderLabel,
        naming fields: [(form: Int, field: Int)],
        form: Int
    ) -> ColumnMeaning {
        guard label.parts.count <= 1 else { return meaning(label, form: form) }
        if let own = fields.first(where: { $0.form == form }) { return .field(own.field) }
        return besidesFields(label, label.names, form: form)
    }

    /// What a column means that is none of the form's fields.
    private func besidesFields(
        _ label: HeaderLabel,
        _ names: [String],
        form: Int
    ) -> ColumnMeaning {
        for name in names where name.utf8.count <= HeaderIndex.longest {
            let key = Fold.key(name)
            if unitNames[form].contains(key) { return .unitName }
            if takesPeriod[form], periods.contains(key), label.parts.count == 1 { return .period }
            // Below a group heading "TT" is not the serial number.
            if ignored.contains(key), label.parts.count == 1 { return .ignored }
            if !subjects[form].isEmpty, let parts = subjects[form][SubjectFields.key(of: key)] {
                // A heading that names one subject is that subject's alone.
                guard let only = SubjectFields.onlySubject(in: key) else { return .parts(parts) }
                return parts[only].map(ColumnMeaning.field) ?? .unknown
            }
            if let pair = pair(name, form: form) { return .pair(pair) }
        }
        return names.allSatisfy { Fold.key($0).isEmpty } ? .ignored : .unknown
    }

    /// The two whole numbers that a heading names on either side of its only stroke: `Số phiếu đồng
    /// ý/Tổng số phiếu`.
    private func pair(_ heading: String, form: Int) -> PairFields? {
        let strokes = heading.utf8.indices.filter { heading.utf8[$0] == UInt8(ascii: "/") }
        guard strokes.count == 1, let stroke = strokes.first else { return nil }
        let fields = [heading[..<stroke], heading[heading.utf8.index(after: stroke)...]]
            .compactMap { side in meanings(String(side)).first { $0.form == form }?.field }
            .filter(wholeNumbers[form].contains)
        guard fields.count == 2, fields[0] != fields[1] else { return nil }
        return PairFields(first: fields[0], second: fields[1])
    }

    /// Whether a label names the unit or the period of what it stands with, in a form.
    func place(_ label: String, form: Form, index: Int) -> ColumnMeaning? {
        let meaning = meaning(label, form: index)
        switch meaning {
        case .unitName: return meaning
        case .field(let field) where field == form.unitField || field == form.periodField:
            return meaning
        default: return nil
        }
    }
}
