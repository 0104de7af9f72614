internal import Model
internal import Plans

/// What a column is, for one form.
package enum ColumnMeaning: Hashable, Sendable {
    /// A field of the form, by index.
    case field(Int)
    /// One column for the fields of several subjects: `02 tập thể, 03 cá nhân`.
    case parts(SubjectFields)
    /// The unit's name, which stands in where there is no code.
    case unitName
    /// A serial number, or a column that tonghop itself adds to rejected rows: never read.
    case ignored
    case unknown
}

/// The headers that offices write, folded, and the fields that they stand for.
struct HeaderIndex: Sendable {
    private var fields: [[UInt8]: [(form: Int, field: Int)]] = [:]
    private var unitNames: Set<[UInt8]> = []
    private var ignored: Set<[UInt8]> = []
    /// For each form, the fields that differ by their subject only.
    private var subjects: [[[UInt8]: SubjectFields]] = []

    static let unitCodeHeaders = [
        "Mã đơn vị", "Mã ĐV", "Mã định danh", "Mã", "Ma don vi", "Mã số đơn vị",
    ]
    static let unitNameHeaders = [
        "Tên đơn vị", "Đơn vị", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị", "Địa phương, đơn vị",
        "Đơn vị gửi bài", "Đơn vị dự thi", "Đơn vị giới thiệu", "Cơ quan họp", "Đơn vị chủ trì",
        "Cơ quan ban hành", "Đơn vị báo cáo", "unit_name",
    ]
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
            subjects.append(SubjectFields.groups(of: form))
        }
        unitNames = Set(HeaderIndex.unitNameHeaders.map(Fold.key))
        ignored = Set(HeaderIndex.ignoredHeaders.map(Fold.key))
    }

    /// The longest text in bytes that may be a header.
    static let longest = 400

    /// What a header means in each form that knows it.
    func meanings(_ header: String) -> [(form: Int, field: Int)] {
        guard header.utf8.count <= HeaderIndex.longest else { return [] }
        let key = Fold.key(header)
        if let found = fields[key] { return found }
        // "Số buổi tuyên truyền (buổi)": what stands in parentheses explains, it does not name.
        guard let open = header.utf8.firstIndex(of: UInt8(ascii: "(")), open != header.startIndex
        else { return [] }
        return fields[Fold.key(String(header[..<open]))] ?? []
    }

    /// The fields of a form that differ by their subject only.
    func subjects(of form: Int) -> Dictionary<[UInt8], SubjectFields>.Values {
        subjects[form].values
    }

    /// What a column means by the longest of its names that some form knows.
    func meanings(_ label: HeaderLabel) -> [(form: Int, field: Int)] {
        label.names.lazy.map(meanings).first { !$0.isEmpty } ?? []
    }

    func meaning(_ header: String, form: Int) -> ColumnMeaning {
        meaning(HeaderLabel(header), form: form)
    }

    func meaning(_ label: HeaderLabel, form: Int) -> ColumnMeaning {
        let names = label.names
        for name in names {
            if let own = meanings(name).first(where: { $0.form == form }) {
                return .field(own.field)
            }
        }
        for name in names where name.utf8.count <= HeaderIndex.longest {
            let key = Fold.key(name)
            if unitNames.contains(key) { return .unitName }
            if ignored.contains(key) { return .ignored }
            if !subjects[form].isEmpty, let parts = subjects[form][SubjectFields.key(of: key)] {
                return .parts(parts)
            }
        }
        return names.allSatisfy { Fold.key($0).isEmpty } ? .ignored : .unknown
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
